"""Cells of the coverage matrix before and after: which functions nobody holds any more, and who held them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import Any, Literal

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from ontology.models import Territory
from queries.cited import function_json
from queries.nobody_reasons import Reason, sentence
from queries.questions import RESPONSIBILITY
from queries.questions.coverage import CellStatus, CoverageRow
from queries.questions.responsibility import ResponsibilityParams
from queries.store import GraphStore
from queries.whatif.snapshot import Cell, Snapshot

_HELD = (CellStatus.COVERED, CellStatus.OVERLAP)
Turn = Literal["uncovered", "covered", "other"]
_Group = tuple[Turn, CoverageRow, CellStatus | None, CellStatus | None, Reason | None]


def changed_cells(store: GraphStore, before: Snapshot, after: Snapshot, as_of: Day, lang: Lang) -> list[dict[str, Any]]:
    """Cells whose state has changed, alike ones of several territories together, in the order of the catalogue.

    `turn`: uncovered (held before, by nobody now), covered (the other way round), other. `held_by`: who held it in the
    first of the territories, each by which clause. `store`: the graph as it is.
    """
    groups: dict[tuple[Any, ...], tuple[_Group, list[Id]]] = {}
    for cell in sorted(before.cells.keys() | after.cells.keys(), key=lambda c: _order(before, after, c)):
        group = _turned(before.cells.get(cell), after.cells.get(cell))
        if group is not None:
            turn, row, old, new, reason = group
            key = (turn, row.function_id, row.level, old, new, reason)
            groups.setdefault(key, (group, []))[1].append(cell[0])
    names = {t.id: t.name for t in store.all(Territory)}
    return [_row(store, group, places, names, as_of, lang) for group, places in groups.values()]


def _order(before: Snapshot, after: Snapshot, cell: Cell) -> tuple[Any, ...]:
    row = before.cells.get(cell) or after.cells[cell]
    return len(row.function_code), row.function_code, row.function_id, list(Level).index(row.level), cell[0]


def _turned(old: CoverageRow | None, new: CoverageRow | None) -> _Group | None:
    """How a cell has changed; None when it has not. A cell that is neither expected nor held has no row."""
    row = old or new
    assert row is not None
    was, now = old.status if old else None, new.status if new else None
    reason = new.reason if new else Reason.NEVER_ASSIGNED
    if was == now and (old.reason if old else None) == reason:
        return None
    turn: Turn = "other"
    if was in _HELD and now not in _HELD:
        turn = "uncovered"
    elif now in _HELD and was not in _HELD:
        turn = "covered"
    return turn, row, was, now, reason


def _row(
    store: GraphStore, group: _Group, places: list[Id], names: dict[Id, str], as_of: Day, lang: Lang
) -> dict[str, Any]:
    turn, row, was, now, reason = group
    return {
        "turn": turn,
        "function": function_json(row.function_id, row.function_code, row.function_ru, row.function_en, lang),
        "level": row.level.value,
        "territories": [{"id": id, "name": names.get(id, id)} for id in places],
        "before": was.value if was else None,
        "after": now.value if now else None,
        "reason": reason.value if reason and now not in _HELD else None,
        "explanation": sentence(reason, lang) if reason and now not in _HELD else None,
        "held_by": list(_holders(store, row, places[0], as_of, lang)) if turn == "uncovered" else [],
    }


def _holders(store: GraphStore, cell: CoverageRow, place: Id, as_of: Day, lang: Lang) -> Iterator[dict[str, Any]]:
    asked = ResponsibilityParams(function=cell.function_id, territory=place, level=cell.level, as_of=as_of)
    for row in store.ask(RESPONSIBILITY, asked):
        full = row.public(lang)
        yield {name: full[name] for name in ("subject", "role", "order", "clause", "quote")}


def counted(rows: Iterable[dict[str, Any]], turn: Turn) -> int:
    """Cells (function, level, territory) that have changed so."""
    return sum(len(row["territories"]) for row in rows if row["turn"] == turn)
