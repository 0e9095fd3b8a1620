"""The graph out."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import Store
from api.export import MEDIA, export_graph

router = APIRouter(prefix="/api/v1", tags=["export"])


@router.get("/export", summary="The graph as RDF: facts with clauses and hashes, no text of any act.")
def export(
    store: Store,
    format: Annotated[Literal["trig", "ttl", "jsonld"], Query(description="trig | ttl | jsonld")] = "trig",
    territory: Annotated[
        str | None, Query(description="Only this territory and what lies in it.", max_length=300)
    ] = None,
) -> Response:
    """As `opora export`."""
    return Response(export_graph(store, format, territory), media_type=f"{MEDIA[format]}; charset=utf-8")
