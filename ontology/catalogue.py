"""The catalogue of functions as entities, read once from `catalogue/functions.ttl` (SKOS)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from ontology.entities.base import OPORA, Id
from ontology.entities.function import Direction, Function
from ontology.entities.vocabulary import Level
from ontology.errors import DeclarationError
from ontology.ids import slug

CATALOGUE = Path(__file__).parent / "catalogue" / "functions.ttl"


def function_id(code: str) -> Id:
    """Id of the function with this code: `F1.02` → `f-f1-02`."""
    return f"f-{slug(code)}"


def direction_id(code: str) -> Id:
    """Id of the direction with this code: `1` → `d-1`."""
    return f"d-{slug(code)}"


@cache
def _graph(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


def _text(graph: Graph, node: Node, predicate: URIRef, lang: str) -> str:
    found = sorted(str(o) for o in graph.objects(node, predicate) if getattr(o, "language", None) == lang)
    if len(found) != 1:
        raise DeclarationError(
            "{node} needs exactly one {predicate} in «{lang}»", node=node, predicate=predicate, lang=lang
        )
    return found[0]


def _code(graph: Graph, node: Node) -> str:
    value = graph.value(node, SKOS.notation)
    if value is None:
        raise DeclarationError("{node} has no skos:notation", node=node)
    return str(value)


@cache
def directions(path: Path = CATALOGUE) -> tuple[Direction, ...]:
    """The directions of work (top concepts), by code."""
    graph = _graph(path)
    found = [
        Direction(
            id=direction_id(code := _code(graph, node)),
            code=code,
            label_ru=_text(graph, node, SKOS.prefLabel, "ru"),
            label_en=_text(graph, node, SKOS.prefLabel, "en"),
        )
        for node in graph.subjects(SKOS.topConceptOf)
    ]
    return tuple(sorted(found, key=lambda d: (len(d.code), d.code)))


def _function(graph: Graph, node: Node) -> Function:
    code, parents = _code(graph, node), list(graph.objects(node, SKOS.broader))
    if len(parents) != 1:
        raise DeclarationError("{node} needs exactly one skos:broader", node=node)
    levels = {str(o).removeprefix(OPORA) for o in graph.objects(node, URIRef(OPORA + "expectedLevel"))}
    return Function(
        id=function_id(code),
        code=code,
        label_ru=_text(graph, node, SKOS.prefLabel, "ru"),
        label_en=_text(graph, node, SKOS.prefLabel, "en"),
        note_ru=_text(graph, node, SKOS.scopeNote, "ru"),
        note_en=_text(graph, node, SKOS.scopeNote, "en"),
        alternative_labels=tuple(
            sorted(str(o) for o in graph.objects(node, SKOS.altLabel) if getattr(o, "language", None) == "ru")
        ),
        expected_levels=tuple(level for level in Level if level.value in levels),
        expectation_basis=_text(graph, node, URIRef(OPORA + "expectationBasis"), "ru"),
        direction=direction_id(_code(graph, parents[0])),
    )


@cache
def functions(path: Path = CATALOGUE) -> tuple[Function, ...]:
    """The functions of the catalogue, by code. Raises DeclarationError when an entry lacks a label, a note or a
    direction: the catalogue is part of the program, so that is our mistake and not the user's."""
    graph = _graph(path)
    found = [_function(graph, node) for node in graph.subjects(RDF.type, URIRef(OPORA + "Function"))]
    return tuple(sorted(found, key=lambda f: f.code))
