"""Functions that one subject alone holds at its level, by clauses in force."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from queries.question import Params, Question, Row, TerritoryId


class SoleHoldersParams(Params):
    """Acts of the territory and of those above it."""

    territory: TerritoryId = Field(description="Territory whose acts give the functions.")


class SoleHoldersRow(Row):
    """One clause by which the subject alone, of all subjects of its level, holds the function, in whatever role."""

    subject_id: Id
    subject_name: str
    level: Level
    function_id: Id
    function_code: str
    function_ru: str
    function_en: str
    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    clause_id: Id
    clause: str


SOLE_HOLDERS = Question(
    name="sole_holders",
    summary_ru="Какие функции на своём уровне держит только один субъект.",
    summary_en="Which functions one subject alone holds at its level.",
    params=SoleHoldersParams,
    row=SoleHoldersRow,
    folder=Path(__file__).parent,
)
