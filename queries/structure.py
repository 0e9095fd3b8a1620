"""The structure of a territory, ready to be drawn: subjects as nodes, what connects them as edges."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.errors import UnknownTerritory
from ontology.models import Territory
from queries.questions import RELATIONS_OF, SUBJECTS_OF
from queries.questions.relations_of import RelationsOfParams
from queries.questions.subjects_of import SubjectsOfParams
from queries.store import GraphStore


class StructureNode(BaseModel):
    """A subject. `relation`: of its territory to the one asked for (own, above, below)."""

    model_config = ConfigDict(frozen=True)

    id: Id
    name: str
    short: str | None
    level: Level
    kind: SubjectKind
    generic: bool
    vacant: bool
    invented: bool
    territory: Id
    territory_name: str
    relation: str
    assignments: int
    functions: int
    unmapped: int


class StructureEdge(BaseModel):
    """(source)-[kind]->(target). kind: part-of (a part to its body), fills (actual to generic), agreement, interaction;
    `detail`: status of an agreement, kind of an interaction; `clause`: the address of the clause that says so."""

    model_config = ConfigDict(frozen=True)

    source: Id
    target: Id
    kind: str
    detail: str | None = None
    order: Id | None = None
    clause: str | None = None


class Structure(BaseModel):
    """Nodes by level, actual before generic, the busiest first; edges among them only."""

    model_config = ConfigDict(frozen=True)

    territory: Id
    name: str
    as_of: date
    nodes: tuple[StructureNode, ...]
    edges: tuple[StructureEdge, ...]


def structure(store: GraphStore, territory: Id, as_of: date | None = None) -> Structure:
    """The structure of the territory with this id as of a day (today). UnknownTerritory when it is not loaded."""
    place = store.get(Territory, territory)
    if place is None:
        raise UnknownTerritory(
            "There is no territory with the id «{id}»", mend="Search for its name", id=territory[:80]
        )
    day = as_of or date.today()
    rows = store.ask(SUBJECTS_OF, SubjectsOfParams(territory=territory, as_of=day))
    nodes = tuple(
        StructureNode(
            id=row.subject_id,
            territory=row.territory_id,
            **row.model_dump(exclude={"subject_id", "territory_id", "part_of", "fills"}),
        )
        for row in rows
    )
    shown = {node.id for node in nodes}
    edges = [StructureEdge(source=r.subject_id, target=r.part_of, kind="part-of") for r in rows if r.part_of in shown]
    edges += [StructureEdge(source=r.subject_id, target=r.fills, kind="fills") for r in rows if r.fills in shown]
    for link in store.ask(RELATIONS_OF, RelationsOfParams(territory=territory, as_of=day)):
        if link.source in shown and link.target in shown:
            edges.append(
                StructureEdge(
                    source=link.source,
                    target=link.target,
                    kind=link.kind,
                    detail=link.detail,
                    order=link.order_id,
                    clause=link.clause,
                )
            )
    return Structure(territory=territory, name=place.name, as_of=day, nodes=nodes, edges=tuple(edges))
