"""What a review may look at and correct: classes of facts, their fields, and how a fact is told from its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReadingStatus
from ontology.ids import digest
from ontology.models import (
    Activity,
    Agreement,
    Assignment,
    Clause,
    Indicator,
    Interaction,
    NameVariant,
    Norm,
    Observation,
    Official,
    Order,
    Step,
    Subject,
    Term,
)
from ontology.property_graph import NODE_OF, Property, Relation

# Class → the fields a person may correct; all else follows from the text and is shown only.
EDITABLE: Mapping[type[Entity], tuple[str, ...]] = MappingProxyType(
    {
        Assignment: ("subject", "function", "role"),
        Subject: ("name", "short", "level", "kind", "generic", "part_of"),
        NameVariant: (),
        Agreement: ("status", "parties", "deadline", "number", "date", "valid_until"),
        Activity: ("responsible", "functions", "due", "periodicity", "status", "done_on"),
        Indicator: ("name", "unit", "target_op", "target_value", "target_period"),
        Observation: ("period", "kind", "value"),
        Interaction: ("kind", "source", "target"),
        Step: ("subject", "function"),
        Norm: ("metric", "comparison", "value", "unit", "valid_from", "valid_until"),
        Term: ("term",),
        Official: ("name", "post", "role"),
    }
)
_KINDS: tuple[type[Entity], ...] = (*EDITABLE, Order)
CLASS_OF: Mapping[str, type[Entity]] = MappingProxyType({kind.__name__: kind for kind in _KINDS})


def status_field(kind: type[Entity]) -> str:
    """The field that says how a fact was read: answers call it `status` in assignments and orders."""
    return "status" if kind in (Assignment, Order) else "review"


def status_of(fact: Entity) -> ReadingStatus:
    """How a fact was read."""
    return ReadingStatus(getattr(fact, status_field(type(fact))))


def own_fields(kind: type[Entity]) -> frozenset[str]:
    """The fields of a class that a review itself writes (`status` of an agreement or an activity is not one)."""
    return frozenset({status_field(kind), "confirmed_by", "confirmed_at"})


def field_of(kind: type[Entity], name: str) -> Property | Relation:
    """The declaration of a field."""
    declared: list[Property | Relation] = [*NODE_OF[kind].properties, *NODE_OF[kind].relations]
    return next(f for f in declared if f.name == name)


def clause_of(fact: Entity, indicators: Mapping[Id, Indicator]) -> Id | None:
    """The clause a fact rests on; a value of an indicator rests on the indicator's."""
    if isinstance(fact, Observation):
        owner = indicators.get(fact.indicator)
        return owner.clause if owner else None
    if isinstance(fact, Order | Clause):
        return None
    found: Id | None = getattr(fact, "clause", None)
    return found


def mark(value: Callable[[str], Any], kind: type[Entity]) -> tuple[Any, ...]:
    """What stays the same of a fact when a later reading gives it another id: its statement or its name.

    `value` gives a field. Compared within one class and one clause.
    """
    names = _MARKS.get(kind, ())
    return tuple(digest(v) if isinstance(v := value(name), str) else repr(v) for name in names)


_MARKS: Mapping[type[Entity], tuple[str, ...]] = MappingProxyType(
    {
        Assignment: ("quote_sha256", "function"),
        Subject: ("name",),
        NameVariant: ("written",),
        Activity: ("title",),
        Indicator: ("name",),
        Observation: ("period", "kind", "indicator"),
        Interaction: ("kind",),
        Step: ("route", "position"),
        Norm: ("metric", "value"),
        Term: ("term",),
        Official: ("name",),
        Agreement: ("status",),
    }
)
