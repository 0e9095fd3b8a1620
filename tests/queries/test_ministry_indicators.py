"""Indicators held against their plans: which value, which plan, in which direction, and by when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.entities.vocabulary import Comparison
from ontology.models import Entity, Indicator, NameVariant, Observation
from queries.mentions import names_any
from queries.periods import span
from queries.questions.indicators import INDICATORS
from queries.targets import Figure, TargetState, judge
from tests.queries.small import DISTRICT, REGION, TODAY, clause, order, store_of, subject


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("к 2024 году", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-05-31", "2023-05-31", "2023-05-31"),
        ("2022/2023", "2022-09-01", "2023-08-31"),
        ("2022-2023 учебный год", "2022-09-01", "2023-08-31"),
        ("II квартал 2023", "2023-04-01", "2023-06-30"),
        ("4 кв. 2023", "2023-10-01", "2023-12-31"),
        ("2022-2025", "2022-01-01", "2022-12-31"),
        ("2023-13-40", "2023-01-01", "2023-12-31"),
    ],
)
def test_periods_are_days(text: str, first: str, last: str) -> None:
    assert span(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", None, "ежегодно", "в течение срока", "20233"])
def test_what_names_no_year_is_no_period(text: str | None) -> None:
    assert span(text) is None


def f(value: float, period: str | None = None, written: str | None = None) -> Figure:
    """A figure."""
    return Figure(value, period, written)


@pytest.mark.parametrize(
    ("actuals", "plans", "target", "op", "unit", "state", "plan", "way"),
    [
        # the plan of the running year, a share that grows by what is planned
        ([f(58, "2023-01")], [f(60, "2023"), f(65, "2024"), f(70, "2025")], None, None, "%", "running", 65, ">="),
        ([f(66, "2024-06")], [f(60, "2023"), f(65, "2024")], None, None, "%", "met", 65, ">="),
        ([f(66, "2024-06")], [f(65, "2024")], None, None, "%", "unsure", 65, None),
        ([f(40, "2024-01"), f(66, "2024-06")], [f(65, "2024")], None, None, "%", "met", 65, ">="),
        # fewer is better where the plans fall
        ([f(400, "2023-01")], [f(300, "2023"), f(250, "2024")], None, None, None, "running", 250, "<="),
        ([f(240, "2024-03")], [f(300, "2023"), f(250, "2024")], None, None, None, "met", 250, "<="),
        # the year is over: missed by a value of that year, unknown by an older one
        ([f(50, "2023")], [f(60, "2023")], None, Comparison.AT_LEAST, "%", "missed", 60, ">="),
        ([f(50, "2022")], [f(60, "2023")], None, Comparison.AT_LEAST, "%", "stale", 60, ">="),
        ([f(70, "2022")], [f(60, "2023")], None, Comparison.AT_LEAST, "%", "met", 60, ">="),
        # what the words say, where no comparison was read
        ([f(9, "2023")], [f(10, "2023", "не более 10")], None, None, None, "met", 10, "<="),
        ([f(9, "2023")], [f(10, "2023", "не менее 10%")], None, None, "%", "missed", 10, ">="),
        # nothing tells the direction
        ([f(9, "2023")], [f(10, "2023")], None, None, "чел.", "unsure", 10, None),
        ([f(10, "2023")], [f(10, "2023")], None, None, "чел.", "met", 10, None),
        ([f(99, "2023")], [f(100, "2023")], None, None, "%", "missed", 100, ">="),
        ([f(9, "2024")], [], f(10, "2024"), Comparison.EQUAL, None, "unsure", 10, None),
        # strictly more
        ([f(10, "2023")], [], f(10, "2023"), Comparison.MORE, None, "missed", 10, ">"),
        # the target counts beside a plan for the same time, and alone when there is no plan
        ([f(10, "2024-01")], [f(20, "2024")], f(15, "2024"), Comparison.AT_LEAST, None, "running", 15, ">="),
        ([f(20, "2024-01")], [], f(15, None), Comparison.AT_LEAST, None, "met", 15, ">="),
        ([f(10, "2024-01")], [], f(15, None), Comparison.AT_LEAST, None, "running", 15, ">="),
        # nothing to compare
        ([], [f(20, "2024")], None, None, None, "no-value", 20, None),
        ([f(10, "2024")], [], None, None, None, "no-target", None, None),
        ([], [], None, None, None, "no-target", None, None),
        # a value of a time to come is not yet known
        ([f(30, "2025")], [f(20, "2024")], None, Comparison.AT_LEAST, None, "no-value", 20, ">="),
        # of several the latest counts; one without a period only when there is no other
        ([f(1), f(21, "2024-05"), f(5, "2023")], [f(20, "2024")], None, Comparison.AT_LEAST, None, "met", 20, ">="),
    ],
)  # fmt: skip
def test_judged(
    actuals: list[Figure],
    plans: list[Figure],
    target: Figure | None,
    op: Comparison | None,
    unit: str | None,
    state: str,
    plan: float | None,
    way: str | None,
) -> None:
    found = judge(actuals, plans, target, op, unit, TODAY)
    assert (found.state.value, found.aim.value if found.aim else None, found.op) == (state, plan, way)


def test_a_deviation_is_what_is_missing() -> None:
    found = judge([f(6.44, "2024-01")], [f(10.1, "2024")], None, Comparison.AT_LEAST, "%", TODAY)
    assert found.deviation == -3.66
    assert judge([f(0.3, "2024")], [f(0.1 + 0.2, "2024")], None, None, None, TODAY).state is TargetState.MET


def test_names_in_any_form() -> None:
    text = "Доля педагогов, прошедших диагностику в Центре непрерывного повышения мастерства и ММЦ"
    assert names_any(text, ["Центр непрерывного повышения мастерства"]) and names_any(text, ["ММЦ"])
    assert not names_any(text, ["Центр повышения мастерства", "ММ", "", "институт"])


NAME = "Доля педагогов, прошедших диагностику в {}"


def indicator(id: str, name: str, by: str = "c", **values: Any) -> Indicator:
    """An indicator."""
    return Indicator.model_validate({"id": id, "name": name, "position": 0, "clause": by} | values)


def value(id: str, of: str, period: str, kind: str, number: float | None) -> Observation:
    """A value of it."""
    return Observation.model_validate({"id": id, "indicator": of, "period": period, "kind": kind, "value": number})


FACTS: tuple[Entity, ...] = (
    order("o", REGION),
    order("gone", REGION, number="1", date=date(2020, 1, 1), valid_until=date(2022, 1, 1)),
    order("local", DISTRICT, number="5"),
    clause("c", "o").model_copy(update={"text": "Слова"}),
    clause("gone.c", "gone"),
    clause("local.c", "local"),
    subject("centre", REGION, "regional", name="Центр мастерства", short="ЦНППМ"),
    subject("twin", DISTRICT, "municipal", name="Районный центр"),
    NameVariant(id="v", written="РайЦентр", why="short-form", subject="twin", clause="local.c"),
    indicator("i1", NAME.format("ЦНППМ"), unit="%", no="1"),
    indicator(
        "i2", NAME.format("центре мастерства"), position=1, target_op=">=", target_value=80, target_period="2024"
    ),
    indicator("i3", NAME.format("школах"), position=2),
    indicator("i4", NAME.format("РайЦентре и ЦНППМ"), "local.c"),
    indicator("i5", NAME.format("ЦНППМ"), "gone.c"),
    value("v1", "i1", "2023-01", "actual", 58.0),
    value("v2", "i1", "2024", "plan", 65.0),
    value("v3", "i1", "2023", "plan", 60.0),
    value("v4", "i2", "2023", "actual", None),
)


def ask(**params: Any) -> list[Any]:
    """Rows of the question."""
    with store_of(*FACTS) as store:
        return store.ask(INDICATORS, INDICATORS.params.model_validate({"as_of": TODAY} | params))


def test_indicators_with_all_their_values() -> None:
    rows = {row.indicator_id: row for row in ask(territory=REGION)}
    assert list(rows) == ["i4", "i1", "i2", "i3"]  # by act, then by place in it
    first = rows["i1"].public("ru")
    assert (first["state"], first["actual"], first["plan"], first["deviation"]) == ("running", 58.0, 65.0, -7.0)
    assert [(v["period"], v["kind"], v["value"]) for v in first["values"]] == [
        ("2023", "plan", 60.0),
        ("2023-01", "actual", 58.0),
        ("2024", "plan", 65.0),
    ]
    assert first["clause"] == "3.1" and first["quote"] == "Слова" and first["order"]["number"] == "7"
    assert rows["i2"].state is TargetState.NO_VALUE and rows["i2"].target == 80.0 and len(rows["i2"].values) == 1
    assert rows["i3"].state is TargetState.NO_TARGET and rows["i3"].values == ()


def test_indicators_by_act_territory_state_and_day() -> None:
    def ids(**params: Any) -> list[str]:
        return [row.indicator_id for row in ask(**params)]

    assert ids(territory=DISTRICT) == ["i4"] and ids(order="o", state="no-value") == ["i2"]
    assert ids(order="gone") == [] and ids(as_of=date(2021, 6, 1)) == ["i5"]


def test_indicators_of_a_subject_are_those_that_name_it() -> None:
    def ids(**params: Any) -> list[str]:
        return [row.indicator_id for row in ask(**params)]

    assert ids(subject="centre") == ["i4", "i1", "i2"]  # of its territory and of one in it
    assert ids(subject="twin") == ["i4"]  # by a writing of its name
    assert ids(subject="centre", territory=DISTRICT) == ["i4"] and ids(subject="no-such") == []
