"""What if: a scenario carried out in a transaction that is taken back, the answers before and after, the difference."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Territory
from queries.store import GraphStore
from queries.whatif.answer import Difference, findings, loads, routes, summed
from queries.whatif.carry_out import carry_out
from queries.whatif.facts import Facts
from queries.whatif.functions import changed_cells, counted
from queries.whatif.scenario import Scenario
from queries.whatif.snapshot import scope_of, snapshot


def whatif(store: GraphStore, scenario: Scenario, *, as_of: Day | None = None, lang: Lang = DEFAULT_LANG) -> Difference:
    """The difference a scenario makes. Nothing of it stays in the store, whatever happens.

    Raises InputError or NotFound, which name the step, and StoreError.
    """
    day = as_of or Day.today()
    with store.transaction(rollback=True) as inside:
        world, steps = carry_out(store, inside, scenario, day, lang)
        scope = scope_of(inside, world.places)
        after = snapshot(inside, scope, day, lang)
    # Asked when the transaction is over: a store that is shared is not kept locked for longer than it must be.
    before = snapshot(store, scope, day, lang)
    facts = Facts(store, world.changes, day, lang)
    cells = changed_cells(store, before, after, day, lang)
    told: dict[str, list[dict[str, Any]]] = {
        "responsibility": facts.responsibility(),
        "agreements": facts.agreements(),
        "interactions": facts.interactions(),
        "activities": facts.activities(),
        "routes": routes(before, after, lang),
        "load": loads(before, after, lang),
    }
    found = findings(before, after)
    counts = {
        "uncovered": counted(cells, "uncovered"),
        "covered": counted(cells, "covered"),
        "lost": sum(row["to"] is None for row in told["responsibility"]),
        "moved": sum(row["to"] is not None for row in told["responsibility"]),
        "orphaned": _turned(told["agreements"], "orphaned"),
        "cut": _turned(told["interactions"], "cut"),
        "broken": _turned(told["routes"], "broken"),
        "without_responsible": _turned(told["activities"], "without-responsible"),
        "load": len(told["load"]),
        "appeared": len(found["appeared"]),
        "disappeared": len(found["disappeared"]),
    }
    names = {t.id: t.name for t in store.all(Territory)}
    return Difference(
        title=scenario.title,
        as_of=day,
        territories=[{"id": id, "name": names.get(id, id)} for id in scope.roots],
        steps=steps,
        summary=summed(counts, lang),
        counts=counts,
        functions=cells,
        bodies=facts.bodies(),
        findings=found,
        rebalance=world.rebalanced,
        notes=world.notes,
        **told,
    )


def _turned(rows: list[dict[str, Any]], turn: str) -> int:
    return sum(row["turn"] == turn for row in rows)
