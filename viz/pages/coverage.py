"""The page of coverage: functions × levels, each cell with its state, its count and the way to its clauses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.store import GraphStore
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, direction_choices, territory_choices
from viz.map.layout import LEVEL_ORDER
from viz.model import Choice
from viz.render import render

Cell = Mapping[str, Any]
Group = tuple[str, list[tuple[Mapping[str, Any], dict[str, Cell]]]]
_GOOD = ("covered", "overlap")


def coverage_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    level: str | None = None,
    direction: str | None = None,
    status: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Coverage of `territory` (words, id or code), narrowed to a level, a direction, a state of the cells.

    The totals always count the cells of every state, so that a reader who looks at one state sees its share.
    """
    _ = translator(lang)
    place = chosen_territory(store, territory)
    cells: list[Cell] = []
    if place:
        words = {"territory": place.id, "level": level or "", "direction": direction or ""}
        found = answer(store, "coverage", {k: v for k, v in words.items() if v}, lang=lang, as_of=as_of)
        cells = list(found.model_dump(mode="json")["rows"])
    expected = [c for c in cells if c["expected"]]
    # A function with a cell of the wanted state keeps its other cells: left out, they would read as "not expected".
    wanted = {c["function"]["id"] for c in cells if not status or c["status"] == status}
    shown = [c for c in cells if c["function"]["id"] in wanted]
    present = {c["level"] for c in cells}
    levels_shown = [name for name in LEVEL_ORDER if name in present]
    counts = Counter(str(c["status"]) for c in expected)
    at = Address(
        "/coverage",
        lang,
        as_of,
        place.id if place else None,
        {"level": level, "direction": direction, "status": status},
    )
    return render(
        "coverage.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        level=level,
        direction=direction,
        status=status,
        level_options=[Choice(name, _(label)) for name, label in styles.LEVELS.items() if name],
        direction_options=direction_choices(store, lang),
        state_options=[Choice(code, _(s.label)) for code, s in styles.STATES.items() if code != "not-expected"],
        totals=[(code, counts[code]) for code in styles.STATES if code != "not-expected"],
        denominator=len(expected),
        extra=len(cells) - len(expected),
        levels_shown=levels_shown,
        held_of={name: _held_of(expected, str(name)) for name in levels_shown},
        groups=_by_direction(shown),
        reasons=styles.REASONS,
        cell_texts=_cell_texts(lang),
    )


def _held_of(expected: Sequence[Cell], level: str) -> tuple[int, int]:
    """(cells held by an actual subject, expected cells) of a level."""
    here = [c for c in expected if c["level"] == level]
    return sum(c["status"] in _GOOD for c in here), len(here)


def _by_direction(cells: Sequence[Cell]) -> list[Group]:
    """Rows in the order the question gives them: direction, function, cells by level."""
    groups: dict[str, dict[str, tuple[Mapping[str, Any], dict[str, Cell]]]] = {}
    for cell in cells:
        heading = f"{cell['direction']['code']} {cell['direction']['label']}"
        rows = groups.setdefault(heading, {})
        rows.setdefault(cell["function"]["id"], (cell["function"], {}))[1][cell["level"]] = cell
    return [(heading, list(rows.values())) for heading, rows in groups.items()]


def _cell_texts(lang: Lang) -> str:
    """What the script of the matrix says, as JSON for an attribute (the template escapes it)."""
    _ = translator(lang)
    texts = {
        "lang": lang,
        "deeds": {role: _(deed) for role, deed in styles.DEEDS.items()},
        "order": _("order"),
        "number": _("No. {number}"),
        "of": _("of {day}"),
        "clause": _("cl. {address}"),
        "generic": _("generic"),
        "more": _("The whole answer about this function"),
        "failed": _("The clauses could not be loaded. Open this page again."),
    }
    return json.dumps(texts, ensure_ascii=False)
