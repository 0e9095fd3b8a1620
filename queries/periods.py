"""Periods as acts and tables write them, as days: «2023», «2023-01», «2023-01-31», «2022/2023», «II квартал 2023»."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

_YEAR = r"((?:19|20)\d\d)"
_DAY = re.compile(rf"{_YEAR}-(\d\d)-(\d\d)")
_MONTH = re.compile(rf"{_YEAR}-(\d\d)(?!\d)")
_SCHOOL_YEAR = re.compile(rf"{_YEAR}\s*[/–—-]\s*((?:19|20)\d\d)")
_QUARTER = re.compile(rf"\b(I{{1,3}}|IV|[1-4])\s*(?:-?[йм]\s+)?кв\w*\.?\s*{_YEAR}")
_PLAIN = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_NUMERALS: Mapping[str, int] = MappingProxyType({"I": 1, "II": 2, "III": 3, "IV": 4})


@lru_cache(maxsize=4096)
def span(text: str | None) -> tuple[date, date] | None:
    """First and last day of a period; None when it names no year.

    Two years one after the other are a school year: 1 September to 31 August.
    """
    if not text:
        return None
    if (m := _DAY.search(text)) and (day := _day(int(m[1]), int(m[2]), int(m[3]))):
        return day, day
    if (m := _SCHOOL_YEAR.search(text)) and int(m[2]) == int(m[1]) + 1:
        return date(int(m[1]), 9, 1), date(int(m[2]), 8, 31)
    if m := _QUARTER.search(text):
        number = _NUMERALS.get(m[1]) or int(m[1])
        return _months(int(m[2]), 3 * number - 2, 3 * number)
    if (m := _MONTH.search(text)) and 1 <= int(m[2]) <= 12:
        return _months(int(m[1]), int(m[2]), int(m[2]))
    if m := _PLAIN.search(text):
        return _months(int(m[1]), 1, 12)
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
