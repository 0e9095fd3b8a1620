"""What acts of a territory, of those in it and of those above it repeal, amend or rest on."""

from __future__ import annotations

from datetime import date as Day

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReferenceKind
from queries.findings.declared import source
from queries.question import Row


class Reference(Row):
    """A reference of `order_id` to another act; `target`: that act, when it is loaded."""

    reference: Id
    kind: ReferenceKind
    title: str
    number: str | None
    date: Day | None
    order_id: Id
    target: Id | None


RELEVANT_REFERENCES = source(
    "relevant_references",
    "Что акты отменяют, изменяют и на чём основаны.",
    "What acts repeal, amend or rest on.",
    Reference,
)
