"""Validation of a batch of entities: SHACL shapes and integrity checks, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node as Term

from ontology.entities.base import Entity
from ontology.errors import InvalidGraph
from ontology.integrity import Known, Violation, integrity
from ontology.rdf_names import entity_id, shorten
from ontology.rdf_write import to_graph

__all__ = ["SHAPES", "Violation", "check", "shapes", "shapes_violations", "validate"]

SHAPES = Path(__file__).parent / "shapes"


@cache
def shapes(folder: Path = SHAPES) -> Graph:
    """All SHACL shapes of a folder as one graph."""
    graph = Graph()
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@cache
def _flat(rules: Graph) -> Graph:
    """The same shapes with each property shape aimed at its class itself.

    A property shape under a node shape is evaluated once per entity, one with a target once per class: the same
    violations, found several times faster.
    """
    flat = Graph()
    flat += rules
    for shape, target in rules.subject_objects(SH.targetClass):
        for part in rules.objects(shape, SH.property):
            flat.remove((shape, SH.property, part))
            flat.add((part, SH.targetClass, target))
            flat.add((part, RDF.type, SH.PropertyShape))
    return flat


def _message(report: Graph, result: Term, lang: str) -> str:
    found = sorted(str(o) for o in report.objects(result, SH.resultMessage) if getattr(o, "language", None) == lang)
    return "; ".join(found) or str(report.value(result, SH.resultMessage))


def _owner(rules: Graph, shape: Term | None) -> str:
    """The node shape a (property) shape belongs to: the rule a person can look up."""
    owner = rules.value(predicate=SH.property, object=shape) if shape is not None else None
    return str(owner or shape)


def shapes_violations(data: Graph, rules: Graph | None = None) -> list[Violation]:
    """Violations of the shapes in an RDF graph, by rule and entity.

    That a reference's target is absent from the graph is not reported here: a batch may point to what a store holds,
    and `integrity` knows it. A target of a wrong class is reported.
    """
    rules = shapes() if rules is None else rules
    conforms, report, _ = pyshacl.validate(data, shacl_graph=_flat(rules), inference="none", advanced=False)
    if conforms or not isinstance(report, Graph):
        return []
    found: list[Violation] = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        value = report.value(result, SH.value)
        component = report.value(result, SH.sourceConstraintComponent)
        if component == SH.ClassConstraintComponent and (value, RDF.type, None) not in data:
            continue
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        found.append(
            Violation(
                rule=_owner(rules, report.value(result, SH.sourceShape)),
                focus=entity_id(str(focus)) or str(focus),
                path=shorten(path) if isinstance(path, URIRef) else "",
                ru=_message(report, result, "ru"),
                en=_message(report, result, "en"),
            )
        )
    return sorted(found, key=lambda v: (v.focus, v.path, v.rule, v.en))


def validate(entities: Iterable[Entity], known: Known | None = None) -> list[Violation]:
    """Return what is wrong with a batch: shapes first, then integrity; empty when it may be written.

    `known(label, id)` tells whether an entity outside the batch exists; without it every reference has to stay inside.
    """
    facts: Sequence[Entity] = list(entities)
    return [*shapes_violations(to_graph(facts, with_text=True)), *integrity(facts, known)]


def check(entities: Iterable[Entity], known: Known | None = None) -> None:
    """Raise InvalidGraph naming the first violation and how many there are; return when there is none."""
    found = validate(entities, known)
    if found:
        first = found[0]
        raise InvalidGraph(
            "{first} (rule {name}; violations in all: {count})",
            where=first.focus,
            mend="Correct the source and load it again; nothing was written",
            rule=first.rule,
            first=first,
            name=first.rule,
            count=len(found),
        )
