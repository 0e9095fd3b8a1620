"""Quarters, half-years and the end of a year as terms name them."""

from __future__ import annotations

import re

_ONE = r"(?:IV|III|II|I|[1-4]|перв|втор|трет|четв[её]рт)(?:\s*-?\s*(?:й|ый|ой|го|ом|ий|ого|ем|ьего|ьем|ые|ьи))?"
QUARTER = re.compile(rf"(?<![\w.])({_ONE}(?:\s*(?:[-–—,]|и)\s*{_ONE})*)\s*(?:квартал|кв\b)", re.I)
HALF = re.compile(r"(?<![\w.])(II|I|[12]|перв\w+|втор\w+)(?:\s*-?\s*(?:е|ое|го|ого|м|ом))?\s+полугоди", re.I)
YEAR_END = re.compile(
    r"(?:до\s+конца|к\s+концу|в\s+конце|конец)\s+(?:(?:текущего|календарного|учебного|отч[её]тного)\s+)*год[а-я]*", re.I
)


def quarters(term: str) -> list[int]:
    """The quarters a term names, in order («I-II кв.», «III и IV квартал», «4 квартал», «третий квартал»)."""
    numbers = {"I": 1, "II": 2, "III": 3, "IV": 4, "ПЕРВ": 1, "ВТОР": 2, "ТРЕТ": 3, "ЧЕТВ": 4}
    found: list[int] = []
    for m in QUARTER.finditer(term):
        for part in re.findall(r"IV|III|II|I|[1-4]|ПЕРВ|ВТОР|ТРЕТ|ЧЕТВ", m.group(1).upper()):
            found.append(numbers.get(part) or int(part))
    return found


def halves(term: str) -> list[int]:
    """The half-years a term names, in order."""
    return [2 if re.match(r"(?:II|2|втор)", m.group(1), re.I) else 1 for m in HALF.finditer(term)]
