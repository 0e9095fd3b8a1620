"""One transaction on an SQLite file. Names in the statements come from the declarations alone, values are bound."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ontology.entities.base import Id
from ontology.property_graph import NODE_BY_LABEL, NODES, Node
from queries.stores.ddl import quoted
from queries.stores.plan import Plan
from queries.stores.record import Record, Value
from queries.stores.session import Incoming, chunks

# ruff: noqa: S608 - identifiers are declared in ontology.entities; no value is ever written into a statement.


@cache
def _columns(label: str) -> tuple[str, ...]:
    node = NODE_BY_LABEL[label]
    return ("id", *(p.name for p in node.properties), *(r.name for r in node.columns))


@cache
def _many(label: str) -> frozenset[str]:
    return frozenset(p.name for p in NODE_BY_LABEL[label].properties if p.many)


@cache
def _booleans(label: str) -> frozenset[str]:
    return frozenset(p.name for p in NODE_BY_LABEL[label].properties if p.kind == "boolean")


def _selected(label: str) -> str:
    return ", ".join(f"t.{quoted(c)}" for c in _columns(label))


@cache
def _incoming(label: str) -> str:
    """Every (label, id, field, target) that points to ids of `label`, one SELECT per relation."""
    parts = []
    for node in NODES:
        for r in node.relations:
            if r.target != label:
                continue
            table, source, target = (node.link_table(r), "source", "target") if r.many else (node.table, "id", r.name)
            parts.append(
                f"SELECT '{node.label}', t.{source}, '{r.name}', w.value FROM wanted w "
                f"CROSS JOIN {quoted(table)} t ON t.{quoted(target)} = w.value"
            )
    return f"WITH wanted AS MATERIALIZED (SELECT value FROM json_each(?)) {' UNION ALL '.join(parts)}" if parts else ""


@cache
def _upsert(label: str) -> str:
    columns = _columns(label)
    names = ", ".join(quoted(c) for c in columns)
    updates = ", ".join(f"{quoted(c)} = excluded.{quoted(c)}" for c in columns[1:])
    marks = ", ".join("?" * len(columns))
    table = quoted(NODE_BY_LABEL[label].table)
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"


class SqliteSession:
    """See queries.stores.session.Session. The caller begins and ends the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def lock(self) -> None:
        """Nothing to do: a writing transaction begins IMMEDIATE."""

    def fetch(self, label: str, ids: Iterable[Id]) -> list[Record]:
        """See Session.fetch."""
        # CROSS JOIN keeps the wanted ids outside: one index lookup per id, never a scan of the table.
        text = (
            f"SELECT {_selected(label)} FROM json_each(?) w "
            f"CROSS JOIN {quoted(NODE_BY_LABEL[label].table)} t ON t.id = w.value"
        )
        rows = [row for part in chunks(ids) for row in self._connection.execute(text, (json.dumps(part),))]
        return self._records(label, rows)

    def page(self, label: str, after: str, limit: int) -> list[Record]:
        """See Session.page."""
        text = (
            f"SELECT {_selected(label)} FROM {quoted(NODE_BY_LABEL[label].table)} t "
            "WHERE t.id > ? ORDER BY t.id LIMIT ?"
        )
        return self._records(label, self._connection.execute(text, (after, limit)).fetchall())

    def existing(self, label: str, ids: Iterable[Id]) -> set[Id]:
        """See Session.existing."""
        text = f"SELECT t.id FROM json_each(?) w CROSS JOIN {quoted(NODE_BY_LABEL[label].table)} t ON t.id = w.value"
        return {row[0] for part in chunks(ids) for row in self._connection.execute(text, (json.dumps(part),))}

    def incoming(self, label: str, ids: Iterable[Id]) -> list[Incoming]:
        """See Session.incoming."""
        text = _incoming(label)
        if not text:
            return []
        return [Incoming(*row) for part in chunks(ids) for row in self._connection.execute(text, (json.dumps(part),))]

    def locate(self, id: Id) -> list[str]:
        """See Session.locate."""
        text = " UNION ALL ".join(f"SELECT '{n.label}' FROM {quoted(n.table)} WHERE id = :id" for n in NODES)
        return [row[0] for row in self._connection.execute(text, {"id": id})]

    def counts(self) -> dict[str, int]:
        """See Session.counts."""
        text = " UNION ALL ".join(f"SELECT '{n.label}', count(*) FROM {quoted(n.table)}" for n in NODES)
        return dict(self._connection.execute(text).fetchall())

    def rows(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Session.rows."""
        cursor = self._connection.execute(text, params)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def apply(self, plan: Plan) -> None:
        """See Session.apply. Foreign keys are checked when the transaction ends, so the order does not matter."""
        for label, ids in plan.removed.items():
            self._remove(NODE_BY_LABEL[label], ids)
        for node in NODES:
            changes = plan.changed.get(node.label, [])
            records = [*plan.added.get(node.label, []), *(change.new for change in changes)]
            if not records:
                continue
            columns = _columns(node.label)
            rows = (tuple(_stored(record[c]) for c in columns) for record in records)
            self._connection.executemany(_upsert(node.label), rows)
            for relation in node.links:
                table = quoted(node.link_table(relation))
                self._connection.executemany(
                    f"DELETE FROM {table} WHERE source = ?", ((change.new["id"],) for change in changes)
                )
                links = (
                    (record["id"], target, place)
                    for record in records
                    for place, target in enumerate(_tuple(record[relation.name]))
                )
                self._connection.executemany(f"INSERT INTO {table} (source, target, position) VALUES (?, ?, ?)", links)

    def _remove(self, node: Node, ids: Iterable[Id]) -> None:
        keys = [(id,) for id in ids]
        for relation in node.links:
            self._connection.executemany(f"DELETE FROM {quoted(node.link_table(relation))} WHERE source = ?", keys)
        self._connection.executemany(f"DELETE FROM {quoted(node.table)} WHERE id = ?", keys)

    def _records(self, label: str, rows: list[tuple[Any, ...]]) -> list[Record]:
        node, columns = NODE_BY_LABEL[label], _columns(label)
        many, booleans = _many(label), _booleans(label)
        records: list[Record] = []
        for row in rows:
            record: Record = dict(zip(columns, row, strict=True))
            for name in many:
                record[name] = tuple(json.loads(str(record[name])))
            for name in booleans:
                record[name] = None if record[name] is None else bool(record[name])
            records.append(record)
        for relation in node.links:
            targets = self._links(node.link_table(relation), [str(r["id"]) for r in records])
            for record in records:
                record[relation.name] = tuple(targets.get(str(record["id"]), ()))
        return records

    def _links(self, table: str, ids: list[Id]) -> dict[Id, list[Id]]:
        text = (
            f"SELECT t.source, t.target FROM json_each(?) w CROSS JOIN {quoted(table)} t ON t.source = w.value "
            "ORDER BY t.source, t.position"
        )
        found: dict[Id, list[Id]] = defaultdict(list)
        for part in chunks(ids):
            for source, target in self._connection.execute(text, (json.dumps(part),)):
                found[source].append(target)
        return found


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _stored(value: Value) -> str | int | float | None:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
