"""Tables of a PDF: ruled ones by their lines, others by the gutters between their columns; rows over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.sources.grid import Cell, laid_out
from loaders.sources.layout import Paragraph, Piece
from loaders.sources.pdf_furniture import Box
from loaders.sources.pdf_join import Joiner
from loaders.sources.pdf_lines import Line

_CLOSE = 6.0
_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\.?$")


@dataclass(slots=True)
class Grid:
    """A table on one page: left edges of its columns, lines in each cell, its place."""

    edges: list[float]
    rows: list[list[list[Line]]]
    top: float
    page: int


@dataclass(slots=True)
class Run:
    """A table over one or more pages: the text of each cell."""

    edges: list[float]
    rows: list[list[str]] = field(default_factory=list)
    last: list[Line | None] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)  # of a table of one row: it may be no table

    def fits(self, grid: Grid) -> bool:
        """Whether a table on the next page has the same columns, or some of them."""
        return _inside(grid.edges, self.edges) or _inside(self.edges, grid.edges)

    def add(self, grid: Grid, joiner: Joiner) -> None:
        """Put a page's rows below those there are: a repeated header goes, a row cut by the page is joined."""
        if not _inside(grid.edges, self.edges):
            self.rows = [_moved(row, self.edges, grid.edges) for row in self.rows]
            self.last = [None] * len(grid.edges)
            self.edges = grid.edges
        fresh = bool(self.rows)
        for n, row in enumerate(grid.rows):
            lines = _moved_lines(row, grid.edges, self.edges)
            cells = [told(x, joiner) for x in lines]
            if fresh and n < len(self.rows) and n < 3 and cells == self.rows[n] and any(cells):
                continue  # the header again
            if fresh and any(cells):
                fresh = False
                if self._goes_on(cells):
                    self._join(cells, lines, joiner)
                    continue
            self.rows.append(cells)
            self.lines = lines
            self.last = [x[-1] if x else None for x in lines]

    def _goes_on(self, cells: Sequence[str]) -> bool:
        above = self.rows[-1]
        filled = [i for i, c in enumerate(cells) if c]
        open_ended = [i for i in filled if above[i] and _open(above[i], cells[i])]
        firsts = [r[0] for r in self.rows if r[0]]
        numbered = sum(bool(_NUMBER.match(f)) for f in firsts) >= 0.5 * max(1, len(firsts))
        if cells[0] and (numbered or _NUMBER.match(cells[0])):
            return False
        if numbered and open_ended:
            return True
        return any(self._begins_large(i) for i in open_ended) or 0 < len(filled) == len(open_ended)

    def _begins_large(self, column: int) -> bool:
        """Whether the cells of a column begin with capitals, so that a small letter tells of a cut one."""
        cells = [r[column] for r in self.rows if r[column]]
        return sum(c[0].islower() for c in cells) <= 0.2 * len(cells)

    def _join(self, cells: Sequence[str], lines: Sequence[Sequence[Line]], joiner: Joiner) -> None:
        above = self.rows[-1]
        for i, cell in enumerate(cells):
            if not cell:
                continue
            text, before = above[i], self.last[i]
            for line in lines[i]:
                text = joiner.join(text, line, before, narrow=True) if before is not None else f"{text} {line.text}"
                before = line
            above[i] = text.strip()
            self.last[i] = before

    def pieces(self, paragraphs: Iterable[Paragraph] = ()) -> list[Piece]:
        """The rows, or paragraphs where a table only puts text side by side."""
        rows = [[Cell(i, 1, (Paragraph(c),) if c else ()) for i, c in enumerate(row)] for row in self.rows]
        return laid_out(rows)


def columns_of(rows: Sequence[Sequence[Box | None]]) -> tuple[list[float], list[list[Box | None]]]:
    """Left edges of the columns, and each row's cells by column.

    Borders drawn by hand miss each other, so there may be more edges than columns: then rows of the usual number of
    cells are taken as they are, the cells of others go to the column under whose edge they begin.
    """
    there = [[box for box in row if box] for row in rows]
    widest = max(len(row) for row in there)
    number = max(len(row) for row in rows)
    if number <= widest:
        edges = [min(row[i][0] for row in rows if row[i]) for i in range(number)]  # type: ignore[index]
        return edges, [list(row) for row in rows]
    usual = Counter(len(row) for row in there).most_common()
    number = max(n for n, times in usual if times == usual[0][1])
    edges = [box[0] for box in next(row for row in there if len(row) == number)]
    result: list[list[Box | None]] = []
    for row in there:
        cells: list[Box | None] = [None] * number
        for i, box in enumerate(row):
            at = i if len(row) == number else max((k for k, e in enumerate(edges) if e <= box[0] + _CLOSE), default=0)
            old = cells[at]
            cells[at] = (old[0], min(old[1], box[1]), box[2], max(old[3], box[3])) if old else box
        result.append(cells)
    return edges, result


