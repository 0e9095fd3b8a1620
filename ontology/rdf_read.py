"""RDF → entities. What breaks our vocabulary is named in one line; nothing of it is dropped in silence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.term import Node as Term

from ontology.entities.base import OPORA, Entity
from ontology.errors import InvalidGraph
from ontology.models import ENTITY_TYPES
from ontology.property_graph import NODES, Node, Property, Relation
from ontology.rdf_names import entity_id, expand, shorten, words

_TRUTH = {"true": True, "1": True, "false": False, "0": False}


def _classes() -> dict[URIRef, Node]:
    return {expand(node.entity.iri): node for node in NODES}


def _members(graph: Graph, head: Term, where: str) -> Iterator[Term]:
    """The members of an RDF list; a list that bites its tail or has no end is refused."""
    seen: set[Term] = set()
    while head != RDF.nil:
        first, rest = list(graph.objects(head, RDF.first)), list(graph.objects(head, RDF.rest))
        if head in seen or len(first) != 1 or len(rest) != 1:
            raise InvalidGraph("an RDF list is broken", where=where)
        seen.add(head)
        yield first[0]
        head = rest[0]


def _plain(value: Term, prop: Property, where: str) -> Any:
    """A term as the plain value of a property. Raises InvalidGraph when it is of another kind."""
    if prop.enum is not None:
        word = words(prop.enum).get(str(value))
        if word is not None:
            return word
    elif isinstance(value, Literal):
        text = str(value)
        try:
            match prop.kind:
                case "boolean":
                    return _TRUTH[text]
                case "integer":
                    return int(text)
                case "real":
                    if math.isfinite(number := float(text)):
                        return number
                case "date":
                    return date.fromisoformat(text)
                case "datetime":
                    return datetime.fromisoformat(text)
                case _:
                    return text
        except (KeyError, ValueError):
            pass
    raise InvalidGraph("{property} cannot be {value}", where=where, property=prop.prop.iri, value=_shown(value))


def _shown(value: Term) -> str:
    text = shorten(str(value)) if isinstance(value, URIRef) else f"«{value}»"
    return text if len(text) <= 80 else text[:79] + "…"


def _language(value: Term) -> str:
    return (value.language or "") if isinstance(value, Literal) else ""


class _Reader:
    """One graph, one entity at a time."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def entity(self, subject: URIRef, node: Node) -> Entity:
        id = entity_id(str(subject))
        if id is None:
            raise InvalidGraph("{iri} is not an address of an entity of ours", iri=_shown(subject))
        stated: dict[URIRef, list[Term]] = {}
        for predicate, value in self.graph.predicate_objects(subject):
            if isinstance(predicate, URIRef):
                stated.setdefault(predicate, []).append(value)
        # What may be absent is None, also where the entity wants to be told so (an undated order).
        fields: dict[str, Any] = {"id": id}
        fields |= {p.name: None for p in node.properties if not (p.required or p.many)}
        fields |= {r.name: None for r in node.relations if not (r.required or r.many)}
        used: set[tuple[URIRef, Term]] = set()
        for prop in node.properties:
            self._property(prop, stated, fields, used, id)
        for relation in node.relations:
            self._relation(relation, stated, fields, used, id)
        for predicate, values in stated.items():
            left = [v for v in values if (predicate, v) not in used]
            if left and predicate.startswith(OPORA):
                raise InvalidGraph(
                    "{property} {value} says nothing about an entity of class {label}",
                    where=id,
                    property=shorten(predicate),
                    value=_shown(left[0]),
                    label=node.label,
                )
        try:
            return node.entity.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            absent = first["type"] == "missing"
            raise InvalidGraph(
                "{field} of {label} is missing" if absent else "{field} of {label} cannot be {value}",
                where=id,
                field=".".join(str(p) for p in first["loc"]) or "id",
                label=node.label,
                value=_shown(Literal(str(first["input"]))),
            ) from error

    def _property(
        self, prop: Property, stated: dict[URIRef, list[Term]], fields: dict[str, Any],
        used: set[tuple[URIRef, Term]], where: str,
    ) -> None:  # fmt: skip
        predicate = expand(prop.prop.iri)
        values = [v for v in stated.get(predicate, ()) if _language(v) == prop.prop.lang]
        used.update((predicate, v) for v in values)
        if not values:
            return
        if prop.prop.ordered:
            _single(values, prop.prop.iri, where)
            values = list(_members(self.graph, values[0], where))
        plain = [_plain(v, prop, where) for v in values]
        if not prop.many:
            _single(values, prop.prop.iri, where)
        fields[prop.name] = tuple(plain) if prop.many else plain[0]

    def _relation(
        self, relation: Relation, stated: dict[URIRef, list[Term]], fields: dict[str, Any],
        used: set[tuple[URIRef, Term]], where: str,
    ) -> None:  # fmt: skip
        predicate = expand(relation.ref.iri)
        values = stated.get(predicate, [])
        used.update((predicate, v) for v in values)
        targets: list[str] = []
        for value in values:
            target = entity_id(str(value)) if isinstance(value, URIRef) else None
            if target is None:
                raise InvalidGraph(
                    "{property} cannot be {value}", where=where, property=relation.ref.iri, value=_shown(value)
                )
            targets.append(target)
        if not targets:
            return
        if not relation.many:
            _single(values, relation.ref.iri, where)
        fields[relation.name] = tuple(targets) if relation.many else targets[0]


def _single(values: Iterable[Term], property: str, where: str) -> None:
    if len(list(values)) > 1:
        raise InvalidGraph("{property} has more than one value", where=where, property=property)


def from_graph(graph: Graph | Dataset) -> tuple[Entity, ...]:
    """Return the entities a graph (or all graphs of a dataset) states, in the order in which they can be written.

    Properties of other vocabularies are left alone; a property or class of ours that is unknown, out of place, repeated
    or of the wrong kind raises InvalidGraph.
    """
    merged = graph
    if isinstance(graph, Dataset):
        merged = Graph()
        for subject, predicate, value, _ in graph.quads():
            merged.add((subject, predicate, value))
    classes, reader = _classes(), _Reader(merged)
    found: dict[URIRef, Node] = {}
    for subject, kind in merged.subject_objects(RDF.type):
        if not str(kind).startswith(OPORA):
            continue
        node = classes.get(kind) if isinstance(kind, URIRef) else None
        if node is None or not isinstance(subject, URIRef):
            raise InvalidGraph(
                "{kind} is not a class of ours that can be loaded", where=str(subject), kind=_shown(kind)
            )
        if found.setdefault(subject, node) is not node:
            raise InvalidGraph("an entity has two classes", where=str(subject))
    rank = {kind: n for n, kind in enumerate(ENTITY_TYPES)}
    entities = [reader.entity(subject, node) for subject, node in found.items()]
    return tuple(sorted(entities, key=lambda e: (rank[type(e)], e.id)))
