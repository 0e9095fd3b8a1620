"""Coverage and responsibility: the headline answers."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Text
from viz import pages

router = APIRouter()


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
