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
from ontology.i18n import gettext as _
from ontology.ids import normalise

DOCS = "docs/registries.md"
_MOST = 10_000_000
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
            raise self.broken(column, _("the cell is empty"), _("Fill it in."))
        return value

    def count(self, column: str) -> int:
        """A whole number from 0 to 10 million."""
        value = self.required(column).replace(" ", "").replace("\xa0", "")
        if not re.fullmatch(r"\d{1,8}", value) or int(value) > _MOST:
            raise self.broken(
                column, _("«{value}» is no whole number"), _("A number from 0 is expected, such as 25."), value
            )
        return int(value)

    def share(self, column: str, largest: float) -> float:
        """A decimal number from 0 to `largest`, with comma or point."""
        value = self.required(column).replace(",", ".")
        if not re.fullmatch(r"\d{1,3}(\.\d{1,4})?", value) or float(value) > largest:
            mend = _("A number from 0 to {found} is expected, such as 0.5.")
            raise self.broken(column, _("«{value}» is no number in the right range"), mend, value, f"{largest:g}")
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
        raise self.broken(column, _("«{value}» is no day"), _("A day is expected: 2024-09-01 or 01.09.2024."), value)

    def yes(self, column: str) -> bool:
        """да/нет, yes/no, 1/0; empty is no."""
        value = (self.text(column) or "").lower()
        if value not in _YES | _NO:
            raise self.broken(column, _("«{value}» is neither yes nor no"), _("«да» or «нет» is expected."), value)
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
        known = ", ".join([*russian, *(w.value for w in words)])
        raise self.broken(column, _("«{value}» is no word of the list"), _("Expected: {found}."), value, known)

    def broken(self, column: str, what: str, mend: str, value: str = "", found: str = "") -> BrokenTable:
        """The error of this cell, at file:line:column; `value` is shortened, it may be anything."""
        shown = value if len(value) <= 60 else f"{value[:60]}…"
        return BrokenTable(
            what,
            where=f"{self.where}:{self.number}:{column}",
            mend=mend,
            rule=f"{DOCS}#{column}",
            value=shown,
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
        known = ", ".join(c.name for c in columns)
        for title, name in zip(self.header, names, strict=True):
            if name is None:
                raise self._header(_("the column «{title}» is unknown"), title, known)
        for name in names:
            if names.count(name) > 1:
                raise self._header(_("the column «{title}» stands twice"), str(name), known)
        for column in columns:
            if column.required and column.name not in names:
                raise self._header(_("the column «{title}» is missing"), column.name, known)
        for number, cells in self.rows:
            if any(c.strip() for c in cells[len(names) :]):
                raise BrokenTable(
                    "the line has {found} cells, the header has {expected}",
                    where=f"{self.where}:{number}",
                    mend="Put a cell that holds the separator in quotes.",
                    found=len(cells),
                    expected=len(names),
                )
            yield Line(self.where, number, {n: c for n, c in zip(names, cells, strict=False) if n})

    def _header(self, what: str, title: str, known: str) -> BrokenTable:
        return BrokenTable(
            what,
            where=f"{self.where}:{self.header_line}",
            mend=_("Columns: {known}; see {docs}."),
            title=title[:60],
            known=known,
            docs=DOCS,
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
            "the table cannot be taken apart: {problem}", where=where, mend="Close every quote.", problem=str(error)
        ) from error
    numbered = _numbered(text, separator, lines)
    filled = [(n, cells) for n, cells in numbered if any(c.strip() for c in cells)]
    if not filled:
        raise UnreadableFile("the table is empty", where=where, mend="Give a table with a header line.")
    return table_of(filled[0], filled[1:], where)


def table_of(head: tuple[int, Sequence[str]], rows: Sequence[tuple[int, Sequence[str]]], where: str) -> Table:
    """A table of its header line and the lines below, each with its number. BrokenTable for a personal column."""
    line, header = head
    titles = tuple(" ".join(c.split()) for c in header)
    while titles and not titles[-1]:
        titles = titles[:-1]
    for title in titles:
        if _PERSONAL.search(title):
            raise BrokenTable(
                "the column «{title}» holds personal data, which is never taken",
                where=f"{where}:{line}",
                mend="Remove the column: a methodist is a code, teachers are counts.",
                title=title[:60],
            )
    return Table(where, line, titles, tuple((n, tuple(cells)) for n, cells in rows))


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
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("the file is empty", where=where, mend="Give a table with a header line.")
    encodings = next(((name,) for bom, name in _BOMS if raw.startswith(bom)), ("utf-8", "cp1251"))
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(c < " " and c not in "\t\r\n\f" for c in text):
            return text
    raise UnreadableFile(
        "the file is not a text in UTF-8, UTF-16 or Windows-1251", where=where, mend="Save the table as CSV in UTF-8."
    )
