"""Sentences which name a body and a verb and yet tell nothing of what the body does: rights, numbers, how it is set
up."""

from __future__ import annotations

import re

from loaders.morph import noun
from loaders.order.heads import head
from loaders.order.names import outside
from loaders.order.sentences import is_duty, second_verb

RIGHTS = re.compile(r"\bимее?ю?т\s+право|\bвправе\b|\bмо[жг]у?е?т\b", re.I)
BURDEN = re.compile(r"\bнес[её]?у?т\s+(?:\w+\s+)?ответственность", re.I)
NOT_FUNCTIONS = re.compile(f"{RIGHTS.pattern}|{BURDEN.pattern}", re.I)
# «Численность совета составляет не более 15 человек»
AMOUNT = re.compile(r"^\s*(?:(?:не|до|от|около|свыше)\s+(?:(?:более|менее|выше|ниже)\s+)?)?\d")
# «проводит заседания не реже одного раза в квартал»: how often a body meets
MEETS = re.compile(
    r"^\s*(?:сво[иё]\s+)?заседани[яе]\s+(?:не\s+реже|по\s+мере|(?:один|два|три|четыре)?\s*раза?\s+в|\d|ежегодно|"
    r"ежемесячно|ежеквартально)",
    re.I,
)


def idle(sentence: str, found: tuple[str, int, int]) -> bool:
    """Whether a sentence with the verb `found` (infinitive, start, end) states no function, whoever it names."""
    base, _, end = found
    rest = sentence[end:]
    if _bound_only(sentence, found):
        return True
    if base == "составлять" and AMOUNT.match(rest):
        return True
    if base == "возглавлять" and _headed(rest):
        return True
    return base in {"проводить", "собирать"} and bool(MEETS.match(rest))


def _bound_only(sentence: str, found: tuple[str, int, int]) -> bool:
    """A sentence about rights or responsibility; not one which says what is done besides («составляет план и несёт
    ответственность за него»)."""
    blank = outside(sentence)
    if RIGHTS.search(blank):
        return True
    if not BURDEN.search(blank):
        return False
    base, _, end = found
    return not is_duty(base) if base != "нести" else second_verb(sentence, end) is None


def _headed(rest: str) -> bool:
    """«Центр возглавляет руководитель, …»: what follows the verb is its subject, a person in the nominative."""
    leader = head(rest.strip(), "nomn")
    if leader is None or leader[3] != "role":
        return False
    word = rest.strip()[leader[0] : leader[1]].lower()
    return noun(word, "nomn") is not None and noun(word, "accs") is None
