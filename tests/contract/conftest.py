"""Every contract test runs on each kind of store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from queries.store import GraphStore
from queries.stores import open_store
from queries.stores.neo4j import Neo4jStore
from tests.contract.stores import Explore, Fresh, wipe


@pytest.fixture(params=["sqlite", "neo4j"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Fresh]:
    """Call it for an empty store; the one it gave before is empty or closed then."""
    if request.param == "sqlite":
        opened: list[GraphStore] = []

        def memory() -> GraphStore:
            while opened:
                opened.pop().close()
            opened.append(open_store("sqlite:///:memory:"))
            return opened[0]

        yield memory
        while opened:
            opened.pop().close()
        return
    address = request.getfixturevalue("neo4j_url")
    wipe(address)
    store = open_store(address.url, user=address.user, password=address.password)
    assert isinstance(store, Neo4jStore)

    def emptied() -> GraphStore:
        wipe(address)
        return store

    yield emptied
    store.close()
    wipe(address)


@pytest.fixture
def explore(request: pytest.FixtureRequest, fresh: Fresh) -> Explore:
    """`given` with as many random graphs as the kind of store can bear: Neo4j plans each statement anew while cold."""
    shared = request.node.callspec.params["fresh"] == "neo4j"
    bounds = settings(
        max_examples=4 if shared else 25,
        deadline=None,
        # Making a failing graph smaller takes minutes on Neo4j; SQLite mostly fails on the same ones.
        phases=[Phase.generate] if shared else list(Phase),
        suppress_health_check=list(HealthCheck),
        database=None,
    )

    def given_graphs(**drawn: object) -> Callable[[Callable[..., None]], Callable[[], None]]:
        return lambda check: bounds(given(**drawn)(check))  # type: ignore[arg-type]

    return given_graphs


@pytest.fixture
def only(request: pytest.FixtureRequest) -> list[str]:
    """Names given by `--asked`; empty for all."""
    return [name for name in str(request.config.getoption("--asked")).split(",") if name]


@pytest.fixture
def store(fresh: Fresh) -> GraphStore:
    """An empty store."""
    return fresh()
