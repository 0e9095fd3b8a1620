"""A registry table from bytes to typed cells: encoding, separator, header, and one clear error per broken cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ontology.errors import BrokenTable, UnreadableFile
from ontology.ids import normalise

DOCS = "docs/registries.md"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_YES = frozenset({"да", "yes", "true", "1", "y", "+", "истина"})
_NO = frozenset({"", "нет", "no", "false", "0", "n", "-", "ложь"})
_PERSONAL = re.compile(
    r"фио|ф\.\s*и\.\s*о|фамили|отчеств|^имя$|имя\s|телефон|e-?mail|почт|снилс|паспорт|рожден|инн\b|адрес|surname|"
    r"first.?name|last.?name|patronym|full.?name|phone|birth|passport|address",
    re.IGNORECASE,
)
W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what people also call it, whether it must be there, and what a cell holds."""

    name: str
    also: tuple[str, ...] = ()
    required: bool = False
    expects: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table. `number`: its line in the file, from 1."""

    where: str
    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str | None:
        """The cell with its white space mended; None when empty."""
        return " ".join(self.cells.get(column, "").split()) or None

    def required(self, column: str) -> str:
        """The cell; BrokenTable when it is empty."""
        value = self.text(column)
        if value is None:
            raise self.broken(column, "The cell is empty", expected="a value")
        return value

    def count(self, column: str, largest: int = 10_000_000) -> int:
        """A whole number from 0."""
        value = self.required(column).replace(" ", "").replace("\xa0", "")
        if not re.fullmatch(r"\d{1,8}", value) or int(value) > largest:
            raise self.broken(column, "«{value}» is no whole number", value=value[:60], expected="a number from 0")
        return int(value)

    def share(self, column: str, largest: float) -> float:
        """A decimal number from 0 to `largest`, with comma or point."""
        value = self.required(column).replace(",", ".")
        if not re.fullmatch(r"\d{1,3}(\.\d{1,4})?", value) or float(value) > largest:
            raise self.broken(
                column, "«{value}» is no number in the right range", value=value[:60], expected=f"0 … {largest:g}"
            )
        return float(value)

    def day(self, column: str) -> date:
        """A day: 2024-09-01 or 01.09.2024."""
        value = self.required(column)
        iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", value)
        dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", value)
        parts = iso.groups() if iso else tuple(reversed(dotted.groups())) if dotted else None
        if parts:
            try:
                return date(int(parts[0]), int(parts[1]), int(parts[2]))
            except ValueError:
                parts = None
        raise self.broken(column, "«{value}» is no day", value=value[:60], expected="2024-09-01, 01.09.2024")

    def yes(self, column: str) -> bool:
        """да/нет, yes/no, 1/0; empty is no."""
        value = (self.text(column) or "").lower()
        if value not in _YES | _NO:
            raise self.broken(column, "«{value}» is neither yes nor no", value=value[:60], expected="да / нет")
        return value in _YES

    def word(self, column: str, words: type[W], russian: Mapping[str, W]) -> W | None:
        """A word of a closed list, in English or in Russian; None when empty."""
        value = self.text(column)
        if value is None:
            return None
        key = normalise(value)
        if key in russian:
            return russian[key]
        if key in {w.value for w in words}:
            return words(key)
        raise self.broken(
            column, "«{value}» is no word of the list", value=value[:60], expected=", ".join(w.value for w in words)
        )

    def broken(self, column: str, what: str, *, expected: str, value: object = "", found: object = "") -> BrokenTable:
        """The error of this cell: file, line, column, what is expected."""
        return BrokenTable(
            "line {line}, column «{column}»: " + what,
            where=self.where,
            mend="Expected: {expected}; see {docs}",
            rule=f"{DOCS}#{column}",
            line=self.number,
            column=column,
            expected=expected,
            docs=DOCS,
            value=value,
            found=found,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: the cells of its header line and the lines below, unnamed yet."""

    where: str
    header_line: int
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def named(self, columns: Sequence[Column]) -> Iterator[Line]:
        """The lines with their cells named by `columns`; BrokenTable for a missing, doubled or unknown column."""
        names = [find(columns, title) for title in self.header]
        for title, name in zip(self.header, names, strict=True):
            if name is None and title:
                raise self._header("The column «{title}» is unknown", columns, title=title[:60])
        present = [n for n in names if n]
        for name in present:
            if present.count(name) > 1:
                raise self._header("The column «{title}» stands twice", columns, title=name)
        for column in columns:
            if column.required and column.name not in present:
                raise self._header("The column «{title}» is missing", columns, title=column.name)
        for number, cells in self.rows:
            if len(cells) > len(names) and any(c.strip() for c in cells[len(names) :]):
                raise BrokenTable(
                    "line {line} has {found} cells, the header has {expected}",
                    where=self.where,
                    mend="Put a cell that holds the separator in quotes",
                    line=number,
                    found=len(cells),
                    expected=len(names),
                )
            yield Line(self.where, number, {n: c for n, c in zip(names, cells, strict=False) if n})

    def _header(self, what: str, columns: Sequence[Column], title: str) -> BrokenTable:
        known = ", ".join(c.name for c in columns)
        return BrokenTable(
            "line {line}: " + what,
            where=self.where,
            mend="Columns: {known}; see {docs}",
            line=self.header_line,
            known=known,
            docs=DOCS,
            title=title,
        )


def find(columns: Sequence[Column], title: str) -> str | None:
    """The column a header cell names, in English or in Russian."""
    key = normalise(title).replace("_", " ")
    return next((c.name for c in columns if key == c.name.replace("_", " ") or key in c.also), None)


def read_table(raw: bytes, where: str) -> Table:
    """Read a CSV in UTF-8 (with or without BOM), UTF-16 or Windows-1251, separated by «;», «,» or a tab.

    Raises UnreadableFile when it is empty or binary, BrokenTable when it has no header or asks for personal data.
    """
    text = _decode(raw, where)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise BrokenTable(
            "the table cannot be taken apart: {problem}", where=where, mend="Close every quote", problem=str(error)
        ) from error
    numbered = _numbered(text, separator, lines)
    filled = [(n, cells) for n, cells in numbered if any(c.strip() for c in cells)]
    if not filled:
        raise UnreadableFile("the table is empty", where=where, mend="Give a table with a header line")
    line, header = filled[0]
    titles = tuple(" ".join(c.split()) for c in header)
    while titles and not titles[-1]:
        titles = titles[:-1]
    for title in titles:
        if _PERSONAL.search(title):
            raise BrokenTable(
                "line {line}: the column «{title}» holds personal data, which is never taken",
                where=where,
                mend="Remove the column; a methodist is a code, teachers are counts",
                line=line,
                title=title[:60],
            )
    return Table(where, line, titles, tuple((n, tuple(cells)) for n, cells in filled[1:]))


def _numbered(text: str, separator: str, lines: Sequence[list[str]]) -> list[tuple[int, list[str]]]:
    """Each record with the line of the file it begins in (a quoted cell may hold line breaks)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    result, begin = [], 1
    for cells in lines:
        next(reader)
        result.append((begin, cells))
        begin = reader.line_num + 1
    return result


def _decode(raw: bytes, where: str) -> str:
    mend = "Save the table as CSV in UTF-8"
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("the file is empty", where=where, mend=mend)
    encodings = next(((name,) for bom, name in _BOMS if raw.startswith(bom)), ("utf-8", "cp1251"))
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(c < " " and c not in "\t\r\n\f" for c in text):
            return text
    raise UnreadableFile("the file is not a text in UTF-8, UTF-16 or Windows-1251", where=where, mend=mend)
