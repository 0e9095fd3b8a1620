"""Tables of an act: runs of rows put together over page breaks, their columns known by the header's words."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.order.align import is_term
from loaders.order.columns import Column, columns_of, kind_of
from loaders.order.headless import guessed
from loaders.order.matrix import crossed
from loaders.order.rows import add
from loaders.order.sheet import Row as Row
from loaders.order.sheet import Table as Table
from loaders.order.units import Unit


def collect(units: list[Unit]) -> list[Table]:
    """Group the rows of an act into tables; repeated headers are dropped, rows broken by a page are joined."""
    tables: list[Table] = []
    current: Table | None = None
    loose: list[str] = []
    loose_units: list[int] = []
    for index, u in enumerate(units):
        if u.kind != "row":
            if u.kind == "appendix" or (current is not None and u.part != current.part):
                current = None
            else:
                loose.append(u.raw)
                loose_units.append(index)
            continue
        u = _merged(u)
        names = columns_of(u.cells)
        if current is not None and current.columns and _under(current, u):
            current.header_units.append(index)
            loose, loose_units = [], []
            continue
        if names is not None and current is not None and current.columns and not u.cells[0] and current.rows:
            names = None  # the header of a table opens with its first column, a row that goes on does not
        if names is not None and current is not None and _due(current, u) and not _counts(names):
            names = None  # «10 мая 2031 | Собрание чтецов | Куратор клуба» has the words of a header too
        if names is not None:
            if current is not None and len(current.header) == len(u.cells) and _same(current.header, u.cells):
                current.header_units.append(index)
            else:
                current = Table(
                    kind_of(names), names, list(u.cells), u.part, header_units=[index], title=" ".join(loose[-2:])
                )
                tables.append(current)
            loose, loose_units = [], []
            continue
        if current is None or (current.columns and len(u.cells) > len(current.columns)):
            current = Table("other", [], [], u.part)
            tables.append(current)
        if current.kind in {"indicators", "roadmap"} and 0 < len(loose) <= 3 and all(len(x) < 300 for x in loose):
            current.rows.extend(loose)
            current.group_units += loose_units
        loose, loose_units = [], []
        add(current, u, index)
    return [_recovered(t, units) for t in tables]


def _matrix(table: Table, known: list[Row], units: list[Unit]) -> Table | None:
    """A table that crosses functions with subjects, as rows of level, subject, function and role."""
    header = table.header or (known[0].cells if known else [])
    body = known if table.header else known[1:]
    told = crossed(header, [row.cells for row in body])
    if not told:
        return None
    columns: list[Column] = ["level", "subject", "functions", "role"]
    found = Table("functions", columns, list(columns), table.part, title=table.title)
    found.header_units = table.header_units or known[0].units
    found.group_units = [*table.group_units, *(i for row in body for i in row.units)]
    found.rows = [Row(cells, body[n].units, units[body[n].units[0]]) for n, cells in told]
    return found


def _due(table: Table, u: Unit) -> bool:
    """Whether a row tells a term where the table's header says it should."""
    at = table.columns.index("term") if "term" in table.columns else -1
    return table.kind == "roadmap" and 0 <= at < len(u.cells) and is_term(u.cells[at])


def _counts(names: list[Column]) -> bool:
    """Whether the heads are those of indicators by years: the term of a road map is no head of its own («2031 г.»)."""
    return kind_of(names) == "indicators" and names[0] == "no" and names.count("value") > 1


def _merged(u: Unit) -> Unit:
    """A cell merged over the whole row, which some converters repeat in every column, stands once."""
    same = len(u.cells) > 2 and u.cells[0] and len(set(u.cells)) == 1
    return replace(u, cells=(u.cells[0], *[""] * (len(u.cells) - 1))) if same else u


def _recovered(table: Table, units: list[Unit]) -> Table:
    """A table without a known header as what its cells show it to be: a matrix of functions, a road map."""
    if table.kind != "other":
        return table
    known = [row for row in table.rows if isinstance(row, Row)]
    if (matrix := _matrix(table, known, units)) is not None:
        return matrix
    if table.columns:
        return table
    columns = guessed([row.cells for row in known])
    if not columns:
        return table
    found = Table(kind_of(columns), columns, [""] * len(columns), table.part, title=table.title)
    for index in sorted({i for row in known for i in row.units} | set(table.group_units)):
        add(found, _merged(units[index]), index)
    return found


def _under(table: Table, u: Unit) -> bool:
    """Whether a row belongs to the header: columns counted («1 | 2 | 3»), or years under «Значения по годам»."""
    cells = list(u.cells)
    filled = [c for c in cells if c]
    if len(filled) > 2 and filled == [str(n) for n in range(1, len(filled) + 1)]:
        return True
    if table.rows or len(cells) > len(table.header) or len(filled) < 2 or any(len(c) > 40 for c in filled):
        return False
    years = not cells[0] and all(re.search(r"20\d\d|план|факт|базов|текущ|целев", c, re.I) for c in filled)
    if not years and not _second(table, cells):
        return False
    above, column = "", table.columns[0]
    for i, c in enumerate(cells):
        if table.header[i]:
            above, column = table.header[i], table.columns[i]
        if c:
            table.columns[i] = "value" if years else column if table.columns[i] == "other" else table.columns[i]
            table.header[i] = f"{above} {c}".strip()
    return True


def _second(table: Table, cells: list[str]) -> bool:
    """Whether a row is the lower half of a header: a head without words above it is filled, what makes a row is not."""
    spanned = [i for i, c in enumerate(cells) if c and not table.header[i]]
    told = [c for n, c in zip(table.columns, cells, strict=False) if n in {"title", "name", "functions", "no"} and c]
    return bool(spanned) and not told and not any(is_term(c) or re.search(r"\d", c) for c in cells)


def _same(header: list[str], cells: tuple[str, ...]) -> bool:
    return sum(a.lower()[:20] == b.lower()[:20] for a, b in zip(header, cells, strict=False)) >= len(header) - 1


def cited(table: Table, label: str, caption: str = "") -> str:
    """How a table in an appendix is cited: by its caption («прил. 1, табл. 2»), else by the clause it stands in (unless
    its rows are numbered), else by the appendix. A caption without a number tells nothing unless the appendix is named
    with it."""
    if caption:
        return ", ".join(x for x in (label or ("прил." if caption == "табл." else ""), caption) if x)
    if "no" in table.columns:
        return label  # its rows have numbers of their own
    first = next((u for r in table.rows if isinstance(r, Row) for u in (r.first,)), None)
    return first.address if first is not None and (first.number or first.chapter) and first.address else label
