"""Days in people's words: «до 1 июня», «с 01.03.2024 по 31.05.2024», «на 1 июня 2023 года», «в 2024 году»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from queries.periods import span

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTHS: Mapping[str, int] = MappingProxyType({stem: number for number, stem in enumerate(_STEMS, start=1)})
_MONTH = r"(янв|фев|мар|апр|ма(?=[йяе])|июн|июл|авг|сен|окт|ноя|дек)[а-яё]*\.?"
_END = r"(?:\s*г(?:\.|ода?|оду)?(?![а-яё]))?"
_DAY = rf"(?:(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})|(\d{{4}})-(\d\d)-(\d\d)|(\d{{1,2}})\s+{_MONTH}(?:\s+(\d{{4}}))?){_END}"
_FORMS = re.compile(
    rf"(?<![а-яё])(?:(?P<word>до|к|по|не\s+позднее|с|со|после|от|на)\s+{_DAY}"
    rf"|до\s+конца\s+(?:(?P<end>\d{{4}})\s*(?:г\.|года?)?|(?P<this>года))"
    rf"|(?:в|за)\s+(?P<period>(?:(?:I{{1,3}}|IV|[1-4])\s*(?:-?[йм]\s+)?квартале?\s+)?\d{{4}})\s*(?:г\.|год[ау]?)"
    rf"|(?:в|за)\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?{_END})(?![а-яё\d])",
    re.IGNORECASE,
)
_UNTIL = frozenset({"до", "к", "по", "не позднее"})
_SINCE = frozenset({"с", "со", "после", "от"})


@dataclass(frozen=True, slots=True)
class Days:
    """What a text says of days: `since` and `until` of a time, both included, or the day `on` which something is asked;
    `rest`: the text without them."""

    rest: str
    since: date | None = None
    until: date | None = None
    on: date | None = None


def find_days(text: str, today: date) -> Days:
    """The days a text names. One without a year is the next such day from `today` on; what is no day stays."""
    since = until = on = None
    rest: list[str] = []
    at = 0
    for found in _FORMS.finditer(text):
        first, last = _meant(found, today)
        if first is None and last is None:
            continue
        word = " ".join((found["word"] or "").lower().split())
        if word == "на":
            on = last
        elif word in _SINCE:
            since = first
        elif word in _UNTIL or found["end"] or found["this"]:
            until = last
        else:
            since, until = first, last
        rest.append(text[at : found.start()])
        at = found.end()
    return Days(" ".join("".join([*rest, text[at:]]).split()), since, until, on)


def _meant(found: re.Match[str], today: date) -> tuple[date | None, date | None]:
    """First and last day of one mention."""
    if found["end"] or found["this"]:
        end = date(int(found["end"] or today.year), 12, 31)
        return end, end
    if found["period"]:
        return span(found["period"]) or (None, None)
    if found["month"]:
        number = _number(found["month"])
        coming = today.year if number >= today.month else today.year + 1
        return span(f"{found['year'] or coming}-{number:02d}") or (None, None)
    day, month, year, iso_year, iso_month, iso_day, plain, name, named_year = found.groups()[1:10]
    if name is None:
        known = _date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        return known, known
    number = _number(name)
    if named_year:
        known = _date(int(named_year), number, int(plain))
    else:
        known = next((d for y in (0, 1) if (d := _date(today.year + y, number, int(plain))) and d >= today), None)
    return known, known


def _number(month: str) -> int:
    return next(number for stem, number in _MONTHS.items() if month.lower().startswith(stem))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
