"""Statement → functions of the catalogue, with the reason.

Every function of the catalogue declares the terms it is recognised by (`opora:keyTerms`): terms the head of the
statement must name, terms that must stand anywhere, terms that help and terms that forbid. A rule that finds all it
needs scores by what it found: rare terms weigh more than common ones, the head more than a tail, the beginning more
than the end. What another function explains with more of the statement's words is dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from math import log2
from pathlib import Path

from loaders.match_catalogue import Rule, read_rules
from loaders.match_terms import Hit, TermIndex
from loaders.match_text import Token, tokens
from ontology.i18n import translator

CATALOGUE = Path(__file__).resolve().parent.parent / "ontology" / "catalogue" / "functions.ttl"

_TAIL = 0.5  # weight of a term in a tail, the head being 1
_ASIDE = 0.75  # of a term after «по вопросам»
_HALF = 0.8  # evidence at which the score is one half
_OPTIONAL = 0.3
_EARLY = 0.2  # bonus of evidence at the very beginning
_THRESHOLD = 0.45
_SECOND = 0.8  # a second function needs this share of the best score
_OWN = 0.6  # … and this much evidence the first one does not use
_MOST = 2


@dataclass(frozen=True, slots=True)
class FunctionMatch:
    """A function the statement was taken for: its code, the score (0 to 1), why (in Russian), the terms found."""

    code: str
    score: float
    why: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    code: str
    strength: float
    hits: tuple[tuple[float, frozenset[int]], ...]
    in_head: frozenset[int]
    openings: frozenset[int]

    @property
    def evidence(self) -> frozenset[int]:
        return frozenset[int]().union(*(at for _, at in self.hits))

    def own(self, other: _Candidate) -> float:
        """What of its strength rests on words the other one does not use."""
        own = [(weight, at) for weight, at in self.hits if not at & other.evidence]
        if not any(at & self.openings for _, at in own):
            return 0.0  # a mere complement of the other's words, not a duty of its own
        return sum(weight for weight, _ in own)

    @property
    def score(self) -> float:
        return self.strength / (self.strength + _HALF)


@dataclass(frozen=True, slots=True)
class _Found:
    """The terms found in a statement: all, and those standing in its head."""

    hits: dict[str, list[Hit]]
    anywhere: frozenset[str]
    in_head: frozenset[str]

    @classmethod
    def of(cls, hits: dict[str, list[Hit]]) -> _Found:
        return cls(hits, frozenset(hits), frozenset(term for term in hits if any(hit.head for hit in hits[term])))


class Matcher:
    """Assigns the functions of one catalogue. Reads the catalogue once; the same text always gets the same answer."""

    def __init__(self, path: Path = CATALOGUE) -> None:
        found = read_rules(path)
        self._rules = found.rules
        self._labels = found.labels
        self._index = TermIndex(term for rule in self._rules for term in rule.terms())
        self._weight = self._weights()
        self._anchored: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(self._rules):
            for term in rule.anchor:
                self._anchored[term].append(number)

    def _weights(self) -> dict[str, float]:
        """A term's weight: the fewer functions look for it, the more it says; more words say more."""
        users: dict[str, set[str]] = defaultdict(set)
        for rule in self._rules:
            for group in (*rule.head, *rule.required):
                for term in group:
                    users[term].add(rule.code)
        weights = {}
        for term, codes in users.items():
            length = min(len(term.split()), 3)
            weights[term] = max(0.4, 1.3 - 0.15 * log2(len(codes))) * (0.85 + 0.15 * length)
        return weights

    def match(self, text: str) -> tuple[FunctionMatch, ...]:
        """The functions a statement states, best first; empty when nothing of the catalogue is recognised."""
        statement = tokens(text)
        chosen = self._chosen(statement)
        if not chosen and any(not token.head for token in statement):
            # Nothing in the head: the duty may be named in what was taken for a tail.
            whole = tuple(replace(token, head=True) for token in statement)
            chosen = self._chosen(whole)
        return tuple(self._explain(candidate, statement) for candidate in chosen)

    def _chosen(self, statement: Sequence[Token]) -> list[_Candidate]:
        found = _Found.of(self._index.find(statement))
        best: dict[str, _Candidate] = {}
        for number in sorted({n for term in found.anywhere for n in self._anchored.get(term, ())}):
            rule = self._rules[number]
            candidate = self._try(rule, found, statement)
            if candidate and (rule.code not in best or candidate.strength > best[rule.code].strength):
                best[rule.code] = candidate
        return _choose(sorted(best.values(), key=lambda c: (-c.strength, c.code)))

    def _try(self, rule: Rule, found: _Found, statement: Sequence[Token]) -> _Candidate | None:
        if not rule.forbidden.isdisjoint(found.anywhere):
            return None
        hits: list[tuple[float, frozenset[int]]] = []
        for group in rule.head:
            hit = self._best(group & found.in_head, found, head=True)
            if hit is None:
                return None
            hits.append((self._weight[hit.term] * _place(hit, statement), frozenset(hit.at)))
        for group in rule.required:
            hit = self._best(group & found.anywhere, found, head=False)
            if hit is None:
                return None
            hits.append((self._weight[hit.term] * _place(hit, statement), frozenset(hit.at)))
        for group in rule.optional:
            hit = self._best(group & found.anywhere, found, head=False)
            if hit is not None:
                hits.append((_OPTIONAL, frozenset(hit.at)))
        parts = {statement[at].part for _, places in hits for at in places}
        if any(
            hit.head and statement[hit.at[0]].part in parts
            for term in rule.excluded & found.in_head
            for hit in found.hits[term]
        ):
            return None
        early = 1 - min(min(at) for _, at in hits) / max(len(statement), 1)
        in_head = frozenset(at for _, places in hits for at in places if statement[at].head)
        openings = frozenset(min(places) for _, places in hits if _opens(min(places), statement))
        strength = sum(weight for weight, _ in hits) + _EARLY * early
        return _Candidate(rule.code, strength, tuple(hits), in_head, openings)

    def _best(self, terms: AbstractSet[str], found: _Found, *, head: bool) -> Hit | None:
        """The weightiest of the terms found (in the head, if it must be there), the earliest of equals."""
        hits = [hit for term in terms for hit in found.hits[term] if hit.head or not head]
        return min(hits, key=lambda hit: (not hit.head, -self._weight.get(hit.term, 0.0), hit.at), default=None)

    def _explain(self, candidate: _Candidate, statement: Sequence[Token]) -> FunctionMatch:
        score = round(candidate.score, 2)
        terms = tuple(statement[at].word for at in sorted(candidate.evidence))
        why = translator("ru")(
            "“{label}”: found {terms}; score {score}",
            label=self._labels[candidate.code],
            terms=", ".join(f"«{term}»" for term in terms),
            score=f"{score:.2f}".replace(".", ","),
        )
        return FunctionMatch(candidate.code, score, why, terms)


