"""Entities → JSON-LD with a context of our own, and the guard that keeps remote contexts out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from ontology.entities.base import OPORA, Entity
from ontology.errors import DeclarationError, InvalidGraph
from ontology.property_graph import NODE_BY_LABEL, NODES, Property, ValueKind
from ontology.rdf_names import PREFIXES, expand, shorten, word_iri, word_lists
from ontology.rdf_write import by_graph, statements, subject_of

# What a string of JSON stands for; whole numbers and truth are JSON's own. A decimal is a string: JSON's numbers are
# read as floating ones, and 0.1 is none of them.
_TYPES: Mapping[ValueKind, URIRef] = MappingProxyType({"real": XSD.decimal, "date": XSD.date, "datetime": XSD.dateTime})


@cache
def context() -> Mapping[str, Any]:
    """The JSON-LD context, read off the declarations: a short key for each property, and how its values are meant.

    Raises DeclarationError when two properties would have one key, or one property values of two sorts.
    """
    terms: dict[str, Any] = {}
    for node in NODES:
        for prop in node.properties:
            _declare(terms, prop.prop.iri, _sort(prop))
        for relation in node.relations:
            _declare(terms, relation.ref.iri, {"@type": "@id"} | ({"@container": "@set"} if relation.many else {}))
    for name in (*PREFIXES, *(_key(expand(node.entity.iri)) for node in NODES), *_words()):
        if name in terms:  # a word of a list is looked up among the keys first
            raise DeclarationError("{key} has two meanings in JSON-LD", key=name)
    return MappingProxyType({"@vocab": OPORA, **PREFIXES, **dict(sorted(terms.items()))})


def _sort(prop: Property) -> dict[str, str]:
    if prop.enum:
        return {"@type": "@vocab"} | ({"@container": "@set"} if prop.many else {})
    if prop.prop.lang:
        return {"@container": "@language"}
    typed = {"@type": shorten(_TYPES[prop.kind])} if prop.kind in _TYPES else {}
    container = {"@container": "@list" if prop.prop.ordered else "@set"} if prop.many else {}
    return typed | container


def _declare(terms: dict[str, Any], iri: str, sort: dict[str, str]) -> None:
    key, term = _key(expand(iri)), {"@id": iri, **sort}
    known = terms.setdefault(key, term)
    if known != term:
        # One value here and several there: then the key says nothing of how many there are.
        terms[key] = known = _without_set(known)
        if known != _without_set(term):
            raise DeclarationError("{key} has two meanings in JSON-LD", key=key)


def _without_set(term: dict[str, str]) -> dict[str, str]:
    return {name: said for name, said in term.items() if said != "@set"}


@cache
def _several(label: str) -> frozenset[URIRef]:
    """The properties of a class that may have several values: in JSON always a list."""
    node = NODE_BY_LABEL[label]
    names = [p.prop.iri for p in node.properties if p.many] + [r.ref.iri for r in node.links]
    return frozenset(expand(name) for name in names)


def _words() -> Iterator[str]:
    return (_key(word_iri(word)) for words in word_lists() for word in words)


def _key(iri: URIRef) -> str:
    """The name without its prefix: what stands in JSON."""
    return shorten(iri).partition(":")[2]


def _iri(iri: str) -> str:
    """An IRI as JSON-LD writes it: short where a prefix fits, else whole, without Turtle's brackets."""
    return shorten(iri).strip("<>")


def _value(value: URIRef | Literal, term: Mapping[str, Any]) -> Any:
    if isinstance(value, URIRef):
        return _key(value) if term["@type"] == "@vocab" else _iri(value)
    if value.datatype == XSD.boolean:
        return str(value) == "true"
    if value.datatype == XSD.integer:
        return int(value)
    return str(value)


def _node(entity: Entity, with_text: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _iri(subject_of(entity))}
    for statement in statements(entity, with_text=with_text):
        key = _key(statement.predicate)
        if statement.predicate == RDF.type:
            found["@type"] = _key(expand(entity.iri))
            continue
        first, stated = statement.values[0], [_value(v, context()[key]) for v in statement.values]
        values = stated if statement.predicate in _several(type(entity).__name__) else stated[0]
        if isinstance(first, Literal) and first.language:  # statements have one language each
            found.setdefault(key, {})[first.language] = values
        else:
            found[key] = values
    return found


def jsonld(entities: Iterable[Entity], *, with_text: bool = False) -> str:
    """Return JSON-LD: one named graph per order, one for what orders share."""
    graphs = [
        {"@id": _iri(name), "@graph": [_node(e, with_text) for e in members]}
        for name, members in by_graph(entities).items()
    ]
    return json.dumps({"@context": dict(context()), "@graph": graphs}, ensure_ascii=False, indent=1) + "\n"


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
