"""Cells of a table in their columns, whatever is merged; and whether a table is one at all or only lays text out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.sources.layout import Paragraph, Piece, Row, flat

_NAME = re.compile(r"^(?:[А-ЯЁA-Z]\.\s?){1,2}[А-ЯЁ][а-яё-]+$|^[А-ЯЁ][а-яё-]+\s(?:[А-ЯЁ]\.\s?){1,2}$")
_SIDE_BY_SIDE = 3
# The stamp of an electronic signature, often set between a post and a name.
_SIGNED = re.compile(r"электронн\w*\s+подпис|сертификат|действителен", re.I)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it begins in the table's grid, over how many columns it goes, and what it holds."""

    start: int
    span: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The cell's paragraphs and the rows inside it on one line."""
        return flat(" ".join(_words(p) for p in self.pieces))


def _words(piece: Piece) -> str:
    if isinstance(piece, Paragraph):
        return piece.text
    return " ".join(c for c in piece.cells if c) if isinstance(piece, Row) else ""


def laid_out(rows: Sequence[Sequence[Cell]], alone: bool = True) -> list[Piece]:
    """The pieces of a table: rows, or paragraphs when it only puts text into a frame or side by side.

    `alone`: no table of as many columns stands directly before it (a row may have been cut off by a page).
    """
    rows = [row for row in rows if row]
    filled = {c.start for row in rows for c in row if c.text}
    if not filled:
        return []
    if len(filled) == 1:
        return [p for row in rows for c in row for p in c.pieces]
    used = [c for row in rows for c in row if c.text]
    if len(rows) == 1 and alone and len(rows[0]) <= _SIDE_BY_SIDE:
        used = [c for c in used if len(_SIGNED.findall(c.text)) < 2] or used
        last = used[-1].text
        if len(used) == 2 and _NAME.match(last):
            return [Paragraph(f"{used[0].text}\t{last}")]
        return [p for c in used for p in c.pieces]
    return [Row(cells) for cells in _columns(rows)]


def width(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns the table has."""
    return max((len(row) for row in rows), default=0)


def _columns(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """Each row's cells by column.

    The grid of an edited table has more lines than there are columns, because borders drawn by hand miss each other.
    Then rows of the usual number of cells are taken as they are, and the cells of the others go to the column of the
    usual row under which they begin.
    """
    starts = sorted({c.start for row in rows for c in row})
    widest = max(len(row) for row in rows)
    if len(starts) != widest:
        usual = Counter(len(row) for row in rows).most_common()
        number = max((n for n, times in usual if times == usual[0][1]), default=widest)
        model = next(row for row in rows if len(row) == number)
        starts = [c.start for c in model]
        return [tuple(c.text for c in row) if len(row) == number else _placed(row, starts) for row in rows]
    return [_placed(row, starts) for row in rows]


def _placed(row: Sequence[Cell], starts: Sequence[int]) -> tuple[str, ...]:
    cells = [""] * len(starts)
    for cell in row:
        column = max((i for i, s in enumerate(starts) if s <= cell.start), default=0)
        cells[column] = flat(f"{cells[column]} {cell.text}")
    reach = (
        row[-1].start + row[-1].span
    )  # a row that ends early has no cells there, which is not the same as empty ones
    there = max(2, sum(s < reach for s in starts))
    return tuple(cells[:there])
