"""The one way to the graph: every store, embedded or shared, answers through this protocol.

A store is opened by `queries.stores.open_store(url)` and injected wherever it is used; nothing else opens one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from ontology.entities.base import Entity, Id

if TYPE_CHECKING:
    from queries.question import AnyQuestion, Params, Row

E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound="Params")
R = TypeVar("R", bound="Row")

Dialect = Literal["sql", "cypher"]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did, per class label: entities written anew, changed, left as they were, removed."""

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """(source)-[type]->(target), ids of entities."""

    source: Id
    type: str
    target: Id


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The entities within some hops of one, and the relations among them; both in a stable order."""

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]


class GraphStore(Protocol):
    """A graph of entities. Synchronous; safe for use from several threads; every method raises only OporaError."""

    @property
    def url(self) -> str:
        """Address of the store without any password."""

    @property
    def dialect(self) -> Dialect:
        """Which query file of a question this store runs."""

    def write(
        self, entities: Iterable[Entity], *, replaces: Sequence[Id] = (), drops: Iterable[Entity] = ()
    ) -> WriteReport:
        """Write all or nothing, idempotently: an entity with a known id is updated, else added.

        `replaces`: ids of orders whose facts are given whole in `entities`; what the store holds of them beyond that
        is removed, and so are subjects that only those orders named. Values declared `local` (the text of the user's
        copy) that are absent in `entities` stay as they are while the hash of the text beside them stays the same.
        Confirmed assignments are never changed or removed by extracted ones with the same id.
        Decisions about a replaced order stay while the order is written again.
        `drops`: facts that leave the graph with what hangs on them, confirmed or not; one that is also among
        `entities` is written as it is given, whatever was there.
        """

    def ask(self, question: AnyQuestion[P, R], params: P) -> list[R]:
        """Rows of a question, declared or derived; equal, in equal order, from every store."""

    def get(self, entity: type[E], id: Id) -> E | None:
        """The entity of that class with that id, or None."""

    def all(self, entity: type[E]) -> Iterator[E]:
        """Every entity of a class, by id."""

    def facts(self, order: Id) -> list[Entity]:
        """The order with this id, everything that belongs to it, and the subjects its clauses name first; class by
        class, by id. Empty when there is no such order."""

    def neighbourhood(self, id: Id, hops: int = 1) -> Neighbourhood:
        """What lies within `hops` relations (either way) of the entity `id`; empty when there is no such entity."""

    def counts(self) -> dict[str, int]:
        """Number of entities per class label."""

    def transaction(self, *, rollback: bool = False) -> AbstractContextManager[GraphStore]:
        """A store that sees its own changes; kept at the end unless an exception left it or `rollback` is set."""

    def close(self) -> None:
        """Give back files and connections."""
