"""What holds of every rule of the structure on any graph: one id for one finding, no more found than checked, and the
findings of a territory are those of everything that belong to it or to what lies in it."""

from __future__ import annotations

from collections import Counter

import pytest

from ontology.models import Territory
from queries.findings.of_structure import OF_STRUCTURE
from queries.findings.rule import Evidence, Rule, Scope
from queries.store import GraphStore
from queries.stores import open_store
from tests.queries.worlds import DAYS, world

SEEDS = range(14)
SHARED = ("territory_id", "level", "function_id", "item", "reason")


def _inside(places: dict[str, Territory], id: str | None, within: str) -> bool:
    return id is not None and (id == within or _inside(places, places[id].part_of, within))


def _evidence(store: GraphStore, rule: Rule, scope: Scope) -> dict[str, list[Evidence]]:
    """Rows by key; rows of one key stand together and agree in what a finding has once."""
    found: dict[str, list[Evidence]] = {}
    last = None
    for row in store.ask(rule.question, scope):
        assert row.key == last or row.key not in found, (rule.kind, row.key)
        last = row.key
        found.setdefault(row.key, []).append(row)
    for rows in found.values():
        assert all(len({getattr(row, name) for row in rows}) == 1 for name in SHARED), (rule.kind, rows)
        assert rows[0].reason is None or rows[0].reason in rule.reasons
    return found


@pytest.mark.parametrize("rule", OF_STRUCTURE, ids=lambda rule: rule.kind)
def test_findings_of_any_graph(rule: Rule) -> None:
    reasons: Counter[str | None] = Counter()
    for seed in SEEDS:
        drawn = world(seed)
        places = {e.id: e for e in drawn.entities if isinstance(e, Territory)}
        store = open_store("sqlite:///:memory:")
        store.write(drawn.entities)
        day = DAYS[seed % len(DAYS)]
        whole = _evidence(store, rule, Scope(as_of=day))
        reasons.update(rows[0].reason for rows in whole.values())
        assert len(whole) <= sum(row.checked for row in store.ask(rule.checked, Scope(as_of=day))), (rule.kind, seed)
        for place in places:
            scope = Scope(territory=place, as_of=day)
            part = _evidence(store, rule, scope)
            expected = {k for k, rows in whole.items() if _inside(places, rows[0].territory_id, place)}
            assert set(part) == expected, (rule.kind, seed, place)
            assert len(part) <= sum(row.checked for row in store.ask(rule.checked, scope)), (rule.kind, seed, place)
        store.close()
    assert reasons, rule.kind
