"""Agreements missing, overdue, one-sided; parties without functions; and those that are in order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ontology.models import Agreement
from tests.queries.findings.planned import ACT, activity, bundled, checked, found, told
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, clause, held, order, store_of, subject

MINISTRY = subject("min", REGION, "regional", name="Министерство", kind="authority")
INSTITUTE = subject("iro", REGION, "regional", name="Институт", kind="institute")
LOCAL = subject("local", REGION, "municipal", name="Муниципальные органы", generic=True, kind="authority")
BODIES = (*ACT, MINISTRY, INSTITUTE, LOCAL)


def agreed(id: str, *parties: str, by: str = "c", **values: Any) -> Agreement:
    """An agreement of some parties."""
    return Agreement.model_validate({"id": id, "status": "required", "parties": parties, "clause": by} | values)


def reasons(kind: str, *facts: Any, day: date = TODAY) -> list[str | None]:
    """Reasons of the findings of a kind."""
    return list(told(kind, *BODIES, *facts, day=day).values())


def test_a_required_agreement_is_a_note_until_its_last_day_and_overdue_after_it() -> None:
    due = agreed("g", "min", "iro", deadline=TODAY)
    assert told("agreement-missing", *BODIES, due) == {"Институт; Министерство": "in-time"}
    assert reasons("agreement-overdue", due) == []
    later = TODAY + timedelta(days=1)
    assert reasons("agreement-missing", due, day=later) == []
    assert reasons("agreement-overdue", due, day=later) == ["overdue"]
    assert reasons("agreement-missing", agreed("g", "min", "iro", term_text="в течение периода")) == ["no-deadline"]
    assert reasons("agreement-overdue", agreed("g", "min", "iro", status="planned")) == []


def test_what_was_concluded_and_still_holds_is_in_order() -> None:
    past = date(2023, 1, 1)
    signed = agreed("g", "min", "iro", status="concluded", date=past, deadline=past)
    for kind in ("agreement-missing", "agreement-overdue"):
        assert reasons(kind, signed) == []
    # on a day before it was signed it was missing still
    assert reasons("agreement-missing", agreed("g", status="concluded", date=TODAY), day=date(2024, 8, 1)) == [
        "no-deadline"
    ]


def test_an_agreement_that_has_ended_is_overdue() -> None:
    ended = agreed("g", "min", "iro", status="concluded", date=date(2022, 1, 1), valid_until=TODAY)
    with store_of(*BODIES, ended) as store:
        (finding,) = found(store, "agreement-overdue")
        assert finding.reason == "ended" and finding.evidence[0]["found"] == TODAY.isoformat()
        assert found(store, "agreement-overdue", day=TODAY - timedelta(days=1)) == []
        assert checked(store, "agreement-overdue") == 1
    assert reasons("agreement-overdue", agreed("g", "min", "iro", status="expired")) == ["ended"]


def test_another_agreement_of_the_clause_does_for_it_when_all_parties_are_in() -> None:
    due = agreed("g", "min", "local", deadline=date(2023, 1, 1))
    filled = subject("town", DISTRICT, "municipal", fills="local")
    signed = agreed("h", "min", "town", status="concluded", date=date(2023, 5, 1))
    assert reasons("agreement-overdue", due, filled, signed) == []
    assert reasons("agreement-overdue", due, filled, signed.model_copy(update={"parties": ("min", "iro")})) == [
        "overdue"
    ]
    assert reasons("agreement-overdue", due, filled, signed.model_copy(update={"clause": "c2"})) == ["overdue"]


def test_agreements_of_acts_out_of_force_and_of_other_places_are_not_looked_at() -> None:
    old = (order("p", REGION, valid_until=TODAY), clause("d", "p"))
    assert reasons("agreement-missing", *old, agreed("g", "min", "iro", by="d")) == []
    with store_of(*BODIES, agreed("g", "min", "iro")) as store:
        assert found(store, "agreement-missing", DISTRICT) == []
        assert (checked(store, "agreement-missing"), checked(store, "agreement-missing", DISTRICT)) == (1, 0)


@pytest.mark.parametrize(
    ("parties", "reason"),
    [((), "no-party"), (("min",), "one-party"), (("local",), "one-sort"), (("min", "iro"), None)],
)
def test_an_agreement_needs_two_sides(parties: tuple[str, ...], reason: str | None) -> None:
    assert reasons("agreement-without-party", agreed("g", *parties)) == ([reason] if reason else [])


def test_a_row_that_names_some_parties_and_not_all_leaves_one_out() -> None:
    deal = agreed("g", "min", "iro", "local")
    with store_of(
        *BODIES, deal, activity("v", responsible=("iro", "local")), activity("w", responsible=("iro",))
    ) as store:
        (finding,) = found(store, "agreement-without-party")
    assert finding.reason == "party-not-responsible" and finding.about == "Дело v"
    assert finding.subjects == ["min", "iro", "local"]
    assert [(row["expected"], row["found"]) for row in finding.evidence] == [
        ("Министерство", None),
        (None, "Институт"),
        (None, "Муниципальные органы"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (activity("v", responsible=("iro",)),),  # who prepares it, not who signs
        (activity("v", responsible=("min", "iro", "local")),),
        (activity("v", responsible=("min", "iro", "unit")),),  # a unit signs for its body
        (activity("v", responsible=("other",)),),
        (activity("v", by="c2", responsible=("iro", "local")),),  # another clause
        (),
    ],
)
def test_rows_that_leave_nobody_out(rows: tuple[Any, ...]) -> None:
    unit = subject("unit", REGION, "municipal", part_of="local")
    other = subject("other", REGION, "regional")
    assert reasons("agreement-without-party", agreed("g", "min", "iro", "local"), unit, other, *rows) == []


def test_the_row_nearest_by_its_names_is_the_one_of_the_agreement() -> None:
    schools = subject("schools", REGION, "institutional", name="Школы", generic=True, kind="organisation")
    rows = (
        activity("v", position=1, responsible=("min", "iro")),
        activity("w", position=2, responsible=("min", "iro", "local")),
    )
    assert reasons("agreement-without-party", schools, agreed("g", "min", "iro", "local"), *rows) == []
    found_ = told("agreement-without-party", *BODIES, schools, agreed("g", "min", "iro", "schools"), *rows)
    assert found_ == {"Дело v": "party-not-responsible"}


def test_a_fact_of_two_places_meets_the_row_of_either() -> None:
    both = clause("cc", "o", "3.1; 4")
    deal = agreed("g", "min", "iro", "local", by="cc")
    assert reasons("agreement-without-party", both, deal, activity("v", by="c2", responsible=("iro", "local"))) == [
        "party-not-responsible"
    ]


def test_a_party_that_holds_nothing() -> None:
    deal = agreed("g", "min", "iro", "local")
    holding = (held("a", "min", REGISTER, "c"), held("b", "iro", None, "c"))
    assert told("party-without-function", *BODIES, deal, *holding) == {"Муниципальные органы": "nothing"}
    work = activity("v", responsible=("local",))
    assert told("party-without-function", *BODIES, deal, *holding, work) == {"Муниципальные органы": "only-activities"}
    with store_of(*BODIES, deal, *holding) as store:
        assert checked(store, "party-without-function") == 3
        (finding,) = found(store, "party-without-function", REGION)
        assert finding.clauses == [{"order": "o", "clause": "3.1"}] and finding.level == "municipal"


GENERIC = subject("g", REGION, "municipal", generic=True)


@pytest.mark.parametrize(
    "facts",
    [
        (subject("x", REGION, "regional", generic=True, kind="organisation"),),  # universities in general
        (subject("x", "ru", "federal"),),  # no act of the country is loaded
        (subject("x", DISTRICT, "municipal", fills="g"), GENERIC, held("b", "g", REGISTER, "c")),
        (
            GENERIC,
            subject("x", REGION, "municipal"),
            subject("y", REGION, "municipal", part_of="x"),
            held("b", "y", None, "c"),
        ),
        (
            subject("x", REGION, "municipal", generic=True),
            subject("y", DISTRICT, "municipal", fills="x"),
            held("b", "y", None, "c"),
        ),
    ],
)
def test_parties_that_need_no_function_of_their_own(facts: tuple[Any, ...]) -> None:
    assert reasons("party-without-function", *facts, held("a", "min", REGISTER, "c"), agreed("h", "min", "x")) == []


def test_the_agreements_of_the_bundled_graph() -> None:
    store = bundled()
    (finding,) = [f for f in found(store, "agreement-without-party", "ru-vla") if f.reason == "party-not-responsible"]
    assert (
        finding.evidence[0]["subject"]["name"] == "Министерство образования и молодежной политики Владимирской области"
    )
    assert finding.evidence[0]["clause"] == "прил. 2, п. 1.4"
    overdue = found(store, "agreement-overdue", "ru-bel")
    assert [c["clause"] for f in overdue for c in f.clauses] == ["3.1.1; прил. 2, п. 5"]
    assert found(store, "agreement-overdue", "ru-bel", day=date(2021, 9, 25)) == []
    assert {c["clause"] for f in found(store, "agreement-missing", "ru-bel") for c in f.clauses} == {"3.2.4"}
