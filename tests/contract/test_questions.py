"""Every question gives equal rows in equal order from every store, on random, invented and bundled graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase

from ontology import rdf
from ontology.catalogue import directions, functions
from ontology.models import Entity, Order
from ontology.territories import country, regions
from queries.questions import BY_USER, QUESTIONS
from queries.store import GraphStore
from queries.stores import open_store
from tests.contract.asked import ALL, asked
from tests.queries.worlds import DAYS, world

ROOT = Path(__file__).resolve().parents[2]
RANDOM_GRAPHS = 56
Address = Any


def _wipe(address: Address) -> None:
    with GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


@contextmanager
def _both(address: Address, graph: Sequence[Entity]) -> Iterator[tuple[GraphStore, GraphStore]]:
    """The graph in both kinds of store."""
    _wipe(address)
    embedded = open_store("sqlite:///:memory:")
    shared = open_store(address.url, user=address.user, password=address.password)
    try:
        embedded.write(graph)
        shared.write(graph)
        yield embedded, shared
    finally:
        embedded.close()
        shared.close()
        _wipe(address)


def _compared(
    stores: tuple[GraphStore, GraphStore],
    graph: Sequence[Entity],
    days: Sequence[date],
    most: int,
    names: Sequence[str],
) -> Counter[str]:
    """Ask everything of both stores; rows per question."""
    embedded, shared = stores
    rows: Counter[str] = Counter()
    for question, params in asked(graph, days, most, names):
        expected = embedded.ask(question, params)
        assert shared.ask(question, params) == expected, (question.name, params)
        rows[question.name] += len(expected)
    return rows


def test_equal_rows_on_random_graphs(neo4j_url: Address, only: Sequence[str]) -> None:
    # one database holds all the countries side by side: they share the catalogue and nothing else
    worlds = [world(seed, f"w{seed}.") for seed in range(RANDOM_GRAPHS)]
    graph = {e.id: e for w in worlds for e in w.entities}
    rows: Counter[str] = Counter()
    with _both(neo4j_url, list(graph.values())) as stores:
        for w in worlds:
            rows += _compared(stores, w.entities, (DAYS[w.seed % 2 + 1],), 3, only)
    assert all(rows[name] > RANDOM_GRAPHS for name in only or ALL), rows  # no question was answered with nothing


def test_equal_rows_on_the_bundled_graph(neo4j_url: Address, only: Sequence[str]) -> None:
    files = sorted((ROOT / "data").glob("*.trig"))
    assert files, "data/*.trig are bundled with the program"
    base = [country(), *regions(), *directions(), *functions()]
    graph = {e.id: e for e in base} | {e.id: e for path in files for e in rdf.load(path)}
    with_acts = {e.territory for e in graph.values() if isinstance(e, Order)}
    ordered = sorted(graph.values(), key=lambda e: (e.id not in with_acts, e.id))
    with _both(neo4j_url, ordered) as stores:
        rows = _compared(stores, ordered, (date(2024, 9, 1),), 4, only)
    assert only or (rows["responsibility"] > 0 and rows["coverage"] > 500)


def test_every_question_has_one_user() -> None:
    assert len(QUESTIONS) == sum(len(group) for group in BY_USER.values())


def test_every_question_is_found_by_its_name() -> None:
    assert all(name == question.name for name, question in QUESTIONS.items())
    assert {"responsibility", "coverage", "load"} <= set(QUESTIONS)
