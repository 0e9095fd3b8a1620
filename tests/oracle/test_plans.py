"""The same in a third language: agreements, activities, interactions, acts, indicators, holdings, overlaps, contested
functions, in SPARQL over the exported RDF, on random graphs and on the bundled one.

The SPARQL is written from what docs/questions.md says, not translated from SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from ontology.models import Order, Subject
from queries.questions import QUESTIONS
from queries.stores import open_store
from tests.contract.graphs import bundled
from tests.oracle.asking import Case, chosen, exported, iri, local
from tests.queries.worlds import DAYS, world

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

SEEDS = (2, 3, 4, 5, 7)
Rows = list[tuple[str, ...]]
Check = Callable[[Case], tuple[Rows, Rows]]


@pytest.fixture(scope="module")
def cases() -> Iterator[list[Case]]:
    """Two territories of each random graph, and a region of the bundled one."""
    graphs = [(w.entities, [t.id for t in chosen(w.entities)][:2], DAYS[1]) for w in map(world, SEEDS)]
    graphs.append((bundled(), ["ru-bel"], date(2024, 9, 1)))
    found, stores = [], []
    for entities, territories, day in graphs:
        store = open_store("sqlite:///:memory:")
        store.write(entities)
        stores.append(store)
        graph = exported(entities)
        found += [Case(graph, store, territory, day, "stated.ru") for territory in territories]
    yield found
    for store in stores:
        store.close()


def asked(case: Case, name: str, **values: Any) -> list[Any]:
    """The rows of a question on the case's day."""
    question = QUESTIONS[name]
    return case.store.ask(question, question.params.model_validate(values | {"as_of": case.day}))


def each(things: Any) -> list[Any]:
    """The things, or one empty place where there are none: a row with nothing."""
    return list(things) or [None]


def agreements(case: Case) -> tuple[Rows, Rows]:
    """Status on the day, party by party."""
    expected = [
        (r.agreement_id, r.status.value, p.id if p else "", str(r.days_overdue is not None).lower())
        for r in asked(case, "agreements", territory=case.territory)
        for p in each(r.parties)
    ]
    return expected, case.rows("agreements.rq", "agreement", "stands", "party", "overdue")


def activities(case: Case) -> tuple[Rows, Rows]:
    """State on the day, one responsible after another."""
    expected = [
        (r.activity_id, r.state.value, p.id if p else "")
        for r in asked(case, "activities", territory=case.territory)
        for p in each(r.responsible)
    ]
    return expected, case.rows("activities.rq", "activity", "state", "responsible")


def interactions(case: Case) -> tuple[Rows, Rows]:
    """All of them."""
    rows = asked(case, "interactions", territory=case.territory)
    expected = [(r.interaction_id, f"interaction-kind-{r.kind.value}", r.source_id, r.target_id) for r in rows]
    return expected, case.rows("interactions.rq", "interaction", "kind", "from", "to")


def data_flows(case: Case) -> tuple[Rows, Rows]:
    """Those by which data and reports pass."""
    rows = asked(case, "data_flows", territory=case.territory)
    passing = ("interaction-kind-provides-data", "interaction-kind-reports")
    found = [row for row in case.rows("interactions.rq", "interaction", "from", "to", "kind") if row[3] in passing]
    return [(r.interaction_id, r.source_id, r.target_id) for r in rows], [row[:3] for row in found]


def acts_in_force(case: Case) -> tuple[Rows, Rows]:
    """With the acts that amend each."""
    expected = [
        (r.order_id, a.id if a else "")
        for r in asked(case, "acts_in_force", territory=case.territory)
        for a in each(r.amended_by)
    ]
    return expected, case.rows("acts_in_force.rq", "act", "amending")


def legal_basis(case: Case) -> tuple[Rows, Rows]:
    """Of some acts."""
    expected: Rows = []
    found: Rows = []
    for act in list(case.store.all(Order))[:4]:
        for r in asked(case, "legal_basis", order=act.id):
            expected.append((r.relation.value, r.other_id or "", "" if r.in_force is None else str(r.in_force).lower()))
        found += case.rows("legal_basis.rq", "relation", "other", "inForce", order=iri(act.id))
    return expected, found


def indicators(case: Case) -> tuple[Rows, Rows]:
    """Targets and values, written as numbers."""
    expected = [
        (r.indicator_id, number(r.target), f"observation-kind-{v.kind.value}" if v else "", v.period if v else "",
         number(v.value if v else None))
        for r in asked(case, "indicators", territory=case.territory)
        for v in each(r.values)
    ]  # fmt: skip
    found = case.rows("indicators.rq", "indicator", "target", "kind", "period", "value")
    return expected, [(i, number(t), k, p, number(v)) for i, t, k, p, v in found]


def number(value: Any) -> str:
    """A number as both sides write it."""
    return "" if value in (None, "") else repr(float(value))


def holdings(case: Case) -> tuple[Rows, Rows]:
    """Of some subjects."""
    expected: Rows = []
    found: Rows = []
    for subject in [s for s in case.store.all(Subject) if s.id.startswith(("s", "ru-bel"))][:8]:
        for r in asked(case, "holdings", subject=subject.id):
            expected.append((r.assignment_id, str(bool(r.function_id)), f"role-{r.role.value}", r.through_id or ""))
        rows = case.rows("holdings.rq", "assignment", "function", "role", "through", subject=iri(subject.id))
        found += [(a, str(bool(f)), role, through) for a, f, role, through in rows]
    return expected, found


def overlaps(case: Case) -> tuple[Rows, Rows]:
    """Pairs, whichever stands first, and whether they are lawful."""
    expected = [
        (r.function_code.lower(), f"role-{r.role}", r.level.value, r.territory_id,
         *sorted((r.left_subject_id, r.right_subject_id)), str(r.lawful is not None).lower())
        for r in asked(case, "overlaps", territory=case.territory)
    ]  # fmt: skip
    found = []
    for cell, one, other, lawful in case.rows("overlaps.rq", "cell", "one", "other", "lawful"):
        function, role, level, place = cell.split()
        found.append((code(function), local(role), local(level), local(place), *sorted((one, other)), lawful))
    return expected, found


def contested(case: Case) -> tuple[Rows, Rows]:
    """Pairs of places, whichever stands first."""
    expected = [
        (r.kind, r.function_code.lower(), *sorted((f"{r.left_subject_id} {r.left_clause_id}", other)))
        for r in asked(case, "contested", territory=case.territory)
        for other in [f"{r.right_subject_id} {r.right_clause_id}"]
    ]
    rows = case.rows("contested.rq", "kind", "function", "one", "clause", "other", "otherClause", "place", "otherPlace")
    return expected, [(k, code(f), *sorted((f"{a} {b}", f"{c} {d}"))) for k, f, a, b, c, d, *_ in rows]


def code(function: str) -> str:
    """The code of a function from the end of its IRI, its last number in two digits: «F9.1», «F9.01» → «f9.01»."""
    direction, _, last = function.rsplit("/", 1)[-1].lower().partition(".")
    return f"{direction}.{int(last):02}"


CHECKS: tuple[Check, ...] = (
    agreements, activities, interactions, data_flows, acts_in_force, legal_basis, indicators, holdings, overlaps,
    contested,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_sparql_gives_the_same(cases: list[Case], check: Check) -> None:
    compared = 0
    for number_of_case, case in enumerate(cases):
        expected, found = check(case)
        assert sorted(found) == sorted(expected), (number_of_case, case.territory)
        compared += len(expected)
    assert compared > 4
