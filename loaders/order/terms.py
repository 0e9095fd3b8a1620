"""Terms of activities: from their words to the day by which, and how often.

What recurs or goes on has no day of its own. A term without a year («до 1 марта», «октябрь») takes it from where it
stands: a section row, the head of its column, the title of its table («План работы на 2031/2032 учебный год»).
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from loaders.order import dates
from loaders.order.periods import LONGEST, period_of
from loaders.order.periods import periodicity as periodicity
from loaders.order.quarters import YEAR_END as YEAR_END
from loaders.order.quarters import halves, quarters
from loaders.order.spans import SCHOOL_YEAR, school
from loaders.order.spans import Span as Span
from loaders.order.spans import span_of as span_of
from loaders.order.spelling import repaired

_YEAR = r"20\d\d(?:\s*г(?:г?\.?|од[а-я]*)(?![а-яё]))?"
YEARS = re.compile(
    rf"(?:(?:в|на)\s+(?:течени[еи]\s+|период\s+)?)?(?:с\s+)?{_YEAR}(?:\s*(?:[-–—,;/]|и|по)?\s*{_YEAR})*"
    r"(?:\s*[-–—]\s*\d\d)?\s*(?:г(?:г?\.?|од[а-я]*))?",
    re.I,
)
DURING = re.compile(
    r"(?:в\s+течени[еи]|на\s+протяжении|до\s+конца|к\s+концу|в\s+конце|конец|в|к|до)\s+(20\d\d)\s*(?:учебн\w+\s*)?(?:г\b|год)",
    re.I,
)
SEASON = {"ле": 8, "ве": 5, "ос": 11}
DAY = re.compile(r"(?<![\d.])(\d{1,2})\s+" + dates.MONTH + r"|(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.]\d)\.?(?!\d)", re.I)
_WHOLE = re.compile(
    rf"(?:(?:до|к|с|не\s+позднее)\s+)?(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|(?:\d{{1,2}}\s+)?{dates.MONTH}\s+20\d\d|"
    rf"(?:IV|III|II|I|[1-4])\s+(?:квартал|кв\.?|полугодие)\s+20\d\d)(?:\s*г(?:\.|ода?(?![а-яё])))?",
    re.I,
)


def due(term: str, within: Span | None = None) -> date | None:
    """The day by which an activity is due: a date, the end of a month, quarter, half-year, season or year; None for
    what recurs or goes on. `within` gives the year to a term that names none."""
    text = repaired(term[:LONGEST])
    if not text or period_of(text, within) not in {"once", None}:
        return None
    if day := dates.last(text):
        return day
    years = [int(y) for y in re.findall(r"(?<!\d)(20\d\d)(?!\d)", text)]
    year_found = SCHOOL_YEAR.search(text)
    if year_found or not years:
        return _placed(text, school(year_found) if year_found else within)
    year = max(years)
    if months := list(dates.MONTH_YEAR.finditer(text)):
        return dates.month_end(months[-1].group(0))
    if named := quarters(text):
        return _end(year, 3 * named[-1])
    if parts := halves(text):
        return _end(year, 6 * parts[-1])
    if season := re.search(r"\b(лет[оа]м?|весн[аы]|весной|осень|осени|осенью)\b", text, re.I):
        return _end(year, SEASON[season.group(1).lower()[:2]])
    if short := re.search(r"(20\d\d)\s*[-–—]\s*(\d\d)\s*(?:г|$)", text):
        year = max(year, int(short.group(1)) // 100 * 100 + int(short.group(2)))
    if YEARS.fullmatch(text.strip(" .,;()")) or DURING.search(text):
        return date(year, 12, 31)
    return None


def several(term: str) -> list[str]:
    """The terms a cell holds one after another («май 2032 июнь 2032»), each with a year; the whole when it is one."""
    if len(term) > LONGEST:
        return [term]
    found = [m.group(0) for m in _WHOLE.finditer(term)]
    rest = _WHOLE.sub("", term).strip(" ;,.")
    return found if len(found) > 1 and not rest else [term]


def _placed(text: str, span: Span | None) -> date | None:
    """The day of a term without a year within a known one («до 15 мая», «октябрь», «II квартал», «до конца года»)."""
    if span is None:
        return None
    days = [
        (int(m.group(3) or m.group(1)), int(m.group(4)) if m.group(4) else dates.month(m.group(2)))
        for m in DAY.finditer(text)
    ]
    for day, month in reversed(days):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(span.year_of(month), month)[1]:
            return date(span.year_of(month), month, day)
    if months := re.findall(r"\b" + dates.MONTH + r"(?![а-яё])", text, re.I):
        number = dates.month(months[-1])
        return _end(span.year_of(number), number)
    if named := quarters(text):
        return _end(span.year_of(3 * named[-1]), 3 * named[-1])
    if parts := halves(text):
        if span.first != span.last:  # the halves of a school year part at New Year
            return span.end if parts[-1] == 2 else _end(span.first, 12)
        return _end(span.first, 6 * parts[-1])
    if YEAR_END.search(text) or SCHOOL_YEAR.search(text):
        return span.end
    return None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
