"""Coverage broken down by subject: who holds each cell, in which roles and by which clauses; why nobody does."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, Role
from ontology.i18n import Lang
from queries.cited import function_json, named_json
from queries.clause_ref import ClauseRef, clause_refs
from queries.nobody_reasons import Reason, sentence
from queries.question import Ask, DerivedQuestion, DirectionId, Params, Row, TerritoryId
from queries.questions.coverage import COVERAGE, CellStatus, CoverageParams, CoverageRow
from queries.questions.responsibility import RESPONSIBILITY, ResponsibilityParams, ResponsibilityRow

_ROLES = tuple(Role)


class CoverageBySubjectParams(Params):
    """As of the question `coverage`; `status` leaves only cells in this state."""

    territory: TerritoryId = Field(description="Territory the matrix is for.")
    level: Level | None = Field(None, description="Only cells of this level.")
    direction: DirectionId | None = Field(None, description="Only functions of this direction of the catalogue.")
    status: CellStatus | None = Field(None, description="Only cells in this state.")


class CoverageBySubjectRow(Row):
    """One subject in one cell function × level; a cell that nobody holds is one row without a subject.

    `roles`: all it has there, the strongest first. `fills_id`: the generic subject through which it holds the function.
    """

    function_id: Id
    function_code: str
    function_ru: str
    function_en: str
    direction_id: Id
    direction_code: str
    direction_ru: str
    direction_en: str
    level: Level
    expected: bool
    status: CellStatus
    reason: Reason | None
    subject_id: Id | None
    subject_name: str | None
    subject_generic: bool | None
    subject_vacant: bool | None
    subject_invented: bool | None
    territory_id: Id | None
    territory_name: str | None
    fills_id: Id | None
    fills_name: str | None
    roles: tuple[Role, ...]
    clauses: tuple[ClauseRef, ...]

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, direction, cell, subject, its roles and clauses."""
        subject = named_json(
            self.subject_id,
            self.subject_name,
            generic=self.subject_generic,
            vacant=self.subject_vacant,
            invented=self.subject_invented,
            fills=named_json(self.fills_id, self.fills_name),
        )
        return {
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            "direction": function_json(
                self.direction_id, self.direction_code, self.direction_ru, self.direction_en, lang
            ),
            "level": self.level.value,
            "expected": self.expected,
            "status": self.status.value,
            "subject": subject,
            "territory": named_json(self.territory_id, self.territory_name),
            "roles": [role.value for role in self.roles],
            "clauses": [clause.public() for clause in self.clauses],
            "reason": self.reason.value if self.reason else None,
            "explanation": sentence(self.reason, lang) if self.reason else None,
        }


_CELL = frozenset(CoverageBySubjectRow.model_fields) & frozenset(CoverageRow.model_fields)
_SUBJECT = ("subject_id", "subject_name", "subject_generic", "subject_vacant", "subject_invented")
_PLACE = ("territory_id", "territory_name", "fills_id", "fills_name")


def _derive(ask: Ask, params: CoverageBySubjectParams) -> list[CoverageBySubjectRow]:
    """Each function that anybody holds is asked for once; a subject that fills a generic one stands in its cell."""
    cells: list[CoverageRow] = ask(COVERAGE, CoverageParams.model_validate(params.model_dump()))
    held = dict.fromkeys(cell.function_id for cell in cells if cell.subjects)
    made: dict[Id, ClauseRef] = {}
    holders: dict[tuple[Id, Level], dict[Id, list[ResponsibilityRow]]] = defaultdict(dict)
    for function in held:
        asked = ResponsibilityParams(function=function, territory=params.territory, as_of=params.as_of)
        rows: list[ResponsibilityRow] = ask(RESPONSIBILITY, asked)
        levels = {row.subject_id: row.subject_level for row in rows}
        for row in rows:
            level = levels.get(row.fills_id or row.subject_id, row.subject_level)
            holders[function, level].setdefault(row.subject_id, []).append(row)
    return [row for cell in cells for row in _of_cell(cell, holders[cell.function_id, cell.level], made)]


def _of_cell(
    cell: CoverageRow, holders: dict[Id, list[ResponsibilityRow]], made: dict[Id, ClauseRef]
) -> list[CoverageBySubjectRow]:
    shared = {name: value for name, value in vars(cell).items() if name in _CELL}
    if not holders:
        nothing = dict.fromkeys((*_SUBJECT, *_PLACE))
        return [CoverageBySubjectRow(**shared, **nothing, roles=(), clauses=())]
    return [
        CoverageBySubjectRow(
            **shared,
            **{name: getattr(rows[0], name) for name in (*_SUBJECT, *_PLACE)},
            roles=tuple(sorted({row.role for row in rows}, key=_ROLES.index)),
            clauses=clause_refs(rows, made),
        )
        for rows in holders.values()
    ]


COVERAGE_BY_SUBJECT = DerivedQuestion(
    name="coverage_by_subject",
    summary_ru="Какой субъект территории какую функцию держит: матрица «функция × субъект» с ролями и пунктами.",
    summary_en="Which subject of a territory holds which function: function by subject, with roles and clauses.",
    params=CoverageBySubjectParams,
    row=CoverageBySubjectRow,
    uses=(COVERAGE, RESPONSIBILITY),
    derive=_derive,
)
