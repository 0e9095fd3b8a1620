"""How subjects are connected, over HTTP: chains between two of them, and the structure of a territory for drawing."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.deps import AsOf, Language, Limit, Offset, Store
from api.responses import in_any_form, respond
from ontology.entities.vocabulary import Level, SubjectKind
from queries.answer import answer
from queries.structure import structure
from queries.structure_part import EdgeKind, part_of_structure
from queries.words import resolve_subject, resolve_territory

router = APIRouter(prefix="/api/v1", tags=["connections"])


@router.get(
    "/routes/between",
    dependencies=[in_any_form],
    summary="The shortest chains of relations between two subjects, a clause on each hop.",
)
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


@router.get("/graph", summary="Nodes and edges of a territory's structure, for drawing.")
def graph(
    store: Store,
    lang: Language,
    territory: Annotated[str, Query(description="Territory: id, code or plain Russian words.", max_length=300)],
    level: Annotated[Level | None, Query(description="Only subjects of this level.")] = None,
    kind: Annotated[
        SubjectKind | EdgeKind | None, Query(description="Only subjects of this kind, or only relations of this kind.")
    ] = None,
    around: Annotated[
        str | None, Query(description="Only what is near this subject: id, name or abbreviation.", max_length=500)
    ] = None,
    hops: Annotated[int, Query(ge=1, le=20, description="How near: so many relations away.")] = 1,
    as_of: AsOf = None,
) -> dict[str, Any]:
    """Subjects by level with what they are part of and how much they hold; an edge has the clause that sets it."""
    whole = structure(store, resolve_territory(store, territory).taken.id, as_of)
    centre = resolve_subject(store, around, lang).taken.id if around else None
    part = part_of_structure(whole, level=level, kind=kind, around=centre, hops=hops)
    body: dict[str, Any] = part.model_dump(mode="json")
    return body
