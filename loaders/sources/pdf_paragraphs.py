"""Lines of a PDF → paragraphs. A line that could have held the next word was ended on purpose; indents and space tell
the rest. Judged over the whole file: its margins, whether it indents paragraphs or sets space between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.sources.layout import Paragraph
from loaders.sources.pdf_join import Joiner
from loaders.sources.pdf_lines import Line
from loaders.text import ABBREVIATED, MARK

# «Функции:» is never the end of the line above
_LEAD = re.compile(r"(?:основные\s)?(?:функци|задач|полномочи|обязанност)[а-я]+(?:\s[а-яё]+)?:", re.I)
_CLOSE = 5.0  # points within which two edges are one
_SPACE = 0.3  # of the type size: the least space between words


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file sets its paragraphs; lengths in points."""

    left: float
    right: float
    pitch: float  # from line to line, in type sizes
    indents: bool
    spaces: bool


def habits_of(lines: Sequence[Line]) -> Habits:
    """Read the habits off all lines of running text."""
    if not lines:
        return Habits(0, 0, 1.2, False, False)
    edges = Counter(round(x.x0) for x in lines)
    common = [e for e, n in edges.most_common(6) if n >= 0.15 * len(lines)]
    left = min(common) if common else min(edges)
    right = sorted(x.x1 for x in lines)[int(0.98 * (len(lines) - 1))]
    steps = [s for a, b in pairwise(lines) if (s := _step(a, b)) is not None]
    near = sorted(s for s in steps if s < 2.6)
    edge = left + 0.85 * (right - left)
    wrapped = sorted(s for a, b in pairwise(lines) if a.x1 > edge and (s := _step(a, b)) is not None and s < 2.6)
    usual = wrapped[: len(wrapped) * 2 // 3] if len(wrapped) >= 5 else near[: len(near) // 3 + 1]
    pitch = median(usual) if usual else 1.2
    body = [x for x in lines if x.x1 - x.x0 > 0.5 * (right - left)]
    indented = sum(left + 8 < x.x0 < left + 80 for x in body)
    wide = sum(s > 1.25 * pitch for s in near)
    return Habits(left, right, pitch, indented > 0.1 * max(1, len(body)), wide > 0.12 * max(1, len(near)))


def _step(a: Line, b: Line) -> float | None:
    return (b.bottom - a.bottom) / max(a.size, b.size, 1) if a.page == b.page and b.bottom > a.bottom else None


def paragraphs(lines: Iterable[Line], habits: Habits, joiner: Joiner) -> list[Paragraph]:
    """Put lines together."""
    result: list[Paragraph] = []
    current: list[Line] = []
    text, gap = "", True
    for line in lines:
        if current and _goes_on(current, line, habits):
            text = joiner.join(text, line, current[-1])
            current.append(line)
            continue
        if current:
            result.append(_paragraph(text, current, gap))
            step = _step(current[-1], line)
            gap = step is None or step > 1.25 * habits.pitch
        text, current = line.text, [line]
    if current:
        result.append(_paragraph(text, current, gap))
    return result


def _paragraph(text: str, lines: Sequence[Line], gap: bool) -> Paragraph:
    return Paragraph(text, "bold" if all(x.bold for x in lines) else "", gap)


def _goes_on(current: Sequence[Line], line: Line, habits: Habits) -> bool:
    """Whether `line` goes on with the paragraph whose lines are `current`."""
    before = current[-1]
    step = _step(before, line)
    if step is None and line.page == before.page:
        return False  # the next column
    if step is not None and step > 1.25 * habits.pitch:
        return False
    if abs(before.size - line.size) > 0.15 * before.size or len(before.spans) > 1:
        return False
    if step is None and _begins_anew(before.text, line.text, habits):
        return False
    if _LEAD.fullmatch(line.text) or (before.text.isupper() and re.search(r"[а-яё]{3}", line.text)):
        return False
    first = line.spans[0].first
    if _centred(before, habits) and _centred(line, habits):
        return habits.right - habits.left - (before.x1 - before.x0) < first + _SPACE * before.size
    if before.x1 + _SPACE * before.size + first <= habits.right - 1:
        return False
    return _in_place(current, line, habits)


def _begins_anew(before: str, text: str, habits: Habits) -> bool:
    """Whether words alone say that a page begins with a new paragraph: no indent and no space can."""
    ended = before.endswith((".", ";", ":")) and not ABBREVIATED.search(before)
    if not ended or (text[:1].islower() and not before.endswith(";")):
        return False
    return bool(MARK.match(text)) or not habits.indents


def _in_place(current: Sequence[Line], line: Line, habits: Habits) -> bool:
    """Whether the line stands where the paragraph's next line would."""
    before = current[-1]
    marked = bool(MARK.match(line.text))
    ended = before.text.endswith((";", ".", ":")) and not ABBREVIATED.search(before.text)
    if marked and _next(current[0].text, line.text):
        return False
    if len(current) > 1:
        return abs(line.x0 - before.x0) <= _CLOSE and not (marked and ended)
    if abs(line.x0 - before.spans[0].hang) <= _CLOSE and MARK.match(before.text):
        return True  # the text of an item hangs beside its mark
    if line.x0 > before.x0 + _CLOSE:
        return False
    if line.x0 < before.x0 - _CLOSE:
        return not marked or (habits.indents and not ended)
    if marked and (ended or _kind(line.text) == _kind(before.text)):
        return False
    return not (habits.indents and habits.left + _CLOSE < before.x0 < habits.left + 80)  # a paragraph's indent twice


def _next(first: str, text: str) -> bool:
    """Whether a number is the one after that of the paragraph: «3.» after «2.», «2.4.» after «2.3.»."""
    one, two = re.match(r"((?:\d+\.)*)(\d+)[.)]", first), re.match(r"((?:\d+\.)*)(\d+)[.)]", text)
    return bool(one and two and one.group(1) == two.group(1) and int(two.group(2)) == int(one.group(2)) + 1)


def _kind(text: str) -> str:
    """A mark with its numbers and letters alike: items of one list have one kind."""
    found = MARK.match(text)
    return re.sub(r"[^\W\d_]", "а", re.sub(r"\d+", "1", found.group(0))).strip() if found else ""


def _centred(line: Line, habits: Habits) -> bool:
    middle = (habits.left + habits.right) / 2
    return abs((line.x0 + line.x1) / 2 - middle) < 8 and line.x0 > habits.left + 15
