"""The norm of load exceeded, and routes that break."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Agreement, Interaction
from tests.queries.findings.planned import ACT, activity, bundled, checked, found, route, told
from tests.queries.small import (
    DISTRICT,
    REGION,
    REGISTER,
    TRAINING,
    clause,
    count,
    held,
    methodist,
    norm,
    order,
    store_of,
    subject,
    support,
)

DAY = date(2024, 1, 10)
SCHOOL = subject("school", DISTRICT, "institutional", name="Школа № 1", kind="organisation")
BOUND = norm("n", 250, date(2024, 1, 1))


def test_the_norm_of_a_region_a_municipality_and_a_methodist() -> None:
    facts = (
        *ACT,
        BOUND,
        SCHOOL,
        count("h", "school", DAY, 600, invented=True),
        methodist("m", "М-1", DAY, 1.0),
        methodist("k", "М-2", DAY, 1.0),
        support("u", "m", "school", 300),
        support("v", "k", "school", 250),
    )
    with store_of(*facts) as store:
        findings = found(store, "norm-exceeded")
        assert checked(store, "norm-exceeded") == 4
        inside = found(store, "norm-exceeded", DISTRICT)
    assert [(f.about, f.reason, f.evidence[0]["found"], f.evidence[0]["expected"]) for f in findings] == [
        ("Зареченская область", "territory-invented", "300", "≤ 250"),
        ("Ёлкинский муниципальный район", "territory-invented", "300", "≤ 250"),
        ("М-1", "methodist", "300", "≤ 250"),
    ]
    assert findings[0].clauses == [{"order": "o", "clause": "3.1"}]
    assert "вымышлен" in (findings[0].explanation or "")
    assert {f.id for f in inside} == {f.id for f in findings[1:]}


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ((), set()),
        ((methodist("m", "М-1", DAY, 1.0),), set()),  # exactly the norm
        ((methodist("m", "М-1", DAY, 0.0),), {"no-posts"}),
        ((count("g", "school", date(2024, 2, 1), 100), methodist("m", "М-1", DAY, 1.0)), set()),
    ],
)
def test_at_the_norm_and_without_posts(facts: tuple[Any, ...], reasons: set[str]) -> None:
    base = (*ACT, BOUND, SCHOOL, *((count("h", "school", DAY, 250),) if facts else ()))
    assert set(told("norm-exceeded", *base, *facts).values()) == reasons


def test_without_a_norm_nothing_is_exceeded() -> None:
    facts = (*ACT, SCHOOL, count("h", "school", DAY, 900), methodist("m", "М-1", DAY, 1.0))
    with store_of(*facts) as store:
        assert (found(store, "norm-exceeded"), checked(store, "norm-exceeded")) == ([], 0)


BODIES = (
    subject("a", REGION, "regional", name="Институт", kind="institute"),
    subject("b", REGION, "regional", name="Центр"),
    subject("p", REGION, "regional", name="Методист", kind="role"),
    subject("f", "ru", "federal", name="Оператор", kind="federal-operator"),
    subject("z", REGION, "regional", name="Пустая должность", kind="role", vacant=True),
    held("ha", "a", REGISTER, "c"),
    held("hb", "b", TRAINING, "c"),
)
AGREED = {"id": "g", "parties": ("a", "b"), "clause": "c2"}


@pytest.mark.parametrize(
    ("steps", "reasons"),
    [
        ([("a", REGISTER, "c"), ("a", REGISTER, "c2")], []),
        ([(None, REGISTER, "c")], ["no-subject"]),
        ([("a", TRAINING, "c")], ["not-held"]),
        ([("z", None, "c")], ["vacant"]),
        ([("v", TRAINING, "c3")], []),  # charged by the row of the road map the step is read from
        ([("f", TRAINING, "c")], []),  # a federal body holds its functions by federal acts
        ([("a", REGISTER, "c"), ("b", TRAINING, "c2")], ["no-link"]),
        ([("a", REGISTER, "c"), ("b", TRAINING, "c")], []),  # one clause names both
        ([("a", REGISTER, "c"), ("p", None, "c2")], []),  # a post hands nothing over by agreement
        ([("a", REGISTER, "c"), (None, None, "c2"), ("b", TRAINING, "c3")], ["no-subject"]),
    ],
)
def test_where_a_route_breaks(steps: list[tuple[str | None, str | None, str]], reasons: list[str]) -> None:
    charged = (
        clause("c3", "o", "5"),
        subject("v", REGION, "regional", name="Отдел"),
        activity("row", by="c3", responsible=("v",)),
    )
    facts = (*ACT, *BODIES, *charged, *route(*steps))
    assert list(told("route-broken", *facts).values()) == reasons
    with store_of(*facts) as store:
        assert checked(store, "route-broken") == len(steps)


@pytest.mark.parametrize(
    ("link", "reasons"),
    [
        (Interaction.model_validate({"id": "i", "kind": "reports", "source": "b", "target": "a", "clause": "c2"}), []),
        (Agreement.model_validate(AGREED | {"status": "concluded"}), []),
        (Agreement.model_validate(AGREED | {"status": "required"}), ["agreement-missing"]),
    ],
)
def test_what_connects_neighbours(link: Any, reasons: list[str]) -> None:
    steps = route(("a", REGISTER, "c"), ("b", TRAINING, "c2"))
    assert list(told("route-broken", *ACT, *BODIES, *steps, link).values()) == reasons


def test_a_break_between_two_shows_both_sides() -> None:
    steps = route(("a", REGISTER, "c"), ("b", TRAINING, "c2"))
    required = Agreement.model_validate(AGREED | {"status": "required"})
    with store_of(*ACT, *BODIES, *steps, required) as store:
        (finding,) = found(store, "route-broken")
    assert (finding.about, finding.subjects) == ("Отбор, 2", ["a", "b"])
    assert [row["subject"]["name"] for row in finding.evidence] == ["Институт", "Центр"]


def test_routes_of_acts_above_are_no_business_of_the_municipality() -> None:
    below = (order("m", DISTRICT), clause("x", "m"))
    with store_of(*ACT, *BODIES, *below, *route((None, REGISTER, "c"))) as store:
        assert found(store, "route-broken", DISTRICT) == []
        assert [f.reason for f in found(store, "route-broken", REGION)] == ["no-subject"]


def test_the_bundled_acts() -> None:
    store = bundled()
    try:
        breaks = found(store, "route-broken")
        assert {f.reason for f in breaks} == {"no-subject", "not-held", "no-link", "agreement-missing"}
        assert 0 < len(breaks) < checked(store, "route-broken") / 4
        clauses = {(f.reason, f.clauses[-1]["clause"]) for f in found(store, "route-broken", "ru-bel")}
        assert {("no-subject", "6.2"), ("no-subject", "6.3"), ("no-link", "3.1.6")} <= clauses
        assert found(store, "norm-exceeded") == []  # no counts without the demonstration tables
    finally:
        store.close()
