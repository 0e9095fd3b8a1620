"""Acts of a territory, of those in it and of those above it, and where each holds."""

from __future__ import annotations

from datetime import date as Day

from ontology.entities.base import Id
from ontology.entities.vocabulary import OrderKind
from queries.findings.declared import source
from queries.question import Row


class Act(Row):
    """An act; `above`: its territory and those it is part of, the nearest first."""

    order_id: Id
    kind: OrderKind
    order_number: str
    order_date: Day | None
    order_title: str
    valid_until: Day | None
    territory_id: Id
    territory_name: str
    above: tuple[Id, ...]
    inside: bool
    in_force: bool


RELEVANT_ACTS = source(
    "relevant_acts",
    "Акты территории, вложенных и вышестоящих: где и когда действуют.",
    "Acts of a territory, of those in it and above it: where and when in force.",
    Act,
)
