"""Periods of values as acts write them («2023», «2023-01», «январь 2023», «2023/2024 учебный год»), as days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date as Day
from functools import lru_cache
from types import MappingProxyType

_YEAR = re.compile(r"\b(20\d\d)\b")
_MONTH = re.compile(r"\b(20\d\d)-(0[1-9]|1[0-2])\b")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[/–—-]\s*(?:20)?(\d\d)\b(?:\s*уч)", re.I)
_NAMED: Mapping[str, int] = MappingProxyType(
    {
        stem: number
        for number, stem in enumerate(
            ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
            start=1,
        )
    }
)
_MONTH_NAME = re.compile(rf"\b({'|'.join(_NAMED)})[а-я]{{0,3}}\s+20\d\d", re.I)


@lru_cache(maxsize=4096)
def last_day(period: str | None) -> Day | None:
    """The last day of a period; None when it names no year. Of several years the last one counts."""
    text = period or ""
    if month := _MONTH.search(text):
        return _end(int(month[1]), int(month[2]))
    if school := _SCHOOL_YEAR.search(text):
        return Day(int(school[1]) // 100 * 100 + int(school[2]), 8, 31)
    years = _YEAR.findall(text)
    if not years:
        return None
    named = _MONTH_NAME.search(text)
    return _end(int(years[-1]), _NAMED[named[1].lower()] if named else 12)


def _end(year: int, month: int) -> Day:
    return Day(year, month, monthrange(year, month)[1])
