"""What a store must be able to do inside one transaction; everything else is built on it, once for both stores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from ontology.entities.base import Id
from queries.stores.plan import Plan
from queries.stores.record import Record

CHUNK = 5000
"""Ids or rows that travel in one statement."""


class Incoming(NamedTuple):
    """(label, id) points along its field `name` to `target`."""

    label: str
    id: Id
    name: str
    target: Id


class Session(Protocol):
    """One open transaction on a store."""

    def lock(self) -> None:
        """Keep other writers out until the transaction ends; they wait."""

    def fetch(self, label: str, ids: Iterable[Id]) -> list[Record]:
        """The records of these ids that exist, in any order."""

    def page(self, label: str, after: str, limit: int) -> list[Record]:
        """At most `limit` records with an id greater than `after`, by id."""

    def existing(self, label: str, ids: Iterable[Id]) -> set[Id]:
        """Which of these ids exist."""

    def incoming(self, label: str, ids: Iterable[Id]) -> list[Incoming]:
        """Everything that points to these entities."""

    def locate(self, id: Id) -> list[str]:
        """The labels under which there is an entity with this id."""

    def counts(self) -> dict[str, int]:
        """Number of entities per label."""

    def rows(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Rows of a query in the store's own language, its parameters bound."""

    def apply(self, plan: Plan) -> None:
        """Carry out a plan."""


def chunks(ids: Iterable[Id]) -> Iterable[list[Id]]:
    """`ids` in lists of at most CHUNK."""
    part: list[Id] = []
    for id in ids:
        part.append(id)
        if len(part) == CHUNK:
            yield part
            part = []
    if part:
        yield part
