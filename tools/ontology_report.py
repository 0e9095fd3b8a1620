"""A report on the ontology in the manner of ROBOT's: what a schema must not lack, one row per flaw.

usage: python -m tools.ontology_report        prints Level, Rule, Subject, Value by tabs; exit code 1 on any ERROR

Each rule is a function from a Graph to flaws; its docstring says what it looks for.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf

from rdflib import DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import ODRL2
from rdflib.term import Node

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
OPORA = "https://w3id.org/opora/ns#"
LANGUAGES = ("ru", "en")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
ALIGNMENT = (RDFS.subClassOf, SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, RDFS.seeAlso)
# Vocabularies whose terms rdflib knows by heart: a misspelt one is found without a network.
_KNOWN = (DCTERMS, ODRL2, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, XSD)

Level = OneOf["ERROR", "WARN", "INFO"]


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """One row of the report."""

    level: Level
    rule: str
    subject: str
    value: str = ""

    def row(self) -> str:
        """The row as text, columns split by tabs."""
        return "\t".join((self.level, self.rule, self.subject, self.value))


Found = Iterator[tuple[Node, str]]
Rule = Callable[[Graph], Found]


def _ours(nodes: Iterator[Node]) -> set[URIRef]:
    return {n for n in nodes if isinstance(n, URIRef) and n.startswith(OPORA)}


def classes(graph: Graph) -> set[URIRef]:
    """Our classes."""
    return _ours(graph.subjects(RDF.type, OWL.Class))


def properties(graph: Graph) -> set[URIRef]:
    """Our properties."""
    return {p for kind in PROPERTIES for p in _ours(graph.subjects(RDF.type, kind))}


def terms(graph: Graph) -> set[URIRef]:
    """All that has to be labelled: classes, properties, and the individuals of our classes that are ours."""
    own = classes(graph)
    return own | properties(graph) | {s for c in own for s in _ours(graph.subjects(RDF.type, c))}


def _texts(graph: Graph, term: Node, predicate: URIRef) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for value in graph.objects(term, predicate):
        if isinstance(value, Literal):
            texts[value.language or ""].append(str(value))
    return texts


def missing_label(graph: Graph) -> Found:
    """A term without a label in Russian or in English."""
    for term in terms(graph):
        texts = _texts(graph, term, RDFS.label)
        yield from ((term, lang) for lang in LANGUAGES if not any(t.strip() for t in texts[lang]))


def multiple_labels(graph: Graph) -> Found:
    """A term with two labels in one language, or one in no language."""
    for term in terms(graph):
        for lang, found in _texts(graph, term, RDFS.label).items():
            if len(found) > 1 or not lang:
                yield term, f"{lang or 'no language'}: {'; '.join(sorted(found))}"


def duplicate_label(graph: Graph) -> Found:
    """Two terms of one kind (classes, properties, words of one list) under one label."""
    kinds: dict[tuple[Node, str, str], list[URIRef]] = defaultdict(list)
    for term in terms(graph):
        kind = RDF.Property if term in properties(graph) else graph.value(term, RDF.type) or RDFS.Resource
        for lang, found in _texts(graph, term, RDFS.label).items():
            for text in found:
                kinds[kind, lang, text.lower()].append(term)
    for (_, lang, text), same in kinds.items():
        if len(same) > 1:
            yield sorted(same)[0], f"«{text}»@{lang}: {' '.join(sorted(same)[1:])}"


def missing_definition(graph: Graph) -> Found:
    """A term without exactly one definition in Russian and one in English."""
    for term in terms(graph):
        texts = _texts(graph, term, SKOS.definition)
        yield from ((term, lang) for lang in LANGUAGES if len(texts[lang]) != 1)


def undeclared_term(graph: Graph) -> Found:
    """A name of ours that is used and declared nowhere."""
    declared = terms(graph) | _ours(graph.subjects(RDF.type, SKOS.ConceptScheme))
    used = {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(OPORA)}
    yield from ((term, "") for term in used - declared)


def unknown_external_term(graph: Graph) -> Found:
    """A name in a vocabulary rdflib knows that this vocabulary does not have: a slip of the pen."""
    for node in {n for triple in graph for n in triple if isinstance(n, URIRef)}:
        for namespace in _KNOWN:
            if node.startswith(str(namespace)) and node != URIRef(str(namespace)) and node not in namespace:
                yield node, str(namespace)


def orphan_class(graph: Graph) -> Found:
    """A class that is nobody's domain, range, superclass or type."""
    nodes = {n for p in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDF.type) for n in graph.objects(None, p)}
    members = {m for union in graph.objects(None, OWL.unionOf) for m in graph.items(union)}
    yield from ((c, "") for c in classes(graph) - nodes - members)


def unaligned_class(graph: Graph) -> Found:
    """A class that says nothing of how it stands to any other vocabulary."""
    for term in classes(graph):
        related = {o for p in ALIGNMENT for o in graph.objects(term, p)}
        if not any(isinstance(o, URIRef) and not o.startswith(OPORA) for o in related):
            yield term, ""


def missing_domain_or_range(graph: Graph) -> Found:
    """A property that does not say, exactly once, what it belongs to and what it leads to."""
    for term in properties(graph):
        for predicate in (RDFS.domain, RDFS.range):
            if len(list(graph.objects(term, predicate))) != 1:
                yield term, predicate.fragment


def deprecated_use(graph: Graph) -> Found:
    """A term marked owl:deprecated that something still uses."""
    for term in graph.subjects(OWL.deprecated, Literal(True)):
        users = {s for s, _, _ in graph.triples((None, None, term))} | {
            s for s, _, _ in graph.triples((None, term, None))
        }
        yield from ((term, str(user)) for user in users - {term})


RULES: Mapping[Rule, Level] = MappingProxyType(
    {
        missing_label: "ERROR",
        multiple_labels: "ERROR",
        missing_definition: "ERROR",
        undeclared_term: "ERROR",
        unknown_external_term: "ERROR",
        orphan_class: "ERROR",
        unaligned_class: "ERROR",
        missing_domain_or_range: "ERROR",
        deprecated_use: "ERROR",
        duplicate_label: "WARN",
    }
)


def report(graph: Graph) -> list[Flaw]:
    """All flaws, errors first, in a stable order."""
    flaws = {
        Flaw(level, rule.__name__, str(node), value) for rule, level in RULES.items() for node, value in rule(graph)
    }
    return sorted(flaws)


def ontology() -> Graph:
    """Schema, shapes and catalogue as one graph: what is declared, and what uses it."""
    graph = Graph()
    for folder in ("schema", "shapes", "catalogue"):
        for path in sorted((ONTOLOGY / folder).glob("*.ttl")):
            graph.parse(path, format="turtle")
    return graph


if __name__ == "__main__":
    flaws = report(ontology())
    print("\t".join(("Level", "Rule", "Subject", "Value")))
    for flaw in flaws:
        print(flaw.row())
    sys.exit(any(f.level == "ERROR" for f in flaws))
