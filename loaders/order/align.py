"""Rows of a table put back under their columns where a page break has dropped or spilled a cell.

A recogniser that meets a cell running over the page may lose the empty cells before it, or put one cell into two. The
cell that tells the term is the one that looks alike in every row, so the row is moved until it stands where it should.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.order.dates import MONTH

LONGEST_TERM = 90  # characters; a longer cell is a sentence, whatever it opens with
TERM = re.compile(
    rf"^(?:{MONTH}\b|(?:[IVХX]{{1,3}}|[1-4])[-–—\s\w,.]{{0,12}}(?:квартал|полугоди|кв\b|этап)|(?:перв|втор)\w+\s+полугоди|"
    r"(?:в\s+)?(?:течени[еи]|весь|всего)\b|на\s+протяжении|постоянно|систематически|регулярно|"
    r"еже(?:годно|месячно|квартально|недельно|дневно)\b|по\s+(?:мере|графику|плану|отдельному|согласованию|необходимости|"
    r"запрос)|при\s+необходимости|(?:до|к|с|не\s+позднее|до\s+конца|к\s+концу)\s+\d|(?:до|к)\s+(?:конца|концу)\b|"
    rf"(?:до|к|с|начиная\s+с|конец|начало|середина)\s+{MONTH}|20\d\d(?:\s|$|[-–—/,.])|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|"
    rf"\d{{1,2}}(?:\s*[-–—]\s*\d{{1,2}})?\s+{MONTH}|лето\b|зима\b|весна\b|осень\b|раз[а]?\s+в\s|(?:один|два|три|\d)\s+раза?\s+в\s|"
    r"учебный\s+год)",
    re.I,
)
NUMBER = re.compile(r"^(?:п(?:ункт)?\.?\s*)?\d{1,3}(?:\.\d{1,3})*\.?\)?$|^[IVXLХ]{1,6}\.?$")


def is_term(cell: str) -> bool:
    """Whether a cell reads as a term of a road map («Июнь 2022», «III квартал», «в течение года», «постоянно»)."""
    return 0 < len(cell) <= LONGEST_TERM and bool(TERM.match(cell))


def aligned(cells: Sequence[str], columns: Sequence[str]) -> list[str]:
    """The cells of a road map's row, each under its column; `columns` names the columns as
    `columns.columns_of` does.

    A row that fits, or that gives no hint where it belongs, is returned as it is, filled up with empty cells.
    """
    row, width = list(cells), len(columns)
    missing = width - len(row)
    padded = row + [""] * missing
    if "term" not in columns or (row[0] and not any(row[1:])):
        return padded  # a lone cell in the first column is a section row («2031 год»)
    due = columns.index("term")
    seen = [i for i, c in enumerate(row) if is_term(c)]
    if len(seen) == 1 and seen[0] != due and abs(seen[0] - due) <= 2:
        step = due - seen[0]
        if step < 0 and any(row[:-step]):
            return padded
        first = row[:1] if step > 0 and columns[0] == "no" and NUMBER.match(row[0]) else []
        moved = first + [""] * step + row[len(first) :] if step > 0 else row[-step:]
        return _named(_fitted(moved, width, due), columns)
    if not seen and missing > 0 and _displaced(padded, columns, due):
        return [""] * missing + row
    return padded


def _displaced(row: list[str], columns: Sequence[str], due: int) -> bool:
    """A short row without a term: it lacks its first cells when words stand where the number or the term should."""
    if columns[0] == "no" and row[0] and not NUMBER.match(row[0]):
        return True
    return bool(row[due]) and not row[0]


def _fitted(row: list[str], width: int, due: int) -> list[str]:
    """Cut a moved row to the table's width: empty cells go first, then a second responsible cell joins the first."""
    while len(row) > width and not row[-1]:
        row.pop()
    while len(row) > width and len(row) > due + 2:
        row[due + 1 : due + 3] = ["; ".join(c for c in row[due + 1 : due + 3] if c)]
    return row[:width] + [""] * (width - len(row))


def _named(row: list[str], columns: Sequence[str]) -> list[str]:
    """What stands left of the term in a moved row is its title, even where the move left it a column too early."""
    if "title" in columns and not row[columns.index("title")]:
        title = columns.index("title")
        before = [i for i in range(title) if row[i] and columns[i] != "no"]
        if len(before) == 1:
            row[title], row[before[0]] = row[before[0]], ""
    return row
