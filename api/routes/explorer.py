"""The explorer's pages. What they show is made by `viz`; here are only their addresses."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, Response

from api.deps import AsOf, Language, Store
from ontology.errors import UnknownResource
from viz import pages
from viz.static import static_files

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Text = Annotated[str | None, Query(max_length=500)]


@router.get("/")
def map_of_structure(
    store: Store, lang: Language, territory: Text = None, subject: Text = None, q: Text = None, as_of: AsOf = None
) -> HTMLResponse:
    """The structure of a territory by levels."""
    return HTMLResponse(pages.map_page(store, territory=territory, around=subject, as_of=as_of, lang=lang, q=q))


@router.get("/coverage")
def coverage(
    store: Store,
    lang: Language,
    territory: Text = None,
    level: Text = None,
    direction: Text = None,
    status: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """Function × level."""
    return HTMLResponse(
        pages.coverage_page(
            store, territory=territory, level=level, direction=direction, status=status, as_of=as_of, lang=lang
        )
    )


@router.get("/responsibility")
def responsibility(
    store: Store, lang: Language, function: Text = None, territory: Text = None, q: Text = None, as_of: AsOf = None
) -> HTMLResponse:
    """One field in plain Russian."""
    return HTMLResponse(
        pages.responsibility_page(store, function=function, territory=territory, q=q, as_of=as_of, lang=lang)
    )


@router.get("/load")
def load(store: Store, lang: Language, territory: Text = None, by: Text = None, as_of: AsOf = None) -> HTMLResponse:
    """Teachers per methodist against the norm."""
    return HTMLResponse(pages.load_page(store, territory=territory, by=by or "municipality", as_of=as_of, lang=lang))


@router.get("/subjects/{id}")
def subject(store: Store, lang: Language, id: Annotated[str, Path(max_length=250)], as_of: AsOf = None) -> HTMLResponse:
    """A subject's own page."""
    return HTMLResponse(pages.subject_page(store, id, as_of=as_of, lang=lang))


@router.get("/cards/{id}")
def card(store: Store, lang: Language, id: Annotated[str, Path(max_length=250)], as_of: AsOf = None) -> HTMLResponse:
    """A subject's card, to stand beside the map."""
    return HTMLResponse(pages.subject_card_fragment(store, id, as_of=as_of, lang=lang))


@router.get("/static/{name:path}")
def static(name: str) -> Response:
    """Scripts, styles and the drawing library, all from this machine."""
    found = static_files().get(name)
    if found is None:
        raise UnknownResource("There is nothing at this address")
    return Response(found.content, media_type=found.media_type, headers={"Cache-Control": "max-age=3600"})
