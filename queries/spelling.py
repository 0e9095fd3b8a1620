"""A slip of the pen in a word that asks: «просроченые соглашния» are просроченные соглашения.

Only words that no dictionary knows are put right, and only into a word by which questions are told apart: names of
bodies, functions and territories are looked up with their own tolerance (`queries.lexicon`, `queries.places`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ontology.russian import analyser

_LONG = 5  # letters; a shorter word is too near to too many others


def corrected(token: str, known: frozenset[str]) -> str:
    """The form of a word of `known` (normal forms) that is one slip away from `token`; else `token` as it is."""
    if len(token) < _LONG or not token.islower() or not token.isalpha() or _in_dictionary(token):
        return token
    found = process.extractOne(
        token.replace("ё", "е"), _forms(known), scorer=OSA.distance, score_cutoff=1 if len(token) < 9 else 2
    )
    return found[0] if found else token


def _in_dictionary(word: str) -> bool:
    return bool(analyser().word_is_known(word))


@lru_cache(maxsize=4)
def _forms(known: frozenset[str]) -> tuple[str, ...]:
    """Every form of the words, nearest to their normal form first."""
    return tuple(dict.fromkeys(_inflected(sorted(known))))


def _inflected(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if len(word) >= _LONG:
            for form in analyser().parse(word)[0].lexeme:
                yield str(form.word).replace("ё", "е")
