"""Whether the program lives, whether it can answer, what it has counted, and its documentation."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse

from api.deps import Language, Store
from api.docs import docs_page

router = APIRouter()


@router.get("/healthz", tags=["service"], summary="The process is alive.")
def healthz() -> dict[str, str]:
    """Answer without touching the store."""
    return {"status": "ok"}


@router.get("/readyz", tags=["service"], summary="The store answers.")
def readyz(store: Store) -> dict[str, Any]:
    """Count what the store holds; 503 when it is down."""
    return {"status": "ok", "store": store.url, "counts": store.counts()}


@router.get("/metrics", tags=["service"], summary="Counters in the Prometheus text format.")
def metrics(request: Request) -> PlainTextResponse:
    """Requests and seconds per route."""
    return PlainTextResponse(request.app.state.metrics.text(), media_type="text/plain; version=0.0.4")


@router.get("/docs", include_in_schema=False)
def docs(request: Request, lang: Language) -> HTMLResponse:
    """The routes and their parameters, from the OpenAPI description; needs nothing outside the machine."""
    return HTMLResponse(docs_page(request.app.openapi(), lang))
