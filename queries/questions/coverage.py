"""Which functions of the catalogue a territory covers, at which level, and why a cell is not covered."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.nobody_reasons import Reason, sentence
from queries.question import DirectionId, FunctionId, Params, Question, Row, TerritoryId


class CellStatus(StrEnum):
    """State of a cell. Overlap: covered, and two subjects of one territory are both responsible at that level."""

    COVERED = "covered"
    GENERIC_ONLY = "generic-only"
    UNCOVERED = "uncovered"
    OVERLAP = "overlap"


class CoverageParams(Params):
    """Without `level`: municipal and institutional for a municipality, all but federal for a region, all for a country.
    With `function` its cells at all levels are given, expected or not."""

    territory: TerritoryId = Field(description="Territory the matrix is for.")
    level: Level | None = Field(None, description="Only cells of this level.")
    direction: DirectionId | None = Field(None, description="Only functions of this direction of the catalogue.")
    function: FunctionId | None = Field(None, description="Only this function.")
    status: CellStatus | None = Field(None, description="Only cells in this state.")


class CoverageRow(Row):
    """One cell. Role counts are subjects named by clauses in force; `actual` are working, not generic subjects (those
    that fill a generic one included); `elsewhere`: held at another level, or in the territories below only."""

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
    responsible: int
    accountable: int
    consulted: int
    contributes: int
    informed: int
    subjects: int
    actual: int
    only_generic: bool
    elsewhere: bool
    status: CellStatus
    reason: Reason | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """The cell with labels in `lang`, nested function and direction, and the reason said in words."""
        flat = self.model_dump(mode="json")
        names = ("level", "expected", "responsible", "accountable", "consulted", "contributes", "informed", "subjects")
        return {
            "function": {
                "id": self.function_id,
                "code": self.function_code,
                "label": self.function_en if lang == "en" else self.function_ru,
            },
            "direction": {
                "id": self.direction_id,
                "code": self.direction_code,
                "label": self.direction_en if lang == "en" else self.direction_ru,
            },
            **{name: flat[name] for name in names},
            "actual": self.actual,
            "only_generic": self.only_generic,
            "elsewhere": self.elsewhere,
            "status": flat["status"],
            "reason": flat["reason"],
            "explanation": sentence(self.reason, lang) if self.reason else None,
        }


COVERAGE = Question(
    name="coverage",
    summary_ru="Какие функции на каком уровне территории закреплены, какие никем и почему, какие дважды.",
    summary_en="Which functions are held at which level of a territory, which by nobody and why, which twice.",
    params=CoverageParams,
    row=CoverageRow,
    folder=Path(__file__).parent,
)
