"""Entities as plain records: what a store keeps of them, by field name, equal in every store.

Dates are ISO text (`2024-09-01`), moments ISO text in UTC, closed lists their words, lists of values tuples, references
the ids they point to. Stores turn a record into their own types (SQLite: booleans as 0 and 1, lists as JSON).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import Enum
from math import isfinite

from pydantic import ValidationError

from ontology.entities.base import Entity, Id
from ontology.errors import InvalidGraph, StoreCorrupt
from ontology.property_graph import NODE_OF, Node, Property, Relation

Value = str | int | float | bool | tuple[str, ...] | None
Record = dict[str, Value]
Records = dict[str, dict[Id, Record]]
"""Records by class label and id."""

_LARGEST = 2**63 - 1  # both stores keep 64-bit integers


def encode(entity: Entity) -> Record:
    """The record of an entity; InvalidGraph when a number fits no store."""
    node = NODE_OF[type(entity)]
    record: Record = {"id": entity.id}
    for declared in node.properties:
        value = getattr(entity, declared.name)
        if declared.many:
            record[declared.name] = tuple(str(_plain(v)) for v in value)
        elif value is None or type(value) is str:
            record[declared.name] = value
        else:
            record[declared.name] = _number(node.label, entity.id, declared, _plain(value))
    for relation in node.relations:
        record[relation.name] = getattr(entity, relation.name)
    return record


def _number(
    label: str, id: Id, declared: Property, value: str | int | float | bool | None
) -> str | int | float | bool | None:
    fits = isfinite(value) if isinstance(value, float) else not isinstance(value, int) or -_LARGEST <= value <= _LARGEST
    if not fits:
        raise InvalidGraph(
            "The value {value} of {field} is no number that can be kept",
            where=f"{label} {id}",
            value=value,
            field=declared.name,
        )
    return value


def _plain(value: object) -> str | int | float | bool | None:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(type(value).__name__)  # property_graph lets no other type be declared


def decode(node: Node, record: Record) -> Entity:
    """The entity of a record; StoreCorrupt when the store holds what its class forbids."""
    try:
        return node.entity.model_validate(record)
    except ValidationError as error:
        problem = error.errors()[0]
        raise StoreCorrupt(
            "The store holds a broken {label}: {field}: {problem}",
            where=str(record.get("id")),
            mend="Load the orders again into a new store.",
            label=node.label,
            field=".".join(str(part) for part in problem["loc"]),
            problem=problem["msg"],
        ) from error


def references(node: Node, record: Record) -> Iterable[tuple[Relation, Id]]:
    """Every (relation, id it points to) of a record, in the order of declaration."""
    for relation in node.relations:
        value = record.get(relation.name)
        if isinstance(value, tuple):
            for target in value:
                yield relation, target
        elif value is not None:
            yield relation, str(value)
