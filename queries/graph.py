"""Relations as a graph that networkx understands: subjects are nodes, each relation is an edge with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from ontology.entities.base import Id
from queries.questions.relations import RelationKind, RelationsRow

if TYPE_CHECKING:
    import networkx as nx

CLOSENESS: Mapping[RelationKind, int] = MappingProxyType({kind: rank for rank, kind in enumerate(RelationKind)})
"""Of two relations between the same subjects, the closer one has the smaller number."""


def graph_of(rows: Sequence[RelationsRow]) -> nx.MultiDiGraph:
    """Nodes: ids of subjects with `name`. Edges: keyed by kind and id of the relation, the row itself as `row`.

    Nodes and edges stand in the order of the rows, so the same rows give the same graph.
    """
    import networkx as nx  # a tenth of a second, which no other command has to wait for

    graph = nx.MultiDiGraph()
    names = {
        id: name for row in rows for id, name in ((row.source_id, row.source_name), (row.target_id, row.target_name))
    }
    graph.add_nodes_from((id, {"name": name}) for id, name in names.items())
    graph.add_edges_from((row.source_id, row.target_id, (row.kind, row.relation_id), {"row": row}) for row in rows)
    return graph


def between(graph: nx.MultiDiGraph, one: Id, other: Id) -> list[RelationsRow]:
    """The relations between two subjects in either direction, the closest first."""
    found = [
        data["row"]
        for source, target in ((one, other), (other, one))
        if graph.has_edge(source, target)
        for data in graph[source][target].values()
    ]
    return sorted(found, key=lambda row: (CLOSENESS[row.kind], row.source_id != one, row.relation_id))


def without_fillers(rows: Sequence[RelationsRow]) -> list[RelationsRow]:
    """The relations without those of organisations that do nothing but fill a generic subject.

    A register lists hundreds of schools under «школа»: each is one more of the same, none connects anybody.
    """
    tied = Counter(id for row in rows for id in (row.source_id, row.target_id))
    return [row for row in rows if row.kind is not RelationKind.FILLS or tied[row.source_id] > 1]


def simple_of(rows: Iterable[RelationsRow]) -> nx.Graph:
    """Who is related to whom at all: a chain of relations may run against their direction."""
    import networkx as nx

    return nx.Graph((row.source_id, row.target_id) for row in rows)


def central(simple: nx.Graph) -> dict[Id, float]:
    """Betweenness: the share of the shortest chains between pairs of other subjects that run through each, 0 to 1.

    Rounded, so that sums of the same shares in another order are equal.
    """
    import networkx as nx

    return {id: round(share, 4) for id, share in nx.betweenness_centrality(simple).items()}


Splits = Mapping[Id, tuple[tuple[Id, ...], ...]]


def splits_of(simple: nx.Graph) -> Splits:
    """Subjects without which a connected part falls apart → what is cut off: all pieces but the largest, each sorted;
    larger pieces first."""
    import networkx as nx

    near = {id: set(others) for id, others in simple.adj.items()}
    splits = {}
    for id in sorted(set(nx.articulation_points(simple))):
        pieces = []
        left = set(near[id])
        while left:
            piece = _flood(near, left.pop(), id)
            left -= piece
            pieces.append(tuple(sorted(piece)))
        pieces.sort(key=lambda piece: (-len(piece), piece))
        splits[id] = tuple(pieces[1:])
    return splits


def _flood(near: Mapping[Id, set[Id]], start: Id, barred: Id) -> set[Id]:
    """All that is reached from `start` without passing `barred`."""
    found, border = {start, barred}, [start]
    while border:
        fresh = near[border.pop()] - found
        found |= fresh
        border += fresh
    return found - {barred}
