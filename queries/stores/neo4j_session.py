"""One transaction on Neo4j, whatever driver runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from ontology.entities.base import Id
from ontology.property_graph import NODE_BY_LABEL, NODES, Node
from queries.stores import neo4j_cypher as cypher
from queries.stores.ddl import SCHEMA_VERSION
from queries.stores.plan import Change, Plan
from queries.stores.record import Record
from queries.stores.session import CHUNK, Incoming, chunks

Run = Callable[[str, Mapping[str, Any]], Iterable[Mapping[str, Any]]]
"""Runs a statement with its parameters in the open transaction."""


class Neo4jSession:
    """See queries.stores.session.Session. The caller begins and ends the transaction."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def lock(self) -> None:
        """See Session.lock."""
        self._do(cypher.LOCK, version=SCHEMA_VERSION)

    def fetch(self, label: str, ids: Iterable[Id]) -> list[Record]:
        """See Session.fetch."""
        node = NODE_BY_LABEL[label]
        return [_record(node, row) for part in chunks(ids) for row in self._run(cypher.fetch(label), {"ids": part})]

    def page(self, label: str, after: str, limit: int) -> list[Record]:
        """See Session.page."""
        node = NODE_BY_LABEL[label]
        return [_record(node, row) for row in self._run(cypher.page(label), {"after": after, "limit": limit})]

    def existing(self, label: str, ids: Iterable[Id]) -> set[Id]:
        """See Session.existing."""
        return {row["id"] for part in chunks(ids) for row in self._run(cypher.existing(label), {"ids": part})}

    def incoming(self, label: str, ids: Iterable[Id]) -> list[Incoming]:
        """See Session.incoming. Nodes and relations that people added beside ours are passed over."""
        fields = cypher.field_of()
        return [
            Incoming(source, row["id"], fields[(source, row["type"])], row["target"])
            for part in chunks(ids)
            for row in self._run(cypher.incoming(label), {"ids": part})
            for source in row["labels"]
            if (source, row["type"]) in fields
        ]

    def locate(self, id: Id) -> list[str]:
        """See Session.locate."""
        return [row["label"] for row in self._run(cypher.locate(), {"id": id})]

    def counts(self) -> dict[str, int]:
        """See Session.counts."""
        # A label without nodes gives no row.
        found = {row["label"]: row["number"] for row in self._run(cypher.counts(), {})}
        return {node.label: found.get(node.label, 0) for node in NODES}

    def rows(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Session.rows."""
        return [dict(row) for row in self._run(cypher.of_one_map(text), {cypher.MAP: dict(params)})]

    def apply(self, plan: Plan) -> None:
        """See Session.apply. Nodes first, relations when all nodes are there."""
        for label, ids in plan.removed.items():
            for part in chunks(ids):
                self._do(cypher.remove(label), ids=part)
        for node in NODES:
            self._nodes(node, cypher.add(node.label), plan.added.get(node.label, []))
            self._nodes(node, cypher.change(node.label), [c.new for c in plan.changed.get(node.label, [])])
        for node in NODES:
            self._relations(node, plan.added.get(node.label, []), plan.changed.get(node.label, []))

    def _nodes(self, node: Node, statement: str, records: list[Record]) -> None:
        names = ("id", *(p.name for p in node.properties))
        # An absent value is an absent property; lists go as lists.
        for part in _parts({n: _sent(r[n]) for n in names if r[n] is not None} for r in records):
            self._do(statement, rows=part)

    def _relations(self, node: Node, added: list[Record], changed: list[Change]) -> None:
        for relation in node.relations:
            moved = [c.new for c in changed if c.new[relation.name] != c.old[relation.name]]
            for ids in chunks(str(record["id"]) for record in moved):
                self._do(cypher.disconnect(node.label, relation), ids=ids)
            rows = (
                {"source": record["id"], "target": target, "position": place}
                for record in (*added, *moved)
                for place, target in enumerate(_targets(record[relation.name]))
            )
            for part in _parts(rows):
                self._do(cypher.connect(node.label, relation), rows=part)

    def _do(self, statement: str, **params: Any) -> None:
        for _ in self._run(statement, params):
            pass


def _record(node: Node, row: Mapping[str, Any]) -> Record:
    values = row["values"]
    record: Record = {"id": values["id"]}
    for declared in node.properties:
        value = values.get(declared.name)
        record[declared.name] = tuple(value or ()) if declared.many else value
    for relation in node.relations:
        pairs = row[cypher.column(relation)]
        if relation.many:
            record[relation.name] = tuple(target for _, target in sorted(pairs, key=lambda pair: int(pair[0] or 0)))
        else:
            record[relation.name] = pairs[0][1] if pairs else None
    return record


def _targets(value: object) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def _sent(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _parts(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    iterator = iter(rows)
    while part := list(islice(iterator, CHUNK)):
        yield part
