"""Tables printed in fixed columns: cells set apart by runs of spaces, each column under its head.

A table is known by its head line: three or more short pieces apart, and lines below whose pieces begin where those of
the head do. A cell may run over several lines; they are put together here, for only here their places are seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

LINE_END = re.compile(r"(?<=[\n\f\x0b\x85\u2028\u2029])")
_PAGE = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")  # a page's number within a table
_PIECE = re.compile(r"\S+(?: \S+)*")
_NEAR = 2  # characters a cell may begin beside its column's head
_LONGEST_HEAD = 60
_SOON = 12  # lines within which a full row must follow the head
_HEAD = re.compile(
    r"№|п/п|наименован|мероприят|содержан|срок|дата|месяц|ответствен|исполнител|результат|показател|критери|индикатор|"
    r"значени|единиц|ед\.|функци|полномоч|субъект|участник|уровень|20\d\d|\bчто\b|\bкто\b|когда|тема|направлен|действи|работ",
    re.I,
)
_STAMP = re.compile(r"утвержд|соглас|принят|рассмотр", re.I)  # «СОГЛАСОВАНО … УТВЕРЖДАЮ» side by side head no table
_SECTION = re.compile(r"(?:направление|раздел|блок|этап|модуль|задача)\b|20\d\d|[IVX]{1,4}\.?\s|\d{1,2}\.\s", re.I)

# A first column of terms has small letters in front («май 2031», «до 1 марта»).
_TERM = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|до\s+\d|в\s+течение|ежегодно|постоянно)"
)


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row of such a table: its cells, and where its last line ends."""

    cells: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text.rstrip())


def rows(text: str, join: Callable[[str, str], str] = "{} {}".format) -> dict[int, FixedRow]:
    """The rows of all tables in fixed columns, by the offset at which their first line begins.

    `join` puts the next line of a cell to what it has.
    """
    lines: list[_Line] = []
    offset = 0
    for raw in LINE_END.split(text):
        lines.append(_Line(offset, "" if _PAGE.fullmatch(raw.strip()) else raw.rstrip("\r\n\f\x0b\x85\u2028\u2029")))
        offset += len(raw)
    found: dict[int, FixedRow] = {}
    at = 0
    while at < len(lines):
        starts = _head(lines[at].text)
        last = _last(lines, at, starts) if starts else at
        if last > at:
            _read(lines[at : last + 1], starts, found, join)
            at = last
        at += 1
    return found


def _head(line: str) -> list[int]:
    """Where the columns begin that a line may be the head of; [] when it is none."""
    if "  " not in line.strip() or "\t" in line or line.lstrip().startswith("|"):
        return []
    pieces = list(_PIECE.finditer(line))
    if len(pieces) < 3 or any(len(p.group(0)) > _LONGEST_HEAD for p in pieces) or _STAMP.search(line):
        return []
    return [p.start() for p in pieces] if sum(bool(_HEAD.search(p.group(0))) for p in pieces) >= 2 else []


def _last(lines: list[_Line], at: int, starts: list[int]) -> int:
    """The index of the table's last line; `at` itself when the lines below do not stand under the head."""
    last, full, blank = at, 0, 0
    for i in range(at + 1, len(lines)):
        line = lines[i].text
        if not full and i > at + _SOON:
            break
        if not line.strip():
            blank += 1
            if blank > 4:
                break
            continue
        cells = _cells(line, starts)
        if cells is None or (blank and sum(bool(c) for c in cells) < 2 and not _section(line, starts)):
            break
        width = sum(bool(c) for c in cells)
        if width >= 2:
            last, full = i, full + (width >= 3 or width == len(starts))
        elif not blank and _under(line, starts):
            last = i
        blank = 0
    return last if full else at


def _under(line: str, starts: list[int]) -> bool:
    """A lone piece that goes on with a cell of the row above: it stays within its column."""
    pieces = list(_PIECE.finditer(line))
    column = _column(pieces[0].start(), starts)
    return column is not None and (column + 1 == len(starts) or pieces[0].end() <= starts[column + 1])


def _section(line: str, starts: list[int]) -> bool:
    pieces = list(_PIECE.finditer(line))
    return len(pieces) == 1 and pieces[0].start() <= starts[-1] and bool(_SECTION.match(pieces[0].group(0)))


def _column(position: int, starts: list[int]) -> int | None:
    return next((n for n, s in enumerate(starts) if abs(position - s) <= _NEAR), None)


def _cells(line: str, starts: list[int]) -> list[str] | None:
    """The line's cells under their columns; None when a piece begins under no head. A lone piece may be a section."""
    if "\t" in line:
        return None
    cells = [""] * len(starts)
    pieces = list(_PIECE.finditer(line))
    for p in pieces:
        begin = p.start()
        column = _column(begin, starts)
        if column is None:
            return [line.strip(), *cells[1:]] if _section(line, starts) else None
        for nearer in range(column + 1, len(starts)):  # a cell filled to its edge leaves one space before the next
            cut = starts[nearer]
            if begin < cut < p.end() and line[cut - 1] == " " and len(pieces) > 1:
                cells[column] = f"{cells[column]} {line[begin:cut]}".strip()
                begin, column = cut, nearer
        cells[column] = f"{cells[column]} {line[begin : p.end()]}".strip()
    return cells


def _read(lines: list[_Line], starts: list[int], found: dict[int, FixedRow], join: Callable[[str, str], str]) -> None:
    """Put the lines of one table together to rows."""
    current: list[str] = []
    begin, numbered = -1, lines[0].text.strip()[:1] in "№N" or lines[0].text.strip().lower().startswith("п/п")
    for n, line in enumerate(lines):
        if not line.text.strip():
            continue
        cells = _cells(line.text, starts) or [line.text.strip(), *[""] * (len(starts) - 1)]
        lone = _section(line.text, starts) and sum(bool(c) for c in cells) == 1
        if begin < 0 or lone or _opens(cells, numbered, lines[n - 1].text):
            begin, current = line.start, [""] * len(starts)
        current = [join(a, b) if a and b else a or b for a, b in zip(current, cells, strict=True)]
        found[begin] = FixedRow(tuple(current), line.end)
        if lone:
            begin = -1


def _opens(cells: list[str], numbered: bool, before: str) -> bool:
    """Whether a line begins a row: a number in the column of numbers, else a capital beside other cells."""
    first = cells[0]
    if numbered:
        return bool(re.match(r"\d", first))
    several = sum(bool(c) for c in cells) > 1
    opens = not first[:1].islower() or bool(_TERM.match(first))
    return bool(first) and opens and (several or not before.strip())
