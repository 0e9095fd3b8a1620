"""The page of indicators."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Text
from viz.pages.indicators import indicators_page

router = APIRouter()


@router.get("/indicators")
def indicators(
    store: Store,
    lang: Language,
    territory: Text = None,
    state: Text = None,
    q: Text = None,
    page: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """Plan, actual and target of each indicator, with clauses."""
    return HTMLResponse(
        indicators_page(store, territory=territory, state=state, q=q, page=page, as_of=as_of, lang=lang)
    )
