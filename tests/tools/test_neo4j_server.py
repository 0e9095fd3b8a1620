"""The server the tests run on: it takes queries, wants its password, stems Russian, and stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from tests.conftest import Neo4jAddress
from tools.neo4j.jars import missing_tool
from tools.neo4j.server import Neo4jServer, StartFailed, free_port, is_free


def test_answers_by_bolt_and_by_routing(neo4j_url: Neo4jAddress) -> None:
    for url in (neo4j_url.url, neo4j_url.url.replace("bolt://", "neo4j://")):
        with GraphDatabase.driver(url, auth=(neo4j_url.user, neo4j_url.password)) as driver:
            rows = driver.execute_query("CALL dbms.components() YIELD versions, edition").records
            assert rows[0]["edition"] == "community"
            assert rows[0]["versions"][0].startswith("5.26.")


def test_first_password_no_longer_opens(neo4j_url: Neo4jAddress) -> None:
    with GraphDatabase.driver(neo4j_url.url, auth=("neo4j", "neo4j")) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_full_text_index_stems_russian(empty_neo4j: Neo4jAddress) -> None:
    with GraphDatabase.driver(empty_neo4j.url, auth=(empty_neo4j.user, empty_neo4j.password)) as driver:
        driver.execute_query(
            "CREATE FULLTEXT INDEX names FOR (n:Subject) ON EACH [n.name] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'russian', `fulltext.eventually_consistent`: false}}"
        )
        driver.execute_query("CALL db.awaitIndexes()")
        driver.execute_query("CREATE (:Subject {name: 'Методическая служба'})")
        found = driver.execute_query(
            "CALL db.index.fulltext.queryNodes('names', $words) YIELD node RETURN node.name",
            words="методическую службу",
        ).records
    assert [row[0] for row in found] == ["Методическая служба"]


def test_empty_neo4j_has_nothing_left(neo4j_url: Neo4jAddress, request: pytest.FixtureRequest) -> None:
    auth = (neo4j_url.user, neo4j_url.password)
    with GraphDatabase.driver(neo4j_url.url, auth=auth) as driver:
        driver.execute_query("CREATE CONSTRAINT once IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX quick IF NOT EXISTS FOR (n:Thing) ON (n.name)")
        driver.execute_query("MERGE (:Thing {id: '1'})-[:LEADS_TO]->(:Thing {id: '2'})")
        request.getfixturevalue("empty_neo4j")
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == 0
        assert driver.execute_query("SHOW CONSTRAINTS").records == []
        assert {row["type"] for row in driver.execute_query("SHOW INDEXES").records} == {"LOOKUP"}


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_stops_and_starts_again_with_its_data(tmp_path: Path) -> None:
    if reason := missing_tool():
        pytest.skip(reason)
    with Neo4jServer(tmp_path, heap="256m", short_lived=True) as server, server.driver() as driver:
        driver.execute_query("CREATE (:Kept)")
    assert is_free(server.port)
    with Neo4jServer(tmp_path, server.password, heap="256m", short_lived=True) as again, again.driver() as driver:
        assert driver.execute_query("MATCH (n:Kept) RETURN count(n)").records[0][0] == 1


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_a_server_that_dies_says_why(tmp_path: Path) -> None:
    if reason := missing_tool():
        pytest.skip(reason)
    server = Neo4jServer(tmp_path, port=free_port(), heap="1k")
    with pytest.raises(StartFailed, match="heap"):
        server.start()
    assert not server.running
