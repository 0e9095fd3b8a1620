"""Tables that cross functions with subjects: a mark (or a body under its level) stands where one holds the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.order.heads import head
from loaders.order.wordings import patterns

_MARKS = patterns("tables", "marks")
_LEVEL = re.compile(r"уровень|уровне", re.I)
_MOST = 0.6  # share of the filled cells that must be marks, or bodies


def role_of_mark(mark: str) -> str | None:
    """The role a mark tells («О» responsible, «У» contributes); None for what is no mark."""
    return next((role for role, pattern in _MARKS.items() if pattern.fullmatch(mark.strip())), None)


def crossed(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[int, list[str]]]:
    """The statements of a matrix, each with the number of its row: level, subject, function, role; [] for any other
    table. The first column that is no number names the functions; the rest are subjects with marks under them, or
    levels with bodies under them."""
    start = 1 if header and not re.search(r"[А-Яа-яЁё]{3}", header[0]) else 0
    others = range(start + 1, len(header))
    if len(rows) < 2 or len(header) < start + 3 or not all(header[i] for i in others):
        return []
    cells = [r[i] for r in rows for i in others if i < len(r) and r[i]]
    levels = all(_LEVEL.search(header[i]) for i in others)
    if levels and _share(_names(c) for c in cells) >= _MOST:
        return list(_bodies(header, rows, start))
    subjects = all(_names(header[i]) for i in others)
    if subjects and _share(role_of_mark(c) is not None for c in cells) >= _MOST:
        return list(_marked(header, rows, start))
    return []


def _marked(header: Sequence[str], rows: Sequence[Sequence[str]], start: int) -> Iterator[tuple[int, list[str]]]:
    for n, row in enumerate(rows):
        for i in range(start + 1, min(len(header), len(row))):
            role = role_of_mark(row[i])
            if row[start] and role:
                yield n, ["", header[i], row[start], role]


def _bodies(header: Sequence[str], rows: Sequence[Sequence[str]], start: int) -> Iterator[tuple[int, list[str]]]:
    for n, row in enumerate(rows):
        for i in range(start + 1, min(len(header), len(row))):
            if row[start] and _names(row[i]):
                yield n, [header[i], row[i], row[start], ""]


def _names(cell: str) -> bool:
    return head(cell, "nomn") is not None


def _share(tests: Iterator[bool]) -> float:
    found = list(tests)
    return sum(found) / len(found) if found else 0.0
