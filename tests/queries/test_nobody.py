"""Each reason for "nobody" has its own small graph; the answer and the matrix agree on it."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.models import Entity
from queries.answer import Answer, answer
from queries.nobody_reasons import Reason, sentence
from tests.queries.small import (
    DISTRICT,
    REGION,
    REGISTER,
    TODAY,
    agreement,
    clause,
    held,
    order,
    store_of,
    subject,
)

ACT = (order("o", REGION), clause("c", "o"))
GENERIC = subject("mms", REGION, "municipal", generic=True, name="муниципальная методическая служба")

GRAPHS: dict[Reason, tuple[str, str | None, tuple[Entity, ...]]] = {
    Reason.NO_ORDER: (REGION, None, ()),
    Reason.NEVER_ASSIGNED: (REGION, None, ACT),
    Reason.OTHER_LEVEL: (REGION, "municipal", (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c"))),
    Reason.GENERIC_ONLY: (DISTRICT, "municipal", (*ACT, GENERIC, held("a", "mms", REGISTER, "c"))),
    Reason.NOT_IN_FORCE: (
        REGION,
        None,
        (
            order("o", REGION, valid_until=date(2023, 1, 1)),
            clause("c", "o"),
            subject("s", REGION, "regional"),
            held("a", "s", REGISTER, "c"),
        ),
    ),
    Reason.VACANT: (REGION, None, (*ACT, subject("s", REGION, "regional", vacant=True), held("a", "s", REGISTER, "c"))),
    Reason.AGREEMENT_MISSING: (
        REGION,
        None,
        (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c"), agreement("required", "c")),
    ),
}


def ask(facts: tuple[Entity, ...], territory: str, level: str | None = None, day: date = TODAY) -> Answer:
    words = {"function": REGISTER, "territory": territory} | ({"level": level} if level else {})
    with store_of(*facts) as store:
        return answer(store, "responsibility", words, as_of=day)


@pytest.mark.parametrize("reason", GRAPHS)
def test_each_reason(reason: Reason) -> None:
    territory, level, facts = GRAPHS[reason]
    found = ask(facts, territory, level)
    assert found.nobody is not None and found.nobody.reason is reason
    assert found.nobody.explanation.startswith(sentence(reason, "ru")) or reason is Reason.NO_ORDER
    with store_of(*facts) as store:
        cells = answer(store, "coverage", {"territory": territory, "level": level or "regional"}, as_of=TODAY).rows
    cell = next(c for c in cells if c["function"]["code"] == "F1.01")
    assert cell["reason"] == reason.value
    assert cell["status"] == ("generic-only" if reason is Reason.GENERIC_ONLY else "uncovered")


def test_every_reason_has_a_graph() -> None:
    assert set(GRAPHS) == set(Reason)


def test_somebody_is_no_nobody() -> None:
    found = ask((*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c")), REGION)
    assert found.nobody is None and found.total == 1
    row = found.rows[0]
    assert row["subject"]["id"] == "s" and row["clause"] == "3.1" and row["order"]["number"] == "7"
    assert row["order"]["date"] == "2022-01-10" and row["territory"]["relation"] == "own"


def test_a_concluded_agreement_lets_the_holder_work() -> None:
    base = (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c"), agreement("required", "c"))
    assert ask((*base, agreement("concluded", "c")), REGION).nobody is None


def test_an_agreement_of_a_clause_that_says_more_blocks_nothing() -> None:
    base = (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c"), agreement("required", "c"))
    assert ask((*base, held("b", "s", None, "c")), REGION).nobody is None


def test_an_actual_organisation_fills_the_generic_one() -> None:
    facts = (*ACT, GENERIC, held("a", "mms", REGISTER, "c"))
    actual = subject("m1", DISTRICT, "municipal", fills="mms")
    found = ask((*facts, actual), DISTRICT)
    assert found.nobody is None
    assert [(r["subject"]["id"], r["subject"]["fills"] and r["subject"]["fills"]["id"]) for r in found.rows] == [
        ("m1", "mms"),
        ("mms", None),
    ]
    # the neighbour has no organisation of its own
    neighbour = ask((*facts, actual), "x-z.zarechny")
    assert neighbour.nobody is not None and neighbour.nobody.reason is Reason.GENERIC_ONLY
    vacant = ask((*facts, subject("m1", DISTRICT, "municipal", fills="mms", vacant=True)), DISTRICT)
    assert vacant.nobody is not None and vacant.nobody.reason is Reason.VACANT


def test_an_act_not_yet_in_force_names_its_day() -> None:
    facts = (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c"))
    found = ask(facts, REGION, day=date(2021, 12, 31))
    assert found.nobody is not None and found.nobody.reason is Reason.NOT_IN_FORCE
    assert "10.01.2022" in found.nobody.explanation and found.rows == []
    assert ask(facts, REGION, day=date(2022, 1, 10)).nobody is None


def test_an_act_is_over_on_the_day_it_was_repealed() -> None:
    facts = (
        order("o", REGION, valid_until=date(2023, 1, 1)),
        clause("c", "o"),
        subject("s", REGION, "regional"),
        held("a", "s", REGISTER, "c"),
    )
    assert ask(facts, REGION, day=date(2022, 12, 31)).total == 1
    assert ask(facts, REGION, day=date(2023, 1, 1)).total == 0


def test_a_municipality_sees_up_but_not_sideways() -> None:
    facts = (
        *ACT,
        subject("institute", REGION, "regional"),
        held("a", "institute", REGISTER, "c"),
        subject("neighbour", "x-z.zarechny", "municipal"),
        held("b", "neighbour", REGISTER, "c"),
        order("o2", "x-z.zarechny"),
        clause("c2", "o2", "5"),
        held("d", "neighbour", REGISTER, "c2"),
    )
    assert [r["subject"]["id"] for r in ask(facts, DISTRICT).rows] == ["institute"]
    region = ask(facts, REGION)
    # a municipal body that the region's own act names belongs to the region's answer, by that act only
    assert [(r["subject"]["id"], r["clause"], r["territory"]["relation"]) for r in region.rows] == [
        ("institute", "3.1", "own"),
        ("neighbour", "3.1", "below"),
    ]
    with store_of(*facts) as store:
        words = {"function": REGISTER, "territory": REGION, "below": "true"}
        assert answer(store, "responsibility", words, as_of=TODAY).total == 3


def test_only_taking_part_is_said() -> None:
    facts = (*ACT, subject("s", REGION, "regional"), held("a", "s", REGISTER, "c", role="contributes"))
    found = ask(facts, REGION)
    assert found.nobody is None and len(found.notes) == 1 and "участвуют" in found.notes[0]


def test_a_known_region_without_any_facts() -> None:
    found = ask((), "Рязанской области")
    assert found.nobody is not None and found.nobody.reason is Reason.NO_ORDER and found.rows == []
    assert "Рязанская область" in found.nobody.explanation
