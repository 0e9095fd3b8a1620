"""Days in people's words: «до 1 июня», «с 01.03.2024 по 31.05.2024», «на 1 июня 2023 года», «в 2024 году»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from queries.periods import span
from queries.recurring import shifted

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTHS: Mapping[str, int] = MappingProxyType({stem: number for number, stem in enumerate(_STEMS, start=1)})
MONTH = (  # the month itself: «в Октябрьском районе» names none
    r"(янв|фев|мар|апр|ма(?=[йяе])|июн|июл|авг|сен|окт|ноя|дек)"
    r"(?:(?:ар|рал|т|ел|уст|тябр|ябр|бр|абр)?(?:[ьяюеау]|ем|ём|ом)?|й)(?![а-яё])\.?"
)
_END = r"(?:\s*г(?:\.|ода?|оду)?(?![а-яё]))?"
_DAY = rf"(?:(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})|(\d{{4}})-(\d\d)-(\d\d)|(\d{{1,2}})\s+{MONTH}(?:\s+(\d{{4}}))?){_END}"
_FORMS = re.compile(
    rf"(?<![а-яё])(?:(?P<word>до|к|по|не\s+позднее|с|со|после|от|на)\s+{_DAY}"
    rf"|до\s+конца\s+(?:(?P<end>\d{{4}})\s*(?:г\.|года?)?|(?P<this>года))"
    rf"|(?:в|за)\s+(?P<period>(?:(?:I{{1,3}}|IV|[1-4])\s*(?:-?[йм]\s+)?квартале?\s+)?\d{{4}})\s*(?:г\.|год[ау]?)"
    rf"|(?:в|за|на)\s+(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?{_END})(?![а-яё\d])",
    re.IGNORECASE,
)
_WHICH = r"(эт|текущ|следующ|будущ|прошл|прошедш|ближайш)[а-яё]{1,3}"
_UNIT = r"(недел|месяц|квартал|полугоди|год)[а-яё]*"
_RELATIVE = re.compile(
    rf"(?<![а-яё])(?:(?:в|во|на|за|до\s+конца)\s+)?{_WHICH}\s+{_UNIT}(?![а-яё])"
    r"|(?<![а-яё])(?P<end>до\s+конца)\s+(?P<unit>недел|месяц|квартал|полугоди)[а-яё]*"
    r"|(?<![а-яё])на\s+(?P<year>\d{4})(?:\s*(?:г\.|год)(?![а-яё]))"
    r"|(?<![а-яё])в\s+ближайш[а-яё]+\s+(?P<many>\d{1,3})\s+(?P<units>д[не]|недел|месяц)[а-яё]*",
    re.IGNORECASE,
)
_MONTHS_OF: Mapping[str, int] = MappingProxyType({"месяц": 1, "квартал": 3, "полугоди": 6, "год": 12})
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
    text, near = _relative(text, today)
    if near is not None:
        since, until = near
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


def _relative(text: str, today: date) -> tuple[str, tuple[date | None, date] | None]:
    """«в этом квартале», «на следующий год», «до конца месяца», «в ближайшие 10 дней»: the text without it, first and
    last day (no first day: until then)."""
    found = _RELATIVE.search(text)
    if found is None:
        return text, None
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    which, unit = (found[1] or "").lower(), (found[2] or found["unit"] or "").lower()
    if found["year"]:
        span_ = (date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)) if int(found["year"]) else None
        return (rest, span_) if span_ else (text, None)
    if found["many"]:
        number, units = int(found["many"]), found["units"].lower()
        if units == "месяц":
            return rest, (today, shifted(today, number))
        return rest, (today, today + timedelta(days=number * (7 if units == "недел" else 1)))
    steps = {"следующ": 1, "будущ": 1, "прошл": -1, "прошедш": -1}.get(which, 0)
    if unit == "недел":
        first = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
        last = first + timedelta(days=6)
    else:
        months = _MONTHS_OF[unit]
        begun = date(today.year, (today.month - 1) // months * months + 1, 1)
        first = shifted(begun, steps * months)
        last = shifted(first, months) - timedelta(days=1)
    if found["end"] or text[found.start() :].lower().startswith("до"):
        return rest, (None, last)
    return rest, (today if which == "ближайш" else first, last)


def _meant(found: re.Match[str], today: date) -> tuple[date | None, date | None]:
    """First and last day of one mention."""
    if found["end"] or found["this"]:
        end = date(int(found["end"] or today.year), 12, 31)
        return end, end
    if found["period"]:
        return span(found["period"]) or (None, None)
    if found["month"]:
        number = month_of(found["month"])
        coming = today.year if number >= today.month else today.year + 1
        return span(f"{found['year'] or coming}-{number:02d}") or (None, None)
    day, month, year, iso_year, iso_month, iso_day, plain, name, named_year = found.groups()[1:10]
    if name is None:
        known = _date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        return known, known
    number = month_of(name)
    if named_year:
        known = _date(int(named_year), number, int(plain))
    else:
        known = next((d for y in (0, 1) if (d := _date(today.year + y, number, int(plain))) and d >= today), None)
    return known, known


def month_of(month: str) -> int:
    """The number of a month by its name in any case; the name must be one that MONTH finds."""
    return next(number for stem, number in _MONTHS.items() if month.lower().startswith(stem))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
