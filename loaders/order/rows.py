"""How a row joins a table: as a row, as a section, or as the rest of the row above."""

from __future__ import annotations

import re

from loaders.morph import noun, opens_with_verb, words
from loaders.order.align import NUMBER, aligned
from loaders.order.columns import Column
from loaders.order.sheet import SECTION, WHEN, Row, Table
from loaders.order.terms import periodicity
from loaders.order.units import Unit
from loaders.text import glue


def add(table: Table, u: Unit, index: int) -> None:
    """Put a unit into a table."""
    width = len(table.columns)
    cells = aligned(u.cells, table.columns) if table.kind == "roadmap" else list(u.cells)
    cells += [""] * (width - len(cells))
    filled = [i for i, c in enumerate(cells) if c]
    last = table.rows[-1] if table.rows else None
    row = next((r for r in reversed(table.rows) if isinstance(r, Row)), None)
    if (
        len(filled) == 1
        and (width > 2 or (width == 2 and filled[0] == 0 and _heads(cells[0])))
        and filled[0] <= 1
        and not cells[filled[0]][:1].islower()
        and not _closes(table, row, filled[0], u)
    ):
        text = cells[filled[0]]
        table.group_units.append(index)
        if isinstance(last, str) and (
            re.match(r"^(?:Направление|Раздел)\s*\d*\.?$", last) or re.match(r"^(?:Направление|Раздел)\s*\d*\.?$", text)
        ):
            first, second = (last, text) if re.match(r"^(?:Направление|Раздел)", last) else (text, last)
            table.rows[-1] = f"{first} {second}"
        else:
            table.rows.append(text)
        return
    if row is not None and not isinstance(last, str) and _again(table, row, cells):
        title = table.columns.index("title")
        cells[title] = row.cells[title]
    elif row is not None and not isinstance(last, str) and _continues(table, cells):
        row.units.append(index)
        if width > 1 and table.columns[0] == "no" and cells[0] and not NUMBER.match(cells[0]):
            cells[:2] = ["", f"{cells[0]} {cells[1]}".strip()]  # no number goes on: the words belong to the next cell
        for i, c in enumerate(cells):
            if c and i < len(row.cells):
                another = table.columns[i : i + 1] == ["functions"] and row.cells[i][-1:] not in ";," and _opens(c)
                row.cells[i] = f"{row.cells[i]}; {c}" if another else glue(row.cells[i], c).strip()
        return
    table.rows.append(Row(cells, [index], u))


def _again(table: Table, row: Row, cells: list[str]) -> bool:
    """Whether a row repeats the activity above for another time: its title is a merged cell, its term a whole one."""
    if table.kind != "roadmap" or "title" not in table.columns or "term" not in table.columns:
        return False
    at, term = table.columns.index("title"), table.columns.index("term")
    told = [i for i, c in enumerate(cells) if c]
    whole = periodicity(cells[term]) is not None and periodicity(row.cells[term]) is not None
    return whole and not cells[at] and bool(row.cells[at]) and len(told) > 1 and not (cells[0] and at)


def _heads(cell: str) -> bool:
    """Whether a lone cell of a table of two columns heads the rows under it («СЕНТЯБРЬ», «Раздел 1»)."""
    return bool(WHEN.fullmatch(cell.strip(" .:")) or SECTION.match(cell)) or (cell.isupper() and len(cell) > 3)


def _opens(cell: str) -> bool:
    """Whether a cell begins a statement of its own: a mark, a capital or a verb in front."""
    deed = noun(first.lower(), "nomn") if (first := next(iter(words(cell)), "")) else None
    named = deed is not None and str(deed.normal_form).endswith(("ние", "тие", "ция"))
    return bool(re.match(r"[-–—•*]|\d+[.)]\s", cell)) or cell[:1].isupper() or opens_with_verb(cell) or named


def _closes(table: Table, row: Row | None, column: int, u: Unit) -> bool:
    """A lone cell that ends an open cell of the row above (unclosed quotes or brackets, a hyphen)."""
    del u
    if row is None or column >= len(row.cells):
        return False
    above = row.cells[column]
    return (
        above.count("«") > above.count("»")
        or above.count("(") > above.count(")")
        or (above.endswith(("-", ",")) and table.kind == "roadmap")
    )


def _continues(table: Table, cells: list[str]) -> bool:
    """Whether a row only goes on with the one above: no number of its own and none of the cells that make a row."""

    def cell(*names: Column) -> str:
        return " ".join(c for n, c in zip(table.columns, cells, strict=False) if n in names and c)

    number = cell("no")
    if number and re.match(r"^\d", number):
        return False
    if table.kind == "roadmap":
        title = cell("title") or cell("event")
        return not title or not (cell("term") or (cell("responsible", "executors") and not title[:1].islower()))
    if table.kind == "indicators":
        has_values = "value" in table.columns
        text = cell("name") or cell("criterion")
        return (
            not text
            or (text[:1].islower() and not cell("value"))
            or (has_values and not cell("value") and "no" in table.columns and not number)
        )
    if table.kind == "functions":
        return not cell("subject", "responsible") and not number
    return False
