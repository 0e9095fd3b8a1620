"""What people's words mean: a territory, a function, a subject, by id, by code or in plain Russian of any form."""

from __future__ import annotations

import re
from collections.abc import Callable

from ontology.errors import UnknownFunction, UnknownSubject, UnknownTerritory
from ontology.i18n import DEFAULT_LANG, Lang, gettext
from ontology.models import Subject
from queries.acts_named import resolve_order
from queries.meaning import SHOWN, Meaning, Resolution, by_words, unknown
from queries.places import Place, all_places, find_places, nearest_places
from queries.search import lexicon
from queries.sentence import Split, split_question
from queries.store import GraphStore
from queries.territory_tree import above

__all__ = [
    "Meaning",
    "Resolution",
    "Split",
    "resolve_direction",
    "resolve_function",
    "resolve_order",
    "resolve_subject",
    "resolve_territory",
    "split_question",
]

_PLACE = 0.9  # as surely a territory must be named behind the name of a subject
_VERY = 0.97  # a name typed whole; called as well as the best one
_MANY = 300  # subjects called alike in all regions, before those of one are chosen


def resolve_territory(store: GraphStore, text: str) -> Resolution:
    """The territory meant by an id, an ISO or ОКТМО code, a name or abbreviation in any form («в Губкине», «КБР»).

    A region of the official register is known even when nothing of it is loaded. UnknownTerritory names the nearest.
    """
    found = find_places(store, text)
    if not found:
        raise unknown(
            UnknownTerritory,
            gettext("No territory is called «{text}»"),
            gettext("Load an order of it, or check the name"),
            text,
            nearest_places(store, text),
        )
    return Resolution(taken=_place(found[0]), alternatives=tuple(_place(p) for p in found[1 : SHOWN + 1]))


def resolve_function(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The function of the catalogue meant by an id, a code or words. UnknownFunction names the nearest."""
    return _catalogued(store, text, "function", gettext("No function of the catalogue is called «{text}»"), lang)


def resolve_direction(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The direction of the catalogue meant by an id, a code or words. UnknownFunction names the nearest."""
    return _catalogued(store, text, "direction", gettext("No direction of the catalogue is called «{text}»"), lang)


def _catalogued(store: GraphStore, text: str, kind: str, what: str, lang: Lang) -> Resolution:
    docs = {d.id: d for d in lexicon(store, lang).docs if d.kind == kind}

    def meaning(id: str, score: float) -> Meaning:
        return Meaning(kind=kind, id=id, code=docs[id].detail, name=docs[id].label, score=score)

    key = text.strip().lower()
    for doc in docs.values():
        if key in {doc.id.lower(), doc.detail.lower()}:
            return Resolution(taken=meaning(doc.id, 1.0))
    return by_words(store, text, kind, meaning, UnknownFunction, what, lang)


def resolve_subject(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG, *, near: str | None = None) -> Resolution:
    """The subject meant by an id, a name or an abbreviation. UnknownSubject names the nearest.

    Of subjects called equally well, one of the territory `near` comes first, then one in it, then one above it.
    """

    def meaning(id: str, score: float) -> Meaning:
        subject = store.get(Subject, id)
        name = subject.name if subject else id
        return Meaning(kind="subject", id=id, code=subject.short if subject else None, name=name, score=score)

    if _is_id(text) and store.get(Subject, text.strip()) is not None:
        return Resolution(taken=meaning(text.strip(), 1.0))
    there = _there(store, text, lang)
    if there is not None:
        text, near = there
    rank = _distance(store, near) if near is not None else None
    what = gettext("No subject is called «{text}»")
    return by_words(store, text, "subject", meaning, UnknownSubject, what, lang, rank)


def _distance(store: GraphStore, near: str) -> Callable[[str], int]:
    """Of a subject's id: 0 in the territory `near`, 1 in one inside it, 2 in one it lies in, 3 elsewhere."""

    territories = all_places(store)
    higher = above(territories, near)

    def rank(id: str) -> int:
        subject = store.get(Subject, id)
        if subject is None or subject.territory == near:
            return 0 if subject else 3
        if near in above(territories, subject.territory):
            return 1
        return 2 if subject.territory in higher else 3

    return rank


def _there(store: GraphStore, text: str, lang: Lang) -> tuple[str, str] | None:
    """(words of the subject, territory) when the last words name a territory: «ЦНППМ Белгородской области».

    None when they name none, when the first words name nothing there, or when the whole is the very name of a subject.
    """
    whole = lexicon(store, lang).find(text, frozenset({"subject"}), limit=1)
    if whole and whole[0].score >= _VERY:
        return None
    words = text.split()
    for cut in range(1, len(words)):
        places = [place for place in find_places(store, " ".join(words[cut:])) if place.score >= _PLACE]
        if not places:
            continue
        head = " ".join(words[:cut])
        called = lexicon(store, lang).find(head, frozenset({"subject"}), limit=_MANY)
        best = [found.doc.id for found in called if found.score >= _VERY * called[0].score]
        for place in places:
            rank = _distance(store, place.territory.id)
            if any(rank(id) <= 2 for id in best):
                return head, place.territory.id
    return None


def _place(place: Place) -> Meaning:
    t = place.territory
    return Meaning(kind="territory", id=t.id, code=t.iso_3166_2 or t.oktmo, name=t.name, score=place.score)


def _is_id(text: str) -> bool:
    """Whether the text can be an id at all (a store is not asked for what no entity is called)."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}", text.strip()) is not None
