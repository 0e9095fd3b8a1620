"""Terms of the catalogue found in a statement.

A term is a phrase of words in any form; `*` at the end of a word stands for any ending. The words of a term stand in
the statement in the same order, nothing but adjectives between them («педагогических и управленческих кадров»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from loaders.match_text import Token, forms, tokens
from loaders.morph import is_word

_GAP = 4
# Longer words may carry more wrong letters before they could be another word.
_MIN_FUZZY = 5
_TWO_ERRORS_FROM = 10
_ENDING = 3  # letters a case ending may add to the form the catalogue names


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: its text, the positions of its words, and whether all of them stand in the head."""

    term: str
    at: tuple[int, ...]
    head: bool


def split_terms(text: str, groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The alternatives of a `|` list, each `@group` replaced by the group's own alternatives.

    Raises KeyError when a group is not declared.
    """
    terms: list[str] = []
    for alternative in text.split("|"):
        words = alternative.split()
        choices = [groups[w[1:]] if w.startswith("@") else (w,) for w in words]
        terms.extend(" ".join(choice) for choice in product(*choices) if choice)
    return tuple(dict.fromkeys(terms))


def _words(term: str) -> tuple[str, ...]:
    """The words of a term as patterns: `корень*` for a prefix, else the word; what the reader skips is skipped."""
    patterns: list[str] = []
    for word in term.replace("-", " ").lower().replace("ё", "е").split():
        star = word.endswith("*")
        bare = word.rstrip("*")
        if star or tokens(bare):
            patterns.append(bare + "*" if star else bare)
    return tuple(patterns)


class TermIndex:
    """All terms of a catalogue, ready to be looked up in a statement in one pass."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._phrases: dict[str, tuple[str, ...]] = {term: _words(term) for term in set(terms)}
        self._prefixes: set[str] = set()
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[str, list[str]] = defaultdict(list)
        for term, words in sorted(self._phrases.items()):
            if not words:
                continue
            self._starts[words[0]].append(term)
            for word in words:
                if word.endswith("*"):
                    self._prefixes.add(word[:-1])
                else:
                    for form in forms(word):
                        self._exact[form].add(word)
        self._known = {word for words in self._phrases.values() for word in words}
        self._roots = sorted({word.rstrip("*") for word in self._known})
        self._longest = max((len(p) for p in self._prefixes), default=0)
        self._patterns = lru_cache(maxsize=20_000)(self._patterns_of)

    def _patterns_of(self, word: str, word_forms: frozenset[str]) -> frozenset[str]:
        """The word patterns a word satisfies; an unknown word is taken for the nearest word of the catalogue."""
        found: set[str] = set()
        for form in word_forms:
            found |= self._exact.get(form, set())
            for end in range(1, min(len(form), self._longest) + 1):
                if form[:end] in self._prefixes:
                    found.add(form[:end] + "*")
        if len(word) >= _MIN_FUZZY and not is_word(word):
            found |= self._nearest(word, len(word) - _ENDING) or (set() if found else self._nearest(word, _MIN_FUZZY))
        return frozenset(found)

    def _nearest(self, word: str, shortest: int) -> set[str]:
        """The words of the catalogue, not shorter than `shortest`, that a misread word is nearest to."""
        best: set[str] = set()
        limit = 3
        for root in self._roots:
            if len(root) < max(shortest, _MIN_FUZZY):
                continue
            allowed = 2 if len(root) >= _TWO_ERRORS_FROM else 1
            prefix = root in self._prefixes
            if not prefix and len(word) - len(root) > _ENDING:
                continue
            lengths = {len(root) - 1, len(root), len(root) + 1}
            errors = min(
                (DamerauLevenshtein.distance(word[:n], root, score_cutoff=allowed) for n in lengths if n <= len(word)),
                default=allowed + 1,
            )
            if errors <= allowed and errors <= limit:
                if errors < limit:
                    best, limit = set(), errors
                best |= {root + "*", root} & self._known
        return best

    def find(self, statement: Sequence[Token]) -> dict[str, list[Hit]]:
        """Every term that occurs, with its occurrences in order."""
        patterns = [self._patterns(token.word, token.forms) for token in statement]
        found: dict[str, list[Hit]] = defaultdict(list)
        for at, here in enumerate(patterns):
            for pattern in here:
                for term in self._starts.get(pattern, ()):
                    places = self._follow(self._phrases[term], at, patterns, statement)
                    if places:
                        found[term].append(Hit(term, places, all(statement[p].head for p in places)))
        return found

    @staticmethod
    def _follow(
        words: tuple[str, ...], at: int, patterns: Sequence[frozenset[str]], statement: Sequence[Token]
    ) -> tuple[int, ...]:
        places = [at]
        for word in words[1:]:
            for place in range(places[-1] + 1, min(places[-1] + _GAP + 2, len(patterns))):
                if word in patterns[place]:
                    places.append(place)
                    break
                if not statement[place].modifier:
                    return ()
            else:
                return ()
        return tuple(places)
