"""A part of a territory's structure: one level, one kind of subjects or relations, or what lies around a subject."""

from __future__ import annotations

from enum import StrEnum

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.errors import UnknownSubject
from queries.structure import Structure, StructureNode


class EdgeKind(StrEnum):
    """Kinds of relations of a structure."""

    PART_OF = "part-of"
    FILLS = "fills"
    AGREEMENT = "agreement"
    INTERACTION = "interaction"


def part_of_structure(
    whole: Structure,
    *,
    level: Level | None = None,
    kind: SubjectKind | EdgeKind | None = None,
    around: Id | None = None,
    hops: int = 1,
) -> Structure:
    """The subjects of a level and kind, and the relations of a kind among those left.

    `around`: only subjects within so many `hops` of this one, in either direction, along the relations that are left;
    it stays itself whatever its level. UnknownSubject when it is not in the structure.
    """
    edges = [edge for edge in whole.edges if not isinstance(kind, EdgeKind) or edge.kind == kind.value]
    near = {node.id for node in whole.nodes}
    if around is not None:
        if around not in near:
            raise UnknownSubject(
                "There is no subject with the id «{id}» in the structure of «{name}»",
                mend="Ask for another territory, or for the whole structure",
                id=around[:80],
                name=whole.name,
            )
        near = _within([(edge.source, edge.target) for edge in edges], around, hops)

    def wanted(node: StructureNode) -> bool:
        of_kind = not isinstance(kind, SubjectKind) or node.kind is kind
        return node.id == around or (of_kind and level in (None, node.level))

    nodes = tuple(node for node in whole.nodes if node.id in near and wanted(node))
    shown = {node.id for node in nodes}
    kept = tuple(edge for edge in edges if edge.source in shown and edge.target in shown)
    return whole.model_copy(update={"nodes": nodes, "edges": kept})


def _within(pairs: list[tuple[Id, Id]], start: Id, hops: int) -> set[Id]:
    import networkx as nx  # a tenth of a second, which no other command has to wait for

    simple = nx.Graph(pairs)
    simple.add_node(start)
    return set(nx.single_source_shortest_path_length(simple, start, cutoff=hops))
