"""Rows and cells of an HTML table in its grid: colspan, rowspan, nested tables left to their own cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from loaders.sources.grid import Cell
from loaders.sources.layout import Piece

_MOST_COLUMNS = 200
_MOST_ROWS = 20_000


def grid(table: HtmlElement, read: Callable[[HtmlElement], Sequence[Piece]]) -> list[list[Cell]]:
    """The cells of each row; a cell that reaches down stands empty in the rows below it."""
    result: list[list[Cell]] = []
    held: dict[int, int] = {}  # column → how many more rows a cell from above covers
    for row in _rows(table):
        cells: list[Cell] = []
        covered = dict(held)
        held = {c: n - 1 for c, n in held.items() if n > 1}
        at = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            at = _past(at, covered, cells)
            across, down = _count(cell.get("colspan"), _MOST_COLUMNS), _count(cell.get("rowspan"), _MOST_ROWS)
            if at >= _MOST_COLUMNS:
                break
            cells.append(Cell(at, across, tuple(read(cell))))
            if down > 1:
                held.update(dict.fromkeys(range(at, min(at + across, _MOST_COLUMNS)), down - 1))
            at += across
        _past(at, covered, cells)
        result.append(cells)
    return result


def _past(at: int, covered: dict[int, int], cells: list[Cell]) -> int:
    """Step over the columns which cells from above cover, an empty cell for each."""
    while at in covered:
        cells.append(Cell(at, 1, ()))
        at += 1
    return at


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _count(text: str | None, most: int) -> int:
    if not text or not re.fullmatch(r"\s*\d{1,6}\s*", text):
        return 1
    return min(int(text) or most, most)
