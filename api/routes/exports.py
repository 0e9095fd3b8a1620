"""The graph out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import AsOf, Language, Store
from api.export import FORMATS, KINDS, Format, export_graph

router = APIRouter(prefix="/api/v1", tags=["export"])
_SAVED = ("graphml", "csv", "html")  # to be opened by a program of the reader's own, not by the browser


@router.get(
    "/export",
    summary="The graph as RDF, GraphML, tables or one offline page: facts with clauses and hashes, no text of any act.",
    response_class=Response,
    responses={200: {"content": {kind.media.partition(";")[0]: {} for kind in KINDS.values()}}},
)
def export(
    store: Store,
    lang: Language,
    format: Annotated[Format, Query(description=" | ".join(FORMATS))] = "trig",
    territory: Annotated[
        str | None, Query(description="Only this territory and what lies in it.", max_length=300)
    ] = None,
    as_of: AsOf = None,
) -> Response:
    """As `opora export`; `csv` is an archive of tables."""
    content = export_graph(store, format, territory, lang=lang, as_of=as_of)
    headers = {"Content-Disposition": f'attachment; filename="opora{KINDS[format].suffix}"'} if format in _SAVED else {}
    return Response(content, media_type=KINDS[format].media, headers=headers)
