"""The level of a subject: by its own name, by how the act defines it, else by the act's issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from loaders.order.heads import fold
from loaders.order.lexicon import ACRONYMS
from loaders.order.registry import Entry
from loaders.order.structure import SCHOOL
from loaders.order.wordings import patterns

# Bodies and roles whose level lies in what they are, declared.
BODIES: Final[dict[str, re.Pattern[str]]] = patterns("levels", "bodies")

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

LOCAL = re.compile(r"\bорган\w*\s+(?:местного\s+самоуправления|муниципальн\w+\s+образовани)", re.I)
# Groups and mentors that live in a school, unless the name or a heading says otherwise.
STATION = re.compile(r"Точка роста|[Кк]ванториум|IT-куб|[Сс]тажировочн\w+ площадк")
IN_SCHOOL = re.compile(r"^(?:педагог-наставник|учитель-наставник|творческ\w+\s+групп|классн\w+\s+руководител)", re.I)


def of_act(school: bool, municipality: str | None, issuer: str | None) -> str:
    """The level an act is issued at; an issuer may be of a municipality which its name does not tell."""
    if school:
        return "institutional"
    local = bool(issuer) and bool(TOWN.search(str(issuer))) and not FEDERAL.search(str(issuer))
    return "municipal" if municipality or local else "regional"


DEFINED = re.compile(
    r"^[«\W]{0,3}(?P<term>[А-Яа-яЁё][А-Яа-яЁё -]{3,60}?)[»\s]*(?:\([^()]{1,80}\))?\s+[–—-]\s+(?:это\s+)?"
    r"(?:[а-яё]+\s+)?(?:сотрудник|работник|педагог|учитель|руководитель|заместитель руководителя)\s+"
    r"(?P<whose>[^,;.]{5,80})"
)


def defined(paragraphs: Iterable[str]) -> dict[str, str]:
    """Levels of roles by their definitions: «куратор – сотрудник образовательной организации, который …»."""
    found: dict[str, str] = {}
    for text in paragraphs:
        m = DEFINED.match(text[:300])
        if m is None:
            continue
        if SCHOOL.match(m.group("whose")):
            found.setdefault(fold(m.group("term")).lower(), "institutional")
        elif TOWN.match(m.group("whose")):
            found.setdefault(fold(m.group("term")).lower(), "municipal")
    return found


def _of_role(name: str, act_level: str | None) -> tuple[str | None, int]:
    """The level of a role: by the body it belongs to, the abbreviation of which may tell it («руководитель ММО»)."""
    if LOCAL.search(name) or re.search(r"муниципалитет", name, re.I):
        return "municipal", 2
    if SCHOOL.search(name) or IN_SCHOOL.match(name) or re.search(r"\bплощадк", name):
        return "institutional", 2
    if TOWN.search(name):
        return "municipal", 2
    for word in re.findall(r"(?<=\s)[А-ЯЁ]{2,}\b", fold(name)):
        if word in ACRONYMS and ACRONYMS[word][1]:
            return ACRONYMS[word][1], 2
    if REGION.search(name):
        return "regional", 2
    if BODIES["institutional"].search(name):
        return "institutional", 2
    return act_level, 1


def level_all(entries: Iterable[Entry], act_level: str, paragraphs: Iterable[str]) -> None:
    """Give each subject its level, where no heading has given it one."""
    definitions = defined(paragraphs)
    for e in entries:
        level, strength = own_level(e, act_level, definitions)
        if e.level_from < 3 and strength > e.level_from:
            e.level, e.level_from = level, strength


def own_level(entry: Entry, act_level: str | None, definitions: dict[str, str] | None = None) -> tuple[str | None, int]:
    """The level by the subject's own name, by its definition (see `defined`), else by the act: (level, strength of
    the evidence)."""
    level, strength = _by_name(entry, act_level)
    if strength < 2 and definitions and (by := definitions.get(fold(entry.name).lower())):
        return by, 2
    return level, strength


def _by_name(entry: Entry, act_level: str | None) -> tuple[str | None, int]:
    name = entry.name
    if FEDERAL.search(name) or (BODIES["federal"].search(name) and not TOWN.search(name) and not REGION.search(name)):
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
    if STATION.search(name):
        return "institutional", 2
    if entry.kind == "institute" or re.search(
        r"университет|педагогическ\w+ институт|колледж|техникум|непрерывного повышения профессионального мастерства",
        name,
        re.I,
    ):
        return "regional", 2
    if word in ACRONYMS and ACRONYMS[word][1]:
        return ACRONYMS[word][1], 2
    if SCHOOL.search(name) or (IN_SCHOOL.match(name) and act_level != "municipal"):
        return "institutional", 2
    if TOWN.search(name):
        return "municipal", 2
    if REGION.search(name):
        return "regional", 2
    if BODIES["institutional"].search(name):
        return "institutional", 2
    return act_level, 1
