"""Russian morphology for the readers: one lazily built analyser, a few pure questions about words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ontology.russian import analyser
from ontology.russian import parses as parses

WORD = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё]*(?:-[А-Яа-яЁё]+)*|[A-Za-z]+|\d+(?:[.,/]\d+)*")


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The normal form, nouns and adjectives before other readings; ё as е."""
    found = parses(word)
    best = found[0]
    for p in found[:3]:
        if p.tag.POS in {"NOUN", "ADJF", "PRTF", "VERB"} and p.score >= best.score * 0.5:
            best = p
            break
    if best.tag.POS == "PRTF":
        return str(best.word[:-2])  # participles of one verb differ in meaning; their stem is key enough
    return str(best.normal_form).replace("ё", "е")


@lru_cache(maxsize=50_000)
def noun(word: str, case: str | None = None) -> Any | None:
    """The noun reading of a word (in `case` if given: nomn, gent, datv, accs, ablt, loct), or None."""
    for p in parses(word):
        if p.tag.POS == "NOUN" and (case is None or p.tag.case == case):
            return p
    return None


@lru_cache(maxsize=50_000)
def verb(word: str) -> str | None:
    """Infinitive of a finite verb in the third person of present or future, else None."""
    for p in parses(word):
        if p.tag.POS == "VERB" and ("3per" in p.tag) and p.score > 0.05:
            return str(p.normal_form)
    return None


@lru_cache(maxsize=50_000)
def infinitive(word: str) -> str | None:
    """The word itself when it is an infinitive, else None."""
    for p in parses(word):
        if p.tag.POS == "INFN":
            return str(p.normal_form)
    return None


@lru_cache(maxsize=50_000)
def participle(word: str) -> Any | None:
    """The reading as a full active present participle («обеспечивающий»), else None."""
    for p in parses(word):
        if p.tag.POS == "PRTF" and "actv" in p.tag and "pres" in p.tag:
            return p
    return None


@lru_cache(maxsize=50_000)
def adjective(word: str) -> Any | None:
    """The reading as an adjective or a participle in full form, else None."""
    for p in parses(word):
        if p.tag.POS in {"ADJF", "PRTF"} or "Anum" in p.tag:
            return p
    return None


def is_word(word: str) -> bool:
    """Whether the dictionary knows the word."""
    return bool(analyser().word_is_known(word.lower().replace("ё", "е")))


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order."""
    return WORD.findall(text)


def opens_with_verb(text: str) -> bool:
    """Whether the text opens with a finite verb in the third person («обеспечивает», «своевременно обеспечивает»)."""
    found = re.match(r"^\W*([А-Яа-яЁё-]+)(?:\s+([А-Яа-яЁё-]+))?", text)
    if not found:
        return False
    first, second = found.group(1), found.group(2)
    if verb(first):
        return True
    return bool(second and parses(first)[0].tag.POS in {"ADVB", "PRCL"} and verb(second))
