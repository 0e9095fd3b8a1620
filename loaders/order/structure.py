"""Levels: which headings announce one, and the level of a subject from its heading, its own name or the act's
issuer."""

from __future__ import annotations

import re

from loaders.order.heads import fold
from loaders.order.lexicon import ACRONYMS, LEVEL_WORDS
from loaders.order.registry import Entry
from loaders.order.units import Unit

LEVEL_WORD = re.compile(r"\bуров(?:ень|н[еяю])\w*")
BEFORE = re.compile(r"[а-яё-]+(?:\s*\([^)]*\))?\s+(?:структурн\w+\s+)?уров\w+$")
AFTER = re.compile(r"уров\w+\s+[а-яё]+(?:\s+[а-яё]+)?")
SCHOOL = re.compile(
    r"\b(?:образовательн\w+ организаци\w+(?! дополнительного| высшего)|общеобразовательн\w+|школ[ыеу]?\b|"
    r"школа\b(?!\s+(?:молод|начинающ|наставн|педагог|методист|тьютор))|школьн\w+|гимнази\w+|лице[йяе]\w*|"
    r"детск\w+ сад\w*|дошкольн\w+|внутришкольн\w+|педагогическ\w+ совет\w*|педагогическ\w+ класс\w*|наставническ\w+ пар\w*|опорн\w+ школ\w+)",
    re.I,
)
FEDERAL = re.compile(
    r"федеральн\w+ (?:оператор|координатор|методическ|центр|институт|академи|орган|служб|агентств)|"
    r"федеральн\w+ государственн\w+ автономн\w+ [^«]*дополнительн|"
    r"\bФГАОУ ДПО|\bФГ[АБ]?НУ|координатор\w* (?:ЕФС|единой федеральной)|"
    r"Минпросвещения|"
    r"(?:Министерств\w+|Правительств\w+)\b[^,]* Российской Федерации|Академи\w+ Минпросвещения|Рособрнадзор",
    re.I,
)
TOWN = re.compile(
    r"\b(?:муниципальн\w+|межмуниципальн\w+|районн\w+|городск\w+|территориальн\w+ методическ\w+)\b|\b(?:города|"
    r"г\.)\s+[А-ЯЁ]|"
    r"(?:муниципальн\w+|городск\w+)\s+(?:район|округ)|[А-ЯЁ][а-яё]+ского\s+района",
    re.I,
)
REGION = re.compile(
    r"\b(?:региональн\w+|областн\w+|краев\w+|республиканск\w+|окружн\w+)\b|[а-яё]+(?:ской|ского|ой)\s+(?:области|края)|"
    r"Республик[аи]\b|автономн\w+\s+(?:округ|област)\w*",
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


LOCAL = re.compile(r"\bорган\w*\s+(?:местного\s+самоуправления|муниципальн\w+\s+образовани)", re.I)
# Groups and mentors that live in a school, unless the name or a heading says otherwise.
IN_SCHOOL = re.compile(r"^(?:педагог-наставник|учитель-наставник|творческ\w+\s+групп|классн\w+\s+руководител)", re.I)


def _of_role(name: str, act_level: str | None) -> tuple[str | None, int]:
    """The level of a role: by the body it belongs to, the abbreviation of which may tell it («руководитель ММО»)."""
    if LOCAL.search(name) or re.search(r"муниципалитет", name, re.I):
        return "municipal", 2
    if SCHOOL.search(name) or IN_SCHOOL.match(name):
        return "institutional", 2
    if TOWN.search(name):
        return "municipal", 2
    for word in re.findall(r"(?<=\s)[А-ЯЁ]{2,}\b", fold(name)):
        if word in ACRONYMS and ACRONYMS[word][1]:
            return ACRONYMS[word][1], 2
    if REGION.search(name):
        return "regional", 2
    return act_level, 1


def own_level(entry: Entry, act_level: str | None) -> tuple[str | None, int]:
    """The level by the subject's own name, else by the act: (level, strength of the evidence)."""
    name = entry.name
    if FEDERAL.search(name):
        return "federal", 4
    word = fold(entry.short or name.split()[0])
    if LOCAL.search(name):
        return "municipal", 2
    if act_level in {"municipal", "institutional"} and re.match(r"(?:меж)?окружн\w+", name, re.I):
        return "municipal", 2  # the okrug of a municipal act is the municipal one
    if entry.kind == "role":
        return _of_role(name, act_level)
    if TOWN.search(name) and not SCHOOL.search(name):
        return "municipal", 2
    if re.search(r"Точка роста|[Кк]ванториум|IT-куб|[Сс]тажировочн\w+ площадк", name):
        return "institutional", 2
    if entry.kind == "institute" or re.search(
        r"университет|педагогическ\w+ (?:институт|колледж)|непрерывного повышения профессионального мастерства",
        name,
        re.I,
    ):
        return "regional", 2
    if word in ACRONYMS and ACRONYMS[word][1]:
        return ACRONYMS[word][1], 2
    if SCHOOL.search(name) or IN_SCHOOL.match(name):
        return "institutional", 2
    if TOWN.search(name):
        return "municipal", 2
    if REGION.search(name):
        return "regional", 2
    return act_level, 1
