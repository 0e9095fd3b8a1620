"""Scripts, styles and pictures of the pages."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ontology.errors import UnknownResource
from viz.static import static_files

router = APIRouter()


@router.get("/static/{name:path}")
def static(name: str) -> Response:
    """Scripts, styles and the drawing library, all from this machine."""
    found = static_files().get(name)
    if found is None:
        raise UnknownResource("There is nothing at this address")
    return Response(found.content, media_type=found.media_type, headers={"Cache-Control": "max-age=3600"})
