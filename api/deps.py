"""What a route asks for: the store, the language, the day, the page of a list."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator

from api.problems import lang_of
from ontology.i18n import Lang
from queries.store import GraphStore


def _store(request: Request) -> GraphStore:
    store: GraphStore = request.app.state.store
    return store


def _lang(
    request: Request, lang: Annotated[Lang | None, Query(description="Language of labels and messages.")] = None
) -> Lang:
    return lang or lang_of(request)


Store = Annotated[GraphStore, Depends(_store)]
Language = Annotated[Lang, Depends(_lang)]
# A form sends an empty field as "": no day was chosen.
AsOf = Annotated[
    date | None,
    BeforeValidator(lambda day: day or None),
    Query(description="Day the answer is for; today when absent."),
]
Limit = Annotated[int | None, Query(ge=1, le=10_000, description="At most so many rows.")]
Offset = Annotated[int, Query(ge=0, description="Rows to pass over.")]
