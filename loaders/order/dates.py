"""Dates as acts write them: «20» Июль 2021 г., 01.07.2022, 31 декабря 2019 года, апрель 2023 года."""

from __future__ import annotations

import calendar
import re
from datetime import date

MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
MONTH = (
    r"(январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[аеу]?|"
    r"сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])"
)
WORDED = re.compile(r"[«\"“„]?\s*(\d{1,2})\s*[»\"”]?\s+" + MONTH + r"\s+(\d{4})", re.I)
DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
MONTH_YEAR = re.compile(r"\b" + MONTH + r"\s+(\d{4})", re.I)


def month(word: str) -> int:
    """The number of a month by its Russian name in any case; raises ValueError for another word."""
    low = word.lower()
    if re.fullmatch(r"ма[йяею]", low):
        return 5
    for number, stem in enumerate(MONTHS, 1):
        if number != 5 and low.startswith(stem):
            return number
    raise ValueError(word)


def find(text: str) -> date | None:
    """The first full date in the text, worded or dotted; None when there is none (or it does not exist)."""
    hits = []
    for m in WORDED.finditer(text):
        hits.append((m.start(), int(m.group(3)), month(m.group(2)), int(m.group(1))))
    for m in DOTTED.finditer(text):
        hits.append((m.start(), int(m.group(3)), int(m.group(2)), int(m.group(1))))
    for _, y, mo, d in sorted(hits):
        if 1 <= mo <= 12 and 1900 < y < 2200 and 1 <= d <= calendar.monthrange(y, mo)[1]:
            return date(y, mo, d)
    return None


def last(text: str) -> date | None:
    """The last full date in a term, also with a year of two digits («с 01.02.22 по 01.09.22»); None without one."""
    hits = [(m.start(), int(m.group(3)), month(m.group(2)), int(m.group(1))) for m in WORDED.finditer(text)]
    for m in re.finditer(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.]\d)", text):
        year = int(m.group(3)) if len(m.group(3)) == 4 else 2000 + int(m.group(3))
        hits.append((m.start(), year, int(m.group(2)), int(m.group(1))))
    for _, y, mo, d in sorted(hits, reverse=True):
        if 1 <= mo <= 12 and 1900 < y < 2200 and 1 <= d <= calendar.monthrange(y, mo)[1]:
            return date(y, mo, d)
    return None


def first(text: str) -> tuple[int, int] | None:
    """Where the first full date of the text stands (start, end); None when there is none."""
    spans = [m.span() for pattern in (WORDED, DOTTED) for m in pattern.finditer(text)]
    return min(spans) if spans else None


def month_end(text: str) -> date | None:
    """The last day of the first month named with a year («апрель 2023 года» → 2023-04-30)."""
    m = MONTH_YEAR.search(text)
    if not m:
        return None
    y, mo = int(m.group(2)), month(m.group(1))
    return date(y, mo, calendar.monthrange(y, mo)[1]) if 1900 < y < 2200 else None
