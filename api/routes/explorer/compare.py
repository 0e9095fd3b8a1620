"""Two territories or two acts side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Text
from viz import pages

router = APIRouter()


@router.get("/compare")
def compare(
    store: Store,
    lang: Language,
    left: Text = None,
    right: Text = None,
    state: Text = None,
    direction: Text = None,
    differences: Text = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    territory: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """What both say, what one says, what is placed differently."""
    return HTMLResponse(
        pages.compare_page(
            store, left=left, right=right, state=state, direction=direction, differences=differences, page=page,
            territory=territory, as_of=as_of, lang=lang,
        )
    )  # fmt: skip
