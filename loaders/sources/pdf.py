"""PDF with a text layer: text and tables page by page, then paragraphs over the whole file.

A scan, a text layer of wrong letters, a password or damage give one clear line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from loaders.sources.layout import Piece, Sheet
from loaders.sources.pdf_furniture import Box, footnotes, middle, running, stamps, within
from loaders.sources.pdf_join import Joiner, joiner_for
from loaders.sources.pdf_lines import Char, Line, lines_of, split_at_gaps
from loaders.sources.pdf_paragraphs import Habits, habits_of, paragraphs
from loaders.sources.pdf_safety import check_letters, check_size, damaged, scanned
from loaders.sources.pdf_tables import Grid, Run, columns_of, unruled
from loaders.sources.sniff import locked

if TYPE_CHECKING:
    from pdfplumber.page import Page

MOST_PAGES = 1500
_RULED = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 3, "join_tolerance": 3}


@dataclass(slots=True)
class Leaf:
    """A page taken apart: its lines outside of tables, its tables, its footnotes."""

    number: int
    lines: list[Line]
    grids: list[Grid]
    rules: list[Char]
    pictured: bool


def read_pdf(raw: bytes, where: str) -> Sheet:
    """Read a PDF. Raises UnreadableFile when it is a scan, is damaged, protected or has a broken text layer."""
    check_size(raw, where)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise damaged(where)
            leaves = [_leaf(page) for page in pdf.pages]
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise locked(where) from error
        raise damaged(where) from error
    except _BROKEN as error:
        raise damaged(where) from error
    bare = [leaf.number for leaf in leaves if not leaf.lines and not leaf.grids]
    if len(bare) == len(leaves) or 2 * sum(leaf.pictured for leaf in leaves if leaf.number in bare) > len(leaves):
        raise scanned(where)
    check_letters([line.text for leaf in leaves for line in _all_lines(leaf)], where)
    pictures = [leaf.number for leaf in leaves if leaf.number in bare and leaf.pictured]
    return _sheet(leaves, pictures)


# What the parser meets in broken files comes through as errors of the language itself.
_BROKEN = (PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError,
           OverflowError, ZeroDivisionError, EOFError, OSError, NotImplementedError)  # fmt: skip


def _leaf(page: Page) -> Leaf:
    chars: list[Char] = list(page.chars)
    finder = page.debug_tablefinder(_RULED) if page.edges else None
    frames = [(r["x0"], r["top"], r["x1"], r["bottom"]) for r in (*page.rects, *page.curves)]
    boxes = stamps([*frames, *(finder.cells if finder else ())], chars)
    if boxes:
        chars = [c for c in chars if not any(within(c, box) for box in boxes)]
    grids: list[Grid] = []
    for table in finder.tables if finder else ():
        grid, chars = _ruled(table, chars, page)
        if grid is not None:
            grids.append(grid)
    lines = lines_of(chars, page.page_number)
    thin = [e for e in (*page.lines, *page.rects) if e["bottom"] - e["top"] < 2]
    leaf = Leaf(page.page_number, lines, grids, thin, bool(page.images))
    page.close()
    return leaf


def _ruled(table: Any, chars: list[Char], page: Page) -> tuple[Grid | None, list[Char]]:
    """A ruled table and the characters outside of it."""
    rows: list[list[Box | None]] = [list(row.cells) for row in table.rows]
    x0, top, x1, bottom = table.bbox
    beyond = 1000.0 if x1 > page.width - 1 else 0.0  # a table wider than the page goes on outside of it
    rows = [[(b[0], b[1], b[2] + (beyond if b[2] > x1 - 1 else 0.0), b[3]) if b else None for b in row] for row in rows]
    inside: list[Char] = []
    outside: list[Char] = []
    for c in chars:
        (inside if within(c, (x0 - 1, top - 1, x1 + 1 + beyond, bottom + 1)) else outside).append(c)
    if not inside:
        return None, chars
    edges, boxes = columns_of(rows)
    own: dict[Box, list[Char]] = {box: [] for row in boxes for box in row if box}
    for c in inside:
        x, y = middle(c)
        for box in own:
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                own[box].append(c)
                break
    cells = [[_in_cell(lines_of(own[box], page.page_number), box) if box else [] for box in row] for row in boxes]
    return Grid(edges, cells, top, page.page_number), outside


def _in_cell(lines: list[Line], box: Box) -> list[Line]:
    """The lines of a cell with the room to its right edge; a cell keeps as much clear there as on the left."""
    margin = min((x.x0 - box[0] for x in lines), default=0.0)
    return [replace(x, room=box[2] - min(max(margin, 1.0), 8.0) - x.x1) for x in lines]


def _all_lines(leaf: Leaf) -> Iterator[Line]:
    yield from leaf.lines
    for grid in leaf.grids:
        for row in grid.rows:
            for cell in row:
                yield from cell


def _wrapped(leaves: Sequence[Leaf]) -> Iterator[Line]:
    """Lines that most likely go on in the next one: full lines of text, all but the last of a cell."""
    right = max((line.x1 for leaf in leaves for line in leaf.lines), default=0.0)
    for leaf in leaves:
        yield from (line for line in leaf.lines if line.x1 > 0.92 * right)
        for grid in leaf.grids:
            for row in grid.rows:
                for cell in row:
                    yield from cell[:-1]


def _sheet(leaves: Sequence[Leaf], pictures: list[int]) -> Sheet:
    every = [line for leaf in leaves for line in _all_lines(leaf)]
    joiner = joiner_for(_wrapped(leaves))
    usual = median(line.size for line in every)
    kept = running([leaf.lines for leaf in leaves])
    notes: list[Line] = []
    for leaf, lines in zip(leaves, kept, strict=True):
        leaf.lines, below = footnotes(lines, leaf.rules, usual)
        notes += below
    body = [x for leaf in leaves for x in leaf.lines if len(x.spans) == 1]
    maker = _Maker(habits_of(body), joiner)
    for leaf in leaves:
        maker.page(leaf)
    maker.end()
    small = paragraphs(notes, habits_of(notes), joiner)
    return Sheet(
        maker.pieces, footnotes=[re.sub(r"^(?:\d{1,3}|\*)\s*", "", p.text) for p in small], blank_pages=pictures
    )


class _Maker:
    """Goes down the pages: lines gather to paragraphs, tables to rows, each ended by the other."""

    def __init__(self, habits: Habits, joiner: Joiner) -> None:
        self.habits, self.joiner = habits, joiner
        self.pieces: list[Piece] = []
        self._lines: list[Line] = []
        self._run: Run | None = None

    def page(self, leaf: Leaf) -> None:
        """Add a page."""
        lines = leaf.lines
        loose = unruled(lines)
        taken = {i for first, end, _ in loose for i in range(first, end)}
        things: list[tuple[float, Line | Grid]] = [(g.top, g) for g in (*leaf.grids, *(g for _, _, g in loose))]
        things += [(line.top, line) for i, line in enumerate(lines) if i not in taken]
        for _, thing in sorted(things, key=lambda t: t[0]):
            if isinstance(thing, Grid):
                self._table(thing)
            else:
                self._end_table()
                self._lines.append(thing)

    def _table(self, grid: Grid) -> None:
        self._end_lines()
        if self._run is not None and not self._run.fits(grid):
            self._end_table()
        if self._run is None:
            self._run = Run(list(grid.edges))
        self._run.add(grid, self.joiner)

    def _end_lines(self) -> None:
        for together in _columns(self._lines):
            made = paragraphs(together, self.habits, self.joiner)
            self.pieces.extend(made)
        self._lines = []

    def _end_table(self) -> None:
        if self._run is not None:
            self.pieces.extend(self._run.pieces())
            self._run = None

    def end(self) -> None:
        """The file has ended."""
        self._end_lines()
        self._end_table()


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines in reading order; those that stand in two columns are given column by column."""
    together: list[Line] = []
    for group in split_at_gaps(lines):
        if len(group) == 1:
            together += group
        else:
            yield together
            yield group
            together = []
    yield together
