"""What there is to draw of a territory: its subjects, and every relation between them with the clause that sets it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ontology.models import Subject, Territory
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams
from queries.questions.relations import RELATIONS, RelationKind, RelationsParams, RelationsRow
from queries.store import GraphStore
from queries.structure import structure
from viz.model import MapEdge, MapNode
from viz.text import capital, clean


class Gathered(NamedTuple):
    """Subjects and relations of a map."""

    nodes: list[MapNode]
    edges: list[MapEdge]


def gather(store: GraphStore, territory: str, as_of: date | None) -> Gathered:
    """The whole map of a territory; nothing when the store has never heard of it."""
    if store.get(Territory, territory) is None:
        return Gathered([], [])
    found = structure(store, territory, as_of)
    edges = [
        MapEdge(e.source, e.target, str(e.detail), e.clause, e.order)
        if e.kind == "interaction"
        else MapEdge(e.source, e.target, e.kind, e.clause, e.order, e.detail)
        for e in found.edges
    ]
    wholes = {e.source: e.target for kind in ("fills", "part-of") for e in edges if e.kind == kind}
    nodes = [
        MapNode(
            n.id,
            capital(clean(n.name)),
            clean(n.short) or None,
            n.kind.value,
            n.level.value,
            n.generic,
            wholes.get(n.id),
            clean(n.territory_name),
            n.functions,
            vacant=n.vacant,
            invented=n.invented,
            place=n.territory,
        )
        for n in found.nodes
    ]
    shown = {n.id for n in nodes}
    for step in store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=territory, as_of=as_of or date.today())):
        source, target = step.previous_id, step.subject_id
        if source in shown and target in shown and source and target and source != target:
            edges.append(MapEdge(source, target, "step", step.clause, step.order_id, clean(step.route_name) or None))
    return Gathered(nodes, list(dict.fromkeys(edges)))


def with_neighbours(store: GraphStore, map: Gathered, subject: str, territory: str, as_of: date | None) -> Gathered:
    """The map with the neighbours of `subject` that belong to other territories drawn in, marked as such."""
    shown = {n.id for n in map.nodes}
    if subject not in shown:
        return map
    rows = [
        r
        for r in _relations(store, territory, as_of)
        if subject in (r.source_id, r.target_id) and r.kind is not RelationKind.ACTIVITY
    ]
    beyond = dict.fromkeys(id for r in rows for id in (r.source_id, r.target_id) if id not in shown)
    foreign = [node for id in beyond if (node := _foreign(store, id))]
    known = {node.id for node in foreign}
    edges = [_edge(r) for r in rows if {r.source_id, r.target_id} & known]
    return Gathered([*map.nodes, *foreign], list(dict.fromkeys([*map.edges, *edges])))


def neighbours(edges: Sequence[MapEdge], subject: str, hops: int = 1) -> set[str]:
    """What lies within so many relations of `subject`, in either direction; the subject itself among it."""
    near, edge = {subject}, {subject}
    for _ in range(hops):
        edge = {e.target if e.source in edge else e.source for e in edges if (e.source in edge) != (e.target in edge)}
        edge -= near
        near |= edge
    return near


def _relations(store: GraphStore, territory: str, as_of: date | None) -> Sequence[RelationsRow]:
    return store.ask(RELATIONS, RelationsParams(territory=territory, as_of=as_of or date.today()))


def _edge(row: RelationsRow) -> MapEdge:
    kind, detail = row.kind.value, row.detail
    if row.kind is RelationKind.INTERACTION:
        kind, detail = str(row.detail), None
    elif row.kind is RelationKind.ROUTE:
        kind, detail = "step", clean(row.about) or None
    return MapEdge(row.source_id, row.target_id, kind, row.clause, row.order_id, detail)


def _foreign(store: GraphStore, id: str) -> MapNode | None:
    subject = store.get(Subject, id)
    if subject is None:
        return None
    place = store.get(Territory, subject.territory)
    levels = {"country": "federal", "region": "regional", "municipality": "municipal"}
    return MapNode(
        id,
        capital(clean(subject.name)),
        clean(subject.short) or None,
        subject.kind.value,
        subject.level.value if subject.level else levels.get(place.kind.value if place else ""),
        subject.generic,
        subject.part_of,
        clean(place.name) if place else "",
        0,
        vacant=subject.vacant,
        invented=subject.invented,
        place=subject.territory,
        outside=True,
    )
