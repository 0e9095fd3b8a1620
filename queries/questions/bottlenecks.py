"""Whom a territory's system cannot do without: functions lost, routes cut, parts cut off when a subject is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.cited import function_json, named_json
from queries.clause_ref import ClauseRef, clause_refs
from queries.graph import central, simple_of, splits_of, without_fillers
from queries.named import Named
from queries.question import Ask, DerivedQuestion, Params, Row, TerritoryId
from queries.questions.relations import RELATIONS, RelationKind, RelationsParams, RelationsRow
from queries.questions.sources.sole_holders import SOLE_HOLDERS, SoleHoldersParams, SoleHoldersRow


class BottlenecksParams(Params):
    """The system that the acts of the territory and of those above it set up."""

    territory: TerritoryId = Field(description="Territory whose system is looked at.")


class LostFunction(Row):
    """A function that nobody else holds at this level, and the clauses that give it."""

    function_id: Id
    code: str
    label_ru: str
    label_en: str
    level: Level
    clauses: tuple[ClauseRef, ...]


class CutRoute(Row):
    """A route that runs through the subject and others, and the clauses where it does."""

    route_id: Id
    name: str
    clauses: tuple[ClauseRef, ...]


class BottlenecksRow(Row):
    """A subject whose absence breaks something, or through which others are connected; the weightiest first.

    `betweenness`: share of the shortest chains between all pairs of other subjects that run through it, 0 to 1.
    `functions`: nobody else of its level holds them. `routes`: those with a step of it beside steps of others.
    `cut_off`: the parts that lose all connection with the rest; the largest part counts as the rest.
    """

    subject_id: Id
    subject_name: str
    betweenness: float
    relations: int
    functions: tuple[LostFunction, ...]
    routes: tuple[CutRoute, ...]
    cut_off: tuple[tuple[Named, ...], ...]

    def public(self, lang: Lang) -> dict[str, Any]:
        """Subject, measures, and what would be lost with the clauses."""
        functions = [
            {
                "function": function_json(f.function_id, f.code, f.label_ru, f.label_en, lang),
                "level": f.level.value,
                "clauses": [place.public() for place in f.clauses],
            }
            for f in self.functions
        ]
        routes = [
            {"route": named_json(r.route_id, r.name), "clauses": [place.public() for place in r.clauses]}
            for r in self.routes
        ]
        return {
            "subject": named_json(self.subject_id, self.subject_name),
            "betweenness": self.betweenness,
            "relations": self.relations,
            "functions": functions,
            "routes": routes,
            "cut_off": [[named_json(o.id, o.name) for o in part] for part in self.cut_off],
        }


def _derive(ask: Ask, params: BottlenecksParams) -> list[BottlenecksRow]:
    asked = RelationsParams(territory=params.territory, below=False, as_of=params.as_of)
    relations = without_fillers(ask(RELATIONS, asked))
    sole: list[SoleHoldersRow] = ask(SOLE_HOLDERS, SoleHoldersParams(territory=params.territory, as_of=params.as_of))
    names = {row.subject_id: row.subject_name for row in sole}
    touching: dict[Id, list[RelationsRow]] = {}
    for row in relations:
        names[row.source_id], names[row.target_id] = row.source_name, row.target_name
        touching.setdefault(row.source_id, []).append(row)
        touching.setdefault(row.target_id, []).append(row)
    simple = simple_of(relations)
    betweenness, splits = central(simple), splits_of(simple)
    clauses: dict[Id, ClauseRef] = {}
    functions = {id: _functions(rows, clauses) for id, rows in groupby(sole, key=lambda row: row.subject_id)}
    named = {id: Named(id=id, name=names[id]) for parts in splits.values() for part in parts for id in part}
    rows = []
    for id, name in names.items():
        routes = _routes(touching.get(id, ()), clauses)
        if id in functions or routes or id in splits or betweenness.get(id):
            rows.append(
                BottlenecksRow(
                    subject_id=id,
                    subject_name=name,
                    betweenness=betweenness.get(id, 0.0),
                    relations=len(touching.get(id, ())),
                    functions=functions.get(id, ()),
                    routes=routes,
                    cut_off=tuple(tuple(named[other] for other in part) for part in splits.get(id, ())),
                )
            )
    return sorted(rows, key=_weight)


def _weight(row: BottlenecksRow) -> tuple[int, int, int, float, str, Id]:
    cut_off = sum(len(part) for part in row.cut_off)
    return -len(row.functions), -cut_off, -len(row.routes), -row.betweenness, row.subject_name, row.subject_id


def _functions(rows: Iterable[SoleHoldersRow], clauses: dict[Id, ClauseRef]) -> tuple[LostFunction, ...]:
    cells: dict[tuple[Id, Level], list[SoleHoldersRow]] = {}
    for row in rows:
        cells.setdefault((row.function_id, row.level), []).append(row)
    return tuple(
        LostFunction(
            function_id=first.function_id,
            code=first.function_code,
            label_ru=first.function_ru,
            label_en=first.function_en,
            level=first.level,
            clauses=clause_refs(found, clauses),
        )
        for found in cells.values()
        for first in found[:1]
    )


def _routes(rows: Sequence[RelationsRow], clauses: dict[Id, ClauseRef]) -> tuple[CutRoute, ...]:
    routes: dict[tuple[str, Id], list[RelationsRow]] = {}
    for row in rows:
        if row.kind is RelationKind.ROUTE and row.about_id is not None:
            routes.setdefault((row.about or "", row.about_id), []).append(row)
    return tuple(
        CutRoute(route_id=id, name=name, clauses=clause_refs(found, clauses))
        for (name, id), found in sorted(routes.items())
    )


BOTTLENECKS = DerivedQuestion(
    name="bottlenecks",
    summary_ru="Без кого система не обойдётся: какие функции останутся без исполнителя, что прервётся.",
    summary_en="Whom the system cannot do without: which functions would be left to nobody, what would be cut.",
    params=BottlenecksParams,
    row=BottlenecksRow,
    uses=(RELATIONS, SOLE_HOLDERS),
    derive=_derive,
)
