"""The year that rows of a table are about, by a section row, a column's head or a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.order import dates

SCHOOL_YEAR = re.compile(
    r"(20\d\d)\s*(?:[-–—/\\]|и|года?\s*[-–—])\s*(20\d\d|\d\d)\s*(?:г\w*\.?\s*)?(?:уч\.|уч\s|учебн)", re.I
)


@dataclass(frozen=True, slots=True)
class Span:
    """The year that rows are about: a calendar year (`first` = `last`), or a school year from September on."""

    first: int
    last: int

    @property
    def end(self) -> date:
        """Its last day: 31 December, or 31 August of a school year."""
        return date(self.last, 12, 31) if self.first == self.last else date(self.last, 8, 31)

    def year_of(self, month: int) -> int:
        """The calendar year a month of it falls in."""
        return self.last if month < 9 else self.first


def span_of(text: str) -> Span | None:
    """The one year a heading or a title is about; None when it names none or several."""
    if found := SCHOOL_YEAR.search(text):
        return school(found)
    plain = dates.DOTTED.sub(" ", dates.WORDED.sub(" ", text))
    years = {int(y) for y in re.findall(r"(?<!\d)(20\d\d)(?=\s*(?:г\b|г\.|год|$|[).,»]))", plain)}
    every = set(re.findall(r"(?<!\d)20\d\d(?!\d)", plain))
    return Span(min(years), min(years)) if len(years) == 1 and len(every) == 1 else None


def school(found: re.Match[str]) -> Span:
    """The school year a match of SCHOOL_YEAR names."""
    first, second = int(found.group(1)), found.group(2)
    return Span(first, int(second) if len(second) == 4 else first // 100 * 100 + int(second))
