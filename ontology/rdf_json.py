"""Entities → JSON-LD with a context of our own, and the guard that keeps remote contexts out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from ontology.entities.base import Entity
from ontology.errors import InvalidGraph
from ontology.property_graph import NODES
from ontology.rdf_names import PREFIXES, shorten
from ontology.rdf_write import Statement, by_graph, statements, subject_of


def context() -> dict[str, Any]:
    """The JSON-LD context: prefixes, and which properties point to entities or hold days."""
    terms: dict[str, Any] = dict(PREFIXES)
    for node in NODES:
        for prop in node.properties:
            if prop.enum:
                terms[prop.prop.iri] = {"@type": "@id"}
            elif prop.prop.lang:
                terms[prop.prop.iri] = {"@container": "@language"}
            elif prop.prop.ordered:
                terms[prop.prop.iri] = {"@container": "@list"}
        for relation in node.relations:
            terms[relation.ref.iri] = {"@type": "@id"}
    return dict(sorted(terms.items()))


def _bare(name: URIRef) -> str:
    return shorten(name).strip("<>")


def _value(value: URIRef | Literal) -> Any:
    if isinstance(value, URIRef):
        return _bare(value)
    if value.datatype == XSD.boolean:
        return str(value) == "true"
    if value.datatype == XSD.integer:
        return int(value)
    if value.datatype is not None:
        return {"@value": str(value), "@type": _bare(value.datatype)}
    return str(value)


def _values(statement: Statement) -> Any:
    found = [_value(v) for v in statement.values]
    return found if statement.ordered or len(found) > 1 else found[0]


def _node(entity: Entity, with_text: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _bare(subject_of(entity))}
    for statement in statements(entity, with_text=with_text):
        key = "@type" if statement.predicate == RDF.type else _bare(statement.predicate)
        first = statement.values[0]
        if isinstance(first, Literal) and first.language:  # statements have one language each
            found.setdefault(key, {})[first.language] = _values(statement)
        else:
            found[key] = _values(statement)
    return found


def jsonld(entities: Iterable[Entity], *, with_text: bool = False) -> str:
    """Return JSON-LD: one named graph per order, one for what orders share."""
    graphs = [
        {"@id": _bare(name), "@graph": [_node(e, with_text) for e in members]}
        for name, members in by_graph(entities).items()
    ]
    return json.dumps({"@context": context(), "@graph": graphs}, ensure_ascii=False, indent=1) + "\n"


def refuse_remote(data: Any, where: str) -> None:
    """Raise InvalidGraph when a context has to be fetched from elsewhere: reading a file must not call anybody."""
    todo = [data]
    while todo:
        item = todo.pop()
        if isinstance(item, list):
            todo += item
        elif isinstance(item, dict):
            contexts = item.get("@context")
            remote = [c for c in (contexts if isinstance(contexts, list) else [contexts]) if isinstance(c, str)]
            if remote or "@import" in item:
                raise InvalidGraph(
                    "the JSON-LD context is an address ({address})",
                    where=where,
                    mend="Write the context itself into the file",
                    address=remote[0] if remote else item["@import"],
                )
            todo += item.values()
