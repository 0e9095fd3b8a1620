"""Terms of activities: from their words to the day by which, and how often.

What recurs or goes on has no day of its own. A term without a year («до 1 марта», «октябрь») takes it from where it
stands: a section row, the head of its column, the title of its table («План работы на 2031/2032 учебный год»).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from loaders.order import dates
from loaders.order.reading import Periodicity
from loaders.order.spelling import repaired
from loaders.order.wordings import table

LONGEST = 300  # characters of a term; what is longer is prose that begins with one
_ONE = r"(?:IV|III|II|I|[1-4]|перв|втор|трет|четв[её]рт)(?:\s*-?\s*(?:й|ый|ой|го|ом|ий|ого|ем|ьего|ьем|ые|ьи))?"
QUARTER = re.compile(rf"(?<![\w.])({_ONE}(?:\s*(?:[-–—,]|и)\s*{_ONE})*)\s*(?:квартал|кв\b)", re.I)
HALF = re.compile(r"(?<![\w.])(II|I|[12]|перв\w+|втор\w+)(?:\s*-?\s*(?:е|ое|го|ого|м|ом))?\s+полугоди", re.I)
SCHOOL_YEAR = re.compile(
    r"(20\d\d)\s*(?:[-–—/\\]|и|года?\s*[-–—])\s*(20\d\d|\d\d)\s*(?:г\w*\.?\s*)?(?:уч\.|уч\s|учебн)", re.I
)
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
YEAR_END = re.compile(
    r"(?:до\s+конца|к\s+концу|в\s+конце|конец)\s+(?:(?:текущего|календарного|учебного|отч[её]тного)\s+)*год[а-я]*", re.I
)
SEASON = {"ле": 8, "ве": 5, "ос": 11}
DAY = re.compile(r"(?<![\d.])(\d{1,2})\s+" + dates.MONTH + r"|(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.]\d)\.?(?!\d)", re.I)
RATE = re.compile(
    r"(?:(\d+|[а-яё]+)(?:\s*\(\w+\))?\s+)?раз[а]?\s+в\s+(?:(учебный|календарный|каждый|кажд\w+)\s+)?(\d+\s+|[а-яё]+)\s*([а-яё]+)?",
    re.I,
)
_WHOLE = re.compile(
    rf"(?:(?:до|к|с|не\s+позднее)\s+)?(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|(?:\d{{1,2}}\s+)?{dates.MONTH}\s+20\d\d|"
    rf"(?:IV|III|II|I|[1-4])\s+(?:квартал|кв\.?|полугодие)\s+20\d\d)(?:\s*г(?:\.|ода?(?![а-яё])))?",
    re.I,
)
# «в течение 10 рабочих дней» once, «не позднее 5 дней после проведения» each time the event takes place.
RELATIVE = re.compile(
    r"(?:в течени[еи]|не позднее|за|через)\s+(?:чем\s+)?(?:(?:за|через)\s+)?\S+\s+"
    r"(?:рабоч|календарн|дн|час|недел|месяц)"
)
EVENT = re.compile(r"\bпосле\b|\bдо (?:начала|проведения|дня)|со дня|с момента|с даты|поступлени|обращени")

_PERIODS = table("terms", "periods")
_UNITS = table("terms", "units")
_COUNTS = table("terms", "counts")


def _stems(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _PERIODS[name]))})")


_OFTEN: tuple[tuple[Periodicity, re.Pattern[str]], ...] = (
    ("monthly", _stems("monthly")),
    ("quarterly", _stems("quarterly")),
    ("semiannual", _stems("semiannual")),
    ("annual", _stems("annual")),
)
_ONGOING, _LASTING, _AS_NEEDED = _stems("ongoing"), _stems("lasting"), _stems("as_needed")


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
    if school := SCHOOL_YEAR.search(text):
        return _school(school)
    plain = dates.DOTTED.sub(" ", dates.WORDED.sub(" ", text))
    years = {int(y) for y in re.findall(r"(?<!\d)(20\d\d)(?=\s*(?:г\b|г\.|год|$|[).,»]))", plain)}
    every = set(re.findall(r"(?<!\d)20\d\d(?!\d)", plain))
    return Span(min(years), min(years)) if len(years) == 1 and len(every) == 1 else None


def _school(found: re.Match[str]) -> Span:
    first, second = int(found.group(1)), found.group(2)
    return Span(first, int(second) if len(second) == 4 else first // 100 * 100 + int(second))


def due(term: str, within: Span | None = None) -> date | None:
    """The day by which an activity is due: a date, the end of a month, quarter, half-year, season or year; None for
    what recurs or goes on. `within` gives the year to a term that names none."""
    text = repaired(term[:LONGEST])
    if not text or _periodicity(text, within) not in {"once", None}:
        return None
    if day := dates.last(text):
        return day
    years = [int(y) for y in re.findall(r"(?<!\d)(20\d\d)(?!\d)", text)]
    school = SCHOOL_YEAR.search(text)
    if school or not years:
        return _placed(text, _school(school) if school else within)
    year = max(years)
    if months := list(dates.MONTH_YEAR.finditer(text)):
        return dates.month_end(months[-1].group(0))
    if quarters := _quarters(text):
        return _end(year, 3 * quarters[-1])
    if halves := _halves(text):
        return _end(year, 6 * halves[-1])
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
    if quarters := _quarters(text):
        return _end(span.year_of(3 * quarters[-1]), 3 * quarters[-1])
    if halves := _halves(text):
        if span.first != span.last:  # the halves of a school year part at New Year
            return span.end if halves[-1] == 2 else _end(span.first, 12)
        return _end(span.first, 6 * halves[-1])
    if YEAR_END.search(text) or SCHOOL_YEAR.search(text):
        return span.end
    return None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarters(term: str) -> list[int]:
    """The quarters a term names, in order («I-II кв.», «III и IV квартал», «4 квартал», «третий квартал»)."""
    numbers = {"I": 1, "II": 2, "III": 3, "IV": 4, "ПЕРВ": 1, "ВТОР": 2, "ТРЕТ": 3, "ЧЕТВ": 4}
    found: list[int] = []
    for m in QUARTER.finditer(term):
        for part in re.findall(r"IV|III|II|I|[1-4]|ПЕРВ|ВТОР|ТРЕТ|ЧЕТВ", m.group(1).upper()):
            found.append(numbers.get(part) or int(part))
    return found


def _halves(term: str) -> list[int]:
    return [2 if re.match(r"(?:II|2|втор)", m.group(1), re.I) else 1 for m in HALF.finditer(term)]


def periodicity(term: str, within: Span | None = None) -> Periodicity | None:
    """How often, by the words of the term; None when nothing is said. A bare month is one day of the year `within`."""
    return _periodicity(repaired(term[:LONGEST]), within)


def _periodicity(term: str, within: Span | None) -> Periodicity | None:
    low = re.sub(r"\s+", " ", term.lower().replace("ё", "е"))
    if not low.strip():
        return None
    if re.search(r"(?:далее|затем)\W+(?:\w+\s+)?(?:постоянн|ежегодн|регулярн)", low):
        return "annual" if "ежегодн" in low else "ongoing"
    months = re.findall(r"\b" + dates.MONTH + r"(?![а-яё])", low)
    if often := _often(low, months):
        return often
    rated = RATE.search(low)
    if _AS_NEEDED.search(low) and not months and not dates.last(low):
        return "as-needed"
    years = set(re.findall(r"20\d\d", low))
    if _ONGOING.search(low) or (_LASTING.search(low) and not years and not months):
        return "ongoing"
    if RELATIVE.search(low):
        return "as-needed" if EVENT.search(low) and not years else "once"
    if len(months) >= 2 and len(years) >= 2 and not re.search(r"[–—-]", low):
        return "semiannual" if len(months) >= 2 * len(years) and len(set(months)) > 1 else "annual"
    if rated is not None:
        return None  # a rate this list of periods has no word for («раз в два года»)
    known = re.search(r"\d", low) or (within and (months or YEAR_END.search(low) or QUARTER.search(term)))
    return "once" if known else None


def _often(low: str, months: list[str]) -> Periodicity | None:
    """The rhythm a term names, the quickest of several («ежегодно (два раза в год)» is twice a year)."""
    rate = max((_rate(m) for m in RATE.finditer(low)), default=0)
    named = next((period for period, stems in _OFTEN if stems.search(low)), None)
    if rate > 12:
        return "ongoing"
    rated: Periodicity | None = (
        "monthly" if rate == 12 else "quarterly" if rate in {3, 4} else "semiannual" if rate == 2 else None
    )
    if rated or (named in {None, "annual"} and rate == 1):
        return rated or "annual"
    if named == "annual" and re.search(r"\(\s*\w+\s*,\s*\w+\s*\)", low) and len(months) == 2:
        return "semiannual"
    return named


def _rate(found: re.Match[str]) -> int:
    """How many times a year «N раз в …» is; 0 for what is rarer or unknown."""
    count, unit, more = found.group(1), found.group(3).strip(), found.group(4) or ""
    if unit.isdigit() or unit in _COUNTS:
        size = int(unit) if unit.isdigit() else int(_COUNTS[unit])
        per_year = {"месяц": 12, "недел": 52, "кварт": 4}.get(more[:5], 0)
        return per_year // size if size and per_year else 0
    times = int(count) if count and count.isdigit() else int(_COUNTS.get(count or "", 1))
    return min(times * int(_UNITS.get(unit, 0)), 365)
