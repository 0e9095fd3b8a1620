"""JSON-LD: short keys, a context of our own that says what they mean to any program, nothing fetched."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from rdflib import Dataset
from rdflib.compare import isomorphic

from ontology import rdf
from ontology.entities.base import Entity
from ontology.errors import DeclarationError, InvalidGraph
from ontology.property_graph import NODES
from ontology.rdf_json import context
from ontology.rdf_names import PREFIXES
from tests.ontology.strategies import graphs
from tests.ontology.test_rdf import small_graph
from tools import jsonld_context


def parsed(text: str) -> Dataset:
    """Read by rdflib alone, as any other program would."""
    dataset = Dataset()
    dataset.parse(data=text, format="json-ld")
    return dataset


def same(left: Dataset, right: Dataset) -> bool:
    names = {str(g.identifier) for d in (left, right) for g in d.graphs() if len(g)}
    return all(isomorphic(left.graph(name), right.graph(name)) for name in names)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(facts=graphs())
def test_any_program_reads_the_same_statements(facts: list[Entity]) -> None:
    assert same(parsed(rdf.dump(facts, "jsonld", with_text=True)), rdf.to_dataset(facts, with_text=True))


def test_a_graph_whose_name_cannot_be_short_is_named_whole() -> None:
    order = small_graph()[0].model_copy(update={"id": "x."})
    (graph,) = json.loads(rdf.dump([order], "jsonld"))["@graph"]
    assert graph["@id"] == "https://w3id.org/opora/graph/x."
    assert same(parsed(rdf.dump([order], "jsonld")), rdf.to_dataset([order]))


def test_keys_are_short_and_lists_are_lists() -> None:
    document = json.loads(rdf.dump(small_graph(), "jsonld", with_text=True))
    (graph,) = document["@graph"]
    order, _, subject, held = graph["@graph"]
    assert order["@id"] == "id:x.order.7" and order["@type"] == "Order" and order["date"] == "2024-05-01"
    assert order["orderKind"] == "order-kind-prikaz" and order["forTerritory"] == "id:x"
    assert subject["alternativeName"] == ["ЦНП", "Центр роста"] and subject["level"] == "regional"
    assert held["confidence"] == "0.95" and held["ofFunction"] == "function:F1.02"
    one = small_graph()[2].model_copy(update={"alternative_names": ("ЦНП",)})
    (graph,) = json.loads(rdf.dump([one], "jsonld"))["@graph"]
    assert graph["@graph"][0]["alternativeName"] == ["ЦНП"]


def test_the_context_has_each_property_once() -> None:
    terms = {v["@id"] for v in context().values() if isinstance(v, dict)}
    used = {p.prop.iri for n in NODES for p in n.properties} | {r.ref.iri for n in NODES for r in n.relations}
    assert terms == used
    for key, term in context().items():
        if isinstance(term, dict):
            assert term["@id"].partition(":")[2] == key


def test_the_file_is_the_context_that_exports_carry() -> None:
    assert jsonld_context.FILE.read_text(encoding="utf-8") == jsonld_context.text()
    written = json.loads(rdf.dump(small_graph(), "jsonld"))["@context"]
    assert written == json.loads(jsonld_context.text())["@context"]


def test_a_document_with_prefixed_names_is_read_too() -> None:
    document = {
        "@context": dict(PREFIXES),
        "@id": "id:t",
        "@type": "opora:Term",
        "opora:name": "наставник",
        "opora:namedIn": {"@id": "id:c"},
        "opora:status": {"@id": "opora:reading-status-confirmed"},
    }
    (term,) = rdf.load(json.dumps(document), "jsonld")
    assert (term.id, getattr(term, "term", None)) == ("t", "наставник")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"role": "role-nonsense"}, "role"),
        ({"colour": "красный"}, "colour"),
        ({"@type": "Miracle"}, "Miracle"),
        ({"confidence": "много"}, "confidence"),
        ({"heldBy": "https://example.org/x"}, "heldBy"),
    ],
)
def test_what_breaks_the_vocabulary_is_named(change: dict[str, Any], said: str) -> None:
    document = json.loads(rdf.dump(small_graph(), "jsonld"))
    document["@graph"][0]["@graph"][3] |= change
    with pytest.raises(InvalidGraph, match=said):
        rdf.load(json.dumps(document), "jsonld")


def test_two_meanings_of_one_key_are_a_mistake_of_the_declarations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ontology.rdf_json.PREFIXES", {**PREFIXES, "name": "https://example.org/"})
    with pytest.raises(DeclarationError, match="name"):
        context.__wrapped__()
