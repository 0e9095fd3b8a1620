"""The protocol of `queries.store`, built once on what a store can do inside one transaction."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar, cast

from ontology.entities.base import Entity, Id
from ontology.property_graph import NODE_BY_LABEL, NODE_OF, NODES
from queries.question import AnyQuestion, DerivedQuestion, Params, Row
from queries.store import Dialect, Edge, GraphStore, Neighbourhood, WriteReport
from queries.stores import gather
from queries.stores.merge import collect
from queries.stores.plan import Key, difference
from queries.stores.record import Record, decode, references
from queries.stores.rows import bound, mapped
from queries.stores.session import Session

E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
T = TypeVar("T")

_PAGE = 1000
_ORDER = {node.label: place for place, node in enumerate(NODES)}


class BaseStore(ABC):
    """A GraphStore for which a subclass opens transactions."""

    def __init__(self, url: str, dialect: Dialect) -> None:
        self._url, self._dialect = url, dialect

    @property
    def url(self) -> str:
        """Address of the store without any password."""
        return self._url

    @property
    def dialect(self) -> Dialect:
        """Which query file of a question this store runs."""
        return self._dialect

    @abstractmethod
    def _read(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction that only reads; it may be run again."""

    @abstractmethod
    def _write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in a transaction, kept when it returns; it may be run again."""

    @abstractmethod
    def transaction(self, *, rollback: bool = False) -> AbstractContextManager[GraphStore]:
        """See queries.store.GraphStore.transaction."""

    @abstractmethod
    def close(self) -> None:
        """See queries.store.GraphStore.close."""

    def write(
        self, entities: Iterable[Entity], *, replaces: Sequence[Id] = (), drops: Iterable[Entity] = ()
    ) -> WriteReport:
        """See queries.store.GraphStore.write."""
        batch = collect(tuple(entities))
        orders = frozenset(replaces)
        dropped = frozenset((type(e).__name__, e.id) for e in drops)

        def work(session: Session) -> WriteReport:
            session.lock()
            plan = difference(batch, gather.known(session, batch, orders, dropped))
            session.apply(plan)
            return plan.report()

        return self._write(work)

    def ask(self, question: AnyQuestion[P, R], params: P) -> list[R]:
        """See queries.store.GraphStore.ask."""
        if isinstance(question, DerivedQuestion):
            return question.rows(self.ask, params)
        text, values = question.texts[self.dialect], bound(params, self.dialect)
        return mapped(question, self._read(lambda session: session.rows(text, values)))

    def get(self, entity: type[E], id: Id) -> E | None:
        """See queries.store.GraphStore.get."""
        node = NODE_OF[entity]
        found = self._read(lambda session: session.fetch(node.label, [id]))
        return cast(E, decode(node, found[0])) if found else None

    def all(self, entity: type[E]) -> Iterator[E]:
        """See queries.store.GraphStore.all. Read page by page: a caller that stops early holds nothing open."""
        node, after = NODE_OF[entity], ""
        while True:
            page = self._read(lambda session, after=after: session.page(node.label, after, _PAGE))  # type: ignore[misc]
            for record in page:
                yield cast(E, decode(node, record))
            if len(page) < _PAGE:
                return
            after = str(page[-1]["id"])

    def facts(self, order: Id) -> list[Entity]:
        """See queries.store.GraphStore.facts."""
        found = self._read(lambda session: gather.facts_of(session, order))
        rows = ((NODE_BY_LABEL[label], records[id]) for label, records in found.items() for id in sorted(records))
        return sorted((decode(node, record) for node, record in rows), key=lambda e: _ORDER[type(e).__name__])

    def neighbourhood(self, id: Id, hops: int = 1) -> Neighbourhood:
        """See queries.store.GraphStore.neighbourhood. Entities in the order of their classes, then by id."""
        found = self._read(lambda session: _around(session, id, hops))
        keys = sorted(found, key=lambda key: (_ORDER[key[0]], key[1]))
        edges = {
            Edge(key[1], relation.type, target)
            for key in keys
            for relation, target in references(NODE_BY_LABEL[key[0]], found[key])
            if (relation.target, target) in found
        }
        return Neighbourhood(
            entities=tuple(decode(NODE_BY_LABEL[key[0]], found[key]) for key in keys),
            edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.type, edge.target))),
        )

    def counts(self) -> dict[str, int]:
        """See queries.store.GraphStore.counts."""
        return self._read(lambda session: session.counts())


def _around(session: Session, id: Id, hops: int) -> dict[Key, Record]:
    """Records within `hops` relations of the entities called `id`, breadth first."""
    found: dict[Key, Record] = {}
    border: dict[str, set[Id]] = {label: {id} for label in session.locate(id)}
    for hop in range(max(hops, 0) + 1):
        beyond: dict[str, set[Id]] = defaultdict(set)
        for label, ids in border.items():
            for record in session.fetch(label, ids):
                found[(label, str(record["id"]))] = record
                for relation, target in references(NODE_BY_LABEL[label], record):
                    beyond[relation.target].add(target)
            if hop < hops:
                for hit in session.incoming(label, ids):
                    beyond[hit.label].add(hit.id)
        border = {label: {i for i in ids if (label, i) not in found} for label, ids in beyond.items()}
        border = {label: ids for label, ids in border.items() if ids}
        if not border:
            break
    return found
