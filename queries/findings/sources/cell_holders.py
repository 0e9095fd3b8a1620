"""Who is named for the cells of a territory's matrix, by which clause, in force or not."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from queries.cited import Cited
from queries.question import Params, Question, TerritoryId


class CellHoldersParams(Params):
    """The same subjects and acts as in `coverage`."""

    territory: TerritoryId = Field(description="Territory of the matrix.")


class CellHoldersRow(Cited):
    """A subject that a clause of an act names for a function; `in_force`: the act is on the day."""

    function_id: Id
    level: Level
    subject_id: Id
    subject_name: str
    in_force: bool


CELL_HOLDERS = Question(
    name="cell_holders",
    summary_ru="Кого акты территории и вышестоящих называют для каждой функции и уровня, по каким пунктам.",
    summary_en="Whom acts of a territory and of those above name for each function and level, by which clauses.",
    params=CellHoldersParams,
    row=CellHoldersRow,
    folder=Path(__file__).parent,
)
