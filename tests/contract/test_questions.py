"""Every question and rule gives equal rows in equal order from every store: on random, invented and bundled graphs.

The second store is written in another order than the first, so a sort that leaves ties shows.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from ontology.models import Entity
from queries.findings.registry import RULES
from queries.questions import BY_USER, QUESTIONS
from queries.store import GraphStore
from queries.stores import open_store
from tests.conftest import Neo4jAddress
from tests.contract.asked import ALL, Asker
from tests.contract.difference import difference
from tests.contract.graphs import bundled, example
from tests.contract.stores import wipe
from tests.queries.worlds import DAYS, World, world

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

RANDOM_GRAPHS = 200
SIDE_BY_SIDE = 40  # countries one database holds: they share the catalogue and nothing else
AUDITED, COUNTED = 4, 8  # a rule is asked of one random graph of four, its denominator, a plain count, of one of eight
FEW = 4  # parameters of a question per whole graph; of a random one it is one, all get their turn over the graphs


@contextmanager
def _both(address: Neo4jAddress, graph: Sequence[Entity]) -> Iterator[tuple[GraphStore, GraphStore]]:
    """The graph in both kinds of store; the shared one inside a transaction, which saves most of the asking."""
    wipe(address)
    embedded = open_store("sqlite:///:memory:")
    shared = open_store(address.url, user=address.user, password=address.password)
    try:
        embedded.write(graph)
        shared.write(random.Random(len(graph)).sample(graph, len(graph)))
        with shared.transaction(rollback=True) as open:
            yield embedded, open
    finally:
        embedded.close()
        shared.close()
        wipe(address)


def _compared(stores: tuple[GraphStore, GraphStore], asked: Iterator[tuple[Any, Any]]) -> Counter[str]:
    """Ask everything of both stores; rows per question."""
    embedded, shared = stores
    rows: Counter[str] = Counter()
    for question, params in asked:
        expected = embedded.ask(question, params)
        told = difference(question, params, expected, shared.ask(question, params))
        assert not told, told
        rows[question.name] += len(expected)
    return rows


def _turn(seed: int) -> list[str]:
    """The questions and rules a random graph is asked."""
    every = {rule.question.name: AUDITED for rule in RULES} | {rule.checked.name: COUNTED for rule in RULES}
    return [name for place, name in enumerate(ALL) if (seed + place) % every.get(name, 1) == 0]


def _batches() -> Iterator[list[World]]:
    for start in range(0, RANDOM_GRAPHS, SIDE_BY_SIDE):
        yield [world(seed, f"w{seed}.") for seed in range(start, start + SIDE_BY_SIDE)]


@pytest.mark.timeout(1200)
def test_equal_rows_on_random_graphs(neo4j_url: Neo4jAddress, only: Sequence[str]) -> None:
    met: Counter[str] = Counter()  # countries where a question had something to say
    for worlds in _batches():
        graph = {e.id: e for w in worlds for e in w.entities}
        with _both(neo4j_url, list(graph.values())) as stores:
            for w in worlds:
                asker = Asker(w.entities, 3, turn=w.seed, within=True)
                day = (DAYS[w.seed % 2 + 1],)
                rows: Counter[str] = Counter()
                for name in only or _turn(w.seed):
                    rows += _compared(stores, asker.asked(day, [name], 1))
                met.update(name for name, number in rows.items() if number)
    silent = [name for name in only or ALL if not met[name]]
    assert not silent, f"answered with nothing in all of the {RANDOM_GRAPHS} graphs: {silent}"


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("graph", "days"),
    [(bundled, [date(2024, 9, 1)]), (example, [date(2025, 6, 1), date(2026, 11, 1)])],
    ids=["bundled", "example"],
)
def test_equal_rows_on_a_whole_graph(
    neo4j_url: Neo4jAddress, only: Sequence[str], graph: Any, days: list[date]
) -> None:
    entities = graph()
    with _both(neo4j_url, entities) as stores:
        rows = _compared(stores, Asker(entities, 4, turn=0).asked(days, only, FEW))
    assert only or sum(rows.values()) > 500, rows


def test_every_question_has_one_user() -> None:
    assert len(QUESTIONS) == sum(len(group) for group in BY_USER.values())


def test_every_question_is_found_by_its_name() -> None:
    assert all(name == question.name for name, question in QUESTIONS.items())
    assert {"responsibility", "coverage", "load"} <= set(QUESTIONS)
