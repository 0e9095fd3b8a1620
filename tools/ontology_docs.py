"""The tables of docs/ontology.md, written from the schema so that they cannot grow old.

usage: python -m tools.ontology_docs        rewrites what stands between the markers
"""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from tools.ontology_report import OPORA, classes, ontology

PAGE = Path(__file__).resolve().parent.parent / "docs" / "ontology.md"
_MARKED = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.S)
_RELATIONS = ((RDFS.subClassOf, "is a"), (SKOS.closeMatch, "close to"), (RDFS.seeAlso, "see"))


def _label(graph: Graph, node: Node, lang: str) -> str:
    return next(str(o) for o in graph.objects(node, RDFS.label) if getattr(o, "language", None) == lang)


def _name(graph: Graph, node: Node) -> str:
    return graph.namespace_manager.normalizeUri(str(node))


def _aligned(graph: Graph, term: URIRef) -> str:
    parts = []
    for predicate, word in _RELATIONS:
        others = sorted(_name(graph, o) for o in graph.objects(term, predicate) if not str(o).startswith(OPORA))
        if others:
            parts.append(f"{word} " + ", ".join(f"`{o}`" for o in others))
    return "; ".join(parts)


def class_table(graph: Graph) -> str:
    """Classes × alignment, with the number of the constraints each one's shape makes."""
    rows = ["| class | по-русски | alignment | constraints |", "|---|---|---|---|"]
    for term in sorted(classes(graph)):
        shape = next(iter(graph.subjects(SH.targetClass, term)), None)
        count = len(list(graph.objects(shape, SH.property))) if shape is not None else 0
        rows.append(
            f"| `opora:{term.removeprefix(OPORA)}` | {_label(graph, term, 'ru')} | {_aligned(graph, term)} | "
            f"{count or '–'} |"
        )
    return "\n".join(rows) + "\n"


def property_table(graph: Graph) -> str:
    """Properties that are a special case of another vocabulary's."""
    rows = ["| property | is a |", "|---|---|"]
    for term, other in sorted(graph.subject_objects(RDFS.subPropertyOf)):
        rows.append(f"| `opora:{str(term).removeprefix(OPORA)}` | `{_name(graph, other)}` |")
    return "\n".join(rows) + "\n"


def render(page: str) -> str:
    """The page with its tables written anew."""
    graph = ontology()
    if (None, RDF.type, OWL.Class) not in graph:
        raise ValueError("the schema is empty")
    tables = {"classes": class_table(graph), "properties": property_table(graph)}
    return _MARKED.sub(lambda m: f"{m[1]}{tables[m[2]]}{m[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
