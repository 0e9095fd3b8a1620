"""The schema and the declarations say the same: no class, property or word is in one and not in the other."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH, SKOS, XSD
from rdflib.term import Node

from ontology import validate
from ontology.entities.base import OPORA
from ontology.property_graph import NODE_BY_LABEL, NODES, Property, Relation
from ontology.rdf_names import expand, word_iri, word_lists

ROOT = Path(__file__).resolve().parents[2] / "ontology"
DATATYPES = {
    "text": XSD.string, "integer": XSD.integer, "real": XSD.decimal, "boolean": XSD.boolean,
    "date": XSD.date, "datetime": XSD.dateTime,
}  # fmt: skip
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


@pytest.fixture(scope="module")
def schema() -> Graph:
    graph = Graph()
    for path in sorted((ROOT / "schema").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def catalogue() -> Graph:
    return Graph().parse(ROOT / "catalogue" / "functions.ttl")


def _ours(nodes: object) -> set[str]:
    return {str(n) for n in nodes if str(n).startswith(OPORA)}  # type: ignore[attr-defined]


def _uses() -> dict[URIRef, list[tuple[str, Property | Relation]]]:
    """Property of ours → the fields that declare it."""
    uses: dict[URIRef, list[tuple[str, Property | Relation]]] = defaultdict(list)
    for node in NODES:
        for prop in node.properties:
            uses[expand(prop.prop.iri)].append((node.label, prop))
        for relation in node.relations:
            uses[expand(relation.ref.iri)].append((node.label, relation))
    return {iri: fields for iri, fields in uses.items() if iri.startswith(OPORA)}


def _classes(graph: Graph, expression: Node) -> set[str]:
    """The named classes of a domain: one class, or a union."""
    union = graph.value(expression, OWL.unionOf)
    return _ours(Collection(graph, union)) if union is not None else {str(expression)}


def test_classes(schema: Graph, catalogue: Graph) -> None:
    declared = {str(expand(n.entity.iri)) for n in NODES} | {OPORA + w.__name__ for w in word_lists()}
    # The matcher's terms live in the catalogue alone: no entity has them, the catalogue's file does.
    in_catalogue = _ours(catalogue.objects(None, RDF.type))
    in_catalogue |= _ours(r for p in catalogue.predicates() for r in schema.objects(p, RDFS.range))
    assert _ours(schema.subjects(RDF.type, OWL.Class)) == declared | in_catalogue


def test_properties(schema: Graph, catalogue: Graph) -> None:
    in_schema = {p for kind in PROPERTY_TYPES for p in _ours(schema.subjects(RDF.type, kind))}
    assert in_schema == {str(iri) for iri in _uses()} | _ours(catalogue.predicates())


def test_words(schema: Graph) -> None:
    for list_ in word_lists():
        in_schema = {
            str(s): str(schema.value(s, SKOS.notation))
            for s in schema.subjects(RDF.type, URIRef(OPORA + list_.__name__))
        }
        assert in_schema == {str(word_iri(word)): word.value for word in list_}, list_.__name__


@pytest.mark.parametrize("iri", sorted(_uses()), ids=lambda iri: iri.removeprefix(OPORA))
def test_domain_and_range(iri: URIRef, schema: Graph) -> None:
    fields = _uses()[iri]
    (domain,) = schema.objects(iri, RDFS.domain)
    assert _classes(schema, domain) == {OPORA + label for label, _ in fields}
    (range_,) = schema.objects(iri, RDFS.range)
    (kind,) = set(schema.objects(iri, RDF.type)) & set(PROPERTY_TYPES)
    for _, field in fields:
        if isinstance(field, Relation):
            wanted: tuple[Node, Node] = (OWL.ObjectProperty, expand(NODE_BY_LABEL[field.target].entity.iri))
        elif field.enum:
            wanted = (OWL.ObjectProperty, URIRef(OPORA + field.enum.__name__))
        elif field.prop.ordered:
            wanted = (RDF.Property, RDF.List)
        else:
            wanted = (OWL.DatatypeProperty, RDF.langString if field.prop.lang else DATATYPES[field.kind])
        assert (kind, range_) == wanted


@pytest.mark.parametrize("node", NODES, ids=lambda n: n.label)
def test_required_fields_are_required_by_the_shapes(node: object) -> None:
    shapes = validate.shapes()
    assert node in NODES
    target = expand(node.entity.iri)  # type: ignore[attr-defined]
    (shape,) = shapes.subjects(SH.targetClass, target)
    least: dict[Node | None, int] = {}
    most: dict[Node | None, int] = {}
    for part in shapes.objects(shape, SH.property):
        path = shapes.value(part, SH.path)
        least[path] = int(str(shapes.value(part, SH.minCount) or 0))
        most[path] = int(str(shapes.value(part, SH.maxCount) or 0))
    needed: dict[URIRef, int] = defaultdict(int)
    single: dict[URIRef, int] = defaultdict(int)
    for field in (*node.properties, *node.relations):  # type: ignore[attr-defined]
        iri = expand((field.prop if isinstance(field, Property) else field.ref).iri)
        no_default = node.entity.model_fields[field.name].is_required()  # type: ignore[attr-defined]
        needed[iri] += field.required and no_default
        single[iri] += not field.many or (isinstance(field, Property) and field.prop.ordered)
    assert {p: n for p, n in least.items() if n} == {p: n for p, n in needed.items() if n}
    assert {p: n for p, n in most.items() if n} == {p: n for p, n in single.items() if n}
    assert set(needed) <= set(least)


def test_every_module_says_its_version_and_licence(schema: Graph) -> None:
    for path in (ROOT / "schema").glob("*.ttl"):
        module = URIRef(f"https://w3id.org/opora/schema/{path.stem}")
        assert (module, RDF.type, OWL.Ontology) in schema
        version = schema.value(module, OWL.versionInfo)
        assert isinstance(version, Literal)
        assert str(schema.value(module, OWL.versionIRI)) == f"https://w3id.org/opora/schema/{version}/{path.stem}"
        assert schema.value(module, URIRef("http://purl.org/dc/terms/license"))


def test_schema_shapes_and_entities_have_the_same_topics() -> None:
    topics = {p.stem for p in (ROOT / "entities").glob("*.py")} - {"__init__"}
    assert {p.stem for p in (ROOT / "schema").glob("*.ttl")} == topics
    assert {p.stem for p in (ROOT / "shapes").glob("*.ttl")} == topics - {"base", "vocabulary"}
