"""Tables, constraints and indexes of the stores, generated from `ontology.property_graph.NODES`.

SQLite: one STRICT table per class; a reference is a column with a deferred foreign key and an index; a reference to
several entities is a link table (source, target, position). Neo4j: one uniqueness constraint per class on `id`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ontology.property_graph import NODES, Node, Property, Relation

SCHEMA_VERSION = 1
"""Raised when a store written by an older program can no longer be read."""

APPLICATION_ID = 0x4F505241
"""«OPRA»: SQLite's header field that tells our files from others."""

META_LABEL = "OporaStore"
META_TABLE = "opora_store"

_COLUMN_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "boolean": "INTEGER", "date": "TEXT"}
_LOOKED_UP = ("code",)  # values by which people name things


def quoted(name: str) -> str:
    """An SQL identifier: names such as `order` and `group` are also words of SQL."""
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _column(declared: Property) -> str:
    name = quoted(declared.name)
    if declared.many:
        return f"{name} TEXT NOT NULL DEFAULT '[]' CHECK (json_valid({name}) AND json_type({name}) = 'array')"
    parts = [name, _COLUMN_TYPES.get(declared.kind, "TEXT")]
    if declared.required:
        parts.append("NOT NULL")
    if declared.kind == "boolean":
        parts.append(f"CHECK ({name} IN (0, 1))")
    if declared.enum is not None:
        parts.append(f"CHECK ({name} IN ({', '.join(_text(str(word.value)) for word in declared.enum)}))")
    return " ".join(parts)


def _reference(name: str, target: str, required: bool) -> str:
    null = " NOT NULL" if required else ""
    return f"{quoted(name)} TEXT{null} REFERENCES {quoted(target)} (id) DEFERRABLE INITIALLY DEFERRED"


def _table(node: Node, tables: dict[str, str]) -> Iterable[str]:
    columns = ["id TEXT PRIMARY KEY NOT NULL", *(_column(p) for p in node.properties)]
    columns += [_reference(r.name, tables[r.target], r.required) for r in node.columns]
    body = ",\n  ".join(columns)
    yield f"CREATE TABLE {quoted(node.table)} (\n  {body}\n) STRICT"
    for name in [r.name for r in node.columns] + [p.name for p in node.properties if p.name in _LOOKED_UP]:
        yield f"CREATE INDEX {quoted(f'{node.table}_by_{name}')} ON {quoted(node.table)} ({quoted(name)})"
    for relation in node.links:
        yield from _link(node, relation, tables)


def _link(node: Node, relation: Relation, tables: dict[str, str]) -> Iterable[str]:
    name = node.link_table(relation)
    columns = [_reference("source", node.table, True), _reference("target", tables[relation.target], True)]
    body = ",\n  ".join([*columns, "position INTEGER NOT NULL", "PRIMARY KEY (source, position)"])
    yield f"CREATE TABLE {quoted(name)} (\n  {body}\n) STRICT, WITHOUT ROWID"
    yield f"CREATE INDEX {quoted(f'{name}_by_target')} ON {quoted(name)} (target)"


def sqlite_ddl() -> tuple[str, ...]:
    """The statements that make an empty SQLite file a store, in order."""
    tables = {node.label: node.table for node in NODES}
    meta = f"CREATE TABLE {META_TABLE} (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT"
    return (meta, *(statement for node in NODES for statement in _table(node, tables)))


def fingerprint() -> str:
    """SHA-256 of the tables: two programs whose tables differ do not write into one file."""
    return hashlib.sha256("\n".join(sqlite_ddl()).encode()).hexdigest()


def neo4j_ddl() -> tuple[str, ...]:
    """Constraints and the indexes they own, each harmless when it is there already.

    Community Edition knows uniqueness alone; required values and closed lists are held by the entities themselves.
    No other value is indexed: Neo4j refuses an indexed text of more than 8 KB, and ids are what questions ask by.
    """
    labels = (META_LABEL, *(node.label for node in NODES))
    return tuple(
        f"CREATE CONSTRAINT opora_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in labels
    )
