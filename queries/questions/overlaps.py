"""Which functions two subjects of one territory and level hold in the same deciding role, and where that is lawful."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.cited import named_json
from queries.question import FunctionId, Params, Question, TerritoryId
from queries.questions.sides import FunctionSides


class Sharing(StrEnum):
    """Why two subjects may hold one function: the same statement gives it to both; one is a part of the other; one
    fills the other."""

    JOINT = "joint"
    PART_OF = "part-of"
    FILLS = "fills"


class OverlapsParams(Params):
    """Subjects that act in territories of their own share nothing: only subjects of one territory are compared."""

    territory: TerritoryId | None = Field(None, description="Only subjects of this territory and of those in it.")
    level: Level | None = Field(None, description="Only subjects of this level.")
    function: FunctionId | None = Field(None, description="Only this function.")
    lawful: bool | None = Field(None, description="Only lawful sharing, or only what is none.")


class OverlapsRow(FunctionSides):
    """Two subjects of one territory and level, both responsible or both accountable, by clauses in force; the one
    whose clause comes first is on the left. `lawful`: why that is no fault; none: it is one."""

    level: Level
    territory_id: Id
    territory_name: str
    role: Literal["responsible", "accountable"]
    lawful: Sharing | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, level, territory, role, both sides with clause and order, and why it is lawful."""
        return {
            "function": self.function(lang),
            "level": self.level.value,
            "territory": named_json(self.territory_id, self.territory_name),
            "role": self.role,
            "lawful": self.lawful.value if self.lawful else None,
            "left": self.side("left"),
            "right": self.side("right"),
        }


OVERLAPS = Question(
    name="overlaps",
    summary_ru="Какие функции держат сразу два субъекта одной территории и уровня и где это законно.",
    summary_en="Which functions two subjects of one territory and level hold at once, and where that is lawful.",
    params=OverlapsParams,
    row=OverlapsRow,
    folder=Path(__file__).parent,
)
