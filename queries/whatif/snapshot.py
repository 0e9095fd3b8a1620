"""What the questions answer about some territories: asked of the graph as it is and as the scenario leaves it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date as Day

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from ontology.models import Territory
from queries.findings.audit import audit
from queries.findings.finding import Finding
from queries.questions import COVERAGE, LOAD
from queries.questions.coverage import CoverageParams, CoverageRow
from queries.questions.load import LoadBy, LoadParams, LoadRow
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams, ProcessRoutesRow
from queries.store import GraphStore
from queries.territory_tree import above, within

Cell = tuple[Id, Id, Level]
LoadKey = tuple[LoadBy, Id, str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """`places`: territories whose answers may differ, with all that lies in them; `roots`: those that lie in no other
    of them."""

    places: tuple[Id, ...]
    roots: tuple[Id, ...]


def scope_of(store: GraphStore, touched: Collection[Id]) -> Scope:
    """The scope of the touched territories, by id."""
    everything = {t.id: t for t in store.all(Territory)}
    known = [id for id in sorted(touched) if id in everything]
    roots = tuple(id for id in known if not any(other in touched for other in above(everything, id)[1:]))
    inside = {id for root in roots for id in within(everything.values(), root)}
    return Scope(tuple(sorted(inside)), roots)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Answers by what a row is about."""

    cells: Mapping[Cell, CoverageRow]
    loads: Mapping[LoadKey, LoadRow]
    steps: Mapping[Id, ProcessRoutesRow]
    findings: Mapping[Id, Finding]


def snapshot(store: GraphStore, scope: Scope, as_of: Day, lang: Lang) -> Snapshot:
    """Ask the declared questions, unchanged."""
    cells: dict[Cell, CoverageRow] = {}
    for place in scope.places:
        for row in store.ask(COVERAGE, CoverageParams(territory=place, as_of=as_of)):
            cells[place, row.function_id, row.level] = row
    loads: dict[LoadKey, LoadRow] = {}
    steps: dict[Id, ProcessRoutesRow] = {}
    findings: dict[Id, Finding] = {}
    for root in scope.roots:
        for by in LoadBy:
            for line in store.ask(LOAD, LoadParams(territory=root, by=by, as_of=as_of)):
                loads[by, line.territory_id, line.methodist or "", line.subject_area or ""] = line
        for step in store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=root, as_of=as_of)):
            steps[step.step_id] = step
        found = audit(store, root, as_of=as_of, lang=lang)
        findings |= {f.id: f for f in (*found.findings, *found.justified)}
    return Snapshot(cells, loads, steps, findings)
