"""Slips of recognition in names: when two names differ by letters no dictionary has, and when by words."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from loaders.morph import is_word
from loaders.order.entry import Key

MOST = 2  # words a slip may touch in one name


@lru_cache(maxsize=50_000)
def near(a: Key, b: Key) -> bool:
    """Whether two names (their words as lemmas) are one, written with slips: the same numbers, the same words but for
    at most two, and of each of these pairs one is no word of the dictionary, or a letter is doubled or lost."""
    if a == b:
        return True
    if len(a) != len(b):
        return min(len(a), len(b)) >= 3 and "".join(a) == "".join(b)  # a blank lost within a word, or put there
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) > MOST or len(pairs) * 2 > len(a):
        return False
    return all(_slip(x, y) for x, y in pairs)


@lru_cache(maxsize=50_000)
def odd(words: Key) -> bool:
    """Whether a name has a word no dictionary knows: of two names that differ by slips one has."""
    return any(len(w) >= 4 and w.isalpha() and not w.isupper() and not _known(w) for w in words)


def _slip(x: str, y: str) -> bool:
    if any(c.isdigit() for c in x + y) or x.isupper() or y.isupper() or min(len(x), len(y)) < 5:
        return False
    if x[0] != y[0] or OSA.distance(x, y, score_cutoff=2) > (2 if min(len(x), len(y)) > 7 else 1):
        return False
    return not (_known(x) and _known(y))


def _known(stem: str) -> bool:
    # the key of a participle is its stem
    return is_word(stem) or is_word(stem + "ий") or is_word(stem + "ый")
