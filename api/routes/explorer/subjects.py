"""A subject's own page."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Id
from viz import pages

router = APIRouter()


@router.get("/subjects/{id}")
def subject(store: Store, lang: Language, id: Id, as_of: AsOf = None) -> HTMLResponse:
    """A subject's own page."""
    return HTMLResponse(pages.subject_page(store, id, as_of=as_of, lang=lang))
