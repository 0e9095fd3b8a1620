"""Characters of a PDF page → lines: baselines, words, wide gaps, raised signs of footnotes left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from loaders.sources.layout import shown

Char = dict[str, Any]  # what pdfplumber gives: text, x0, x1, top, bottom, size, fontname, upright
_WORD_GAP = 0.18  # of the type size: a wider one parts two words
WIDE_GAP = 2.6  # of the type size: no space in a justified line is as wide
COLUMN_GAP = 0.9  # between columns without lines, if the lines above and below leave it free as well
_RAISED = 0.78  # type of less than this share of the line's is raised or lowered
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}[.)]")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words with no wide gap in it."""

    text: str
    x0: float
    x1: float
    first: float = 0.0  # width up to the first place where the line could have been broken
    hang: float = 0.0  # where the text after the first word begins


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page (`page` from 1); several spans when there are wide gaps in it."""

    spans: tuple[Span, ...]
    columns: tuple[Span, ...]  # the same, parted at gaps that may lie between columns
    top: float
    bottom: float
    size: float
    page: int
    bold: bool = False
    spaced: bool = False  # a space was written after the last word
    room: float = 1e9  # points left to the right edge of its cell

    @property
    def text(self) -> str:
        """The words of all spans."""
        return " ".join(s.text for s in self.spans)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.spans[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.spans[-1].x1

    def only(self, spans: Sequence[Span]) -> Line:
        """The line with some of its spans."""
        return replace(self, spans=tuple(spans), columns=tuple(spans), spaced=self.spaced and spans[-1].x1 >= self.x1)


def lines_of(chars: Iterable[Char], page: int) -> list[Line]:
    """Put the characters of a page (or of a cell) into lines, from top to bottom."""
    upright = [c for c in chars if c["upright"] and c["size"] > 1]
    visible = [c for c in upright if c["text"].strip()]
    if not visible:
        return []
    usual = median(c["size"] for c in visible)
    base = sorted((c for c in upright if c["size"] >= _RAISED * usual), key=lambda c: (c["bottom"], c["x0"]))
    groups: list[list[Char]] = []
    for c in base:
        if groups and c["bottom"] - groups[-1][0]["bottom"] < 0.35 * max(c["size"], 4):
            groups[-1].append(c)
        elif c["text"].strip():
            groups.append([c])
    small = [c for c in visible if c["size"] < _RAISED * usual]
    for c in sorted(small, key=lambda c: (c["bottom"], c["x0"])):
        _put(c, groups)
    groups.sort(key=lambda g: min(c["top"] for c in g))
    return [line for g in groups if (line := _line(g, page)) is not None]


def _put(c: Char, groups: list[list[Char]]) -> None:
    """A small character belongs to the line that surrounds it; a line of small ones is a line as well."""
    middle = (c["top"] + c["bottom"]) / 2
    for g in groups:
        if g[0]["top"] < middle < g[0]["bottom"]:
            g.append(c)
            return
    for g in groups:
        if abs(c["bottom"] - g[0]["bottom"]) < 0.35 * c["size"]:
            g.append(c)
            return
    groups.append([c])


def _line(group: list[Char], page: int) -> Line | None:
    sizes = [c["size"] for c in group if c["text"].strip()]
    if not sizes:
        return None
    size = median(sizes)
    kept = [c for c in group if not _raised(c, group, size)]
    kept.sort(key=lambda c: c["x0"])
    spans, spaced = _spans(kept, size, WIDE_GAP)
    if not spans:
        return None
    columns, _ = _spans(kept, size, COLUMN_GAP)
    letters = [c for c in kept if c["text"].strip()]
    return Line(
        tuple(spans),
        tuple(columns),
        min(c["top"] for c in letters),
        max(c["bottom"] for c in letters),
        size,
        page,
        all(_BOLD.search(c["fontname"]) for c in letters),
        spaced,
    )


def _raised(c: Char, group: Sequence[Char], size: float) -> bool:
    """The sign of a footnote: a small raised digit or star after a word."""
    return bool(
        c["size"] < _RAISED * size
        and re.fullmatch(r"[\d*⁎]", c["text"])
        and c["bottom"] < max(g["bottom"] for g in group) - 0.15 * size
    )


def _spans(chars: Sequence[Char], size: float, wide: float) -> tuple[list[Span], bool]:
    words: list[tuple[str, float, float]] = []
    spans: list[Span] = []
    last: Char | None = None
    spaced = False
    for c in chars:
        text = str(c["text"])
        text = _LIGATURES.get(text, text)
        if not text.strip():
            spaced = True
            continue
        if last is not None and c["text"] == last["text"] and c["x0"] - last["x0"] < 0.3 * (last["x1"] - last["x0"]):
            continue  # bold that is made by printing twice
        gap = c["x0"] - last["x1"] if last is not None else 0.0
        if last is not None and gap > wide * size:
            spans.append(_span(words))
            words = [(text, c["x0"], c["x1"])]
        elif not words or gap > _WORD_GAP * size or (spaced and gap > -0.1 * size) or _tight(words, text):
            words.append((text, c["x0"], c["x1"]))
        else:
            word, x0, _ = words[-1]
            words[-1] = (word + text, x0, c["x1"])
        last, spaced = c, False
    if words:
        spans.append(_span(words))
    return [s for s in spans if s.text], spaced


def _tight(words: Sequence[tuple[str, float, float]], text: str) -> bool:
    """Whether a clause's number is set so close to its text that they look like one word."""
    return len(words) == 1 and (text.isalpha() or text == "«") and bool(_CLAUSE.fullmatch(words[0][0]))


