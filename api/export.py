"""`export`: the graph out as RDF, for the command line and HTTP alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ontology import rdf
from ontology.entities.base import Entity
from ontology.models import ENTITY_TYPES, Draft
from queries.selection import in_territory
from queries.store import GraphStore
from queries.words import resolve_territory

Format = Literal["trig", "ttl", "jsonld"]
MEDIA: dict[Format, str] = {"trig": "application/trig", "ttl": "text/turtle", "jsonld": "application/ld+json"}


def everything(store: GraphStore) -> Iterator[Entity]:
    """Every entity of a store, class by class, by id; drafts are nobody's yet and stay at home."""
    for entity in ENTITY_TYPES:
        if entity is not Draft:
            yield from store.all(entity)


def export_graph(store: GraphStore, format: Format, territory: str | None = None, *, with_text: bool = False) -> str:
    """Return the graph, or what belongs to one territory, in an RDF format; texts of acts only when asked for."""
    entities = list(everything(store))
    if territory:
        entities = in_territory(entities, resolve_territory(store, territory).taken.id)
    return rdf.dump(entities, format, with_text=with_text)
