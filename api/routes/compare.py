"""Comparison over HTTP: two territories by their own acts, or two acts with each other."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.deps import AsOf, Language, Limit, Offset, Store
from api.responses import in_any_form, respond
from ontology.errors import BadParameter
from ontology.models import Order
from queries.answer import answer
from queries.store import GraphStore

router = APIRouter(prefix="/api/v1", tags=["questions"], dependencies=[in_any_form])
_ORDER = re.compile(r"^(?:приказ|распоряжение|постановление|локальный акт)?\s*(?:№|N[o°])", re.IGNORECASE)

State = Literal["both", "unchanged", "reworded", "moved", "gained", "lost"]


@router.get("/compare", summary="Two territories, or two editions of an act: what is gained, lost, moved, reworded.")
def compare(
    request: Request,
    store: Store,
    lang: Language,
    left: Annotated[
        str,
        Query(
            description="Territory (id, code or plain Russian words), or an act: its id, or its number after «№» "
            "(«№ 12 от 01.02.2024»). Both sides are territories, or both are acts.",
            max_length=500,
        ),
    ],
    right: Annotated[str, Query(description="What it is compared with, given in the same way.", max_length=500)],
    state: Annotated[
        State | None,
        Query(
            description="Territories: both | moved | gained | lost; acts: unchanged | reworded | moved | gained | lost."
        ),
    ] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Each row has both sides with clause and order; `counts` says how many rows there are of each state."""
    acts = [_is_order(store, side) for side in (left, right)]
    if acts[0] != acts[1]:
        raise BadParameter(
            "A territory cannot be compared with an act",
            mend="Give two territories, or two acts by «№ …» or by id",
        )
    name = "compare_editions" if all(acts) else "compare_territories"
    words = {"left": left, "right": right} | ({"state": state} if state else {})
    result = answer(store, name, words, lang=lang, as_of=as_of, limit=limit, offset=offset)
    return respond(request, result.model_dump(mode="json"), lang)


def _is_order(store: GraphStore, text: str) -> bool:
    """Whether the text names an act: by «№ …», or by the id of one that is loaded."""
    return _ORDER.match(text.strip()) is not None or store.get(Order, text.strip()) is not None
