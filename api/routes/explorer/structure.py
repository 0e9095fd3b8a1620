"""The map of the structure and the cards beside it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Id, Text
from viz import pages

router = APIRouter()


@router.get("/")
def map_of_structure(
    store: Store, lang: Language, territory: Text = None, subject: Text = None, q: Text = None, as_of: AsOf = None
) -> HTMLResponse:
    """The structure of a territory by levels."""
    return HTMLResponse(pages.map_page(store, territory=territory, around=subject, as_of=as_of, lang=lang, q=q))


@router.get("/cards/{id}")
def card(store: Store, lang: Language, id: Id, as_of: AsOf = None) -> HTMLResponse:
    """A subject's card, to stand beside the map."""
    return HTMLResponse(pages.subject_card_fragment(store, id, as_of=as_of, lang=lang))
