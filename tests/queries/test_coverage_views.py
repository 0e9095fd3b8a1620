"""Coverage by subject and by municipality: the same cells as `coverage`, counted in another way."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from ontology.entities.vocabulary import Level, Role
from queries.answer import answer
from queries.questions import COVERAGE
from queries.questions.coverage import CoverageParams
from queries.questions.coverage_by_municipality import COVERAGE_BY_MUNICIPALITY, CoverageByMunicipalityParams
from queries.questions.coverage_by_subject import COVERAGE_BY_SUBJECT, CoverageBySubjectParams
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

FACTS = (
    order("o", REGION),
    order("od", DISTRICT, number="3"),
    clause("c", "o"),
    clause("c2", "o", "3.2"),
    clause("cd", "od"),
    subject("iro", REGION, "regional"),
    subject("cnppm", REGION, "regional"),
    subject("mms", REGION, "municipal", generic=True),
    subject("imc", DISTRICT, "municipal", fills="mms"),
    subject("own", DISTRICT, "municipal"),
    held("a1", "iro", REGISTER, "c"),
    held("a2", "iro", REGISTER, "c2", role="accountable"),
    held("a3", "cnppm", REGISTER, "c2", role="contributes"),
    held("a4", "mms", REGISTER, "c2"),
    held("a5", "own", TRAINING, "cd"),
)


def test_every_subject_stands_once_in_a_cell_with_all_its_roles_and_clauses() -> None:
    with store_of(*FACTS) as store:
        rows = store.ask(COVERAGE_BY_SUBJECT, CoverageBySubjectParams(territory=REGION, as_of=TODAY))
    here = [r for r in rows if r.function_id == REGISTER and r.level is Level.REGIONAL]
    assert [(r.subject_id, r.roles, [c.clause for c in r.clauses]) for r in here] == [
        ("iro", (Role.RESPONSIBLE, Role.ACCOUNTABLE), ["3.1", "3.2"]),
        ("cnppm", (Role.CONTRIBUTES,), ["3.2"]),
    ]
    nobody = [r for r in rows if r.function_id == TRAINING and r.level is Level.REGIONAL]
    assert [(r.subject_id, r.roles, r.status) for r in nobody] == [(None, (), "uncovered")]
    assert nobody[0].reason is not None


def test_who_fills_a_generic_subject_stands_in_its_cell() -> None:
    with store_of(*FACTS) as store:
        rows = store.ask(COVERAGE_BY_SUBJECT, CoverageBySubjectParams(territory=DISTRICT, as_of=TODAY))
    found = {r.subject_id: r.fills_id for r in rows if r.function_id == REGISTER and r.level is Level.MUNICIPAL}
    assert found == {"mms": None, "imc": "mms"}


@pytest.mark.parametrize("place", [REGION, DISTRICT])
def test_the_subjects_of_a_cell_are_as_many_as_coverage_counts(place: str) -> None:
    with store_of(*FACTS) as store:
        cells = store.ask(COVERAGE, CoverageParams(territory=place, as_of=TODAY))
        rows = store.ask(COVERAGE_BY_SUBJECT, CoverageBySubjectParams(territory=place, as_of=TODAY))
    named = Counter((r.function_id, r.level) for r in rows if r.subject_id and not r.fills_id)
    assert {(c.function_id, c.level): c.subjects for c in cells if c.subjects} == dict(named)
    assert {(c.function_id, c.level) for c in cells} == {(r.function_id, r.level) for r in rows}


def test_municipalities_stand_beside_the_region_as_their_own_matrices_say() -> None:
    with store_of(*FACTS) as store:
        rows = store.ask(COVERAGE_BY_MUNICIPALITY, CoverageByMunicipalityParams(territory=REGION, as_of=TODAY))
        columns: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in rows:
            columns[row.place_id].add((row.function_id, row.status))
        own = CoverageParams(territory=DISTRICT, level=Level.MUNICIPAL, as_of=TODAY)
        assert columns[DISTRICT] == {(c.function_id, c.status) for c in store.ask(COVERAGE, own)}
    assert list(columns) == [REGION, DISTRICT]  # the town has no act of its own
    assert {r.level for r in rows if r.place_id == REGION} == {Level.REGIONAL}
    assert [r.function_code for r in rows] == sorted(r.function_code for r in rows)


def test_municipalities_without_an_act_come_when_asked_for() -> None:
    with store_of(*FACTS) as store:
        words = {"territory": REGION, "without_acts": "true", "level": "municipal"}
        rows = answer(store, "coverage_by_municipality", words, as_of=TODAY).rows
    acts = {row["territory"]["name"]: row["acts"] for row in rows}
    assert acts == {"Зареченская область": 1, "Ёлкинский муниципальный район": 1, "город Зареченск": 0}
