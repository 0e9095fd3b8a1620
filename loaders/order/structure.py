"""Levels that headings announce, and the nearest heading above a clause that announces one."""

from __future__ import annotations

import re

from loaders.order.lexicon import LEVEL_WORDS
from loaders.order.units import Unit

LEVEL_WORD = re.compile(r"\bуров(?:ень|н[еяю])\w*")
BEFORE = re.compile(r"[а-яё-]+(?:\s*\([^)]*\))?\s+(?:структурн\w+\s+)?уров\w+$")
AFTER = re.compile(r"уров\w+\s+[а-яё]+(?:\s+[а-яё]+)?")
SCHOOL = re.compile(
    r"\b(?:образовательн\w+ (?:организаци|учреждени)\w+\b(?! дополнительного| высшего)|"
    r"общеобразовательн\w+|школ[ыеу]?\b|школа\b(?!\s+(?:молод|начинающ|наставн|педагог|методист|тьютор))|школьн\w+|"
    r"гимнази\w+|лице[йяе]\w*|детск\w+ сад\w*|дошкольн\w+|внутришкольн\w+|педагогическ\w+ совет\w*|"
    r"педагогическ\w+ класс\w*|наставническ\w+ пар\w*|опорн\w+ школ\w+)",
    re.I,
)
SEVERAL = re.compile(
    r"(региональн|муниципальн|федеральн|институциональн)\w*,?\s+(?:и\s+)?(региональн|муниципальн|федеральн|институциональн)\w*"
)
PLACE = re.compile(
    r"\b(?:в|на)\s+(образовательн\w+\s+организаци\w+|школ[еах]+|муниципалитет\w*|муниципальн\w+\s+образовани\w+|регионе)\s*$",
    re.I,
)


def announced(text: str) -> str | None:
    """The level a heading announces («Муниципальный уровень», «на уровне образовательной организации»); None for
    none or several."""
    levels = []
    low = re.sub(r"\s+", " ", text.lower())
    for m in LEVEL_WORD.finditer(low):
        for near in (BEFORE.search(low[max(0, m.end() - 90) : m.end()]), AFTER.match(low, m.start())):
            level = _level_in(near.group(0)) if near else None
            if level and level not in levels:
                levels.append(level)
            if level:
                break
    several = SEVERAL.search(low)
    if (several and several.group(1) != several.group(2)) or len(levels) != 1:
        return None
    return levels[0]


def _level_in(piece: str) -> str | None:
    piece = re.sub(r"организационн\w*", "", piece)  # «Организационный уровень» is none of the four
    for stem, level in LEVEL_WORDS:
        if stem in piece and not (stem == "регион" and "межрегион" in piece):
            return level
    return None


class Levels:
    """The level in force at each unit, by the headings above it."""

    def __init__(self) -> None:
        self._numbered: dict[tuple[int, str, str], str | None] = {}
        self._chapter: dict[tuple[int, str], str | None] = {}
        self._loose: tuple[int, str, str | None] = (0, "", None)

    def see(self, unit: Unit) -> None:
        """Take note of a heading or of the sentence that opens a list."""
        if unit.kind in {"chapter", "appendix"}:
            self._chapter[unit.part, unit.chapter] = announced(unit.text)
            self._loose = (unit.part, "", None)
            return
        if not (unit.heading or unit.text.rstrip().endswith(":") or unit.kind == "clause"):
            return
        level = announced(unit.text) if len(unit.text) < 400 else None
        if level is None and unit.heading and (place := PLACE.search(unit.text)):
            level = {"о": "institutional", "ш": "institutional", "м": "municipal", "р": "regional"}[
                place.group(1)[0].lower()
            ]
        if unit.kind == "clause":
            if "." not in unit.number and unit.heading:
                self._loose = (unit.part, "", None)
            if level or unit.heading:
                self._numbered[unit.part, unit.chapter, unit.number] = level
            return
        if level:
            self._loose = (unit.part, unit.number, level)

    def at(self, unit: Unit) -> str | None:
        """The level announced by the nearest heading above the unit."""
        part, number, level = self._loose
        if level and part == unit.part and (not number or unit.number.startswith(number)):
            return level
        pieces = unit.number.split(".") if unit.number else []
        while pieces:
            found = self._numbered.get((unit.part, unit.chapter, ".".join(pieces)))
            if found:
                return found
            pieces.pop()
        here = self._chapter.get((unit.part, unit.chapter))
        return here or self._chapter.get((unit.part, unit.chapter.split(", §")[0]))
