"""The catalogue of functions is whole: every function can be found, read, placed and recognised."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS
from rdflib.term import Literal, Node

OPORA = Namespace("https://w3id.org/opora/ns#")
CATALOGUE = Path(__file__).resolve().parents[2] / "ontology" / "catalogue" / "functions.ttl"
LEVELS = {OPORA.federal, OPORA.regional, OPORA.municipal, OPORA.institutional}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(CATALOGUE, format="turtle")


@pytest.fixture(scope="module")
def functions(graph: Graph) -> list[Node]:
    return sorted(graph.subjects(RDF.type, OPORA.Function), key=str)


@pytest.fixture(scope="module")
def directions(graph: Graph) -> list[Node]:
    return sorted(graph.subjects(SKOS.topConceptOf, OPORA.functions), key=str)


def texts(graph: Graph, node: Node, name: Node, lang: str) -> list[str]:
    return [str(value) for value in graph.objects(node, name) if isinstance(value, Literal) and value.language == lang]


def test_size(functions: list[Node], directions: list[Node]) -> None:
    assert 60 <= len(functions) <= 90
    assert 8 <= len(directions) <= 12


def test_each_function_stands_in_one_direction(graph: Graph, functions: list[Node], directions: list[Node]) -> None:
    for function in functions:
        broader = list(graph.objects(function, SKOS.broader))
        assert len(broader) == 1, function
        assert broader[0] in directions, function
        assert (function, SKOS.inScheme, OPORA.functions) in graph
        code, direction = graph.value(function, SKOS.notation), graph.value(broader[0], SKOS.notation)
        assert re.fullmatch(rf"F{direction}\.\d\d", str(code)), code
        assert str(function) == f"https://w3id.org/opora/function/{code}"


def test_no_direction_is_empty(graph: Graph, directions: list[Node]) -> None:
    for direction in directions:
        assert (None, SKOS.broader, direction) in graph, direction


def test_codes_and_labels_are_unique(graph: Graph, functions: list[Node], directions: list[Node]) -> None:
    codes = [str(graph.value(node, SKOS.notation)) for node in [*functions, *directions]]
    assert len(codes) == len(set(codes))
    for lang in ("ru", "en"):
        labels = [text.lower() for node in functions for text in texts(graph, node, SKOS.prefLabel, lang)]
        assert len(labels) == len(functions)
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", [SKOS.prefLabel, SKOS.scopeNote])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_labels_and_notes_in_both_languages(
    graph: Graph, functions: list[Node], directions: list[Node], name: Node, lang: str
) -> None:
    for node in [*functions, *directions]:
        found = texts(graph, node, name, lang)
        assert len(found) == 1, (node, name, lang)
        assert bool(re.search("[а-яё]", found[0], re.IGNORECASE)) or lang == "en"


def test_alternative_wordings(graph: Graph, functions: list[Node]) -> None:
    for function in functions:
        wordings = texts(graph, function, SKOS.altLabel, "ru")
        assert wordings, function
        assert not set(wordings) & set(texts(graph, function, SKOS.prefLabel, "ru"))


def test_expected_levels_and_their_basis(graph: Graph, functions: list[Node]) -> None:
    for function in functions:
        levels = set(graph.objects(function, OPORA.expectedLevel))
        assert levels, function
        assert levels <= LEVELS, function
        assert len(texts(graph, function, OPORA.expectationBasis, "ru")) == 1, function


def test_key_terms_require_something(graph: Graph, functions: list[Node]) -> None:
    for function in functions:
        rules = list(graph.objects(function, OPORA.keyTerms))
        assert rules, function
        for rule in rules:
            assert (rule, OPORA.headTerms, None) in graph or (rule, OPORA.requiredTerms, None) in graph, function


def test_notes_name_existing_codes(graph: Graph, functions: list[Node]) -> None:
    """«Belongs to F4.02 instead» must point at a function there is."""
    codes = {str(graph.value(node, SKOS.notation)) for node in functions}
    for function in functions:
        for note in graph.objects(function, SKOS.scopeNote):
            named = set(re.findall(r"F\d+\.\d+", str(note)))
            assert named <= codes, (function, named - codes)
            assert str(graph.value(function, SKOS.notation)) not in named, function


def test_the_catalogue_conforms_to_its_shapes() -> None:
    data = Graph().parse(CATALOGUE, format="turtle")
    shapes = Graph().parse(CATALOGUE.parents[1] / "shapes" / "function.ttl", format="turtle")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes)
    assert conforms, report
