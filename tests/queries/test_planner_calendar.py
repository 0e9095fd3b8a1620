"""Calendar: days that are written, days counted from a period, and what has none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.errors import BadParameter
from ontology.models import Activity, Agreement, Entity
from queries.answer import answer
from queries.questions.calendar import CALENDAR, CalendarParams, CalendarRow
from tests.queries.small import DISTRICT, REGION, TODAY, clause, norm, order, store_of, subject

ACT = (order("o", REGION), clause("c", "o"), subject("a", REGION, "regional"), subject("b", REGION, "regional"))
WINDOW = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}


def activity(id: str, **values: Any) -> Activity:
    return Activity.model_validate({"id": id, "position": 0, "title": f"Семинар {id}", "clause": "c"} | values)


def asked(*facts: Entity, territory: str = REGION, **values: Any) -> list[CalendarRow]:
    with store_of(*ACT, *facts) as store:
        params = CalendarParams.model_validate({"territory": territory, "as_of": TODAY} | WINDOW | values)
        return store.ask(CALENDAR, params)


def said(rows: list[CalendarRow]) -> list[tuple[str | None, str, str, str]]:
    return [(r.date.isoformat() if r.date else None, r.timing.value, r.kind.value, r.item_id) for r in rows]


def test_entries_stand_by_day_and_those_without_a_day_last() -> None:
    rows = asked(
        activity("once", due=date(2024, 5, 31), periodicity="once", responsible=("b", "a")),
        activity("first", due=date(2024, 1, 1)),
        activity("last", due=date(2024, 12, 31), status="done"),
        activity("before", due=date(2023, 12, 31)),
        activity("after", due=date(2025, 1, 1)),
        activity("half", periodicity="semiannual"),
        activity("on", periodicity="ongoing", responsible_text=("Ведомство",)),
        activity("ended", periodicity="ongoing", due=date(2023, 12, 31)),
        activity("needed", periodicity="as-needed"),
        activity("unknown"),
    )
    assert said(rows) == [
        ("2024-01-01", "dated", "activity", "first"),
        ("2024-05-31", "dated", "activity", "once"),
        ("2024-06-30", "periodic", "activity", "half"),
        ("2024-12-31", "dated", "activity", "last"),
        ("2024-12-31", "periodic", "activity", "half"),
        (None, "ongoing", "activity", "on"),
        (None, "as-needed", "activity", "needed"),
        (None, "undated", "activity", "unknown"),
    ]
    assert [r.month for r in rows[:3]] == ["2024-01", "2024-05", "2024-06"] and rows[-1].month is None
    assert [p.name for p in rows[1].parties] == ["Центр a", "Центр b"] and rows[3].status == "done"
    assert rows[5].written == ("Ведомство",) and {r.clause for r in rows} == {"3.1"}


def test_a_day_the_term_names_goes_before_the_end_of_the_period() -> None:
    rows = asked(
        activity("named", periodicity="annual", term_text="ежегодно, до 1 октября"),
        activity("half", periodicity="semiannual", term_text="ежегодно (май, декабрь)"),
        activity("until", periodicity="annual", due=date(2024, 3, 1), term_text="ежегодно в августе, до 1 марта 2024"),
    )
    assert said(rows) == [
        ("2024-03-01", "periodic", "activity", "until"),
        ("2024-05-31", "periodic", "activity", "half"),
        ("2024-10-01", "periodic", "activity", "named"),
        ("2024-12-31", "periodic", "activity", "half"),
    ]


def test_days_of_agreements_norms_and_acts() -> None:
    def pact(id: str, status: str, **values: Any) -> Agreement:
        return Agreement.model_validate({"id": id, "status": status, "parties": ("a", "b"), "clause": "c"} | values)

    rows = asked(
        pact("required", "required", deadline=date(2024, 3, 1)),
        pact("concluded", "concluded", deadline=date(2024, 3, 1), valid_until=date(2024, 11, 1)),
        norm("n", 250, date(2024, 2, 1), date(2024, 10, 1), unit="чел."),
        norm("other", 3, date(2024, 2, 1), metric="other"),
        norm("reached", 400, date(2024, 2, 1), kind="actual"),
        order("ending", REGION, number="9", valid_until=date(2024, 12, 1), title="О паспорте"),
        order("ended", REGION, number="8", valid_until=date(2024, 8, 1)),
    )
    assert said(rows) == [
        ("2024-02-01", "dated", "norm-begins", "other"),
        ("2024-02-01", "dated", "norm-begins", "n"),
        ("2024-03-01", "dated", "agreement-due", "required"),
        ("2024-10-01", "dated", "norm-ends", "n"),
        ("2024-11-01", "dated", "agreement-ends", "concluded"),
        ("2024-12-01", "dated", "act-ends", "ending"),
    ]
    assert (rows[1].title, rows[1].value, rows[1].unit) == ("teachers-per-methodist", 250, "чел.")
    assert rows[0].title is None and len(rows[2].parties) == 2
    assert (rows[-1].title, rows[-1].order_number, rows[-1].clause) == ("О паспорте", "9", None)


def test_something_periodic_begins_and_ends_with_its_act() -> None:
    act = order("short", REGION, number="3", date=date(2024, 3, 1), valid_until=date(2024, 9, 30))
    rows = asked(act, clause("cs", "short"), activity("m", periodicity="quarterly", clause="cs"))
    assert [day for day, *_ in said(rows)] == ["2024-03-31", "2024-06-30", "2024-09-30"]
    assert rows[-1].kind.value == "act-ends"  # on that very day the act is in force no longer


def test_the_calendar_is_a_year_from_the_month_of_the_day() -> None:
    facts = (activity("in", due=date(2024, 9, 1)), activity("end", due=date(2025, 8, 31)))
    out = (activity("early", due=date(2024, 8, 31)), activity("late", due=date(2025, 9, 1)))
    assert [r.item_id for r in asked(*facts, *out, since=None, until=None)] == ["in", "end"]
    assert [r.item_id for r in asked(*facts, *out, since=date(2024, 8, 31), until=None)] == ["early", "in"]
    assert asked(*facts, since=date(2025, 1, 1), until=date(2024, 1, 1)) == []
    with pytest.raises(BadParameter):
        asked(*facts, since=date(1990, 1, 1), until=date(2024, 1, 1))
    assert asked(activity("x"), since=date(9999, 5, 1), until=None, dated=True) == []


def test_of_a_subject_of_a_place_and_only_what_has_a_day() -> None:
    facts = (
        activity("both", due=date(2024, 5, 31), responsible=("a", "b")),
        activity("other", due=date(2024, 6, 30), responsible=("b",)),
        activity("on", periodicity="ongoing", responsible=("a",)),
        order("local", DISTRICT),
        clause("cl", "local"),
        activity("below", due=date(2024, 7, 31), clause="cl"),
    )
    assert [r.item_id for r in asked(*facts, subject="a")] == ["both", "on"]
    assert [len(r.parties) for r in asked(*facts, subject="a", dated=True)] == [2]
    assert [(r.item_id, r.relation) for r in asked(*facts, dated=True)][-1] == ("below", "below")
    assert [(r.item_id, r.relation) for r in asked(*facts, territory=DISTRICT, dated=True)][-1] == ("below", "own")
    assert "below" not in {r.item_id for r in asked(*facts, territory="x-z.zarechny")}


def test_as_json_carries_it() -> None:
    facts = (*ACT, activity("v", due=date(2024, 10, 31), responsible=("a",), result="Список"))
    with store_of(*facts) as store:
        words = {"territory": "Зареченская область", "responsible": "Центр a"}
        body = answer(store, "calendar", words, as_of=TODAY)
        none = answer(store, "calendar", {"territory": "Зареченская область", "since": "2030-01-01"}, as_of=TODAY)
    (row,) = body.rows
    assert (row["month"], row["date"], row["kind"], row["timing"]) == ("2024-10", "2024-10-31", "activity", "dated")
    assert row["responsible"] == [{"id": "a", "name": "Центр a"}] and row["order"]["number"] == "7"
    assert row["quote"] == "Список" and row["norm"] is None
    assert body.notes == ["Календарь с 01.09.2024 по 31.08.2025."]
    assert none.rows == [] and len(none.notes) == 2
