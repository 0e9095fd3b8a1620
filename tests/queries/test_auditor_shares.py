"""The matrices of many territories added up at once equal the sums over the matrix of each one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date

import pytest

from ontology.entities.vocabulary import Level, TerritoryKind
from ontology.models import Territory
from queries.answer import answer
from queries.nobody_reasons import Reason
from queries.questions import QUESTIONS
from queries.questions.coverage import COVERAGE, CoverageParams, CoverageRow
from queries.questions.coverage_across import COVERAGE_ACROSS, CoverageAcrossParams
from queries.questions.expected_share import EXPECTED_SHARE, ExpectedShareParams
from queries.store import GraphStore
from queries.stores import open_store
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, clause, held, order, store_of, subject
from tests.queries.worlds import DAYS, world

LEVEL_OF = {
    TerritoryKind.COUNTRY: (Level.FEDERAL,),
    TerritoryKind.REGION: (Level.REGIONAL,),
    TerritoryKind.MUNICIPALITY: (Level.MUNICIPAL, Level.INSTITUTIONAL),
}


def inside(territories: Sequence[Territory], top: str) -> list[Territory]:
    """A territory and all that lie in it."""
    found = {top}
    while more := {t.id for t in territories if t.part_of in found} - found:
        found |= more
    return [t for t in territories if t.id in found]


def counts(cells: Iterable[CoverageRow]) -> Counter[str]:
    """Cells by state; those no act of the territory is loaded for stand apart."""
    return Counter("no_order" if c.reason is Reason.NO_ORDER else c.status.value.replace("-", "_") for c in cells)


STATES = ("covered", "overlap", "generic_only", "uncovered", "no_order")


def check(store: GraphStore, territories: Sequence[Territory], top: str, day: date) -> None:
    places = inside(territories, top)
    matrix = {t.id: store.ask(COVERAGE, CoverageParams(territory=t.id, as_of=day)) for t in places}
    shares = store.ask(EXPECTED_SHARE, ExpectedShareParams(territory=top, as_of=day))
    assert sorted(r.territory_id for r in shares) == sorted(t.id for t in places)
    for row in shares:
        cells = [c for c in matrix[row.territory_id] if c.expected]
        assert {s: getattr(row, s) for s in STATES} == {s: counts(cells)[s] for s in STATES}, row
        assert (row.expected, row.denominator) == (len(cells), len(cells) - row.no_order)
        assert row.share == ((row.covered + row.overlap) / row.denominator if row.denominator else None)
    added: dict[tuple[str, Level], list[CoverageRow]] = {}
    for place in places:
        for cell in matrix[place.id]:
            if cell.level in LEVEL_OF[place.kind]:
                added.setdefault((cell.function_id, cell.level), []).append(cell)
    across = store.ask(COVERAGE_ACROSS, CoverageAcrossParams(territory=top, as_of=day))
    assert {(r.function_id, r.level) for r in across} == set(added)
    for found in across:
        cells = added[found.function_id, found.level]
        assert found.territories == len(cells)
        told = counts(cells)
        if not found.expected:  # nothing is expected, so nothing is missing for want of an act
            told = counts(c.model_copy(update={"reason": None}) for c in cells)
        assert {s: getattr(found, s) for s in STATES} == {s: told[s] for s in STATES}, found


@pytest.mark.parametrize("seed", range(30))
def test_sums_over_the_matrices_of_random_countries(seed: int) -> None:
    drawn = world(seed)
    with closing(open_store("sqlite:///:memory:")) as store:
        store.write(drawn.entities)
        for top in [t.id for t in drawn.territories][:3]:
            check(store, drawn.territories, top, DAYS[seed % len(DAYS)])


FACTS = (
    order("o", REGION),
    clause("c", "o"),
    subject("s1", REGION, "regional"),
    subject("mms", REGION, "municipal", generic=True),
    held("a", "s1", REGISTER, "c"),
    held("b", "mms", REGISTER, "c"),
)


def test_a_territory_without_acts_has_no_share_of_nought() -> None:
    with store_of(*FACTS) as store:
        found = answer(store, "expected_share", {"territory": "ru"}, as_of=TODAY)
    shares = {r["territory"]["id"]: r for r in found.rows}
    region, district, country = shares[REGION], shares[DISTRICT], shares["ru"]
    # F1.01 regional (held) and municipal (generic only), F1.02 regional (nobody)
    assert (region["expected"], region["covered"], region["generic_only"], region["uncovered"]) == (3, 1, 1, 1)
    assert region["share"] == 0.3333 and region["reason"] is None
    assert (district["expected"], district["generic_only"], district["denominator"]) == (1, 1, 1)
    assert district["share"] == 0 and district["reason"] is None
    assert (country["no_order"], country["denominator"], country["share"]) == (3, 0, None)
    assert country["reason"] == "no-order"


def test_functions_across_a_region_are_counted_by_the_territories_of_their_level() -> None:
    with store_of(*FACTS, subject("s3", DISTRICT, "municipal", fills="mms")) as store:
        found = answer(store, "coverage_across", {"territory": REGION}, as_of=TODAY)
        regions = answer(store, "expected_share", {"territory": REGION, "kind": "region"}, as_of=TODAY)
    cells = {(r["function"]["code"], r["level"]): r for r in found.rows}
    assert set(cells) == {("F1.01", "regional"), ("F1.01", "municipal"), ("F1.02", "regional")}
    municipal = cells["F1.01", "municipal"]
    # one district has the service that fills the generic one, the town has the generic one alone
    assert (municipal["territories"], municipal["covered"], municipal["generic_only"]) == (2, 1, 1)
    assert municipal["share"] == 0.5 and cells["F1.02", "regional"]["uncovered"] == 1
    assert [r["territory"]["id"] for r in regions.rows] == [REGION]


def test_the_questions_are_in_the_registry() -> None:
    assert QUESTIONS["expected_share"] is EXPECTED_SHARE and QUESTIONS["coverage_across"] is COVERAGE_ACROSS
