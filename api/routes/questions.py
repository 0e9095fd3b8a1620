"""The headline questions over HTTP, each under its own address, and the search; the rest: `api.routes.registry`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.deps import AsOf, Language, Limit, Offset, Store
from api.responses import in_any_form, respond
from queries.answer import Answer, answer
from queries.search import Hit, search

router = APIRouter(prefix="/api/v1", tags=["questions"])


@router.get(
    "/responsibility",
    dependencies=[in_any_form],
    summary="Who is responsible for a function in a territory, by which clause; else why nobody.",
)
def responsibility(
    request: Request,
    store: Store,
    lang: Language,
    function: Annotated[str, Query(description="Function: id, code or plain Russian words.", max_length=500)],
    territory: Annotated[str, Query(description="Territory: id, code or plain Russian words.", max_length=300)],
    level: Annotated[str | None, Query(description="federal | regional | municipal | institutional")] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Responsible, accountable, consulted, contributing, informed: each with its clause and order."""
    words = {"function": function, "territory": territory, "level": level}
    return _asked(request, store, "responsibility", words, lang, as_of, limit, offset)


@router.get(
    "/coverage",
    dependencies=[in_any_form],
    summary="Function × level matrix of a territory: held, held by nobody and why, held twice.",
)
def coverage(
    request: Request,
    store: Store,
    lang: Language,
    territory: Annotated[str, Query(description="Territory: id, code or plain Russian words.", max_length=300)],
    level: Annotated[str | None, Query(description="federal | regional | municipal | institutional")] = None,
    direction: Annotated[
        str | None, Query(description="Direction of the catalogue: code or words.", max_length=300)
    ] = None,
    status: Annotated[str | None, Query(description="covered | generic-only | uncovered | overlap")] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Counts per cell, the reason of each uncovered one, and the denominator."""
    words = {"territory": territory, "level": level, "direction": direction, "status": status}
    return _asked(request, store, "coverage", words, lang, as_of, limit, offset)


@router.get(
    "/load",
    dependencies=[in_any_form],
    summary="Teachers per regional methodist against the norm of the day; posts missing.",
)
def load(
    request: Request,
    store: Store,
    lang: Language,
    territory: Annotated[str, Query(description="Territory: id, code or plain Russian words.", max_length=300)],
    by: Annotated[str, Query(description="region | municipality | methodist | subject_area")] = "region",
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Full-time adjusted; every norm that bears on the territory with its clause."""
    return _asked(request, store, "load", {"territory": territory, "by": by}, lang, as_of, limit, offset)


@router.get("/search", summary="Subjects, functions, orders, territories by any word form or abbreviation.")
def find(
    store: Store,
    lang: Language,
    q: Annotated[str, Query(description="Words, in any form.", max_length=300)],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> dict[str, Any]:
    """Best first."""
    hits: list[Hit] = search(store, q, limit=limit, lang=lang)
    return {"rows": [h.model_dump(mode="json") for h in hits], "total": len(hits)}


def _asked(
    request: Request,
    store: Store,
    name: str,
    words: Mapping[str, str | None],
    lang: Language,
    as_of: AsOf,
    limit: Limit,
    offset: int,
) -> Response:
    given = {k: v for k, v in words.items() if v}
    result: Answer = answer(store, name, given, lang=lang, as_of=as_of, limit=limit, offset=offset)
    return respond(request, result.model_dump(mode="json"), lang)
