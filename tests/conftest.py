"""Fixtures every test may use: a real Neo4j, the real orders, a browser. Each package's tests add their own beside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from neo4j import GraphDatabase

from tools.neo4j.jars import missing_tool
from tools.neo4j.server import USER, Neo4jServer

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_ORDERS = ROOT.parent / "shared" / "orders"


class Neo4jAddress(NamedTuple):
    """What a driver needs to reach the server of this test run."""

    url: str
    user: str
    password: str


def absent(reason: str) -> None:
    """Skip here, but fail in CI, where everything has to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (CI=true, so this is no reason to skip)")
    pytest.skip(reason)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--asked NAME,NAME`: contract tests ask these questions only."""
    parser.addoption("--asked", default="", help="names of questions or rules, separated by commas (contract tests)")


@pytest.hookimpl(tryfirst=True)  # xdist reads the group marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by the fixtures it asks for, and keep all tests on Neo4j in one worker.

    Community Edition has one database, so two workers writing at once would see each other's graphs. Under
    `--dist loadgroup` the group shares a worker and one server; under any other mode each worker starts its own.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "neo4j_url" in fixtures:
            item.add_marker(pytest.mark.neo4j)
            item.add_marker(pytest.mark.xdist_group("neo4j"))
        if "orders_dir" in fixtures:
            item.add_marker(pytest.mark.orders)
        if "chromium_path" in fixtures:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.no_cover)  # slow, and tests of the pages run the same lines


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jAddress]:
    """(url, user, password) of a real Neo4j 5, started at first use and stopped at the end of the run."""
    if reason := missing_tool():
        absent(reason)
    with Neo4jServer(tmp_path_factory.mktemp("neo4j"), short_lived=True) as server:
        yield Neo4jAddress(server.url, USER, server.password)


@pytest.fixture
def empty_neo4j(neo4j_url: Neo4jAddress) -> Neo4jAddress:
    """The same server with nothing in it: no nodes, no constraints, no indexes of ours."""
    with GraphDatabase.driver(neo4j_url.url, auth=(neo4j_url.user, neo4j_url.password)) as driver:
        with driver.session(database="neo4j") as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        for (name,) in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT `{name}`")
        # LOOKUP indexes belong to the database itself: without them every match scans.
        for (name,) in driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").records:
            driver.execute_query(f"DROP INDEX `{name}`")
    return neo4j_url


@pytest.fixture(scope="session")
def orders_dir() -> Path:
    """The folder with the real orders (OPORA_ORDERS); they are not ours to publish, so without them a test skips."""
    folder = Path(os.environ.get("OPORA_ORDERS") or DEFAULT_ORDERS)
    if not any(folder.glob("*.txt")):
        pytest.skip("no real orders here: set OPORA_ORDERS to a folder with their .txt files")
    return folder


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Debian's Chromium."""
    found = shutil.which("chromium")
    if found is None:
        absent("no Chromium here: apt-get install chromium fonts-dejavu-core")
    return str(found)


@pytest.fixture(scope="session")
def bundled_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store with the bundled facts, as `make run` leaves it. Copy it before writing to it."""
    from api.bundled import load_bundled
    from queries.stores import open_store

    path = tmp_path_factory.mktemp("bundled") / "opora.db"
    store = open_store(f"sqlite:///{path}")
    load_bundled(store)
    store.close()  # the write-ahead log is folded into the file
    return path
