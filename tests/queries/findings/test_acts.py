"""Acts that rest on repealed ones, that nobody repealed, whose dates disagree; facts whose clause changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ontology.models import Agreement, Assignment, Decision, Norm, Territory
from tests.queries.findings.planned import ACT, activity, bundled, checked, found, indicator, reference, told, value
from tests.queries.small import DISTRICT, REGION, REGISTER, clause, held, norm, order, store_of, subject

OLD = order("old", REGION, number="5", date=date(2020, 5, 5), valid_until=date(2022, 1, 10), title="О прежнем")


def test_an_act_rests_on_a_repealed_one() -> None:
    facts = (*ACT, OLD, reference("r", "o", "basis", number="5", date=date(2020, 5, 5), target="old"))
    with store_of(*facts) as store:
        (finding,) = found(store, "act-repealed")
        assert checked(store, "act-repealed") == 1
    assert finding.reason == "rests-on-repealed"
    assert [row["order"]["id"] for row in finding.evidence] == ["o", "old"]
    assert finding.evidence[1]["found"] == "приказ № 5, 2020-05-05 – 2022-01-10"
    assert told("act-repealed", *facts, day=date(2022, 1, 9)) == {}  # neither repealed nor yet referred to


def test_who_repeals_an_act_may_name_it() -> None:
    facts = (*ACT, OLD, reference("r", "o", "repeals", number="5", date=date(2020, 5, 5), target="old"))
    assert told("act-repealed", *facts) == {}
    with store_of(*facts) as store:
        assert checked(store, "act-repealed") == 0


@pytest.mark.parametrize(
    ("where", "other", "reasons"),
    [
        (DISTRICT, "amends", {"amends-repealed"}),  # an act below the one that repeals
        (REGION, "basis", {"rests-on-repealed"}),
        ("ru", "basis", set()),  # what a region repeals is no act of the country: the number is the same by chance
        ("y", "basis", set()),
    ],
)
def test_an_act_that_is_not_loaded_is_known_by_number_and_day(where: str, other: str, reasons: set[str]) -> None:
    named: dict[str, Any] = {"number": "783", "date": date(2021, 7, 14)}
    facts = (
        *ACT,
        Territory(id="y", name="Иная область", kind="region", part_of="ru"),
        order("p", where, number="9", title="Об ином"),
        reference("r", "o", "repeals", **named),
        reference("s", "p", other, **named),
    )
    assert set(told("act-repealed", *facts).values()) == reasons


def test_an_act_loaded_after_the_one_that_names_it() -> None:
    facts = (*ACT, OLD, reference("r", "o", "basis", number="5", date=date(2020, 5, 5)))
    assert set(told("act-repealed", *facts).values()) == {"rests-on-repealed"}


TITLE = "Об утверждении положения о региональной системе сопровождения педагогов"


def _newer(**values: Any) -> Any:
    return order(
        "n", values.pop("territory", REGION), **({"number": "9", "date": date(2023, 3, 3), "title": TITLE} | values)
    )


@pytest.mark.parametrize(
    ("newer", "said", "found_"),
    [
        (_newer(), None, True),
        (_newer(title="О региональной системе сопровождения педагогов"), None, True),
        (_newer(title="О летнем отдыхе"), None, False),
        (_newer(title=TITLE + " на 2023 год"), None, False),  # the older is for another year
        (_newer(territory=DISTRICT), None, False),
        (_newer(date=date(2022, 1, 10)), None, False),  # of one day: two parts of one decision
        (_newer(kind="локальный акт"), None, False),
        (_newer(title=f"О внесении изменений в приказ «{TITLE}»"), None, False),
        (_newer(), "amends", False),
        (_newer(), "basis", False),
        (_newer(valid_until=date(2024, 1, 1)), None, False),
    ],
)
def test_the_newer_act_does_not_repeal_the_older(newer: Any, said: str | None, found_: bool) -> None:
    year = " на 2022 год" if "2023" in newer.title else ""
    facts = [order("o", REGION, title=TITLE + year), newer]
    if said:
        facts.append(reference("r", "n", said, number="7", date=date(2022, 1, 10), target="o"))
        unresolved = [*facts[:-1], reference("r", "n", said, number="7", date=date(2022, 1, 10))]
        assert told("act-superseded", *unresolved) == {}
    with store_of(*facts) as store:
        findings = found(store, "act-superseded")
    assert bool(findings) is found_
    if findings:
        assert [row["order"]["id"] for row in findings[0].evidence] == ["o", "n"]


def _agreement(**values: Any) -> Agreement:
    return Agreement.model_validate({"id": "g", "status": "required", "clause": "c"} | values)


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (order("x", REGION, date=None), "undated"),
        (order("x", REGION, valid_until=date(2022, 1, 10)), "act-ends"),
        (order("x", REGION, valid_until=date(2022, 1, 11)), None),
        (reference("r", "o", "basis", date=date(2022, 1, 11)), "names-younger"),
        (reference("r", "o", "basis", date=date(2022, 1, 10)), None),
        (activity("a", due=date(2022, 1, 9)), "activity-before-act"),
        (activity("a", due=date(2022, 1, 9), status="cancelled"), None),
        (activity("a", due=date(2022, 1, 9), periodicity="annual"), None),
        (activity("a", due=date(2022, 1, 10)), None),
        (_agreement(deadline=date(2022, 1, 9)), "agreement-before-act"),
        (_agreement(deadline=date(2022, 1, 9), status="concluded"), None),
        (_agreement(date=date(2022, 2, 1), valid_until=date(2022, 2, 1)), "agreement-ends"),
        (value("i", "2021", "plan", 1), "plan-before-act"),
        (value("i", "2021-12", "plan", 1), "plan-before-act"),
        (value("i", "2022", "plan", 1), None),
        (value("i", "2021/2022", "plan", 1), None),
        (value("i", "2021", "actual", 1), None),
        (norm("n", 250, date(2022, 2, 1), date(2022, 1, 1)), "norm-ends"),
        (norm("n", 250, date(2022, 2, 1), date(2022, 3, 1)), None),
    ],
)
def test_dates(fact: Any, reason: str | None) -> None:
    facts = (*ACT, indicator("i", "Первый"), fact)
    assert list(told("act-dates", *facts).values()) == ([reason] if reason else [])
    with store_of(*facts) as store:
        assert checked(store, "act-dates") >= 1


def test_a_wrong_date_shows_both_days() -> None:
    with store_of(*ACT, activity("a", due=date(2021, 12, 31))) as store:
        (finding,) = found(store, "act-dates", REGION)
        assert checked(store, "act-dates", REGION) == 2  # the act's own day, the activity's last day
        assert found(store, "act-dates", DISTRICT) == []
    (row,) = finding.evidence
    assert (row["found"], row["expected"], row["clause"]) == ("2021-12-31", "2022-01-10", "3.1")


def _decision(id: str, target: str, **values: Any) -> Decision:
    base = {"target_class": "Assignment", "verdict": "confirmed", "decided_by": "Иванова", "order": "o", "stale": True}
    moment = {"decided_at": datetime(2024, 1, 1, tzinfo=UTC), "address": "3.1"}
    return Decision.model_validate({"id": id, "target": target} | base | moment | values)


BODY = subject("s", REGION, "regional", name="Институт")


def test_facts_whose_clause_changed() -> None:
    facts = (
        *ACT,
        BODY,
        held("a", "s", REGISTER, "c", status="changed"),
        held("b", "s", REGISTER, "c", status="confirmed"),
        activity("v", review="changed", responsible=("s",)),
        indicator("i", "Первый", review="changed"),
        value("i", "2023", "plan", 1).model_copy(update={"review": "changed"}),
        _decision("d", "a"),
        _decision("e", "gone"),
        _decision("f", "twice"),
        _decision("g", "twice", stale=False),
    )
    with store_of(*facts) as store:
        findings = found(store, "clause-changed")
        assert checked(store, "clause-changed") == 3
    assert [(f.about, f.reason) for f in findings] == [
        ("F1.01 Реестр работников методических служб", "fact-changed"),
        ("3.1", "fact-gone"),
        ("Первый", "fact-changed"),
        ("Первый", "fact-changed"),
        ("Дело v", "fact-changed"),
    ]
    assert {f.clauses[0]["clause"] for f in findings} == {"3.1"}


def test_a_changed_act_a_changed_norm_and_a_changed_body() -> None:
    bound = Norm.model_validate(norm("n", 250, None).model_dump() | {"review": "changed"})
    facts = (order("o", REGION, status="changed"), clause("c", "o"), bound)
    body = subject("s", REGION, "regional", name="Институт", clause="c", review="changed")
    assert set(told("clause-changed", *facts, body)) == {"О системе", "3.1", "Институт"}


def test_low_confidence() -> None:
    facts = (
        *ACT,
        BODY,
        held("a", "s", REGISTER, "c", confidence=0.6),
        held("b", "s", REGISTER, "c", confidence=0.7),
        held("d", "s", REGISTER, "c", confidence=0.6, status="confirmed"),
        held("e", "s", None, "c", confidence=0.6),
    )
    with store_of(*facts) as store:
        (finding,) = found(store, "low-confidence")
        assert checked(store, "low-confidence") == 3
    assert finding.function is not None
    assert (finding.function["code"], finding.subjects, finding.evidence[0]["found"]) == ("F1.01", ["s"], "60 %")


def test_the_bundled_acts() -> None:
    store = bundled()
    try:
        assert [f.reason for f in found(store, "act-dates")] == ["activity-before-act"]
        assert [f.id for kind in ("act-repealed", "act-superseded", "clause-changed") for f in found(store, kind)] == []
        unsure = sum(a.confidence < 0.7 and a.function is not None for a in store.all(Assignment))
        assert len(found(store, "low-confidence")) == unsure > 0
    finally:
        store.close()
