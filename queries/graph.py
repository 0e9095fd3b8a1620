"""Relations as a graph that networkx understands: subjects are nodes, each relation is an edge with its clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology.entities.base import Id
from queries.questions.relations import RelationKind, RelationsRow

if TYPE_CHECKING:
    import networkx as nx

CLOSENESS: Mapping[RelationKind, int] = MappingProxyType({kind: rank for rank, kind in enumerate(RelationKind)})
"""Of two relations between the same subjects, the closer one has the smaller number."""


def graph_of(rows: Iterable[RelationsRow]) -> nx.MultiDiGraph:
    """Nodes: ids of subjects with `name`. Edges: keyed by kind and id of the relation, the row itself as `row`.

    Nodes and edges stand in the order of the rows, so the same rows give the same graph.
    """
    import networkx as nx  # a tenth of a second, which no other command has to wait for

    graph = nx.MultiDiGraph()
    for row in rows:
        graph.add_node(row.source_id, name=row.source_name)
        graph.add_node(row.target_id, name=row.target_name)
        graph.add_edge(row.source_id, row.target_id, key=(row.kind.value, row.relation_id), row=row)
    return graph


def undirected(graph: nx.MultiDiGraph) -> nx.Graph:
    """Who is related to whom at all, once each pair: a chain of relations may run against their direction."""
    import networkx as nx

    simple = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    return simple


def between(graph: nx.MultiDiGraph, one: Id, other: Id) -> list[RelationsRow]:
    """The relations between two subjects in either direction, the closest first."""
    found = [
        data["row"]
        for source, target in ((one, other), (other, one))
        if graph.has_edge(source, target)
        for data in graph[source][target].values()
    ]
    return sorted(found, key=lambda row: (CLOSENESS[row.kind], row.source_id != one, row.relation_id))
