"""What a page of a PDF carries besides its text: running heads, page numbers, stamps, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.sources.pdf_lines import Char, Line
from loaders.text import PAGE_NUMBER

Box = tuple[float, float, float, float]  # x0, top, x1, bottom
_EDGE = 3  # lines from the top or the bottom of a page in which heads run
_SIGNED = re.compile(r"электронн\w*\s*подпис|сертификат|действителен|ЭЦП|\bЭП\b", re.I)
_STAMP_SIZE = (60.0, 25.0, 330.0, 160.0)  # least and largest width and height of a stamp, in points


def running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without page numbers and without what repeats at the edges of pages."""
    heads, feet = Counter[str](), Counter[str]()
    for lines in pages:
        heads.update({_shape(x) for x in lines[:_EDGE]})
        feet.update({_shape(x) for x in lines[-_EDGE:]})
    least = max(3, (len(pages) + 1) // 2) if len(pages) > 4 else max(2, len(pages))
    result = []
    for lines in pages:
        begin, end = 0, len(lines)
        while begin < min(_EDGE, end) and _furniture(lines[begin], heads, least, len(pages)):
            begin += 1
        while end > max(begin, len(lines) - _EDGE) and _furniture(lines[end - 1], feet, least, len(pages)):
            end -= 1
        result.append(list(lines[begin:end]))
    return result


def _furniture(line: Line, counts: Counter[str], least: int, pages: int) -> bool:
    return bool(PAGE_NUMBER.match(line.text)) or (pages > 1 and counts[_shape(line)] >= least)


def _shape(line: Line) -> str:
    """A line with its digits alike (page numbers), at its height on the page."""
    return f"{re.sub(r'[0-9]+', '#', line.text)}@{round(line.top / 4)}"


def stamps(frames: Sequence[Box], chars: Sequence[Char]) -> list[Box]:
    """Those of the frames that hold the stamp of an electronic signature."""
    found = []
    low_w, low_h, high_w, high_h = _STAMP_SIZE
    for box in dict.fromkeys(frames):
        if low_w < box[2] - box[0] < high_w and low_h < box[3] - box[1] < high_h:
            text = "".join(c["text"] for c in chars if within(c, box))
            if len(_SIGNED.findall(text)) >= 2:
                found.append(box)
    return found


def middle(c: Char) -> tuple[float, float]:
    """Where a character is; a space after the last word may hang over the edge, so it counts by its beginning."""
    x = (c["x0"] + c["x1"]) / 2 if c["text"].strip() else c["x0"] - 0.5
    return x, (c["top"] + c["bottom"]) / 2


def within(c: Char, box: Box) -> bool:
    """Whether a character lies in a box."""
    x, y = middle(c)
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def footnotes(lines: Sequence[Line], rules: Sequence[Char], usual: float) -> tuple[list[Line], list[Line]]:
    """(text, footnotes): small type below a short rule at the foot of the page."""
    if not lines:
        return [], []
    right = max(x.x1 for x in lines)
    left = min(x.x0 for x in lines)
    for rule in rules:
        wide = rule["x1"] - rule["x0"]
        if not (40 < wide < 0.5 * (right - left) and abs(rule["x0"] - left) < 12 and rule["bottom"] - rule["top"] < 2):
            continue
        above = [x for x in lines if x.bottom <= rule["top"] + 2]
        below = [x for x in lines if x.top >= rule["top"] - 1]
        if above and below and len(above) + len(below) == len(lines) and all(x.size <= 0.92 * usual for x in below):
            return above, below
    return list(lines), []
