"""The matrix of coverage as the template draws it, whatever stands in its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ontology.i18n import Lang, translator
from viz import styles
from viz.formats import number
from viz.text import clean

Line = Mapping[str, Any]
GOOD = ("covered", "overlap")
BY = ("level", "subject", "municipality")


@dataclass(frozen=True, slots=True)
class Column:
    """`key`: of its cells; `full`: the whole name where `label` is cut; `note`: the denominator; `subject`: its id."""

    key: str
    label: str
    note: str = ""
    full: str = ""
    subject: str | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`look`: CSS class of the state; `sign` and `label` say the same without colour. `params`: what its clauses are
    asked for by; empty for a cell with nothing behind it."""

    look: str
    sign: str
    label: str
    notes: tuple[str, ...] = ()
    params: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """A direction and its functions: (function, cells by key of the column)."""

    heading: str
    rows: tuple[tuple[Line, Mapping[str, Cell]], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells`: cells of the question `coverage` that the totals count. `wide`: scrolls sideways in its own region.
    `question`: by which the API gives the same; `lead`: what the columns are; `legend`: further signs."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    cells: tuple[Line, ...]
    question: str
    words: Mapping[str, str]
    wide: bool = False
    lead: str = ""
    notes: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()


def state_cell(cell: Line, lang: Lang, territory: str) -> Cell:
    """A cell of the question `coverage`: its state, how many subjects it has, why there is nobody."""
    _ = translator(lang)
    state = styles.STATES[cell["status"] if cell["expected"] or cell["subjects"] else "not-expected"]
    notes = []
    if cell["subjects"]:
        notes.append(_("subjects: {count}", count=number(cell["subjects"], lang)))
    if not cell["expected"]:
        notes.append(_("(not expected here)"))
    if cell["reason"] and not cell["subjects"]:
        notes.append(_(styles.REASONS.get(cell["reason"], cell["reason"])))
    params = {"function": cell["function"]["code"], "level": cell["level"], "territory": territory}
    return Cell(state.css, state.sign, _(state.label), tuple(notes), params)


def wanted(cells: Iterable[Line], status: str | None) -> set[str]:
    """Functions with a cell in this state. They keep their other cells: left out, these would read as not expected."""
    return {str(cell["function"]["id"]) for cell in cells if not status or cell["status"] == status}


def grouped(cells: Iterable[Line], shown: set[str], made: Mapping[str, Mapping[str, Cell]]) -> tuple[Group, ...]:
    """Rows in the order of `cells`, by direction; `made`: cells by function and column."""
    groups: dict[str, dict[str, Line]] = {}
    for cell in cells:
        if cell["function"]["id"] in shown:
            heading = f"{cell['direction']['code']} {clean(cell['direction']['label'])}"
            groups.setdefault(heading, {}).setdefault(cell["function"]["id"], cell["function"])
    return tuple(
        Group(heading, tuple((function, made.get(id, {})) for id, function in functions.items()))
        for heading, functions in groups.items()
    )


def held_of(cells: Sequence[Line], lang: Lang) -> str:
    """«закреплены 12 из 41»: cells held by an actual subject, of those that are expected."""
    expected = [cell for cell in cells if cell["expected"]]
    held = sum(cell["status"] in GOOD for cell in expected)
    return translator(lang)("held: {held} of {all}", held=number(held, lang), all=number(len(expected), lang))
