"""GraphML: the graph for programs that draw and measure graphs (Gephi, yEd, networkx).

A node has its id, `class`, `label` (what a person calls it) and all its plain values by the names Neo4j has them under;
an edge has `relation`, the type of the relation. Written piece by piece, so that a large graph needs little memory.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from ontology.entities.base import Entity, Id
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.property_graph import ValueKind
from queries.exports.flat import Plain, called, links, plain, properties

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[ValueKind, str] = MappingProxyType({"integer": "long", "real": "double", "boolean": "boolean"})
_CLASS, _LABEL, _RELATION = "class", "label", "relation"


def graphml(entities: Sequence[Entity], *, with_text: bool = False, lang: Lang = DEFAULT_LANG) -> bytes:
    """The entities and the relations among them, in UTF-8. A relation to what is not among them is left out."""
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            _keys(xml, entities, with_text)
            with xml.element("graph", {"id": "opora", "edgedefault": "directed"}):
                _nodes(xml, entities, with_text, lang)
                _edges(xml, entities)
    return out.getvalue()


def _keys(xml: etree._IncrementalFileWriter, entities: Sequence[Entity], with_text: bool) -> None:
    """What values there are: a program makes a column of each, so only those that occur."""
    found = {_CLASS: "string", _LABEL: "string"}
    for kind in dict.fromkeys(type(e) for e in entities):
        for declared in properties(kind, with_text=with_text):
            found[declared.name] = "string" if declared.many else _TYPES.get(declared.kind, "string")
    for name, type_ in found.items():
        _key(xml, "node", name, type_)
    _key(xml, "edge", _RELATION, "string")


def _key(xml: etree._IncrementalFileWriter, of: str, name: str, type_: str) -> None:
    attributes = {"id": name, "for": of, "attr.name": name, "attr.type": type_}
    xml.write(etree.Element("key", attributes))
    xml.write("\n")


def _nodes(xml: etree._IncrementalFileWriter, entities: Sequence[Entity], with_text: bool, lang: Lang) -> None:
    for entity in entities:
        values: dict[str, Plain | None] = {_CLASS: type(entity).__name__, _LABEL: called(entity, lang)}
        values |= {p.name: plain(getattr(entity, p.name)) for p in properties(type(entity), with_text=with_text)}
        with xml.element("node", {"id": entity.id}):
            for name, value in values.items():
                if value is not None:
                    _data(xml, name, value)
        xml.write("\n")


def _edges(xml: etree._IncrementalFileWriter, entities: Sequence[Entity]) -> None:
    there: set[Id] = {e.id for e in entities}
    for number, link in enumerate(link for link in links(entities) if link.target in there):
        with xml.element("edge", {"id": f"e{number}", "source": link.source, "target": link.target}):
            _data(xml, _RELATION, link.relation)
        xml.write("\n")


def _data(xml: etree._IncrementalFileWriter, name: str, value: Plain) -> None:
    with xml.element("data", {"key": name}):
        xml.write(str(value).lower() if isinstance(value, bool) else str(value))
