"""Places of acts that name different subjects responsible for one function: what conflicts are chosen from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.cited import named_json
from queries.question import FunctionId, Params, Question, TerritoryId
from queries.questions.sides import FunctionSides


class Contest(StrEnum):
    """Which places name different subjects: a statement and a row of a road map, two acts, or the same words at two
    clauses."""

    PLAN = "plan"
    ACTS = "acts"
    WORDS = "words"


class ContestedParams(Params):
    """Acts of the territory and of those that lie in it; all acts without a territory."""

    territory: TerritoryId | None = Field(None, description="Only acts of this territory and of those in it.")
    function: FunctionId | None = Field(None, description="Only this function.")


class ContestedRow(FunctionSides):
    """One statement (left) and a statement or a row of a road map (right), whose subjects are of one level.

    `part_of`: one of the two subjects is a part of the other. `activity`: title of the row. `…_why`: the terms by which
    the statement was taken for the function; `…_words`: the statement itself where the user's copy is loaded.
    """

    territory_id: Id
    territory_name: str
    level: Level
    kind: Contest
    part_of: bool
    assignment_id: Id
    activity_id: Id | None
    activity: str | None
    left_why: str | None
    left_words: str | None
    right_why: str | None
    right_words: str | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, territory, level, kind and both sides with clause and order."""
        return {
            "function": self.function(lang),
            "territory": named_json(self.territory_id, self.territory_name),
            "level": self.level.value,
            "kind": self.kind.value,
            "part_of": self.part_of,
            "left": self.side("left"),
            "right": self.side("right", activity=named_json(self.activity_id, self.activity)),
        }


CONTESTED = Question(
    name="contested",
    summary_ru="В каких местах актов ответственными за одну функцию названы разные субъекты, похожи ли слова или нет.",
    summary_en="Which places of acts name different subjects responsible for one function, like in words or not.",
    params=ContestedParams,
    row=ContestedRow,
    folder=Path(__file__).parent,
)
