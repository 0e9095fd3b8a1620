"""A third language says the same: the headline questions in SPARQL over the exported RDF give the rows the stores give.

The SPARQL is written from the rules of docs/questions.md, as update rules and small queries, not translated from SQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from rdflib import Graph, URIRef

from queries.questions import COVERAGE, LOAD, RESPONSIBILITY
from queries.questions.coverage import CoverageParams
from queries.questions.load import LoadBy, LoadParams
from queries.questions.responsibility import ResponsibilityParams
from queries.stores import open_store
from tests.oracle.asking import Case, chosen, exported, iri, local
from tests.queries.worlds import CATALOGUE, DAYS, World, world

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

SEEDS = range(4)
DAY = DAYS[1]


@pytest.fixture(scope="module")
def cases() -> Iterator[list[tuple[World, list[Case]]]]:
    """The country, a region and a municipality of each random graph."""
    found, stores = [], []
    for seed in SEEDS:
        made = world(seed)
        store = open_store("sqlite:///:memory:")
        store.write(made.entities)
        stores.append(store)
        graph = exported(made.entities)
        found.append((made, [Case(graph, store, t.id, DAY, "rules.ru") for t in chosen(made.entities)]))
    yield found
    for store in stores:
        store.close()


def function_iris(graph: Graph) -> dict[str, URIRef]:
    """Function id → its IRI in the export, found by the notation."""
    notation = URIRef("http://www.w3.org/2004/02/skos/core#notation")
    codes = {getattr(f, "code", ""): f.id for f in CATALOGUE if type(f).__name__ == "Function"}
    return {codes[str(o)]: s for s, o in graph.subject_objects(notation) if str(o) in codes}  # type: ignore[misc]


def test_responsibility(cases: list[tuple[World, list[Case]]]) -> None:
    compared = 0
    for _, places in cases:
        for case in places:
            for id, function in function_iris(case.graph).items():
                rows = case.store.ask(
                    RESPONSIBILITY, ResponsibilityParams(function=id, territory=case.territory, as_of=DAY)
                )
                expected = sorted(
                    (r.assignment_id, r.subject_id, r.subject_level.value, r.fills_id or "", f"role-{r.role.value}",
                     r.territory_id, r.clause_id)
                    for r in rows
                )  # fmt: skip
                names = ("assignment", "subject", "level", "fills", "role", "place", "clause")
                found = case.ask("responsibility.rq", function=function)
                assert (
                    sorted(tuple(local(row[n]) if row[n] is not None else "" for n in names) for row in found)
                    == expected
                )
                compared += len(expected)
    assert compared > 30


def test_coverage(cases: list[tuple[World, list[Case]]]) -> None:
    reasons = set()
    for made, places in cases:
        for case in places:
            ids = {iri: id for id, iri in function_iris(case.graph).items()}
            rows = case.store.ask(COVERAGE, CoverageParams(territory=case.territory, as_of=DAY))
            expected = sorted(
                (r.function_id, r.level.value, r.expected, r.responsible, r.subjects, r.status.value,
                 r.reason.value if r.reason else "")
                for r in rows
            )  # fmt: skip
            found = sorted(
                (ids[row["function"]], local(row["level"]), bool(row["expected"]), int(row["responsible"]),
                 int(row["subjects"]), str(row["status"]), str(row["reason"]))
                for row in case.ask("coverage.rq")
            )  # fmt: skip
            assert found == expected, (made.seed, case.territory)
            reasons |= {r.reason for r in rows}
    assert len(reasons) > 5  # the random graphs meet most reasons


def test_load(cases: list[tuple[World, list[Case]]]) -> None:
    compared = 0
    for made, places in cases:
        for case in places:
            rows = case.store.ask(LOAD, LoadParams(territory=case.territory, by=LoadBy.MUNICIPALITY, as_of=DAY))
            expected = {r.territory_id: (r.teachers, Decimal(r.fte_hundredths) / 100, r.norm) for r in rows}
            found = {}
            for row in case.ask("load.rq"):
                if row["place"] is None:  # an aggregate of nothing
                    continue
                place = local(row["place"])
                norms = case.ask("norm.rq", territory=iri(place))
                teachers = int(row["teachers"]) if int(row["counts"]) else None
                share = Decimal(str(row["fte"])).quantize(Decimal("0.01"))
                found[place] = (teachers, share, float(norms[0]["value"]) if norms else None)
            assert found == expected, (made.seed, case.territory)
            compared += len(expected)
    assert compared > 20
