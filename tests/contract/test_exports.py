"""RDF → store → RDF, on every store: what comes out says exactly what went in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from rdflib import RDF, Dataset, Graph
from rdflib.compare import isomorphic

from api.export import export_graph
from ontology import rdf
from ontology.entities.base import Entity
from ontology.models import Draft
from queries.store import GraphStore
from queries.stores import open_store
from tests.contract.stores import Explore, Fresh
from tests.strategies import graphs
from tests.viz.example import entities

BUNDLED = sorted((Path(__file__).resolve().parents[2] / "data").glob("*.trig"))


def named(dataset: Dataset) -> dict[str, Graph]:
    return {str(g.identifier): g for g in dataset.graphs() if len(g)}


def union(dataset: Dataset) -> Graph:
    merged = Graph()
    for s, p, o, _ in dataset.quads():
        merged.add((s, p, o))
    return merged


def same(left: Dataset, right: Dataset, format: str) -> bool:
    """Isomorphic graph by graph; Turtle has but one graph."""
    if format == "ttl":
        return isomorphic(union(left), union(right))
    mine, yours = named(left), named(right)
    return mine.keys() == yours.keys() and all(isomorphic(graph, yours[name]) for name, graph in mine.items())


def goes_through(fresh: Fresh, facts: Iterable[Entity]) -> None:
    facts = [fact for fact in facts if not isinstance(fact, Draft)]
    store = fresh()
    store.write(rdf.load(rdf.dump(facts, "trig", with_text=True), "trig"))
    for format in rdf.FORMATS:
        found = export_graph(store, format, with_text=True).decode("utf-8")
        assert same(rdf.parse(found, format), rdf.to_dataset(facts, with_text=True), format)
        assert found == rdf.dump(facts, format, with_text=True)
    assert export_graph(store, "trig").decode("utf-8") == rdf.dump(facts, "trig")


@pytest.mark.timeout(900)  # comparing graphs up to the names of blank nodes takes minutes on a busy machine
def test_random_facts_go_through_a_store(fresh: Fresh, explore: Explore) -> None:
    @explore(graph=graphs())
    def check(graph: list[Entity]) -> None:
        goes_through(fresh, graph)

    check()


def test_the_example_goes_through_a_store(fresh: Fresh) -> None:
    goes_through(fresh, entities())


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
def test_the_bundled_facts_of_an_order_go_through_a_store(path: Path) -> None:
    store = open_store("sqlite:///:memory:")
    try:
        comes_back(store, path)
    finally:
        store.close()


def test_a_bundled_order_goes_through_every_store(fresh: Fresh) -> None:
    comes_back(fresh(), BUNDLED[0])


def comes_back(store: GraphStore, path: Path) -> None:
    from loaders.load import base_facts
    from loaders.merge import merge

    store.write(merge([*base_facts(), *rdf.load(path)]))
    text = export_graph(store, "trig").decode("utf-8")
    found = {e.id: e for e in rdf.load(text, "trig")}
    assert {e.id: found.get(e.id) for e in rdf.load(path)} == {e.id: e for e in rdf.load(path)}
    mine, given = _places(rdf.parse(text, "trig")), _places(rdf.parse(path))
    assert {iri: mine[iri] for iri in given} == given


def _places(dataset: Dataset) -> dict[str, str]:
    """Entity → the named graph it stands in."""
    return {str(s): str(graph) for s, _, _, graph in dataset.quads((None, RDF.type, None, None))}
