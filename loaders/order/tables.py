"""Tables of an act: runs of rows put together over page breaks, their columns known by the header's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.morph import noun, opens_with_verb, words
from loaders.order.align import NUMBER, aligned, is_term
from loaders.order.columns import Column, TableKind, columns_of, kind_of
from loaders.order.dates import MONTH
from loaders.order.headless import guessed
from loaders.order.matrix import crossed
from loaders.order.terms import periodicity
from loaders.order.units import Unit
from loaders.text import glue

# A section row that tells the time of the rows under it.
WHEN = re.compile(
    rf"(?:(?:на|в|за)\s+)?(?:{MONTH}(?:\s*[-–—]\s*{MONTH})?|(?:I|II|III|IV|[1-4])(?:-?[йо]\w*)?\s+(?:квартал|полугодие|этап))?\s*"
    r"(?:20\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?\s*(?:(?:гг?|уч|учебн[а-я]{0,4}|год[а-я]{0,2})\b\.?\s*){0,3})?",
    re.I,
)

SECTION = re.compile(r"^(?:раздел|направление|блок|модуль|этап|задача)\b|^[IVX]{1,4}\.\s", re.I)


@dataclass
class Row:
    """A row with its cells by column position; `units` are the indices of the source rows (several when it was
    broken)."""

    cells: list[str]
    units: list[int]
    first: Unit


@dataclass
class Table:
    """A table of one kind: `columns` name its cells, `rows` and `groups` (single-cell rows) keep their order."""

    kind: TableKind
    columns: list[Column]
    header: list[str]
    part: int
    rows: list[Row | str] = field(default_factory=list)
    header_units: list[int] = field(default_factory=list)
    group_units: list[int] = field(default_factory=list)
    title: str = ""

    @property
    def caption(self) -> str:
        """«табл. 1» when the words above the table call it so, else "" (a table without a number is «табл.»)."""
        found = re.search(r"(?:^|\s)Таблица(?:\s*№?\s*(\d{1,2}(?:\.\d{1,2})?))?\.?\s*$", self.title)
        return f"табл. {found.group(1)}" if found and found.group(1) else "табл." if found else ""

    def records(self) -> Iterator[tuple[Row, str]]:
        """The rows with the group heading above them."""
        for row, group, _ in self.headed():
            yield row, group

    def headed(self) -> Iterator[tuple[Row, str, str]]:
        """The rows with the group heading and the time («2031 год», «Сентябрь») that section rows above them name."""
        group = when = ""
        for row in self.rows:
            if not isinstance(row, str):
                yield row, group, when
            elif WHEN.fullmatch(row.strip(" .:")):
                year = re.search(r"20\d\d.*", when)
                when = row.strip(" .:") if re.search(r"20\d\d", row) or not year else f"{row.strip(' .:')} {year[0]}"
            else:
                # «1.1. …» under «Направление 1 …» is a group of its own: both are kept
                group = (
                    f"{group.split(chr(10))[0]}\n{row}"
                    if group and re.match(r"^\d+\.\d+", row) and not re.match(r"^\d+\.\d+", group)
                    else row
                )


def collect(units: list[Unit]) -> list[Table]:
    """Group the rows of an act into tables; repeated headers are dropped, rows broken by a page are joined."""
    tables: list[Table] = []
    current: Table | None = None
    loose: list[str] = []
    for index, u in enumerate(units):
        if u.kind != "row":
            if u.kind == "appendix" or (current is not None and u.part != current.part):
                current = None
            else:
                loose.append(u.raw)
            continue
        u = _merged(u)
        names = columns_of(u.cells)
        if current is not None and current.columns and _under(current, u):
            current.header_units.append(index)
            loose = []
            continue
        if names is not None and current is not None and current.columns and not u.cells[0] and current.rows:
            names = None  # the header of a table opens with its first column, a row that goes on does not
        if names is not None and current is not None and _due(current, u):
            names = None  # «10 мая 2031 | Собрание чтецов | Куратор клуба» has the words of a header too
        if names is not None:
            if current is not None and len(current.header) == len(u.cells) and _same(current.header, u.cells):
                current.header_units.append(index)
            else:
                current = Table(
                    kind_of(names), names, list(u.cells), u.part, header_units=[index], title=" ".join(loose[-2:])
                )
                tables.append(current)
            loose = []
            continue
        if current is None or (current.columns and len(u.cells) > len(current.columns)):
            current = Table("other", [], [], u.part)
            tables.append(current)
        if current.kind in {"indicators", "roadmap"} and 0 < len(loose) <= 3 and all(len(x) < 300 for x in loose):
            current.rows.extend(loose)
        loose = []
        _add(current, u, index)
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
        _add(found, _merged(units[index]), index)
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


def _add(table: Table, u: Unit, index: int) -> None:
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
