"""Chains of relations between two subjects over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.deps import AsOf, Language, Limit, Offset, Store
from api.responses import respond
from queries.answer import answer

router = APIRouter(prefix="/api/v1", tags=["questions"])


@router.get("/routes/between", summary="The shortest chains of relations between two subjects, a clause on each hop.")
def between(
    request: Request,
    store: Store,
    lang: Language,
    source: Annotated[str, Query(alias="from", description="Subject: id, name or abbreviation.", max_length=500)],
    target: Annotated[str, Query(alias="to", description="Subject: id, name or abbreviation.", max_length=500)],
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Rows are hops, chain by chain; without a chain, `notes` say with whom each of the two is connected."""
    words = {"source": source, "target": target}
    found = answer(store, "chains", words, lang=lang, as_of=as_of, limit=limit, offset=offset)
    return respond(request, found.model_dump(mode="json"), lang)
