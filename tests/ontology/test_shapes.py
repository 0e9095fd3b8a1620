"""Every shape: what conforms passes, what violates gives exactly the violations its fixture announces."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from ontology import rdf, validate
from ontology.property_graph import NODES
from ontology.rdf_names import PREFIXES, expand
from ontology.validate import _flat, shapes

FIXTURES = Path(__file__).parent / "fixtures"
SHAPE = Namespace("https://w3id.org/opora/shape/")
NAMES = sorted(str(s).removeprefix(SHAPE) for s in shapes().subjects(RDF.type, SH.NodeShape))
Found = set[tuple[str, str, str]]


def violations(data: Graph, rules: Graph) -> Found:
    """(entity, property, constraint) of each result of pySHACL."""
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, inference="none", advanced=False)
    return {
        (str(report.value(r, SH.focusNode)), _path(report.value(r, SH.resultPath)), _component(report, r))
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }


def _path(path: Node | None) -> str:
    return str(path) if isinstance(path, URIRef) else ""


def _component(report: Graph, result: Node) -> str:
    return str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))


def expected(path: Path) -> Found:
    """What the head of a violating fixture announces."""
    lines = [line[2:].split() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# ")]
    prefix, _, local = next(words[1] for words in lines if words[0] == "focus:").partition(":")
    focus = PREFIXES[prefix] + local
    return {(focus, str(expand(w[1])), w[2].removeprefix("sh:")) for w in lines if w[0] == "violates:"}


def test_every_class_has_a_shape_and_every_shape_its_fixtures() -> None:
    assert {node.label for node in NODES} == set(NAMES)
    assert {p.name for p in FIXTURES.glob("*.ttl")} == {
        f"{n}.{k}.ttl" for n in NAMES for k in ("conforming", "violating")
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_conforming_fixture_conforms(name: str) -> None:
    path = FIXTURES / f"{name}.conforming.ttl"
    data = Graph().parse(path)
    assert (None, RDF.type, expand(f"opora:{name}")) in data
    assert violations(data, shapes()) == set()
    assert validate.validate(rdf.load(path)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_violating_fixture_violates_as_announced(name: str) -> None:
    path = FIXTURES / f"{name}.violating.ttl"
    data, announced = Graph().parse(path), expected(path)
    assert announced
    assert violations(data, shapes()) == announced
    assert violations(data, _flat(shapes())) == announced, "the quick form of the shapes finds something else"


@pytest.mark.parametrize("name", NAMES)
def test_a_violation_is_told_in_both_languages_with_its_rule(name: str) -> None:
    found = validate.shapes_violations(Graph().parse(FIXTURES / f"{name}.violating.ttl"))
    assert {v.rule for v in found} == {str(SHAPE[name])}
    for violation in found:
        assert any("а" <= c <= "я" for c in violation.ru) and not any("а" <= c <= "я" for c in violation.en)


def test_every_property_shape_has_one_message_per_language() -> None:
    rules = shapes()
    parts = set(rules.objects(None, SH.property)) | set(rules.subjects(RDF.type, SH.NodeShape))
    for part in parts:
        languages = sorted(m.language or "" for m in rules.objects(part, SH.message) if isinstance(m, Literal))
        assert languages == ["en", "ru"], rules.value(part, SH.path)


def test_the_shapes_are_core_shacl_alone() -> None:
    rules = shapes()
    assert not list(rules.subjects(SH.sparql)) and not list(rules.subjects(SH.js)) and not list(rules.subjects(SH.rule))


def test_shapes_are_shacl_themselves() -> None:
    data = Graph()
    data.add((BNode(), RDF.type, expand("opora:Nothing")))
    pyshacl.validate(data, shacl_graph=shapes(), meta_shacl=True)  # raises when a shape breaks SHACL's own shapes
