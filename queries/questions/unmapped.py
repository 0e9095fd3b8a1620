"""Statements that fit no function of the catalogue, and those read or matched less surely than a bound."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, ReadingStatus, Role
from ontology.i18n import Lang
from queries.cited import Cited, function_json, named_json
from queries.question import Params, Question, TerritoryId


class Doubt(StrEnum):
    """Why a statement is listed: it has no function; the function fits poorly; it was read unsurely."""

    UNMAPPED = "unmapped"
    SCORE = "low-score"
    CONFIDENCE = "low-confidence"


class UnmappedParams(Params):
    """What a person has confirmed is sure, whatever the numbers say; only what has no function stays listed."""

    territory: TerritoryId | None = Field(None, description="Only acts of this territory and of those in it.")
    below: float = Field(
        0.0, ge=0, le=1, description="Also statements whose confidence or score is below this bound, 0 to 1."
    )


class UnmappedRow(Cited):
    """One statement for one subject; those without a function first, then the least sure ones."""

    assignment_id: Id
    subject_id: Id
    subject_name: str
    subject_level: Level
    territory_id: Id
    territory_name: str
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    role: Role
    score: float | None
    confidence: float
    why: str | None
    status: ReadingStatus
    doubt: Doubt

    def public(self, lang: Lang) -> dict[str, Any]:
        """Subject, function if any, why it is listed, and the clause."""
        return {
            "assignment": self.assignment_id,
            "doubt": self.doubt.value,
            "subject": named_json(self.subject_id, self.subject_name, level=self.subject_level.value),
            "territory": named_json(self.territory_id, self.territory_name),
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            "role": self.role.value,
            "score": self.score,
            "confidence": self.confidence,
            "why": self.why,
            "status": self.status.value,
        } | self.cited()


UNMAPPED = Question(
    name="unmapped",
    summary_ru="Какие формулировки актов не подошли ни одной функции или прочитаны неуверенно.",
    summary_en="Which statements of acts fit no function of the catalogue, or were read unsurely.",
    params=UnmappedParams,
    row=UnmappedRow,
    folder=Path(__file__).parent,
)
