"""What may not be written: each check fires, a clean batch passes, a message is one line in both languages."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from ontology import catalogue, rdf, territories, validate
from ontology.entities.base import Entity
from ontology.entities.vocabulary import SubjectKind
from ontology.errors import InvalidGraph
from ontology.integrity import integrity
from ontology.models import Assignment, Clause, Norm, Order, Subject, Territory
from tests.ontology.strategies import graphs

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def facts() -> list[Entity]:
    """A whole small graph of an invented region, without a flaw."""
    return list(rdf.load(FIXTURES / "Assignment.conforming.ttl"))


def _change(facts: list[Entity], kind: type[Entity], **values: object) -> list[Entity]:
    """The facts with the first entity of a class changed."""
    at = next(n for n, e in enumerate(facts) if type(e) is kind)
    return [*facts[:at], facts[at].model_copy(update=values), *facts[at + 1 :]]


def _rules(facts: list[Entity]) -> list[tuple[str, str]]:
    return [(v.rule.removeprefix("https://w3id.org/opora/"), v.path) for v in validate.validate(facts)]


def test_a_clean_batch_passes(facts: list[Entity]) -> None:
    assert validate.validate(facts) == []
    validate.check(facts)
    validate.check([])


def test_the_registers_pass() -> None:
    registers = [territories.country(), *territories.regions(), *catalogue.directions(), *catalogue.functions()]
    assert validate.validate(registers) == []


def test_a_reference_that_leads_nowhere(facts: list[Entity]) -> None:
    broken = _change(facts, Assignment, subject="nobody")
    assert _rules(broken) == [("no-dangling-reference", "subject")]
    assert validate.validate(broken, known=lambda label, id: (label, id) == ("Subject", "nobody")) == []
    assert _rules(_change(facts, Assignment, function="f-f99-99")) == [("no-dangling-reference", "function")]


def test_a_reference_to_another_class(facts: list[Entity]) -> None:
    clause = next(e.id for e in facts if isinstance(e, Clause))
    assert set(_rules(_change(facts, Assignment, subject=clause))) == {
        ("shape/Assignment", "opora:heldBy"),
        ("no-dangling-reference", "subject"),
    }


def test_one_id_for_two_entities(facts: list[Entity]) -> None:
    subject = next(e for e in facts if isinstance(e, Subject))
    assert validate.validate([*facts, subject]) == [], "the same fact twice is no harm"
    other = subject.model_copy(update={"vacant": True})
    assert ("one-id", "id") in _rules([*facts, other])
    route = Territory(id=subject.id, name="Край", kind="region", part_of="ru")  # type: ignore[arg-type]
    assert [v.rule for v in integrity([*facts, route])] == ["one-id"]


def test_dates_that_run_backwards(facts: list[Entity]) -> None:
    assert _rules(_change(facts, Order, valid_until=date(2020, 1, 1))) == [("shape/Order", "opora:date")]
    norms = list(rdf.load(FIXTURES / "Norm.conforming.ttl"))
    assert _rules(_change(norms, Norm, valid_from=date(2030, 1, 1))) == [("shape/Norm", "opora:validFrom")]


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_circle_of_parts_is_told_once(length: int) -> None:
    ring = [
        Subject(id=f"s{n}", name="Центр", kind=SubjectKind.CENTRE, territory="ru", part_of=f"s{(n + 1) % length}")
        for n in range(length)
    ]
    leaf = Subject(id="leaf", name="Отдел", kind=SubjectKind.CENTRE, territory="ru", part_of="s0")
    (found,) = integrity([territories.country(), *ring, leaf])
    assert (found.rule, found.focus) == ("no-circle", "s0") and "s0 → " in found.en


def test_a_long_chain_of_parts_is_no_circle() -> None:
    chain = [Territory(id=f"t{n}", name="Т", kind="region", part_of=f"t{n + 1}") for n in range(3000)]  # type: ignore[arg-type]
    end = Territory(id="t3000", name="Т", kind="country")  # type: ignore[arg-type]
    assert integrity([*chain, end]) == []


def test_check_names_the_first_violation_and_counts_them(facts: list[Entity]) -> None:
    broken = _change(_change(facts, Assignment, subject="nobody"), Order, valid_until=date(2020, 1, 1))
    with pytest.raises(InvalidGraph) as caught:
        validate.check(broken)
    russian, english = caught.value.message("ru"), caught.value.message("en")
    assert "2" in russian and "всего нарушений: 2" in russian and "in all: 2" in english
    assert caught.value.rule == "https://w3id.org/opora/shape/Order"
    assert "\n" not in russian and "раньше дня" in russian and "before the day" in english
    assert caught.value.where == next(e.id for e in facts if isinstance(e, Order))


@settings(deadline=None, max_examples=25)
@given(facts=graphs(8))
def test_any_batch_is_judged_and_never_crashes(facts: list[Entity]) -> None:
    for violation in validate.validate(facts):
        assert violation.ru and violation.en and violation.rule and violation.focus


def test_a_thousand_entities_take_seconds(facts: list[Entity]) -> None:
    many: list[Entity] = []
    for n in range(1000 // len(facts) + 1):
        for entity in facts:
            fields = {k: f"{v}.{n}" for k, v in entity.model_dump().items() if k == "id"}
            refs = {k: v for k, v in entity.model_dump().items() if k != "id"}
            many.append(entity.model_copy(update=fields | refs))
    start = time.perf_counter()
    validate.validate([*facts, *many])
    assert len(many) >= 1000 and time.perf_counter() - start < 15  # 1 s on an idle machine
