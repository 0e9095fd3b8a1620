"""A table of an act: its columns, its rows, the section rows between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.order.columns import Column, TableKind
from loaders.order.dates import MONTH
from loaders.order.units import Unit

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