def _place(hit: Hit, statement: Sequence[Token]) -> float:
    """How much a term's place says: the head all, what follows «по вопросам» less, a tail half."""
    if not hit.head:
        return _TAIL
    return _ASIDE if any(statement[at].aside for at in hit.at) else 1.0


def _opens(at: int, statement: Sequence[Token]) -> bool:
    """Whether a term that starts here, with the adjectives before it, opens a part of its own."""
    while at and not statement[at].joined and statement[at - 1].modifier:
        at -= 1
    return statement[at].joined


def _choose(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The best candidate and, when it rests on words of its own and is nearly as strong, a second one."""
    kept = [c for c in candidates if c.score >= _THRESHOLD and not _covered(c, candidates)]
    chosen: list[_Candidate] = []
    for candidate in kept:
        if len(chosen) == _MOST or (chosen and candidate.score < _SECOND * chosen[0].score):
            break
        if all(candidate.own(other) >= _OWN for other in chosen):
            chosen.append(candidate)
    return chosen


def _covered(candidate: _Candidate, others: Sequence[_Candidate]) -> bool:
    """Whether another candidate explains all the words of this one and more."""
    return any(candidate.evidence < other.in_head and other.strength >= 0.8 * candidate.strength for other in others)


@cache
def matcher(path: Path = CATALOGUE) -> Matcher:
    """The matcher of a catalogue, built on first use."""
    return Matcher(path)


def match_statement(text: str) -> tuple[FunctionMatch, ...]:
    """The functions of the project's catalogue that a statement states: none, one, sometimes two; best first."""
    return matcher().match(text)
