"""Shares that an act's prose says were reached («в 100 % школ внедрена целевая модель наставничества»), where one of
the act's own indicators measures the same: so that the two can be held against each other.

Only a clause that sums up what was done says so: a share in a plan, a road map or an expected result was not reached.
A sentence is about an indicator when it holds every word that the indicator's name has, in any form and order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.order.numbers import NUMBER, number_of
from loaders.order.reading import Indicator, Reading
from ontology import russian

SHARE = re.compile(rf"{NUMBER}\s*(?:%|процент\w*)", re.I)
SUMS_UP = re.compile(
    r"\bитог\w*\s+(?:\w+\s+){0,2}(?:деятельност|работ|реализац|развити)|\bдостигнут|\bпо состоянию на\b", re.I
)
AHEAD = re.compile(
    r"\bожида|\bплан\w*\s+(?:на|к)\b|\bпланиру|\bпредполага|\bк\s+(?:концу\s+)?20\d\d|\bбуд(?:ет|ут)\b|\bне\s+менее",
    re.I,
)
YEAR = re.compile(r"\b20\d\d\b")
_WHOLE = re.compile(r",?\s*\bот\s+общ\w+\s+(?:числ|количеств|численност).*$", re.I | re.S)
_PARTS = re.compile(r";\s*|\s[-–—]\s|\n|(?<=[а-яё)%])\.\s+(?=[А-ЯЁ])")
_LEAD = 400  # characters at the beginning of a clause within which it says that it sums up, and what years
_SHARED = 4  # words an indicator must have beyond «доля»: fewer fit too many sentences
_EMPTY = frozenset({"доля", "процент", "охват", "который"})


@dataclass(frozen=True, slots=True)
class Reached:
    """A share reached in a period, as a clause says, of what the indicator of this name measures."""

    metric: str
    value: float
    period: str | None
    clause: str


def reached(reading: Reading) -> Iterator[Reached]:
    """The shares that clauses of the act, apart from its indicators and its road map, say were reached."""
    measured = [
        (i, words) for i in reading.indicators if i.unit == "%" and len(words := _words(_bare(i.name))) >= _SHARED
    ]
    elsewhere = {i.clause for i in reading.indicators} | {a.clause for a in reading.activities}
    for address, clause in reading.clauses.items():
        lead = clause.text[:_LEAD]
        if not measured or any(a.startswith(address) for a in elsewhere) or not SUMS_UP.search(lead):
            continue
        years = YEAR.findall(lead)
        for sentence in _PARTS.split(clause.text):
            share = None if AHEAD.search(sentence) else SHARE.search(sentence)
            indicator = _measuring(sentence, measured) if share else None
            if share and indicator:
                period = next(iter(YEAR.findall(sentence)), years[-1] if years else None)
                yield Reached(indicator.name, number_of(share.group(1)), period, address)


def _measuring(sentence: str, measured: list[tuple[Indicator, frozenset[str]]]) -> Indicator | None:
    """The indicator all of whose words the sentence has; of several the one with most words, of equals none."""
    said = _words(sentence)
    fits = sorted(
        ((len(words), i) for i, words in measured if all(_has(said, w) for w in words)), key=lambda fit: -fit[0]
    )
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0] and fits[0][1].name != fits[1][1].name):
        return None
    return fits[0][1]


def _has(said: frozenset[str], word: str) -> bool:
    """Whether the words have this one, or a compound of it («общеобразовательный» for «образовательный»)."""
    return word in said or (len(word) > 7 and any(w.endswith(word) for w in said))


def _bare(name: str) -> str:
    return _WHOLE.sub("", name)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Content words in their normal forms, abbreviations written out, numbers left out."""
    written = [full for word in russian.words(text) for full in (russian.expansions(word)[:1] or (word,))]
    found = (russian.lemma(w) for full in written for w in russian.words(full) if russian.is_content(w))
    return frozenset(w for w in found if not w[0].isdigit()) - _EMPTY
