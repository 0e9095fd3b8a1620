"""Cells of a table of any answer: links, clauses as people cite them; and how its rows are sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ontology.i18n import Lang
from queries.shown import cells as shown_cells
from queries.shown import word
from viz.text import capital, clean

Row = Mapping[str, Any]
Sort = Literal["text", "number", "clause", "clauses", "links", "order", "parts"]
_SUBJECTS = frozenset(
    {"subject", "superior", "lower", "source", "target", "from", "to", "previous", "through", "part_of"}
    | {"responsible", "parties", "subjects"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """`path`: of a page; none: only a name. `params` of its address besides."""

    label: str
    path: str | None = None
    params: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things in a cell, by its own clauses: a function that would be lost, a side of a conflict."""

    links: tuple[Link, ...]
    notes: tuple[str, ...]
    clauses: tuple[tuple[str, Row | None], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell: `text` or `value` for what is read, `links`, the clauses as (address, order), or several `parts`."""

    sort: Sort
    text: tuple[str, ...] = ()
    value: float | None = None
    links: tuple[Link, ...] = ()
    clauses: tuple[tuple[str, Row | None], ...] = ()
    parts: tuple[Part, ...] = ()


def line_of(row: Row, columns: Sequence[str], lang: Lang) -> list[Shown]:
    """The cells of a row in these columns (keys as `queries.shown` gives them)."""
    plain = shown_cells(row, lang)
    return [_shown(row, key, plain.get(key), lang) for key in columns]


def _shown(row: Row, key: str, plain: Any, lang: Lang) -> Shown:
    raw = row.get(key)
    things: list[Any] = [one for one in (raw if isinstance(raw, list) else [raw]) if _by_clauses(one)]
    if key != "clauses" and things:
        return Shown("parts", parts=tuple(_part(one, lang) for one in things))
    if key == "clause" and isinstance(raw, str):
        return Shown("clause", clauses=((raw, row.get("order")),))
    if key == "clauses" and isinstance(raw, list):
        return Shown("clauses", clauses=tuple((one["clause"], one["order"]) for one in raw if one.get("clause")))
    if key == "function" and isinstance(raw, Mapping) and raw.get("code"):
        name = f"{raw['code']} {clean(raw['label'])}"
        return Shown("links", links=(Link(name, "/responsibility", {"function": raw["code"]}),))
    if key == "order" and isinstance(raw, Mapping) and raw.get("id") and plain:
        return Shown("order", links=(Link(clean(str(plain)), f"/orders/{raw['id']}", {"territory": None}),))
    named = _named(raw) if key in _SUBJECTS else ()
    if named:
        return Shown("links", links=named)
    if isinstance(plain, bool):
        return Shown("text", text=("yes" if plain else "no",))
    if isinstance(plain, int | float):
        return Shown("number", value=plain)
    return Shown("text", text=tuple(clean(part) for part in str(plain).splitlines()) if plain is not None else ())


def _by_clauses(one: Any) -> bool:
    return isinstance(one, Mapping) and bool({"clause", "clauses"} & set(one))


def _part(one: Row, lang: Lang) -> Part:
    links: list[Link] = []
    if one.get("function"):
        code = one["function"]["code"]
        links.append(Link(f"{code} {clean(one['function']['label'])}", "/responsibility", {"function": code}))
    links += _named([one["subject"]] if one.get("subject") else [])
    links += [Link(capital(clean(one["route"]["name"])))] if one.get("route") and one["route"]["name"] else []
    notes = tuple(word(one[name], lang) for name in ("level", "role", "status") if isinstance(one.get(name), str))
    places = [place for place in one.get("clauses", [one]) if place["clause"]]
    return Part(tuple(links), notes, tuple((place["clause"], place.get("order")) for place in places))


def _named(raw: Any) -> tuple[Link, ...]:
    """Links to bodies; none when what stands there is not all bodies by id and name."""
    things = [one for one in (raw if isinstance(raw, list) else [raw]) if isinstance(one, Mapping)]
    links = tuple(
        Link(capital(clean(one["name"])), f"/subjects/{one['id']}", {"territory": None})
        for one in things
        if one.get("id") and one.get("name")
    )
    return links if len(links) == len(raw if isinstance(raw, list) else [raw]) else ()


def sorted_rows(rows: Sequence[Row], key: str, lang: Lang, *, falling: bool) -> list[Row]:
    """The rows by one column: numbers by value, days by date, all else by its words; what is empty comes last."""
    filled = [row for row in rows if _weight(row, key, lang) is not None]
    empty = [row for row in rows if _weight(row, key, lang) is None]
    return [*sorted(filled, key=lambda row: _weight(row, key, lang) or (), reverse=falling), *empty]


def _weight(row: Row, key: str, lang: Lang) -> tuple[int, float, str] | None:
    raw = row.get(key)
    if isinstance(raw, bool | int | float):
        return (0, float(raw), "")
    if isinstance(raw, str) and len(raw) == 10 and raw[4:5] == raw[7:8] == "-":
        return (1, 0.0, raw)
    plain = shown_cells(row, lang).get(key)
    if plain is None:
        return None
    return (0, float(plain), "") if isinstance(plain, int | float) else (1, 0.0, str(plain).casefold())
