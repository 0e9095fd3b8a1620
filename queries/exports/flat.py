"""Entities as plain values: what GraphML and tables hold of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache

from ontology.entities.base import Entity, Id
from ontology.i18n import Lang
from ontology.labels import class_label, label
from ontology.models import Assignment, Order
from ontology.property_graph import NODE_OF, Property

Plain = str | int | float | bool
# What XML cannot hold at all, and what makes a table unreadable to spreadsheet programs: shown as the sign for what
# could not be shown. Line feeds and tabs stay.
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CALLED = ("name", "title", "term", "written", "what", "does", "about", "address", "code", "metric", "period")


@dataclass(frozen=True, slots=True)
class Link:
    """(source)-[relation]->(target); `position`: among the relations of that name of its source, from 0."""

    source: Id
    source_class: str
    relation: str
    target: Id
    target_class: str
    position: int


def shown(text: str) -> str:
    """Text without what no file of ours can hold."""
    return _UNSHOWN.sub("\ufffd", text)


def properties(kind: type[Entity], *, with_text: bool) -> list[Property]:
    """The values of a class that are exported: the acts' own words only `with_text`."""
    return [p for p in NODE_OF[kind].properties if with_text or not p.prop.local]


def plain(value: object) -> Plain | None:
    """A value as both formats hold it: days as ISO text, words of lists as answers carry them, lists (of texts or
    words) as JSON; None for what says nothing."""
    if isinstance(value, tuple):
        return json.dumps([shown(str(v)) for v in value], ensure_ascii=False) if value else None
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return shown(value) or None
    if isinstance(value, date | datetime):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(type(value).__name__)  # property_graph lets no other type be declared


def links(entities: Iterable[Entity]) -> Iterator[Link]:
    """Every relation, entity by entity, in the order of declaration."""
    for entity in entities:
        node = NODE_OF[type(entity)]
        for relation in node.relations:
            value = getattr(entity, relation.name)
            targets = value if relation.many else (value,) if value is not None else ()
            for position, target in enumerate(targets):
                yield Link(entity.id, node.label, relation.type, target, relation.target, position)


def called(entity: Entity, lang: Lang) -> str:
    """What a person calls an entity, on one line: its name, else what it is; never the acts' own words."""
    if isinstance(entity, Order):
        number = " ".join(shown(entity.number).split())
        return f"№ {number}" + (f" ({entity.date:%d.%m.%Y})" if entity.date else "")
    if isinstance(entity, Assignment):
        return label(entity.role, lang)
    for field in _name_fields(type(entity), lang):
        value = getattr(entity, field)
        if isinstance(value, str) and value.strip():
            return " ".join(shown(value).split())
    return class_label(type(entity), lang)


@cache
def _name_fields(kind: type[Entity], lang: Lang) -> tuple[str, ...]:
    free = {p.name for p in properties(kind, with_text=False)}
    return tuple(field for field in (f"label_{lang}", *_CALLED) if field in free)
