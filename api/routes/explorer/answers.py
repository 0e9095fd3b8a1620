"""Coverage and responsibility: the headline answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Text
from viz import pages
from viz.pages.coverage import cell_fragment

router = APIRouter()
_OWN = frozenset({"q", "question", "sort", "page", "lang", "as_of"})


@router.get("/coverage")
def coverage(
    store: Store,
    lang: Language,
    territory: Text = None,
    by: Text = None,
    level: Text = None,
    direction: Text = None,
    status: Text = None,
    everywhere: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """Functions against levels, subjects or municipalities."""
    return HTMLResponse(
        pages.coverage_page(
            store, territory=territory, by=by, level=level or None, direction=direction or None,
            status=status or None, everywhere=bool(everywhere), as_of=as_of, lang=lang,
        )
    )  # fmt: skip


@router.get("/coverage/cell")
def coverage_cell(
    store: Store,
    lang: Language,
    function: Annotated[str, Query(max_length=500)],
    territory: Annotated[str, Query(max_length=500)],
    level: Text = None,
    subject: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """What stands behind a cell, to be opened below its row."""
    return HTMLResponse(
        cell_fragment(
            store, function=function, territory=territory, level=level, subject=subject, as_of=as_of, lang=lang
        )
    )


@router.get("/responsibility")
def responsibility(
    request: Request,
    store: Store,
    lang: Language,
    function: Text = None,
    territory: Text = None,
    q: Text = None,
    question: Text = None,
    sort: Text = None,
    page: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """One field in plain Russian, and a form for every question: its parameters are those of the address."""
    given = {name: value[:500] for name, value in request.query_params.items() if name not in _OWN}
    return HTMLResponse(
        pages.responsibility_page(
            store, function=function, territory=territory, q=q, question=question or None, given=given, sort=sort,
            page=page, as_of=as_of, lang=lang,
        )
    )  # fmt: skip
