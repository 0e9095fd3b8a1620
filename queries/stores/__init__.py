"""Stores: `open_store(url)` is the one place where a graph is opened."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from ontology.errors import StoreUnavailable
from queries.store import GraphStore

SQLITE = "sqlite:///"
NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(
    url: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    create: bool = True,
) -> GraphStore:
    """Open the graph at `url`; raises StoreUnavailable with one line that says what, where and how to mend it.

    `sqlite:///graph.db` is a file beside the current folder, `sqlite:////srv/graph.db` one with a full path,
    `sqlite:///:memory:` a graph that is gone when the store is closed (a temporary file holds it meanwhile).
    `neo4j://host:7687` (routing) and `bolt://host:7687` take `user`, `password`, `database`; `+s` asks for TLS, `+ssc`
    for TLS with a self-signed certificate. With `create=False` a store that does not exist yet is an error.
    """
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        from queries.stores.sqlite import SqliteStore

        name = url.removeprefix(SQLITE)
        return SqliteStore(None if name == ":memory:" else Path(name), create=create)
    if urlsplit(url).scheme in NEO4J_SCHEMES:
        from queries.stores.neo4j import Neo4jStore  # the driver is loaded only where it is used

        return Neo4jStore(url, user=user, password=password, database=database, create=create)
    raise StoreUnavailable(
        "This is no address of a store",
        where=url.split("@")[-1],
        mend="Use sqlite:///path/to/file.db, neo4j://host:7687 or bolt://host:7687.",
    )
