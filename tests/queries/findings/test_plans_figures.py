"""Indicators without values, off their targets, and figures that contradict one another."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.models import Norm
from queries.findings.periods import last_day
from queries.findings.same_names import same_figure
from tests.queries.findings.planned import ACT, bundled, checked, found, indicator, told, value
from tests.queries.small import DISTRICT, REGION, clause, order, store_of

SHARE = "Доля педагогов, прошедших диагностику"


def test_without_value_plan_and_target() -> None:
    facts = (
        *ACT,
        indicator("bare", "Первый"),
        indicator("aimed", "Второй", target_op=">=", target_value=30, target_period="2030"),
        indicator("measured", "Третий"),
        value("measured", "2023", "actual", 5),
        indicator("planned", "Четвёртый"),
        value("planned", "2030", "plan", 7),
        value("planned", "2023", "actual", None),
    )
    assert told("indicator-without-value", *facts) == {
        "Первый": "others-have",
        "Второй": "others-have",
        "Четвёртый": "not-measured",
    }
    assert set(told("indicator-without-plan", *facts)) == {"Первый", "Второй", "Третий"}
    assert set(told("indicator-without-target", *facts)) == {"Первый", "Третий"}
    with store_of(*facts) as store:
        assert [checked(store, f"indicator-without-{what}") for what in ("value", "plan", "target")] == [4, 4, 4]


def test_an_act_without_any_value_says_so() -> None:
    facts = (*ACT, indicator("a", "Первый"))
    for what in ("value", "plan", "target"):
        assert told(f"indicator-without-{what}", *facts) == {"Первый": "none-in-act"}


def test_a_plan_that_is_over_wants_a_value() -> None:
    facts = (*ACT, indicator("a", "Первый"), value("a", "2023-01", "actual", 5), value("a", "2023", "plan", 8))
    assert told("indicator-without-value", *facts, day=date(2023, 12, 31)) == {}
    with store_of(*facts) as store:
        (finding,) = found(store, "indicator-without-value", day=date(2024, 1, 1))
    assert finding.reason == "plan-is-over"
    assert (finding.evidence[0]["found"], finding.evidence[0]["expected"]) == ("2023-01: 5 %", "2023: 8 %")


@pytest.mark.parametrize(
    ("plans", "actual", "expected"),
    [
        ({"2023": 60}, ("2023", 58), "2023: ≥ 60 %"),
        ({"2023": 60}, ("2023", 60), None),
        ({"2023": 60}, ("2023-01", 10), None),  # the year planned for is not over
        ({"2022": 50, "2023": 60}, ("2023-06", 40), "2022: ≥ 50 %"),
        ({"2023": 300, "2024": 250}, ("2023", 310), "2023: ≤ 300 %"),  # plans go down: less is better
        ({"2023": 300, "2024": 250}, ("2023", 290), None),
        ({}, ("2023", 290), None),
    ],
)
def test_a_value_is_held_against_the_plan_that_is_due(
    plans: dict[str, float], actual: tuple[str, float], expected: str | None
) -> None:
    facts = [*ACT, indicator("a", "Первый"), value("a", actual[0], "actual", actual[1])]
    facts += [value("a", period, "plan", number) for period, number in plans.items()]
    with store_of(*facts) as store:
        findings = found(store, "indicator-off-target")
    assert [f.evidence[0]["expected"] for f in findings] == ([expected] if expected else [])


def test_a_target_is_a_bound() -> None:
    aimed = {"target_op": "<=", "target_value": 250, "target_period": "2023", "unit": "чел."}
    facts = (*ACT, indicator("a", "Первый", **aimed), value("a", "2023", "actual", 300))
    assert told("indicator-off-target", *facts) == {"Первый": "misses-target"}
    with store_of(*facts) as store:
        assert checked(store, "indicator-off-target") == 1


def test_one_indicator_with_two_figures() -> None:
    again = f"{SHARE}, от общего количества педагогов"
    facts = (
        *ACT,
        indicator("a", SHARE),
        indicator("b", again, by="c2"),
        value("a", "2023", "plan", 60),
        value("b", "2023", "plan", 65),
        value("a", "2024", "plan", 70),
        value("b", "2024", "plan", 70),
    )
    with store_of(*facts) as store:
        (finding,) = found(store, "contradictory-figures")
        assert checked(store, "contradictory-figures") == 2
    assert finding.reason == "one-act"
    assert [row["found"] for row in finding.evidence] == ["2023: 60 %", "2023: 65 %"]
    assert [row["clause"] for row in finding.clauses] == ["3.1", "4"]


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ({}, {}, False),
        ({"plan": 60}, {"actual": 55}, False),  # a plan and what was reached
        ({"plan": 60}, {"plan": 65}, True),
        ({"actual": 69}, {"actual": 69.3}, False),  # rounded
        ({"actual": 69}, {"actual": 100}, True),
        ({"bound": (">=", 30)}, {"plan": 65}, False),  # keeps to the bound
        ({"bound": (">=", 30)}, {"plan": 20}, True),
        ({"bound": (">=", 30)}, {"bound": (">=", 40)}, True),
        ({"bound": (">=", 30)}, {"bound": ("<=", 40)}, False),
        ({"bound": (">=", 50)}, {"bound": ("<=", 40)}, True),
    ],
)
def test_what_contradicts(left: dict[str, object], right: dict[str, object], clash: bool) -> None:
    facts = [*ACT]
    for id, by, says in (("a", "c", left), ("b", "c2", right)):
        bound = says.get("bound")
        aim = dict(zip(("target_op", "target_value"), bound, strict=True)) if isinstance(bound, tuple) else {}
        facts.append(indicator(id, SHARE, by=by, **aim, **({"target_period": "2023"} if aim else {})))
        facts += [value(id, "2023", kind, float(str(says[kind]))) for kind in ("plan", "actual") if kind in says]
    assert bool(told("contradictory-figures", *facts)) is clash


def test_figures_of_other_places_periods_and_units_are_no_contradiction() -> None:
    below = (order("m", DISTRICT), clause("f", "m"))
    facts = (
        *ACT,
        *below,
        indicator("a", SHARE),
        value("a", "2023", "plan", 60),
        indicator("b", SHARE, by="f"),
        value("b", "2023", "plan", 40),
        indicator("d", SHARE, by="c2"),
        value("d", "2024", "plan", 80),
        indicator("e", SHARE, by="c2", unit="чел."),
        value("e", "2023", "plan", 400),
    )
    assert told("contradictory-figures", *facts) == {}


def test_a_norm_contradicts_an_indicator_of_its_name() -> None:
    base = {"metric": SHARE, "comparison": "=", "value": 100, "unit": "%", "kind": "actual", "territory": REGION}
    facts = (*ACT, indicator("a", SHARE), value("a", "2023-01", "actual", 69))
    norm = Norm.model_validate({"id": "n", "clause": "c2", **base})
    with store_of(*facts, norm) as store:
        (finding,) = found(store, "contradictory-figures")
    assert [row["found"] for row in finding.evidence] == ["2023-01: 69 %", "100 %"]
    elsewhere = norm.model_copy(update={"territory": "ru"})  # a federal norm an act of the region repeats
    assert told("contradictory-figures", *facts, elsewhere) == {}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Доля ОО, в которых внедрена ЦМН", "доля образовательных организаций с внедрённой ЦМН", False),
        (
            "Доля ОО, где внедрена ЦМН",
            "доля образовательных организаций, где внедрена целевая модель наставничества",
            True,
        ),
        ("Доля учителей в первые 3 года работы", "Доля учителей в первые три года работы", True),
        ("Доля педагогических работников с ИОМ", "Доля педагогов с ИОМ", True),
        ("Доля педагогических работников с ИОМ", "Доля управленческих кадров с ИОМ", False),
        ("Доля учителей, от общего числа учителей", "Доля учителей", True),
        ("Доля учителей, от общего числа учителей", "Доля учителей, от общего числа молодых учителей", False),
        ("Доля школ до 35 лет", "Доля школ до 30 лет", False),
    ],
)
def test_names_of_indicators(left: str, right: str, same: bool) -> None:
    assert same_figure(left, right) is same_figure(right, left) is same


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2023", date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("январь 2023", date(2023, 1, 31)),
        ("к маю 2023 г.", date(2023, 5, 31)),
        ("2023/24 учебный год", date(2024, 8, 31)),
        ("2021 – 2024", date(2024, 12, 31)),
        ("ежегодно", None),
        (None, None),
    ],
)
def test_last_day_of_a_period(period: str | None, day: date | None) -> None:
    assert last_day(period) == day


@pytest.mark.parametrize(
    ("period", "clash"),
    [("2022", True), ("2023", False), ("2021", False), ("2023-01", True), ("2022-12", False), ("давно", False)],
)
def test_the_end_of_a_year_and_the_january_after_it_are_one_time(period: str, clash: bool) -> None:
    facts = [*ACT, indicator("a", SHARE), value("a", "2023-01", "actual", 69), indicator("b", SHARE, by="c2")]
    assert bool(told("contradictory-figures", *facts, value("b", period, "actual", 100))) is clash
    assert told("contradictory-figures", *facts[:-1], value("a", "2022", "actual", 100)) == {}  # of one indicator


def test_the_bundled_acts() -> None:
    store = bundled()
    try:
        for what in ("value", "plan", "target"):
            kind = f"indicator-without-{what}"
            belgorod = found(store, kind, "ru-bel")
            assert [f.reason for f in belgorod] == ["none-in-act"] * 7
            assert [row["clause"] for f in belgorod for row in f.clauses] == [f"6.1, п. {n}" for n in range(1, 8)]
            assert checked(store, kind, "ru-bel") == 7
        assert len(found(store, "indicator-without-target", "ru-vla")) == 2  # the rest have plans
        assert [f.reason for f in found(store, "indicator-without-value", "ru-vla", date(2023, 5, 1))].count(
            "not-measured"
        ) == 1
        (finding,) = found(store, "contradictory-figures")
        assert [(row["found"], row["clause"]) for row in finding.evidence] == [
            ("2023-01: 69 %", "прил. 3, п. 17"),
            ("2022: 100 %", "2.2"),
        ]
    finally:
        store.close()
