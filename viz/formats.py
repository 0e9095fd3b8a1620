"""Numbers, days and citations as the reader's language writes them: 1 234,5 and 20.07.2021."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from ontology.i18n import Lang, translator
from queries.shown import shown_day
from viz.text import clean

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_STARTS_WITH_NUMBER = re.compile(r"^\d")


def day(value: date | str | None, lang: Lang) -> str:
    """A day (or its ISO text) in the reader's form; empty when there is none."""
    if not value:
        return ""
    return shown_day(value, lang)


def period(text: str | None, lang: Lang) -> str:
    """A period as written, a month in words: `2023-01` → «январь 2023»; a dash when there is none."""
    shown = clean(text)
    month = _MONTH.fullmatch(shown)
    if month:
        return format_date(date(int(month[1]), int(month[2]), 1), "LLLL y", locale=lang)
    return shown or "–"


def number(value: float | None, lang: Lang, digits: int = 2) -> str:
    """A number with at most `digits` decimals, thousands apart; a dash when there is none."""
    if value is None:
        return "–"
    pattern = "#,##0" if float(value).is_integer() else f"#,##0.{'#' * digits}"
    # Babel groups Russian thousands by a no-break space, which is what we want in a table cell.
    return format_decimal(value, format=pattern, locale=lang)


def percent(share: float | None, lang: Lang) -> str:
    """A share from 0 to 1 in per cent with at most one decimal; a dash when there is none."""
    return "–" if share is None else f"{number(share * 100, lang, 1)}\u00a0%"


def cite(address: str | None, lang: Lang) -> str:
    """A clause as a lawyer cites it: `3.1.5` → «п. 3.1.5»; an address that names its place itself stays as it is."""
    text = clean(address)
    if not text:
        return ""
    return translator(lang)("cl. {address}", address=text) if _STARTS_WITH_NUMBER.match(text) else text


def order_name(number_: str | None, issued: date | str | None, lang: Lang) -> str:
    """An order by its number and day: «№ 12 от 20.07.2021»; what is not known is left out."""
    _ = translator(lang)
    shown, on = clean(number_), day(issued, lang)
    if shown and on:
        return _("No. {number} of {day}", number=shown, day=on)
    if shown:
        return _("No. {number}", number=shown)
    return _("of {day}", day=on) if on else ""
