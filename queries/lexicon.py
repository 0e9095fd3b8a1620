"""An index of names by their words: any form, abbreviation, Latin look-alike or slip of the pen finds them.

The index is a plain value, built from what a store holds; `queries.search` keeps one per store and state of the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from types import MappingProxyType

from rapidfuzz import fuzz, process

from ontology.russian import as_cyrillic, expansions, is_content, is_verb, lemma, lemmas, stem, words

_FUZZY = 80.0  # least similarity (0..100) at which two words are taken for one; below, "школа" becomes "шкала"
_UNKNOWN = 0.5  # weight of a word that no name holds
_VERB = 0.4  # weight of a verb: «ведёт реестр» asks for the register
_SHORT = 12  # words; only such names can be typed whole
_EXACT = 0.05  # for a name typed whole
_MARGIN = 0.02  # of the score, per word of a name that was not asked for: short names before long ones


_KINDS: Mapping[str, int] = MappingProxyType({"territory": 0, "subject": 1, "function": 2, "order": 3})


@dataclass(frozen=True, slots=True)
class Doc:
    """Something with names; each name is a way to call it. `weights`: how much a hit in that name counts, 0..1."""

    kind: str
    id: str
    label: str
    detail: str
    names: tuple[str, ...]
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A document and how well the words fit it (0..1)."""

    doc: Doc
    score: float


@lru_cache(maxsize=100_000)
def terms(text: str) -> tuple[str, ...]:
    """Normal forms of the content words of a text, in order."""
    return tuple(lemma(w) for w in words(text) if is_content(w))


@lru_cache(maxsize=100_000)
def _name_terms(text: str) -> tuple[frozenset[str], int]:
    """All normal forms of a name's words and of the full form of its abbreviations, and the number of its words."""
    found: set[str] = set()
    content = [w for w in words(text) if is_content(w)]
    for word in content:
        found |= {lemma(word), stem(word)}
        found |= {lemma(part) for part in word.split("-") if "-" in word and len(part) > 3}
        if word.isupper():
            found |= {lemma(w) for full in expansions(word)[:1] for w in words(full) if is_content(w)}
    return frozenset(found), len(content)


class Lexicon:
    """Inverted index over names. Building takes about 20 µs per word; a search some milliseconds."""

    def __init__(self, docs: Iterable[Doc]) -> None:
        self.docs = tuple(docs)
        postings: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
        self._lengths: dict[tuple[int, int], int] = {}
        self._whole: dict[tuple[int, int], tuple[str, ...]] = {}
        for number, doc in enumerate(self.docs):
            for place, name in enumerate(doc.names):
                found, length = _name_terms(name)
                self._lengths[number, place] = length
                self._whole[number, place] = terms(name) if length <= _SHORT else ()
                for term in found:
                    postings[term][number, place] = None
        self._postings: Mapping[str, dict[tuple[int, int], None]] = dict(postings)
        self._vocabulary = [t for t in self._postings if len(t) > 3]

    def find(self, text: str, kinds: frozenset[str] | None = None, limit: int = 20) -> list[Found]:
        """Documents whose names fit the words of `text` best; ties in the order of kind, label and id."""
        best: dict[int, float] = {}
        for query in readings(text):
            for number, score in self._score(query, kinds).items():
                best[number] = max(score, best.get(number, 0.0))
        found = [(score, self.docs[number]) for number, score in best.items()]
        found.sort(key=lambda f: (-round(f[0], 4), _KINDS.get(f[1].kind, 9), len(f[1].label), f[1].label, f[1].id))
        return [Found(doc, round(min(score, 1.0), 4)) for score, doc in found[:limit]]

    def _score(self, query: tuple[tuple[str, ...], ...], kinds: frozenset[str] | None) -> dict[int, float]:
        """Share of the query's weight that a name holds, rare words weighing more, minus a little for its length."""
        totals: dict[tuple[int, int], float] = defaultdict(float)
        hits: dict[tuple[int, int], int] = defaultdict(int)
        whole = 0.0
        typed = tuple(forms[0] for forms in query)
        for forms in query:
            variants = self._variants(forms)
            weight = max((self._rarity(t) for t in variants), default=self._rarity("") * _UNKNOWN)
            weight *= _VERB if is_verb(forms[0]) else 1.0
            whole += weight
            scored: dict[tuple[int, int], float] = {}
            for term, likeness in variants.items():
                for place in self._postings[term]:
                    scored[place] = max(scored.get(place, 0.0), likeness)
            for place, likeness in scored.items():
                totals[place] += weight * likeness
                hits[place] += 1
        if not whole:
            return {}
        result: dict[int, float] = {}
        echoes: dict[int, float] = defaultdict(float)
        for (number, name), total in totals.items():
            echoes[number] += total / whole
            doc = self.docs[number]
            if kinds is not None and doc.kind not in kinds:
                continue
            spare = max(0, self._lengths[number, name] - hits[number, name])
            factor = doc.weights[name] if doc.weights else 1.0
            score = total / whole * (1 - min(0.4, _MARGIN * spare)) * factor
            score += _EXACT if self._whole[number, name] == typed else 0.0
            result[number] = max(score, result.get(number, 0.0))
        # of two things named equally well, the one more of whose names say so
        return {number: score + min(0.02, 0.004 * echoes[number]) for number, score in result.items()}

    def _rarity(self, term: str) -> float:
        return log(1 + (len(self.docs) + 1) / (1 + len(self._postings.get(term, ()))))

    @lru_cache(maxsize=4096)  # noqa: B019  the index itself is kept in a small cache
    def _variants(self, forms: tuple[str, ...]) -> dict[str, float]:
        """Terms of the vocabulary a word may mean, with their likeness: itself, kin by stem, else a near spelling."""
        found = {f: 1.0 for f in forms if f in self._postings}
        base = stem(forms[0])
        if len(base) >= 4:
            for term in self._by_stem(base):
                found.setdefault(term, 0.8 if term != base else 0.9)
        if not found and len(forms[0]) > 3:
            near = process.extract(forms[0], self._vocabulary, scorer=fuzz.ratio, limit=5, score_cutoff=_FUZZY)
            found = {term: likeness / 100 for term, likeness, _ in near}
        return found

    def _by_stem(self, base: str) -> tuple[str, ...]:
        """Words of one root: equal stems, or a long shared beginning («диагностика», «диагностический»)."""
        head = base[: max(5, len(base) - 2)] if len(base) > 6 else base
        return tuple(t for t in self._vocabulary if t.startswith(head) and len(t) <= len(base) + 7)


def readings(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Ways to read the words of a query: as typed, with look-alikes put right, with abbreviations written out.

    Each reading is a sequence of words, each word the tuple of its possible normal forms.
    """
    typed = [w for w in words(text) if is_content(w)]
    if not typed:
        return ()
    result = [typed]
    cyrillic = [as_cyrillic(w) or w for w in typed]
    if cyrillic != typed:
        result.append(cyrillic)
    for base in tuple(result):
        for place, word in enumerate(base):
            for full in expansions(word):
                result.append([*base[:place], *words(full), *base[place + 1 :]])
    return tuple(tuple((lemma(w), *sorted(lemmas(w) - {lemma(w)})) for w in r if is_content(w)) for r in result)
