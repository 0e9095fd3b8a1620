"""Days on which something periodic falls."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ontology.entities.vocabulary import Periodicity

MONTHS: Mapping[Periodicity, int] = MappingProxyType(
    {Periodicity.ANNUAL: 12, Periodicity.SEMIANNUAL: 6, Periodicity.QUARTERLY: 3, Periodicity.MONTHLY: 1}
)
"""Months from one time to the next."""


def shifted(day: date, months: int) -> date:
    """The day some months later (earlier when negative); the last day of a month stays the last day of a month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends else min(day.day, last))


def days_of(periodicity: Periodicity, last: date | None, first: date, until: date) -> list[date]:
    """The days from `first` to `until`, both included, on which it falls, counted back from its `last` day.

    Without a last day it falls on the last days of years, half-years, quarters or months; a term may name nearer ones,
    see `queries.written_days`.
    """
    step = MONTHS[periodicity]
    anchor = last or date(until.year, 12, 31)
    ahead = (anchor.year - first.year) * 12 + anchor.month - first.month
    found = [shifted(anchor, -step * n) for n in range(ahead // step + 1)] if ahead >= 0 else []
    return sorted(day for day in found if first <= day <= until)
