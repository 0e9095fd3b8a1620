"""Every act, and where it holds."""

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


EVERY_ACT = source(
    "every_act",
    "Все акты: где и когда действуют.",
    "Every act: where and when it is in force.",
    Act,
)
