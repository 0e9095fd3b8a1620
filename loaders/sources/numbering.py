"""Automatic numbers of a DOCX as they are seen on the screen: formats, levels, restarts, numbers of styles.

ECMA-376, part 1, 17.9. Word counts per abstract list, so that lists which share one go on; `startOverride` begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from loaders.sources.layout import shown
from loaders.sources.ooxml import W, flag, value

# Word's Russian letters: without ё, й, ъ, ы, ь.
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_BULLETS = frozenset("-–—•·▪◦○●■□*➢✓")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, where it begins, after which level it begins anew."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    joined: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list of a document: its abstract list and what it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted as its paragraphs are read in order."""

    def __init__(self, root: Element | None, style_lists: Mapping[str, str]) -> None:
        """`root`: numbering.xml; `style_lists`: the list (numId) which a numbering style names."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._learn(root, style_lists)

    def _learn(self, root: Element, style_lists: Mapping[str, str]) -> None:
        abstract = {value(a, "abstractNumId", attribute=True): a for a in root.findall(W + "abstractNum")}
        links: dict[str, str] = {}
        for num in root.findall(W + "num"):
            number, target = value(num, "numId", attribute=True), value(num, "abstractNumId")
            links[number] = target
        for num in root.findall(W + "num"):
            number = value(num, "numId", attribute=True)
            target, seen = links[number], set[str]()
            # a list may be defined by a style, which names another list
            while (found := abstract.get(target)) is not None and (style := value(found, "numStyleLink")):
                onward = links.get(style_lists.get(style, ""), "")
                if not onward or onward in seen:
                    break
                seen.add(onward)
                target = onward
            levels = _levels(abstract[target]) if target in abstract else {}
            one = _List(target, levels)
            for override in num.findall(W + "lvlOverride"):
                at = _number(value(override, "ilvl", attribute=True), 0)
                if (own := override.find(W + "lvl")) is not None:
                    one.levels = {**one.levels, at: _level(own)}
                if begin := value(override, "startOverride"):
                    one.starts[at] = _number(begin, 1)
            self._lists[number] = one

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list which a paragraph style is tied to."""
        found = self._lists.get(number)
        return next((i for i, lv in found.levels.items() if lv.style == style), None) if found else None

    def next(self, number: str, at: int) -> str:
        """Count one more paragraph of a list and return its number with the space after it; "" when it has none."""
        found = self._lists.get(number)
        if found is None or at not in found.levels:
            return ""
        level = found.levels[at]
        counts = self._counts.setdefault(found.abstract, {})
        for above in range(at):
            if above in found.starts and (number, above) not in self._begun:
                counts[above] = found.starts[above]
                self._begun.add((number, above))
        if at in found.starts and (number, at) not in self._begun:
            counts[at] = found.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((number, at))
        for deeper in [d for d in counts if d > at]:
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or (restart and at < restart):
                del counts[deeper]
        return self._written(found, counts, at)

    def _written(self, found: _List, counts: dict[int, int], at: int) -> str:
        level = found.levels[at]
        if level.format == "bullet":
            sign = shown(level.text.strip())[:1]
            return f"{sign if sign in _BULLETS else '•'} "

        def one(match: re.Match[str]) -> str:
            k = int(match.group(1)) - 1
            part = found.levels.get(k, Level())
            count = counts.get(k, found.starts.get(k, part.start))
            return in_format(count, "decimal" if level.legal and part.format != "none" else part.format)

        text = re.sub(r"%([1-9])", one, level.text)
        return text + ("" if level.joined or not text or text.endswith(" ") else " ")


def _levels(abstract: Element) -> dict[int, Level]:
    return {_number(value(lv, "ilvl", attribute=True), 0): _level(lv) for lv in abstract.findall(W + "lvl")[:_LEVELS]}


def _level(node: Element) -> Level:
    restart = value(node, "lvlRestart")
    level = Level(
        format=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText"),
        start=_number(value(node, "start"), 0),
        restart=_number(restart, 0) if restart else None,
        legal=flag(node.find(W + "isLgl")),
        joined=value(node, "suff") == "nothing",
        style=value(node, "pStyle") or None,
    )
    return replace(level, text="") if level.format == "none" and "%" not in level.text else level


def _number(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default


def in_format(n: int, format: str) -> str:
    """A number as a list of this format writes it; formats Russian papers do not use are written as digits."""
    if format == "none":
        return ""
    if format in {"lowerRoman", "upperRoman"} and 0 < n < 4000:
        text = _roman(n)
    elif format in {"lowerLetter", "upperLetter"} and n > 0:
        text = LATIN[(n - 1) % len(LATIN)] * ((n - 1) // len(LATIN) + 1)
    elif format in {"russianLower", "russianUpper"} and n > 0:
        text = RUSSIAN[(n - 1) % len(RUSSIAN)] * ((n - 1) // len(RUSSIAN) + 1)
    else:
        return f"{n:02d}" if format == "decimalZero" else str(n)
    return (text.upper() if format.startswith(("upper", "russianUpper")) else text)[:50]


def _roman(n: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        count, n = divmod(n, size)
        text += sign * count
    return text
