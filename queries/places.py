"""Territories by people's words: any grammatical form, the adjective for the noun, abbreviations, slips of the pen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ontology.entities.base import Id
from ontology.entities.vocabulary import TerritoryKind
from ontology.ids import normalise
from ontology.models import Territory
from ontology.russian import as_cyrillic, is_content, lemma, stem, words
from ontology.territories import find_region
from queries.search import stamp
from queries.store import GraphStore

_SURE = 0.75
_CLOSE = 0.25  # how far behind the best another reading may stay and still be named
_COUNTRY = frozenset({"россия", "рф", "russia"})
# What a territory is, not which one it is; each says of which kind, where it does.
_GENERIC: Mapping[str, TerritoryKind | None] = MappingProxyType(
    {
        "область": TerritoryKind.REGION,
        "край": TerritoryKind.REGION,
        "республика": TerritoryKind.REGION,
        "автономный": TerritoryKind.REGION,
        "регион": TerritoryKind.REGION,
        "округ": None,
        "ао": TerritoryKind.REGION,
        "обл": TerritoryKind.REGION,
        "район": TerritoryKind.MUNICIPALITY,
        "р-н": TerritoryKind.MUNICIPALITY,
        "город": TerritoryKind.MUNICIPALITY,
        "г": TerritoryKind.MUNICIPALITY,
        "городской": TerritoryKind.MUNICIPALITY,
        "муниципальный": TerritoryKind.MUNICIPALITY,
        "муниципалитет": TerritoryKind.MUNICIPALITY,
        "образование": None,
        "поселение": TerritoryKind.MUNICIPALITY,
        "сельский": TerritoryKind.MUNICIPALITY,
        "село": TerritoryKind.MUNICIPALITY,
        "поселок": TerritoryKind.MUNICIPALITY,
        "территория": None,
        "страна": TerritoryKind.COUNTRY,
        "федеральный": None,
        "значение": None,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A territory and how well words fit its name (0..1)."""

    territory: Territory
    score: float


_Word = tuple[str, str, str]  # normal form, stem, as written


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: each word that says which one, and the kinds the others say."""

    words: tuple[_Word, ...]
    kinds: frozenset[TerritoryKind]


@lru_cache(maxsize=50_000)
def _name(text: str) -> _Name:
    own, kinds = [], set()
    for word in (as_cyrillic(w) or w for w in words(text) if is_content(w)):
        base = lemma(word)
        if base in _GENERIC:
            kind = _GENERIC[base]
            kinds |= {kind} if kind else set()
        else:
            own.append((base, stem(word), word.lower().replace("ё", "е")))
    return _Name(tuple(own), frozenset(kinds))


def find_places(store: GraphStore, text: str) -> list[Place]:
    """Territories the words can mean, likeliest first; empty when none is called so."""
    everything = _all(store)
    key = text.strip().lower()
    for territory in everything:
        if key in {territory.id.lower(), (territory.iso_3166_2 or "").lower(), (territory.oktmo or "").lower()} - {""}:
            return [Place(territory, 1.0)]
    named = {base for base, _, _ in _name(text).words}
    if named and named <= _COUNTRY:
        return [Place(t, 1.0) for t in everything if t.kind is TerritoryKind.COUNTRY]
    same = [Place(t, 1.0) for t in everything if normalise(t.name) == normalise(text)]
    scored = {p.territory.id: p for p in _scored(everything, text) if p.score >= _SURE}
    region = find_region(text)
    if region is not None and not any(p.territory.kind is TerritoryKind.MUNICIPALITY for p in scored.values()):
        loaded = next((t for t in everything if t.id == region.id), region)
        scored[region.id] = Place(loaded, max(0.95, scored[region.id].score if region.id in scored else 0.0))
    for place in same:
        scored[place.territory.id] = place
    found = sorted(scored.values(), key=lambda p: (-p.score, len(p.territory.name), p.territory.id))
    return [p for p in found if p.score >= found[0].score - _CLOSE]


def nearest_places(store: GraphStore, text: str) -> list[str]:
    """Names of the territories that are spelled most alike."""
    asked = " ".join(base for base, _, _ in _name(text).words)
    if not asked:
        return []
    names = {t.name: " ".join(base for base, _, _ in _name(t.name).words) for t in _all(store)}
    return [name for _, _, name in process.extract(asked, names, scorer=fuzz.ratio, limit=3, score_cutoff=70)]


def is_generic(word: str) -> bool:
    """Whether a word says what sort of territory is meant («область», «район»)."""
    return lemma(word) in _GENERIC


def all_places(store: GraphStore) -> Mapping[Id, Territory]:
    """Every territory of a store by id; read again when the store has changed."""
    return _territories(cast(Hashable, store), stamp(store))


def _all(store: GraphStore) -> tuple[Territory, ...]:
    return tuple(all_places(store).values())


@lru_cache(maxsize=8)
def _territories(store: Any, state: object) -> Mapping[Id, Territory]:
    return MappingProxyType({territory.id: territory for territory in store.all(Territory)})


def _scored(everything: tuple[Territory, ...], text: str) -> list[Place]:
    asked = _name(text)
    if not asked.words:
        return []
    names = {t.id: _name(t.name) for t in everything}
    found = []
    for territory in everything:
        score = _score(asked, names[territory.id], territory.kind)
        above = names.get(territory.part_of or "")
        if above is not None and territory.kind is TerritoryKind.MUNICIPALITY:
            # «Губкин Белгородской области»: the words of the region say only where the municipality lies
            rest = tuple(w for w in asked.words if not any(_like(w, other) >= 0.9 for other in above.words))
            if rest and rest != asked.words:
                inner = _Name(rest, asked.kinds & {TerritoryKind.MUNICIPALITY})
                score = max(score, min(1.0, _score(inner, names[territory.id], territory.kind) + 0.05))
        if score > 0:
            found.append(Place(territory, round(score, 4)))
    return found


def _score(asked: _Name, name: _Name, kind: TerritoryKind) -> float:
    """How well the words fit: all words of the name are found, or all words asked for; the kind decides ties."""
    if not name.words:
        return 0.0
    fits = [max(_like(word, other) for other in name.words) for word in asked.words]
    covered = sum(fits) / len(asked.words)
    held = sum(max(_like(word, other) for word in asked.words) for other in name.words) / len(name.words)
    score = max(held - 0.1 * sum(f < 0.7 for f in fits), 0.85 * covered if min(fits) >= 0.8 else 0.0)
    if asked.kinds:
        score += 0.04 if kind in asked.kinds else -0.2
    return max(0.0, min(1.0, score * 0.96))


def _like(word: _Word, other: _Word) -> float:
    if word[0] == other[0]:
        return 1.0
    if word[1] == other[1] or word[0] + "ий" == other[0] or other[0] + "ий" == word[0]:
        return 0.94  # «Губкин» and «Губкинский», «Зареченск» and «Зареченская»
    alike = word[0][:1] == other[0][:1] and len(word[0]) > 4
    if alike and min(OSA.distance(word[0], other[0]), OSA.distance(word[2], other[0])) <= 1:
        return 0.88  # one slip of the pen; two would make one real place of another
    return fuzz.ratio(word[1], other[1]) / 250
