"""How the entities lie in a property graph: class → label and table, value → property and column, reference → relation.

Nothing is declared twice: everything here is read off the entities' own fields (`ontology.entities`). Stores generate
their tables, constraints and bulk writers from `NODES`; `ontology.rdf` maps the same declarations to RDF.

    table `assignments`: id, statement, role, …, subject → subjects.id, function → functions.id, clause → clauses.id
    (Assignment {id, statement, role, …})-[:HELD_BY]->(Subject), -[:OF_FUNCTION]->(Function), -[:BY_CLAUSE]->(Clause)

A reference to one entity is a column in the relational form; a reference to several (an agreement's parties) is a
table of its own, `<table>_<field>` with columns `source`, `target`, `position`. A list of plain values (alternative
names) is a JSON array in SQLite and a list property in Neo4j.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ontology.entities.base import Entity, Prop, Ref
from ontology.errors import DeclarationError
from ontology.models import ENTITY_TYPES

ValueKind = Literal["text", "integer", "real", "boolean", "date", "datetime"]

_KINDS: tuple[tuple[type, ValueKind], ...] = (  # bool before int, datetime before date: subclasses first
    (bool, "boolean"),
    (int, "integer"),
    (float, "real"),
    (datetime, "datetime"),
    (date, "date"),
    (str, "text"),
)


@dataclass(frozen=True, slots=True)
class Property:
    """A value of a node: `many` when it is a list, `enum` its closed list of words when it has one."""

    name: str
    kind: ValueKind
    required: bool
    many: bool
    enum: type[Enum] | None
    prop: Prop


@dataclass(frozen=True, slots=True)
class Relation:
    """(source)-[type]->(target); `name` is the field and, when not `many`, the column."""

    name: str
    type: str
    source: str
    target: str
    required: bool
    many: bool
    ref: Ref


@dataclass(frozen=True, slots=True)
class Node:
    """A class of entities: `label` in Neo4j, `table` in SQLite."""

    label: str
    table: str
    entity: type[Entity]
    properties: tuple[Property, ...]
    relations: tuple[Relation, ...]

    @property
    def columns(self) -> tuple[Relation, ...]:
        """Relations to one entity: columns of the table."""
        return tuple(r for r in self.relations if not r.many)

    @property
    def links(self) -> tuple[Relation, ...]:
        """Relations to several entities: tables of their own."""
        return tuple(r for r in self.relations if r.many)

    def link_table(self, relation: Relation) -> str:
        """Name of the table of a relation to several entities."""
        return f"{self.table}_{relation.name}"


def _shape(annotation: Any) -> tuple[Any, bool, bool]:
    """Return (inner type, required, many) of an annotation: `X`, `X | None` or `tuple[X, ...]`."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        inner = [a for a in args if a is not NoneType]
        if len(inner) != 1:
            raise DeclarationError("A field must have one type: {annotation}", annotation=annotation)
        kind, _, many = _shape(inner[0])
        return kind, False, many
    if origin is tuple:
        return _shape(args[0])[0], False, True
    if hasattr(annotation, "__metadata__"):
        return _shape(annotation.__origin__)
    return annotation, True, False


def _field(entity: type[Entity], name: str, field: FieldInfo) -> Property | Relation:
    inner, required, many = _shape(field.annotation)
    declared = [m for m in field.metadata if isinstance(m, Prop | Ref)]
    if len(declared) != 1:
        raise DeclarationError("{field} needs exactly one Prop or Ref", field=f"{entity.__name__}.{name}")
    meta = declared[0]
    if isinstance(meta, Ref):
        return Relation(name, meta.relation, entity.__name__, meta.target, required, many, meta)
    for base, kind in _KINDS:
        if issubclass(inner, base):
            enum = inner if issubclass(inner, Enum) else None
            return Property(name, kind, required, many, enum, meta)
    raise DeclarationError("{field} has a type that no store can hold", field=f"{entity.__name__}.{name}")


def _node(entity: type[Entity]) -> Node:
    fields = [_field(entity, name, field) for name, field in entity.model_fields.items() if name != "id"]
    return Node(
        label=entity.__name__,
        table=entity.table,
        entity=entity,
        properties=tuple(f for f in fields if isinstance(f, Property)),
        relations=tuple(f for f in fields if isinstance(f, Relation)),
    )


NODES: tuple[Node, ...] = tuple(_node(entity) for entity in ENTITY_TYPES)
NODE_OF: dict[type[Entity], Node] = {node.entity: node for node in NODES}
NODE_BY_LABEL: dict[str, Node] = {node.label: node for node in NODES}

for _n in NODES:
    for _r in _n.relations:
        if _r.target not in NODE_BY_LABEL:
            raise DeclarationError("{field} points to an unknown class", field=f"{_n.label}.{_r.name}")
