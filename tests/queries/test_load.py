"""Teachers per methodist: which counts, which norm, how many posts are missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Entity
from queries.answer import answer
from queries.questions.load import per_post, posts_missing
from tests.queries.small import (
    DISTRICT,
    REGION,
    TODAY,
    clause,
    count,
    methodist,
    norm,
    order,
    store_of,
    subject,
    support,
)

EARLY = date(2023, 1, 15)
ACT = (order("o", REGION), clause("c", "o", "прил. 3, п. 3"))
SCHOOLS = (subject("a", DISTRICT, "institutional"), subject("b", "x-z.zarechny", "institutional"))


def rows(*facts: Entity, by: str = "region", day: date = TODAY, territory: str = REGION) -> list[dict[str, Any]]:
    with store_of(*ACT, *SCHOOLS, *facts) as store:
        return answer(store, "load", {"territory": territory, "by": by}, as_of=day).rows


def test_latest_counts_and_posts_as_of_the_day() -> None:
    facts = (
        count("h1", "a", EARLY, 400),
        count("h2", "a", TODAY, 300),
        count("h3", "b", EARLY, 200, "физика"),
        count("h4", "b", EARLY, 100, "химия"),
        methodist("m1", "М-1", EARLY, 1.0),
        methodist("m2", "М-1", TODAY, 0.5),
        methodist("m3", "М-2", TODAY, 0.25, "x-z.zarechny"),
    )
    assert [(r["teachers"], r["fte"], r["per_methodist"]) for r in rows(*facts, day=EARLY)] == [(700, 1.0, 700.0)]
    assert [(r["teachers"], r["fte"], r["per_methodist"]) for r in rows(*facts)] == [(600, 0.75, 800.0)]
    places = rows(*facts, by="municipality")
    assert [(r["territory"]["id"], r["teachers"], r["fte"]) for r in places] == [
        (DISTRICT, 300, 0.5),
        ("x-z.zarechny", 300, 0.25),
    ]


def test_a_total_is_taken_before_the_sum_of_school_subjects() -> None:
    facts = (count("h1", "a", TODAY, 90), count("h2", "a", TODAY, 60, "физика"), count("h3", "a", TODAY, 50, "химия"))
    assert [r["teachers"] for r in rows(*facts)] == [90]
    areas = {r["subject_area"]: r["teachers"] for r in rows(*facts, count("h4", "b", TODAY, 7), by="subject_area")}
    assert areas == {"физика": 60, "химия": 50, None: 7}


def test_a_methodist_who_moved_is_counted_where_the_last_line_says() -> None:
    facts = (methodist("m1", "М-1", EARLY, 1.0), methodist("m2", "М-1", TODAY, 1.0, "x-z.zarechny"))
    assert [(r["territory"]["id"], r["fte"]) for r in rows(*facts, by="municipality")] == [("x-z.zarechny", 1.0)]
    assert rows(*facts, territory=DISTRICT) == []
    assert [r["fte"] for r in rows(*facts, territory=DISTRICT, day=EARLY)] == [1.0]


def test_by_methodist_counts_whom_each_one_supports() -> None:
    facts = (
        methodist("m1", "М-1", TODAY, 0.5, subject_area="физика"),
        methodist("m2", "М-2", TODAY, 1.0),
        support("u1", "m1", "a", 60),
        support("u2", "m1", "b", 40),
    )
    found = rows(*facts, by="methodist")
    assert [(r["methodist"], r["subject_area"], r["teachers"], r["per_methodist"]) for r in found] == [
        ("М-1", "физика", 100, 200.0),
        ("М-2", None, None, None),
    ]


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2022, 6, 1), 350), (date(2023, 5, 1), 300), (date(2024, 5, 1), 250), (date(2030, 1, 1), 250)],
)
def test_the_norm_of_the_day(day: date, value: float) -> None:
    norms = (
        norm("n0", 350, None, date(2023, 1, 1)),
        norm("n1", 300, date(2023, 1, 1), date(2024, 1, 1)),
        norm("n2", 250, date(2024, 1, 1), date(2025, 1, 1)),
        norm("n3", 400, date(2023, 1, 1), date(2023, 2, 1), kind="actual"),
        norm("n4", 5, date(2023, 1, 1), metric="стаж"),
        norm("n5", 10, date(2023, 1, 1), comparison=">="),
    )
    found = rows(*norms, count("h", "a", date(2022, 3, 1), 1000), day=day)
    assert [r["norm"] for r in found] == [value]
    assert found[0]["norm_clause"] == "прил. 3, п. 3"
    assert found[0]["posts_missing"] == posts_missing(1000, 0, value)


def test_the_nearest_territory_and_then_the_strictest_decide() -> None:
    since = date(2023, 1, 1)
    country = norm("n1", 200, since, territory="ru")
    region = (norm("n2", 300, since), norm("n3", 290, since))
    school = count("h", "a", since, 580)
    assert rows(country, *region, school)[0]["norm"] == 290
    assert rows(country, school)[0]["norm"] == 200


def test_every_norm_is_listed_with_its_missing_posts() -> None:
    facts = (
        norm("n1", 300, date(2023, 1, 1), date(2024, 1, 1), period="2023"),
        norm("n2", 250, date(2024, 1, 1), period="2024"),
        norm("n3", 400, date(2023, 1, 1), date(2023, 2, 1), kind="actual"),
        count("h", "a", EARLY, 1000, invented=True),
        methodist("m", "М-1", EARLY, 2.5),
    )
    with store_of(*ACT, *SCHOOLS, *facts) as store:
        found = answer(store, "load", {"territory": REGION}, as_of=TODAY)
    assert found.norms is not None and found.total_load is not None
    assert [(n["value"], n["kind"], n["in_force"], n["posts_missing"]) for n in found.norms] == [
        (400.0, "actual", False, 0.0),
        (300.0, "plan", False, 0.84),
        (250.0, "plan", True, 1.5),
    ]
    assert found.total_load["per_methodist"] == 400.0
    assert found.rows[0]["invented"] is True and "Выдуманные" in found.notes[0]


def test_no_staffing_is_said() -> None:
    with store_of(*ACT) as store:
        found = answer(store, "load", {"territory": REGION}, as_of=TODAY)
    assert found.rows == [] and "headcounts.csv" in found.notes[0]


def test_rounding() -> None:
    assert posts_missing(1000, 0, 300) == 3.34  # 3.3333… rounded up: 3.33 posts would not do
    assert posts_missing(300, 100, 300) == 0.0 and posts_missing(10, 100, 300) == 0.0
    assert posts_missing(None, 100, 300) is None and posts_missing(5, 100, None) is None
    assert per_post(100, 0) is None and per_post(1, 300) == 0.33 and per_post(None, 5) is None
