"""Days of a year that the term of something periodic names."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.entities.vocabulary import Periodicity
from queries.written_days import written_days

FIRST, UNTIL = date(2024, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("periodicity", "term", "days"),
    [
        ("annual", "ежегодно, до 1 октября", ["2024-10-01", "2025-10-01"]),
        ("annual", "Ежегодно (декабрь)", ["2024-12-31", "2025-12-31"]),
        ("annual", "ежегодно, май-июнь", ["2024-06-30", "2025-06-30"]),
        ("annual", "ежегодно, с 1 мая по 15 июня", ["2024-06-15", "2025-06-15"]),
        ("annual", "ежегодно в феврале", ["2024-02-29", "2025-02-28"]),
        ("annual", "ежегодно до 31 апреля", ["2024-04-30", "2025-04-30"]),
        ("annual", "ежегодно, не позднее 01.09", ["2024-09-01", "2025-09-01"]),
        ("annual", "март, сентябрь, ежегодно", ["2024-03-31", "2024-09-30", "2025-03-31", "2025-09-30"]),
        ("annual", "август 2024 года август 2026 года", ["2024-08-31"]),
        ("annual", "1 сентября 2023 г. 1 сентября 2024 г.", ["2024-09-01"]),
        ("semiannual", "два раза в год (апрель, ноябрь)", ["2024-04-30", "2024-11-30", "2025-04-30", "2025-11-30"]),
        ("semiannual", "май 2024 года, декабрь 2024 года", ["2024-05-31", "2024-12-31"]),
        ("monthly", "ежемесячно до 5-го числа", [f"{y}-{m:02}-05" for y in (2024, 2025) for m in range(1, 13)]),
        (
            "quarterly",
            "ежеквартально до 10 числа месяца, следующего за отчётным кварталом",
            [f"{y}-{m:02}-10" for y in (2024, 2025) for m in (1, 4, 7, 10)],
        ),
    ],
)
def test_days_that_are_named(periodicity: str, term: str, days: list[str]) -> None:
    found = written_days(Periodicity(periodicity), term, FIRST, UNTIL)
    assert found is not None and [day.isoformat() for day in found] == days


@pytest.mark.parametrize(
    ("periodicity", "term"),
    [
        ("annual", "ежегодно"),
        ("annual", ""),
        ("annual", "ежегодно, в Октябрьском районе"),
        ("annual", "ежегодно, по итогам мартовского семинара"),
        ("annual", "ежегодно, п. 3.12 плана"),
        ("semiannual", "два раза в год, первый раз в мае"),
        ("quarterly", "ежеквартально до 10 числа"),
        ("quarterly", "ежеквартально, начиная с марта"),
        ("monthly", "ежемесячно до 45 числа"),
    ],
)
def test_a_term_that_names_none_or_too_few(periodicity: str, term: str) -> None:
    assert written_days(Periodicity(periodicity), term, FIRST, UNTIL) is None


def test_the_ends_of_time() -> None:
    assert written_days(Periodicity.ANNUAL, "до 1 марта", date.min, date(2, 12, 31)) == [date(1, 3, 1), date(2, 3, 1)]
    assert written_days(Periodicity.ANNUAL, "до 1 марта 0000 года", FIRST, UNTIL) is None
