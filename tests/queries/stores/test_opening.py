"""A store that cannot be opened or used says in one line what, where and how to mend it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from ontology.errors import InvalidGraph, StoreCorrupt, StoreUnavailable
from ontology.models import Territory
from queries.stores import open_store
from queries.stores.ddl import SCHEMA_VERSION
from queries.stores.sqlite import SqliteStore
from tests.conftest import Neo4jAddress
from tools.neo4j.server import free_port

COUNTRY = Territory(id="ru", name="Страна", kind="country")


def _url(path: Path) -> str:
    return f"sqlite:///{path}"


def test_a_file_is_made_with_its_folder_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "новая папка" / "a?b#c%20.db"
    store = open_store(_url(path))
    store.write([COUNTRY])
    store.close()
    store.close()
    assert path.is_file()
    again = open_store(_url(path), create=False)
    assert again.get(Territory, "ru") == COUNTRY
    assert (again.url, again.dialect) == (_url(path), "sql")
    again.close()


def test_nothing_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no store here"):
        open_store(_url(tmp_path / "x.db"), create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["", "x.db", "sqlite://", "sqlite:///", "http://host", "postgresql://u:secret@host/db"])
def test_other_addresses(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="no address of a store") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "order.txt"
    path.write_bytes("ПРИКАЗ".encode() * 300)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="no SQLite database"):
        open_store(_url(path))
    assert path.read_bytes() == before


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    with pytest.raises(StoreUnavailable, match="belongs to another program"):
        open_store(_url(path))
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("notes",)]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "newer opora"),
        ("UPDATE opora_store SET value = 'x'", "another edition"),
        (f"PRAGMA user_version = {SCHEMA_VERSION - 1}", "another edition"),
    ],
)
def test_a_store_of_another_edition(tmp_path: Path, statement: str, says: str) -> None:
    path = tmp_path / "x.db"
    open_store(_url(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute(statement)
    with pytest.raises(StoreUnavailable, match=says):
        open_store(_url(path))


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        open_store(_url(tmp_path))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody can make files")
def test_a_folder_where_nothing_can_be_made() -> None:
    with pytest.raises(StoreUnavailable):
        open_store("sqlite:////proc/opora/x.db")
    with pytest.raises(StoreUnavailable):
        open_store("sqlite:////proc/x.db")


def test_a_file_that_can_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.db"
    store = open_store(_url(path))
    store.write([COUNTRY])
    store.close()
    # Tests may run as root, who may write everywhere: say that this file is not for writing.
    monkeypatch.setattr("queries.stores.sqlite_file.os.access", lambda *_: False)
    store = open_store(_url(path))
    assert store.get(Territory, "ru") == COUNTRY
    assert store.write([COUNTRY]).unchanged == {"Territory": 1}
    with pytest.raises(StoreUnavailable, match="can only be read"):
        store.write([Territory(id="ru-x", name="X", kind="region")])
    store.close()


def test_a_file_locked_by_another_program(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    store = SqliteStore(path, busy_seconds=0.1)
    store.write([COUNTRY])
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"locked"
        assert store.get(Territory, "ru") == COUNTRY  # readers go on
        with pytest.raises(StoreUnavailable, match="locked by another program"):
            store.write([COUNTRY])
        other.communicate(b"\n")
    assert store.write([COUNTRY]).unchanged == {"Territory": 1}
    store.close()


def test_a_closed_store(tmp_path: Path) -> None:
    store = open_store(_url(tmp_path / "x.db"))
    store.close()
    for use in (lambda: store.counts(), lambda: store.write([COUNTRY]), lambda: next(iter(store.all(Territory)))):
        with pytest.raises(StoreUnavailable, match="closed"):
            use()


def test_contents_that_break_our_rules(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    store = open_store(_url(path))
    store.write([COUNTRY])
    with sqlite3.connect(path) as raw, pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE territories SET kind = 'planet'")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE territories SET id = 'no id'")
    with pytest.raises(StoreCorrupt, match="broken Territory: id"):
        list(store.all(Territory))
    store.close()


def test_the_database_itself_refuses_a_loose_reference(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "x.db")
    store.write([COUNTRY])
    with pytest.raises(InvalidGraph, match="FOREIGN KEY"), store.transaction() as tx:
        # Past the plan, as a faulty program would.
        tx._connection.execute("UPDATE territories SET part_of = 'nowhere'")  # type: ignore[attr-defined]
    assert store.get(Territory, "ru") == COUNTRY
    store.close()


def test_neo4j_that_is_down() -> None:
    with pytest.raises(StoreUnavailable, match=r"does not answer.*make neo4j"):
        open_store(f"bolt://127.0.0.1:{free_port()}", user="neo4j", password="secret")


@pytest.mark.parametrize("url", ["bolt://", "neo4j://host:port", "bolt://host:1?x=y"])
def test_an_address_neo4j_cannot_have(url: str) -> None:
    with pytest.raises(StoreUnavailable):
        open_store(url, user="neo4j", password="secret")


def test_neo4j_refuses(neo4j_url: Neo4jAddress) -> None:
    with pytest.raises(StoreUnavailable, match="OPORA_NEO4J_PASSWORD") as caught:
        open_store(neo4j_url.url, user=neo4j_url.user, password="wrong-secret")
    assert "wrong-secret" not in str(caught.value)
    with pytest.raises(StoreUnavailable, match="OPORA_NEO4J_DATABASE"):
        open_store(neo4j_url.url, user=neo4j_url.user, password=neo4j_url.password, database="nowhere")


def test_neo4j_with_a_graph_of_another_program(empty_neo4j: Neo4jAddress) -> None:
    url, user, password = empty_neo4j
    with pytest.raises(StoreUnavailable, match="There is no store here"):
        open_store(url, user=user, password=password, create=False)
    with GraphDatabase.driver(url, auth=(user, password)) as driver:
        driver.execute_query("CREATE (:Film {title: 'x'})")
        with pytest.raises(StoreUnavailable, match="another program"):
            open_store(url, user=user, password=password)
        driver.execute_query("MATCH (n) DETACH DELETE n")
        driver.execute_query("CREATE (:OporaStore {id: 'store', version: 99})")
        with pytest.raises(StoreUnavailable, match="another edition"):
            open_store(url, user=user, password=password)
        driver.execute_query("MATCH (n) DETACH DELETE n")


def test_neo4j_keeps_ids_unique_and_hides_the_password(empty_neo4j: Neo4jAddress) -> None:
    url, user, password = empty_neo4j
    store = open_store(url.replace("bolt://", f"neo4j://{user}:{password}@"), database="neo4j")
    assert store.url == url.replace("bolt://", "neo4j://") and store.dialect == "cypher"
    store.write([COUNTRY])
    with GraphDatabase.driver(url, auth=(user, password)) as driver:
        unique = driver.execute_query("SHOW CONSTRAINTS YIELD type WHERE type = 'UNIQUENESS' RETURN count(*)").records
        assert unique[0][0] > 20
    store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        store.counts()
