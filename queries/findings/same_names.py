"""Whether two names mean the same thing: equal up to word forms, word order, abbreviations and slips of spelling.

A name is what its content words are. Words that differ tell two things apart (numbers, proper names and «муниципальный»
against «региональный» among them), unless one is a slip: no word of the language, and a letter or two off the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise, product
from types import MappingProxyType

from rapidfuzz import fuzz

from ontology import russian

Words = frozenset[str]
_TEACHER = ("педагогический", "работник")
_DIGITS = ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
_COUNTS: Mapping[str, str] = MappingProxyType({word: str(n) for n, word in enumerate(_DIGITS, start=1)})
_BASE = re.compile(r",?\s*\bот\s+(?:их\s+)?общ\w+\s+(?:их\s+)?(?:числ|количеств|численност)\w+.*$", re.I | re.S)
_SLIP = 80  # share of equal letters, of 100, in a word and its misspelling («Чикунова», «Чикуннова»)
_LONG = 5  # letters; in shorter words a letter off makes another word
_READINGS = 4  # of abbreviations that may stand for several things


def word_set(text: str) -> Words:
    """The words of a list that stands in one line."""
    return frozenset(text.split())


@lru_cache(maxsize=20_000)
def readings(name: str) -> tuple[Words, ...]:
    """The content words of a name in their normal forms, abbreviations written out; several where one of those may
    stand for several things."""
    parts: list[tuple[tuple[str, ...], ...]] = []
    for word in russian.words(name):
        meant = russian.as_cyrillic(word) or word
        full = russian.expansions(meant)
        parts.append(tuple(_lemmas(text) for text in full) if full else (_lemmas(meant),))
    found: dict[Words, None] = {}
    for choice in product(*parts):
        found[_folded([w for words in choice for w in words])] = None
        if len(found) >= _READINGS:
            break
    return tuple(found)


def _lemmas(text: str) -> tuple[str, ...]:
    found = (russian.lemma(w) for w in russian.words(text) if russian.is_content(w))
    return tuple(_COUNTS.get(w, w) for w in found)


def _folded(words: list[str]) -> Words:
    """As a set; «педагогический работник» is «педагог», «три» is 3."""
    found = set(words)
    for first, second in pairwise(words):
        if (first, second) == _TEACHER:
            found |= {"педагог"}
            found -= set(_TEACHER)
    return frozenset(found)


def alike(left: Words, right: Words) -> bool:
    """Whether two sets of words are equal but for one slip of spelling."""
    if left == right:
        return bool(left)
    here, there = left - right, right - left
    return len(here) == len(there) == 1 and _slip(*here, *there)


@lru_cache(maxsize=20_000)
def _slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or not (one.isalpha() and other.isalpha()):
        return False
    known = [russian.analyser().word_is_known(w) for w in (one, other)]
    return not all(known) and fuzz.ratio(one, other) >= _SLIP


def same_name(left: str, right: str) -> bool:
    """Whether two names mean the same thing."""
    return any(alike(a, b) for a in readings(left) for b in readings(right))


@lru_cache(maxsize=100_000)
def same_figure(left: str, right: str) -> bool:
    """Whether two indicators measure the same: a share may leave out of what («от общего числа …») where the other says
    it, but two different wholes are two indicators."""
    one, other = _whole(left), _whole(right)
    if (one is None) != (other is None):
        left, right = one or left, other or right
    return same_name(left, right)


@lru_cache(maxsize=20_000)
def _whole(name: str) -> str | None:
    """The name without the whole that its share is of; None when it names none."""
    return _BASE.sub("", name) if _BASE.search(name) else None
