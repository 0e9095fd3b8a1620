"""A date written in words: «двенадцатого марта две тысячи двадцать четвёртого года»."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

UNITS: Final = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят")
TEENS: Final = ("десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат",
                "восемнадцат", "девятнадцат", "двадцат", "тридцат")  # fmt: skip
TENS: Final = {"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50}
MONTHS: Final = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_ORDINAL = r"(?:(?:двадцать|тридцать|сорок|пятьдесят)\s+)?[а-яё]+(?:ого|его|ое|ье)"
DATE: Final = re.compile(
    rf"\b(?P<day>{_ORDINAL})\s+(?P<month>{'|'.join(MONTHS)})(?:а|я)\s+две\s+тысячи\s+(?P<year>{_ORDINAL})\b", re.I
)


def _ordinal(text: str) -> int | None:
    total = 0
    for word in text.lower().replace("ё", "е").split():
        if word in TENS:
            total += TENS[word]
            continue
        stem = re.sub(r"(?:ого|его|ьего|ое|ье)$", "", word).removesuffix("ь")
        if stem in UNITS:
            return total + UNITS.index(stem) + 1
        if stem in TEENS:
            at = TEENS.index(stem)
            return total + (at + 10 if at < 10 else 20 if at == 10 else 30)
        return None
    return total or None


def spelled(text: str) -> date | None:
    """The first date a text spells in words of this century; None when it spells none or no real day."""
    found = DATE.search(text)
    if not found:
        return None
    day, year = _ordinal(found["day"]), _ordinal(found["year"])
    if not day or not year:
        return None
    try:
        return date(2000 + year, MONTHS.index(found["month"].lower()) + 1, day)
    except ValueError:
        return None
