"""Entities → RDF: what is stated of each, an rdflib graph of it, and text that is the same for the same facts.

Turtle and TriG are written here and not by rdflib, because its writers order blank nodes and graphs by chance and cut
decimals; a file of facts must differ only where facts differ.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, XSD

from ontology.entities.base import Entity, Id
from ontology.errors import InvalidGraph
from ontology.models import ENTITY_TYPES, Order
from ontology.property_graph import NODE_OF, Property
from ontology.rdf_names import PREFIXES, entity_iri, expand, graph_iri, shorten, word_iri

Value = str | int | float | bool | date | datetime | Enum
# Classes through which an entity belongs to an order; subjects, territories and functions are shared by orders.
_OWNERS = ("Order", "Clause", "Route", "Indicator")


@dataclass(frozen=True, slots=True)
class Statement:
    """A predicate and its values; `ordered`: the values are one RDF list."""

    predicate: URIRef
    values: tuple[URIRef | Literal, ...]
    ordered: bool = False


def _literal(value: Value, prop: Property, where: Id) -> URIRef | Literal:
    if isinstance(value, Enum):
        return word_iri(value)
    if isinstance(value, bool | int) and prop.kind in ("boolean", "integer"):
        lexical = str(value).lower()
        return Literal(lexical, datatype=XSD.boolean if prop.kind == "boolean" else XSD.integer)
    if prop.kind == "real":
        number = float(value)  # type: ignore[arg-type]
        if not math.isfinite(number):
            raise InvalidGraph("{field} is not a finite number", where=where, field=prop.name)
        return Literal(f"{Decimal(repr(number)):f}", datatype=XSD.decimal, normalize=False)
    if isinstance(value, datetime):
        moment = value if value.tzinfo is None else value.astimezone(UTC)
        return Literal(moment.isoformat(), datatype=XSD.dateTime, normalize=False)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=XSD.date, normalize=False)
    return Literal(str(value), lang=prop.prop.lang or None)


def subject_of(entity: Entity) -> URIRef:
    """The IRI of an entity."""
    return entity_iri(type(entity).__name__, entity.id)


def statements(entity: Entity, *, with_text: bool = False) -> Iterator[Statement]:
    """What is stated of an entity, in the order of its fields; the act's own words only when `with_text`."""
    node = NODE_OF[type(entity)]
    yield Statement(RDF.type, (expand(entity.iri),))
    for prop in node.properties:
        value = getattr(entity, prop.name)
        if value is None or (prop.prop.local and not with_text):
            continue
        values = value if prop.many else (value,)
        if values:
            stated = tuple(_literal(v, prop, entity.id) for v in values)
            yield Statement(expand(prop.prop.iri), stated, prop.prop.ordered)
    for relation in node.relations:
        value = getattr(entity, relation.name)
        if value is None:
            continue
        targets = value if relation.many else (value,)
        if targets:
            yield Statement(expand(relation.ref.iri), tuple(entity_iri(relation.target, t) for t in targets))


def add(graph: Graph, entity: Entity, *, with_text: bool = False) -> None:
    """Put an entity's statements into a graph."""
    subject = subject_of(entity)
    for statement in statements(entity, with_text=with_text):
        if statement.ordered:
            head = BNode()
            Collection(graph, head, list(statement.values))
            graph.add((subject, statement.predicate, head))
            continue
        for value in statement.values:
            graph.add((subject, statement.predicate, value))


def by_graph(entities: Iterable[Entity]) -> dict[URIRef, list[Entity]]:
    """Sort entities into named graphs: each order's own facts in one, what orders share in another."""
    rank = {kind: n for n, kind in enumerate(ENTITY_TYPES)}
    facts = sorted(entities, key=lambda e: (rank[type(e)], e.id))
    known: dict[tuple[str, Id], Entity] = {(type(e).__name__, e.id): e for e in facts}

    def order_of(entity: Entity, hops: int = 4) -> Id | None:
        if isinstance(entity, Order):
            return entity.id
        for relation in NODE_OF[type(entity)].relations:
            target = getattr(entity, relation.name)
            if relation.target in _OWNERS and isinstance(target, str) and hops:
                owner = known.get((relation.target, target))
                return order_of(owner, hops - 1) if owner else None
        return None

    graphs: dict[URIRef, list[Entity]] = {}
    for entity in facts:
        graphs.setdefault(graph_iri(order_of(entity)), []).append(entity)
    return dict(sorted(graphs.items(), key=lambda item: (item[0] != graph_iri(None), item[0])))


def to_graph(entities: Iterable[Entity], *, with_text: bool = False) -> Graph:
    """Return one graph of all entities. Values that are the act's own words are left out unless `with_text`."""
    graph = Graph(bind_namespaces="none")
    for entity in entities:
        add(graph, entity, with_text=with_text)
    return graph


def to_dataset(entities: Iterable[Entity], *, with_text: bool = False) -> Dataset:
    """Return the entities in named graphs: one per order, one for what orders share."""
    dataset = Dataset()
    for name, members in by_graph(entities).items():
        graph = dataset.graph(name)
        for entity in members:
            add(graph, entity, with_text=with_text)
    return dataset


def _quoted(text: str) -> str:
    # JSON's escapes are Turtle's, but for characters beyond the first plane, which need no escape in UTF-8.
    body = json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007F")
    return '"' + "".join(f"\\u{ord(c):04X}" if c in "\x85\u2028\u2029\ufeff" else c for c in body) + '"'


def _term(value: URIRef | Literal) -> str:
    if isinstance(value, URIRef):
        return shorten(value)
    if value.language:
        return f"{_quoted(value)}@{value.language}"
    if value.datatype in (XSD.integer, XSD.boolean):
        return str(value)
    if value.datatype is None:
        return _quoted(value)
    if value.datatype == XSD.decimal and "." in value:
        return str(value)
    return f"{_quoted(value)}^^{shorten(value.datatype)}"


def _block(entity: Entity, indent: str, with_text: bool) -> str:
    lines: list[str] = []
    for statement in statements(entity, with_text=with_text):
        terms = [_term(v) for v in statement.values]
        objects = f"( {' '.join(terms)} )" if statement.ordered else " , ".join(terms)
        predicate = "a" if statement.predicate == RDF.type else shorten(statement.predicate)
        lines.append(f"{predicate} {objects}")
    body = f" ;\n{indent}    ".join(lines)
    return f"{indent}{shorten(subject_of(entity))} {body} .\n"


def _head() -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def turtle(entities: Iterable[Entity], *, with_text: bool = False) -> str:
    """Return Turtle: classes in the order in which they are written, entities by id."""
    blocks = [_block(e, "", with_text) for members in by_graph(entities).values() for e in members]
    return "\n".join([_head(), *blocks])


def trig(entities: Iterable[Entity], *, with_text: bool = False) -> str:
    """Return TriG: the graph of shared things, then one graph per order."""
    parts = [_head()]
    for name, members in by_graph(entities).items():
        inner = "\n".join(_block(e, "    ", with_text) for e in members)
        parts.append(f"{shorten(name)} {{\n{inner}}}\n")
    return "\n".join(parts)