def _span(words: Sequence[tuple[str, float, float]]) -> Span:
    text = shown(" ".join(w for w, _, _ in words))
    word, x0, x1 = words[0]
    if re.fullmatch("[-–—]", word) and len(words) > 1:
        x1 = words[1][2]  # a dash is not left alone at the end of a line
    breakable = re.match(r"[^-–—/]+[-–—/](?=\w)", word)
    share = len(breakable.group(0)) / len(word) if breakable else 1.0
    hang = words[1][1] if len(words) > 1 else x1
    return Span(text, x0, words[-1][2], (x1 - x0) * share, hang)


def split_at_gaps(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines from top to bottom; two columns side by side (stamps, «agreed» and «approved») one after the other."""
    i = 0
    while i < len(lines):
        block = _side_by_side(lines, i)
        if len(block) > 1:
            for column in (0, 1):
                yield [one for line in block if (one := _half(line, block, column)) is not None]
            i += len(block)
        else:
            yield [lines[i]]
            i += 1


def _side_by_side(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines from `start` that share one gutter; the first two must have it."""
    block: list[Line] = []
    left, right = 0.0, 1e9
    for line in lines[start:]:
        if block and (line.page != block[-1].page or line.top - block[-1].bottom > 1.5 * line.size):
            break
        if len(line.spans) > 2:
            break
        if len(line.spans) == 2:
            low, high = max(left, line.spans[0].x1), min(right, line.spans[1].x0)
        elif not block:
            break
        elif line.x1 <= right - 2:
            low, high = max(left, line.x1), right
        elif line.x0 >= left + 2:
            low, high = left, min(right, line.x0)
        else:
            break
        if high - low < line.size:
            break
        left, right = low, high
        block.append(line)
    while block and len(block[-1].spans) == 1:
        block.pop()
    return block if sum(len(x.spans) == 2 for x in block) > 1 else []


def _half(line: Line, block: Sequence[Line], column: int) -> Line | None:
    if len(line.spans) == 2:
        return line.only(line.spans[column : column + 1])
    gutter = max(x.spans[0].x1 for x in block if len(x.spans) == 2)
    return line if (line.x0 > gutter) == bool(column) else None
