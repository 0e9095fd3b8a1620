"""`export`: the graph out in each format, for the command line and HTTP alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

from ontology import rdf
from ontology.entities.base import Entity, Id
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import ENTITY_TYPES, Draft
from queries.exports.graphml import graphml
from queries.exports.tables import archive
from queries.selection import in_territory
from queries.store import GraphStore
from queries.words import resolve_territory

Format = Literal["trig", "ttl", "jsonld", "graphml", "csv", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a format is: its media type, the suffix of its files."""

    media: str
    suffix: str


KINDS: Mapping[Format, Kind] = MappingProxyType(
    {
        "trig": Kind("application/trig; charset=utf-8", ".trig"),
        "ttl": Kind("text/turtle; charset=utf-8", ".ttl"),
        "jsonld": Kind("application/ld+json; charset=utf-8", ".jsonld"),
        "graphml": Kind("application/graphml+xml; charset=utf-8", ".graphml"),
        "csv": Kind("application/zip", ".zip"),
        "html": Kind("text/html; charset=utf-8", ".html"),
    }
)


def everything(store: GraphStore) -> Iterator[Entity]:
    """Every entity of a store, class by class, by id; drafts are nobody's yet and stay at home."""
    for entity in ENTITY_TYPES:
        if entity is not Draft:
            yield from store.all(entity)


def chosen(store: GraphStore, territory: str | None) -> list[Entity]:
    """Everything, or what belongs to one territory and to what lies in it, with all it points to."""
    entities = list(everything(store))
    return in_territory(entities, _id(store, territory)) if territory else entities


def export_graph(
    store: GraphStore,
    format: Format,
    territory: str | None = None,
    *,
    with_text: bool = False,
    lang: Lang = DEFAULT_LANG,
    as_of: date | None = None,
) -> bytes:
    """Return the graph, or what belongs to one territory, in a format; texts of acts only when asked for.

    `csv` is an archive of tables; `html` one page as of a day (today). Raises UnknownTerritory.
    """
    match format:
        case "html":
            from viz.export_page import export_page

            place = _id(store, territory) if territory else None
            return export_page(store, place, with_text=with_text, lang=lang, as_of=as_of)
        case "graphml":
            return graphml(chosen(store, territory), with_text=with_text, lang=lang)
        case "csv":
            return archive(chosen(store, territory), with_text=with_text, lang=lang)
        case _:
            return rdf.dump(chosen(store, territory), format, with_text=with_text).encode("utf-8")


def _id(store: GraphStore, territory: str) -> Id:
    return resolve_territory(store, territory).taken.id
