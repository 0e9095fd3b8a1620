"""Rows of an answer as people read them: one cell for a thing with its name, headings and words in their language.

JSON carries `{"subject": {"id": …, "name": …}}`; a table, a spreadsheet or a page shows one column «Субъект». Machine
output (JSON, CSV) is not touched by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from babel.dates import format_date
from babel.numbers import format_decimal

from ontology.entities import vocabulary
from ontology.entities.vocabulary import Verdict
from ontology.i18n import Lang, translator
from ontology.labels import label
from queries.headings import HEADINGS, OF_QUESTION

Cell: TypeAlias = str | int | float | bool | None

# Ids are for programs; `invented` and the like stay: people must see them.
_HIDDEN = frozenset({"id", "assignment", "position", "note_ru", "note_en"})
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")  # a word of a closed list: our own, or the ontology's
_ID = re.compile(r"[a-z0-9-]+\.[a-z-]+\.[A-Za-z0-9._-]+-[0-9a-f]{8}\.[A-Za-z0-9._-]+")
"""The id of a fact of an act (`ontology.ids`); what it is called stands in another column."""
_TITLED = frozenset({"other"})
_BESIDE: Mapping[str, tuple[str, ...]] = MappingProxyType({"subject": ("level",)})
"""Parts of a thing that get a column of their own beside its name."""


def headings(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Keys of the columns that hold anything, in the order of the rows' own fields."""
    filled: dict[str, bool] = {}
    for row in rows:
        for key, value in _cells(row, "en"):
            filled[key] = filled.get(key, False) or value is not None
    return tuple(key for key, any_value in filled.items() if any_value)


def heading(key: str, lang: Lang, question: str = "") -> str:
    """What a column is called in the answer to this question."""
    return translator(lang)(OF_QUESTION.get((question, key)) or HEADINGS.get(key, key))


def cells(row: Mapping[str, Any], lang: Lang) -> dict[str, Cell]:
    """The row's cells by key of the column: things by their names, days and words of closed lists in `lang`."""
    return dict(_cells(row, lang))


def order_name(order: Mapping[str, Any] | None, lang: Lang) -> str | None:
    """«№ 7 от 10.01.2022», by its title when it has no number; None without an order."""
    if not order:
        return None
    _ = translator(lang)
    issued, number = order.get("date"), order.get("number")
    if not number:
        known = (order.get("title"), shown_day(issued, lang) if issued else None)
        return ", ".join(str(part) for part in known if part) or None
    return _("No. {number} of {day}", number=number, day=shown_day(issued, lang)) if issued else f"№ {number}"


def shown_day(value: date | str, lang: Lang) -> str:
    """A day (or its ISO text) as the reader writes it: 31.08.2021, 31 Aug 2021."""
    known = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(known, "dd.MM.yyyy" if lang == "ru" else "d MMM yyyy", locale=lang)


def word(value: str, lang: Lang) -> str:
    """A word of a closed list in `lang`; a day as the reader writes it; any other text as it is."""
    if len(value) == 10 and value[4] == value[7] == "-":
        try:
            return shown_day(value, lang)
        except ValueError:
            return value
    if value not in _words(lang) and not _CODE.fullmatch(value):
        return value
    said = translator(lang)(value)
    return said if said != value else _words(lang).get(value, value)


@cache
def _words(lang: Lang) -> Mapping[str, str]:
    """Words of the ontology's closed lists; a verdict shares «confirmed» with how a fact was read, which is meant."""
    lists = (v for v in vars(vocabulary).values() if isinstance(v, type) and issubclass(v, StrEnum))
    return MappingProxyType({w.value: label(w, lang) for v in lists if v not in (Verdict, StrEnum) for w in v})


def _cells(row: Mapping[str, Any], lang: Lang) -> Iterable[tuple[str, Cell]]:
    for key, value in row.items():
        if key in _HIDDEN or key.endswith(("_id", "_sha256")):
            continue
        yield key, _titled(value, lang) if key in _TITLED else _cell(value, lang)
        if isinstance(value, Mapping):
            for part in _BESIDE.get(key, ()):
                if part in value:
                    yield f"{key}.{part}", _cell(value[part], lang)


def _cell(value: Any, lang: Lang) -> Cell:
    if isinstance(value, Mapping):
        return _thing(value, lang)
    if isinstance(value, str) and _ID.fullmatch(value):
        return None
    if isinstance(value, list | tuple):
        # Commas stand in names themselves, so words are parted by semicolons and things by lines.
        between = "\n" if any(isinstance(v, Mapping) for v in value) else "; "
        return between.join(str(shown) for v in value if (shown := _cell(v, lang)) is not None) or None
    return word(value, lang) if isinstance(value, str) else value


def _titled(value: Mapping[str, Any] | None, lang: Lang) -> str | None:
    """An act that is not loaded says nothing by its number alone."""
    name, title = order_name(value, lang), (value or {}).get("title")
    return f"{name} «{title}»" if name and title and name != title and (value or {}).get("number") else name


def _said(value: Cell, lang: Lang) -> str:
    return format_decimal(value, locale=lang) if isinstance(value, int | float) else str(value)


def _thing(value: Mapping[str, Any], lang: Lang) -> str | None:
    if "number" in value:
        return order_name(value, lang)
    called = value.get("label") or value.get("name") or value.get("title")
    code = value.get("code")
    if called:
        return f"{code} {called}" if code else str(called)
    # No name of its own: a side of a conflict, a function that would be lost. A bare yes or no would say nothing here.
    parts = (
        _said(shown, lang) for _key, shown in _cells(value, lang) if shown is not None and not isinstance(shown, bool)
    )
    return ", ".join(parts) or None
