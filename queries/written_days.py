"""The days of a year that the term of something periodic names: «ежегодно (май, декабрь)», «до 1 октября»."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from ontology.entities.vocabulary import Periodicity
from queries.days import MONTH, month_of
from queries.recurring import MONTHS

_NAMED = re.compile(
    rf"(?<![\w.])(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?"
    r"|(?P<dd>\d\d)\.(?P<mm>\d\d)(?:\.(?P<yyyy>\d{4}))?(?!\d|\.\d))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:г\.|года?)?\s*(?:[-–—]|по)\s*$")
_EVERY_YEAR = re.compile(r"ежегодн|кажд\w+\s+год|раза?\s+в\s+год", re.IGNORECASE)
_OF_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*(?:-?\s*(?:го|е))?\s+числ[аоу]", re.IGNORECASE)
_NEXT = re.compile(r"следующ", re.IGNORECASE)


class _Said(NamedTuple):
    month: int
    day: int | None
    year: int | None

    def within(self, year: int) -> date:
        """The day in a year; the last of the month when no day is said or the month is shorter."""
        last = monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day or last, last))


def written_days(periodicity: Periodicity, term: str, first: date, until: date) -> list[date] | None:
    """The days from `first` to `until` that `term` names for something periodic; None when it names none, or fewer than
    it takes place in a year. A month alone is its last day, of «май – июнь» the last of June. Years that are named are
    the only ones unless it is each year's."""
    low = term.replace("ё", "е").replace("Ё", "Е")
    said = _said(low) or _of_months(periodicity, low)
    if len({(one.month, one.day) for one in said}) < 12 // MONTHS[periodicity]:
        return None
    years = range(first.year, until.year + 1)
    only = all(one.year for one in said) and not _EVERY_YEAR.search(low)
    found = {one.within(year) for one in said for year in years if not only or year == one.year}
    return sorted(day for day in found if first <= day <= until)


def _said(term: str) -> list[_Said]:
    found = list(_NAMED.finditer(term))
    said = []
    for one, after in zip_longest(found, found[1:]):
        if after is not None and _RANGE.fullmatch(term[one.end() : after.start()]):
            continue  # of a span of time the end counts
        month = int(one["mm"]) if one["mm"] else month_of(one["month"])
        day, year = (int(text) if text else None for text in (one["day"] or one["dd"], one["year"] or one["yyyy"]))
        if 1 <= month <= 12 and (day is None or 1 <= day <= 31) and (year is None or year > 0):
            said.append(_Said(month, day, year))
    return said


def _of_months(periodicity: Periodicity, term: str) -> list[_Said]:
    """«До 5 числа каждого месяца», «до 10 числа месяца, следующего за кварталом»."""
    found = _OF_MONTH.search(term)
    if found is None or not 1 <= int(found[1]) <= 31:
        return []
    step = MONTHS[periodicity]
    if step > 1 and not _NEXT.search(term):
        return []  # of which month is not said
    return [_Said(month, int(found[1]), None) for month in range(1, 13, step)]
