"""Cypher statements of the Neo4j store. Labels and relation types come from the declarations, values are parameters."""

from __future__ import annotations

import re
from functools import cache

from ontology.property_graph import NODE_BY_LABEL, NODES, Relation
from queries.stores.ddl import META_LABEL

MAP = "given"
# Literals, quoted names and comments, which keep their `$`; else a parameter.
_TOKEN = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|//[^\n]*|/\*.*?\*/|\$(\w+)""", re.DOTALL)


@cache
def field_of() -> dict[tuple[str, str], str]:
    """(label, relation type) → the field it stands for; a test holds that no class uses one type for two fields."""
    return {(node.label, r.type): r.name for node in NODES for r in node.relations}


@cache
def _returned(label: str) -> str:
    """Properties of `n`, and per relation the pairs (position, id) of its targets."""
    pairs = [
        f"[(n)-[r:{r.type}]->(t:{r.target}) | [r.position, t.id]] AS {_alias(r)}"
        for r in NODE_BY_LABEL[label].relations
    ]
    return ", ".join(["properties(n) AS values", *pairs])


def _alias(relation: Relation) -> str:
    return f"`to {relation.name}`"


def column(relation: Relation) -> str:
    """Name under which FETCH and PAGE return the targets of a relation."""
    return _alias(relation).strip("`")


@cache
def fetch(label: str) -> str:
    """Records of $ids."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN {_returned(label)}"


@cache
def page(label: str) -> str:
    """$limit records after $after, by id."""
    return f"MATCH (n:{label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN {_returned(label)}"


@cache
def existing(label: str) -> str:
    """Which of $ids exist."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id"


@cache
def incoming(label: str) -> str:
    """What points to $ids."""
    return (
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})<-[r]-(s) "
        "RETURN labels(s) AS labels, s.id AS id, type(r) AS type, n.id AS target"
    )


@cache
def locate() -> str:
    """Labels of the nodes called $id."""
    return " UNION ALL ".join(f"MATCH (n:{node.label} {{id: $id}}) RETURN '{node.label}' AS label" for node in NODES)


@cache
def counts() -> str:
    """Number of nodes per label."""
    return " UNION ALL ".join(f"MATCH (n:{n.label}) RETURN '{n.label}' AS label, count(n) AS number" for n in NODES)


@cache
def add(label: str) -> str:
    """Nodes anew; the plan has seen that their ids are free, the constraint makes sure."""
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row"


@cache
def change(label: str) -> str:
    """All properties of nodes that exist."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row"


@cache
def remove(label: str) -> str:
    """Nodes with their relations."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"


@cache
def connect(label: str, relation: Relation) -> str:
    """Relations of one type; `position` only where a field points to several."""
    place = " {position: row.position}" if relation.many else ""
    return (
        f"UNWIND $rows AS row MATCH (s:{label} {{id: row.source}}) MATCH (t:{relation.target} {{id: row.target}}) "
        f"CREATE (s)-[:{relation.type}{place}]->(t)"
    )


@cache
def disconnect(label: str, relation: Relation) -> str:
    """Take away the relations of one type that start at $ids."""
    return f"UNWIND $ids AS id MATCH (s:{label} {{id: id}})-[r:{relation.type}]->() DELETE r"


@cache
def of_one_map(text: str) -> str:
    """The statement with its parameters taken from one map, the parameter MAP.

    A server keeps a plan for each combination of the types of parameters, and an absent value is of another type than
    a given one: a question with five filters would be planned up to 32 times, a second each while a server is cold. A
    map is of one type whatever it holds.
    """
    return _TOKEN.sub(lambda found: f"${MAP}.{found[1]}" if found[1] else found[0], text)


# Writing to the one node of the store makes the next writer wait until this transaction ends.
LOCK = (
    f"MERGE (m:{META_LABEL} {{id: 'store'}}) ON CREATE SET m.version = $version "
    "SET m.written = toString(datetime()), m.writer = randomUUID()"
)
VERSION = f"MATCH (m:{META_LABEL} {{id: 'store'}}) RETURN m.version AS version"
ANYTHING = "MATCH (n) RETURN 1 AS one LIMIT 1"
SCHEMA_NAMES = "SHOW INDEXES YIELD name RETURN name"  # a uniqueness constraint owns an index of its name
READY = "CALL db.awaitIndexes(120)"
