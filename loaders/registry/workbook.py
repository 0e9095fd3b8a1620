"""A registry table kept in a workbook (.xlsx): the same lines and cells a CSV would give, checked by the same rules."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from loaders.registry.table import Table, table_of
from ontology.errors import UnreadableFile

_MOST_BYTES = 30_000_000
_MOST_UNPACKED = 300_000_000
_MOST_ROWS = 200_000
_OLD = b"\xd0\xcf\x11\xe0"


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes are those of a workbook, old or new, rather than of a text."""
    return raw.startswith((b"PK\x03\x04", _OLD))


def sheets(raw: bytes, where: str) -> list[Table]:
    """The table of each sheet that has one, hidden sheets left out. Raises UnreadableFile, BrokenTable."""
    _check(raw, where)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        shown = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
        found = []
        for name in shown:
            sheet = book.get_sheet_by_name(name)
            if sheet.height > _MOST_ROWS:
                raise _too_large(where)
            merged = tuple(sheet.merged_cell_ranges or ())
            table = _table(sheet.to_python(skip_empty_area=False), merged, f"{where}[{name}]" if shown[1:] else where)
            found += [table] if table else []
    except (CalamineError, zipfile.BadZipFile, ValueError, KeyError, OSError) as error:
        raise UnreadableFile(
            "the workbook is damaged", where=where, mend="Save it anew as .xlsx, or the table as CSV in UTF-8."
        ) from error
    if not found:
        raise UnreadableFile("the table is empty", where=where, mend="Give a table with a header line.")
    return found


def _check(raw: bytes, where: str) -> None:
    if raw.startswith(_OLD):
        raise UnreadableFile(
            "the workbook is of an old format or protected with a password",
            where=where,
            mend="Save it as .xlsx without a password.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            unpacked = sum(info.file_size for info in file.infolist())
            known = any(name.startswith("xl/") for name in file.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableFile(
            "the workbook is damaged", where=where, mend="Save it anew as .xlsx, or the table as CSV in UTF-8."
        ) from error
    if not known:
        raise UnreadableFile("the file is no workbook", where=where, mend="Save the table as .xlsx or as CSV in UTF-8.")
    if len(raw) > _MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise _too_large(where)


def _too_large(where: str) -> UnreadableFile:
    return UnreadableFile("the workbook is too large for a table", where=where, mend="Keep the table alone in it.")


Range = tuple[tuple[int, int], tuple[int, int]]  # of merged cells: first (row, column), last (row, column), from 0


def _table(values: Sequence[Sequence[Any]], merged: Sequence[Range], where: str) -> Table | None:
    """The header is the first line with two cells or more: a title over the whole table stands alone in its line.

    A header of two lines (a group above its columns, others merged downwards) is read as its lowest words.
    """
    rows = [(n, [_text(v) for v in row]) for n, row in enumerate(values, start=1)]
    filled = [(n, cells) for n, cells in rows if any(cells)]
    if not filled:
        return None
    head = next((i for i, (_, cells) in enumerate(filled) if sum(map(bool, cells)) > 1), 0)
    line, titles = filled[head]
    last = line + max((low - high for (high, _), (low, _) in merged if high == line - 1), default=0)
    for (high, left), (low, _) in merged:
        for n in range(max(high + 1, last), low + 1):  # a cell merged downwards says the same of each of its lines
            rows[n][1][left] = rows[high][1][left]
    lower = [cells for n, cells in filled[head + 1 :] if n <= last]
    for cells in lower:
        titles = [b or a for a, b in zip(titles, cells, strict=True)]
    return table_of((line, titles), list(_below(filled[head + 1 + len(lower) :])), where)


def _below(rows: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for number, cells in rows:
        while cells and not cells[-1]:
            cells = cells[:-1]
        yield number, cells


def _text(value: Any) -> str:
    """A cell as it would be typed into a CSV: whole numbers without a fraction, days as 2024-09-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())
