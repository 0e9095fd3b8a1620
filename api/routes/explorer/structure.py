"""The map of the structure and the cards beside it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Id, Text
from viz import pages
from viz.map.view import read_view
from viz.overlays.model import Asked

router = APIRouter()

Words = Annotated[list[Annotated[str, Query(max_length=20_000)]] | None, Query(max_length=50)]
Hops = Annotated[int, Query(ge=1, le=4)]


@router.get("/")
def map_of_structure(
    store: Store,
    lang: Language,
    territory: Text = None,
    subject: Text = None,
    q: Text = None,
    as_of: AsOf = None,
    layers: Words = None,
    kinds: Words = None,
    levels: Words = None,
    hide: Words = None,
    pin: Words = None,
    open: Words = None,
    focus: Text = None,
    hops: Hops = 1,
    expand: Text = None,
    rows: Text = None,
    overlay: Text = None,
    source: Annotated[str | None, Query(alias="from", max_length=500)] = None,
    target: Annotated[str | None, Query(alias="to", max_length=500)] = None,
    route: Text = None,
    close: Text = None,
    into: Text = None,
) -> HTMLResponse:
    """The structure of a territory by levels, as the reader has arranged it."""
    view = read_view(
        layers=layers, kinds=kinds, levels=levels, hide=hide, pin=pin, open=open, focus=focus, hops=hops,
        expand=expand, rows=rows,
    )  # fmt: skip
    asked = Asked(overlay or None, source or None, target or None, route or None, close or None, into or None)
    page = pages.map_page(
        store, territory=territory, around=subject or None, as_of=as_of, lang=lang, q=q, view=view, asked=asked
    )
    return HTMLResponse(page)


@router.get("/cards/{id}")
def card(store: Store, lang: Language, id: Id, territory: Text = None, as_of: AsOf = None) -> HTMLResponse:
    """A subject's card, to stand beside the map of a territory."""
    return HTMLResponse(pages.subject_card_fragment(store, id, territory=territory, as_of=as_of, lang=lang))
