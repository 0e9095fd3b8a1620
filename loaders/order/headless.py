"""Tables without a header: what their columns hold, told by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.order.align import NUMBER, is_term
from loaders.order.columns import Column
from loaders.order.heads import head
from loaders.order.names import LISTED_PERSON

MOST = 0.6  # share of a column's filled cells that decides what it holds


def guessed(rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns of a road map that has lost its header; [] when its rows do not look like one.

    A road map has a column of terms; the longest words of the others are the activities, a column of bodies and
    persons answers for them, what is left tells the results.
    """
    full = [r for r in rows if sum(bool(c) for c in r) > 2]
    width = max((len(r) for r in full), default=0)
    if len(full) < 2 or width < 3 or any(len(r) != width for r in full):
        return []
    columns: list[Column] = ["other"] * width
    cells = [[r[i] for r in full if r[i]] for i in range(width)]
    if cells[0] and _share(cells[0], lambda c: bool(NUMBER.match(c))) >= MOST:
        columns[0] = "no"
    terms = [i for i in range(width) if columns[i] == "other" and _share(cells[i], is_term) >= MOST]
    if len(terms) != 1:
        return []
    columns[terms[0]] = "term"
    left = [i for i in range(width) if columns[i] == "other" and cells[i]]
    answering = [i for i in left if _share(cells[i], _answers) >= MOST]
    doing = [i for i in left if i not in answering]
    if not doing:
        return []
    title = max(doing, key=lambda i: sum(map(len, cells[i])) / len(cells[i]) if i < terms[0] else 0)
    columns[title] = "title"
    for i in answering:
        columns[i] = "responsible" if "responsible" not in columns else "executors"
    for i in doing:
        if columns[i] == "other" and i > title:
            columns[i] = "result"
    return columns


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(test(c) for c in cells) / len(cells) if cells else 0.0


def _answers(cell: str) -> bool:
    """Whether a cell names a body or a person."""
    return head(cell, "nomn") is not None or bool(LISTED_PERSON.match(cell) or LISTED_PERSON.match(f" {cell}"))
