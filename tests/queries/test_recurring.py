"""Days on which something periodic falls."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.entities.vocabulary import Periodicity
from queries.recurring import days_of, shifted

SINCE, UNTIL = date(2024, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("periodicity", "last", "days"),
    [
        ("annual", None, ["2024-12-31"]),
        ("semiannual", None, ["2024-06-30", "2024-12-31"]),
        ("quarterly", None, ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        ("monthly", date(2024, 3, 15), ["2024-01-15", "2024-02-15", "2024-03-15"]),
        ("quarterly", date(2024, 8, 31), ["2024-02-29", "2024-05-31", "2024-08-31"]),
        ("annual", date(2026, 9, 1), ["2024-09-01"]),
        ("annual", date(2023, 9, 1), []),
    ],
)
def test_days_something_periodic_falls_on(periodicity: str, last: date | None, days: list[str]) -> None:
    found = days_of(Periodicity(periodicity), last, SINCE, min(UNTIL, last or UNTIL))
    assert [day.isoformat() for day in found] == days


def test_a_month_more_keeps_the_end_of_the_month() -> None:
    assert shifted(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shifted(date(2024, 2, 29), -3) == date(2023, 11, 30)
    assert shifted(date(2024, 1, 30), 1) == date(2024, 2, 29)
    assert shifted(date(2024, 3, 15), -12) == date(2023, 3, 15)
