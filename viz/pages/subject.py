"""A subject: its card beside the map, and its own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ontology.i18n import Lang
from queries.store import GraphStore
from queries.subject_card import subject_card
from viz.address import Address
from viz.render import render

_PARTS_SHOWN, _PARTS_ON_PAGE = 12, 500


def subject_card_fragment(store: GraphStore, id: str, *, as_of: date | None = None, lang: Lang) -> str:
    """The card of the subject `id` as an HTML fragment. Raises UnknownSubject."""
    return card_fragment(store, id, Address("/", lang, as_of))


def card_fragment(store: GraphStore, id: str, at: Address) -> str:
    """The card for a reader at `at`, whose territory its links keep."""
    card = subject_card(store, id, at.as_of, at.lang, whole=False)
    return render("_card.html", at, card=card, whole=False, limit=_PARTS_SHOWN)


def subject_page(store: GraphStore, id: str, *, as_of: date | None = None, lang: Lang) -> str:
    """The subject's own page. Raises UnknownSubject."""
    card = subject_card(store, id, as_of, lang)
    at = replace(Address(f"/subjects/{id}", lang, as_of), territory=card.territory.id if card.territory else None)
    return render("subject.html", at, card=card, whole=True, limit=_PARTS_ON_PAGE)
