"""A graph in two shapes: in the embedded store, and exported to RDF where the oracles' SPARQL is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from rdflib import Graph, Literal, URIRef

from ontology import rdf
from ontology.entities.base import ID_BASE, OPORA
from ontology.models import Entity, Territory
from queries.store import GraphStore

HERE = Path(__file__).parent
Term = URIRef | Literal


@cache
def text(name: str) -> str:
    """A file of this folder."""
    return (HERE / name).read_text(encoding="utf-8")


def filled(query: str, **terms: Term) -> str:
    """A query with its $parameters put in as RDF terms (this is a test over our own data; stores bind values)."""
    for parameter, term in terms.items():
        query = query.replace(f"${parameter}", term.n3())
    assert "$" not in query, query
    return query


def iri(id: str) -> URIRef:
    """The IRI of an entity."""
    return URIRef(ID_BASE + id)


def local(term: Any) -> str:
    """The id of an entity, or the word of a closed list; empty for nothing."""
    return "" if term is None else str(term).removeprefix(ID_BASE).removeprefix(OPORA)


def exported(entities: Sequence[Entity]) -> Graph:
    """The graph as `opora export` gives it, read back."""
    return Graph().parse(data=rdf.dump(entities, "ttl"), format="turtle")


def chosen(entities: Sequence[Entity]) -> list[Territory]:
    """The country, a region and a municipality of it."""
    return [t for t in entities if isinstance(t, Territory) and t.id in {"ru", "r0", "r0.m0"}]


class Case:
    """A territory of a graph on a day: the exported RDF with rules applied, and the embedded store."""

    def __init__(self, graph: Graph, store: GraphStore, territory: str, day: date, *rules: str) -> None:
        self.graph = Graph()
        for triple in graph:
            self.graph.add(triple)
        self.store, self.territory, self.day = store, territory, day
        self.terms: dict[str, Term] = {"territory": iri(territory), "asOf": Literal(day)}
        for name in ("reach.ru", *rules):
            used = {n: t for n, t in self.terms.items() if f"${n}" in text(name)}
            self.graph.update(filled(text(name), **used))

    def ask(self, name: str, **terms: Term) -> list[dict[str, Any]]:
        """Rows of a query file as name → term."""
        result = self.graph.query(filled(text(name), **(self.terms | terms)))
        return [{str(v): row[v] for v in result.vars or ()} for row in result]  # type: ignore[index,union-attr]

    def rows(self, name: str, *columns: str, **terms: Term) -> list[tuple[str, ...]]:
        """The same as sorted tuples of ids and words."""
        return sorted(tuple(local(row[c]) for c in columns) for row in self.ask(name, **terms))
