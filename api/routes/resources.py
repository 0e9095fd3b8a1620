"""Resources with their relations and clauses: lists with a stable order, and one of each by its id."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.deps import AsOf, Language, Limit, Offset, Store
from ontology.entities.base import Entity
from ontology.errors import UnknownResource
from ontology.models import Activity, Agreement, Function, Indicator, Order, Route, Subject, Territory
from queries.subject_card import subject_card

router = APIRouter(prefix="/api/v1", tags=["resources"])

RESOURCES: dict[str, type[Entity]] = {
    "territories": Territory,
    "subjects": Subject,
    "functions": Function,
    "orders": Order,
    "agreements": Agreement,
    "activities": Activity,
    "indicators": Indicator,
    "routes": Route,
}


@router.get("/subjects/{id}", summary="A subject: functions, agreements, interactions, activities, routes, indicators.")
def subject(
    store: Store, lang: Language, id: Annotated[str, Path(max_length=250)], as_of: AsOf = None
) -> dict[str, Any]:
    """The subject's card."""
    body: dict[str, Any] = subject_card(store, id, as_of, lang).model_dump(mode="json")
    return body


def _make(name: str, entity: type[Entity]) -> None:
    def listing(store: Store, limit: Limit = 1000, offset: Offset = 0) -> dict[str, Any]:
        rows = [e.model_dump(mode="json") for e in store.all(entity)]
        return {"rows": rows[offset : offset + (limit or len(rows))], "total": len(rows)}

    def one(store: Store, id: Annotated[str, Path(max_length=250)]) -> dict[str, Any]:
        found = store.get(entity, id)
        if found is None:
            raise UnknownResource(
                "There is no {kind} with the id {id}",
                mend="See {list} for what there is.",
                kind=entity.__name__,
                id=id,
                list=f"/api/v1/{name}",
            )
        near = store.neighbourhood(id, 1)
        return found.model_dump(mode="json") | {
            "relations": [{"source": e.source, "type": e.type, "target": e.target} for e in near.edges]
        }

    router.add_api_route(f"/{name}", listing, name=f"list_{name}", summary=f"All {name}, by id.")
    if entity is not Subject:
        router.add_api_route(f"/{name}/{{id}}", one, name=f"get_{name}", summary=f"One of {name}, with its relations.")


for _name, _entity in RESOURCES.items():
    _make(_name, _entity)
