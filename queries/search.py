"""Search over subjects, functions, orders and territories by any form of their words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import lru_cache
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict

from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Direction, Function, Order, Subject, Territory
from queries.lexicon import Doc, Lexicon
from queries.store import GraphStore

Kind = Literal["subject", "function", "order", "territory"]
_ALL_NAMES = 0.85  # a function described by words of several of its names
_PARTS = re.compile(r"[.;](?=\s|$)")
_CODE = re.compile(r"\b[A-Z]\d+\.\d+\b")
_LEAST = 0.45  # of the weight of the words asked for; below, a hit is noise


class Hit(BaseModel):
    """Something found; `detail` tells it from things called alike; `score` 0..1, best first."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    id: str
    label: str
    detail: str
    score: float


def search(store: GraphStore, q: str, limit: int = 20, *, lang: Lang = DEFAULT_LANG) -> list[Hit]:
    """Subjects, functions, orders and territories that the words fit, best first; empty when nothing fits."""
    kinds = frozenset({"subject", "function", "order", "territory"})
    found = [f for f in lexicon(store, lang).find(q, kinds, limit=limit) if f.score >= _LEAST]
    return [Hit(kind=f.doc.kind, id=f.doc.id, label=f.doc.label, detail=f.doc.detail, score=f.score) for f in found]


def lexicon(store: GraphStore, lang: Lang = DEFAULT_LANG) -> Lexicon:
    """The index of a store; built again when the store has changed."""
    return _built(cast(Hashable, store), stamp(store), lang)


def stamp(store: GraphStore) -> object:
    """What changes when the store changes: its revision where it keeps one, else its counts."""
    revision = getattr(store, "revision", None)
    state = revision() if callable(revision) else revision
    return state if state is not None else tuple(sorted(store.counts().items()))


@lru_cache(maxsize=8)
def _built(store: Any, state: object, lang: Lang) -> Lexicon:
    return Lexicon(_docs(store, lang))


def _docs(store: GraphStore, lang: Lang) -> Iterator[Doc]:
    territories = {t.id: t for t in store.all(Territory)}
    english = lang == "en"
    for territory in territories.values():
        above = territories.get(territory.part_of or "")
        names = [territory.name, territory.id, territory.iso_3166_2, territory.oktmo]
        yield Doc("territory", territory.id, territory.name, above.name if above else "", _names(*names))
    for direction in store.all(Direction):
        label = direction.label_en if english else direction.label_ru
        names = [direction.label_ru, direction.label_en, direction.id]
        yield Doc("direction", direction.id, label, direction.code, _names(*names))
    for function in store.all(Function):
        named = _names(function.label_ru, function.label_en, function.code, function.id, *function.alternative_labels)
        label = function.label_en if english else function.label_ru
        everything = " ".join((*named, _own_part(function.note_ru)))
        weights = (*(1.0 for _ in named), _ALL_NAMES)
        yield Doc("function", function.id, label, function.code, (*named, everything), weights)
    for order in store.all(Order):
        day = order.date.isoformat() if order.date else ""
        place = territories.get(order.territory)
        label = f"{order.kind.value} № {order.number} {day}".strip()
        detail = "; ".join(part for part in (order.title, place.name if place else "") if part)
        yield Doc("order", order.id, label, detail, _names(f"{label} {order.issuer}", order.title, order.id))
    for subject in store.all(Subject):
        place = territories.get(subject.territory)
        names = [subject.name, subject.short, *subject.alternative_names, subject.id]
        yield Doc("subject", subject.id, subject.name, place.name if place else "", _names(*names))


def _own_part(note: str) -> str:
    """What a scope note says of its own function; parts that send the reader to another function are left out."""
    return " ".join(part for part in _PARTS.split(note) if not _CODE.search(part))


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