def told(lines: Sequence[Line], joiner: Joiner) -> str:
    """The text of a cell."""
    text = ""
    for i, line in enumerate(lines):
        text = joiner.join(text, line, lines[i - 1], narrow=True) if i else line.text
    return text.strip()


def _open(above: str, below: str) -> bool:
    """Whether a text goes on in the next piece: it has not ended, or the next begins with a small letter."""
    if below[:1] in ",;.)»":
        return True
    if below[:1].islower() and not above.endswith((".", ";", "!", "?")):
        return not re.match(r"[а-я]\)", below)
    return not above.endswith((".", ";", "!", "?", ")", "»")) and bool(
        re.search(r"[-–—,(«]$|\b(?:и|в|на|с|к|по|о|для)$", above)
    )


def _inside(some: Sequence[float], all: Sequence[float]) -> bool:
    return len(some) > 1 and all_near(some, all)


def all_near(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether each edge has one near it among the others."""
    return all(any(abs(a - b) <= _CLOSE for b in others) for a in some)


def _column(edge: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - edge))


def _moved(row: Sequence[str], old: Sequence[float], new: Sequence[float]) -> list[str]:
    cells = [""] * len(new)
    for edge, text in zip(old, row, strict=True):
        if text:
            cells[_column(edge, new)] = text
    return cells


def _moved_lines(row: Sequence[list[Line]], old: Sequence[float], new: Sequence[float]) -> list[list[Line]]:
    cells: list[list[Line]] = [[] for _ in new]
    for edge, lines in zip(old, row, strict=True):
        if lines:
            cells[_column(edge, new)] = lines
    return cells


def unruled(lines: Sequence[Line]) -> list[tuple[int, int, Grid]]:
    """Tables without lines among the lines of a page: (first, past the last, table). Three columns at least."""
    found: list[tuple[int, int, Grid]] = []
    i = 0
    while i < len(lines):
        end, gutters = _block(lines, i)
        while end - i > 2 and len(lines[end - 1].columns) == 1 and lines[end - 1].text[:1].isupper():
            end -= 1  # a short line below the table is no row of it
        if end - i >= 3 and sum(len(x.columns) > 2 for x in lines[i:end]) >= 2:
            found.append((i, end, _grid(lines[i:end], gutters)))
            i = end
        else:
            i += 1
    return found


def _block(lines: Sequence[Line], start: int) -> tuple[int, list[tuple[float, float]]]:
    """The lines from `start` whose spans keep clear of common gutters."""
    first = lines[start]
    gutters = [(a.x1, b.x0) for a, b in pairwise(first.columns)]
    if len(gutters) < 2:
        return start + 1, []
    end = start + 1
    while end < len(lines):
        line = lines[end]
        clear = []
        for low, high in gutters:
            for s in line.columns:
                if s.x1 <= low or s.x0 >= high:
                    continue
                middle = (low + high) / 2
                low, high = (max(low, s.x1), high) if (s.x0 + s.x1) / 2 < middle else (low, min(high, s.x0))
            if high - low > 3:
                clear.append((low, high))
        if len(clear) < len(gutters) or line.top - lines[end - 1].bottom > 3 * line.size:
            break
        gutters = clear
        end += 1
    return end, gutters


def _grid(lines: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> Grid:
    edges = [min(x.x0 for x in lines), *((low + high) / 2 for low, high in gutters)]
    rows: list[list[list[Line]]] = []
    steps = sorted(b.bottom - a.bottom for a, b in pairwise(lines))
    usual = steps[len(steps) // 4]
    before: Line | None = None
    for line in lines:
        cells: list[list[Line]] = [[] for _ in edges]
        for s in line.columns:
            column = max((i for i, e in enumerate(edges) if e <= s.x0 + 1), default=0)
            cells[column].append(line.only([s]))
        apart = before is not None and line.bottom - before.bottom > 1.3 * usual
        new = bool(cells[0]) and (_NUMBER.match(cells[0][0].text) or sum(map(bool, cells)) > 1)
        if rows and not apart and not new:
            for old, more in zip(rows[-1], cells, strict=True):
                old.extend(more)
        else:
            rows.append(cells)
        before = line
    return Grid(edges, rows, lines[0].top, lines[0].page)
