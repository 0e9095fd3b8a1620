"""In how many territories each function is held at each level: the matrices of many territories, added up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.cited import function_json
from queries.question import DirectionId, FunctionId, Params, Question, Row, TerritoryId


class CoverageAcrossParams(Params):
    """Regions are counted for the regional level, municipalities for the municipal and institutional one, the country
    for the federal one."""

    territory: TerritoryId = Field(description="This territory and all that lie in it are counted.")
    level: Level | None = Field(None, description="Only this level.")
    direction: DirectionId | None = Field(None, description="Only functions of this direction of the catalogue.")
    function: FunctionId | None = Field(None, description="Only this function.")


class CoverageAcrossRow(Row):
    """One function at one level. `territories`: all of that level where it is expected, else those where somebody holds
    it all the same.

    Of them `covered` by somebody actual, `overlap` covered twice, `generic_only` and `uncovered`; in `no_order` ones
    nothing is known, since none of their acts is loaded: they stand apart, `denominator` is the rest. `share`: covered
    and overlap of the denominator, 0 to 1; none when it is 0 or the function is not expected there.
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
    territories: int
    covered: int
    overlap: int
    generic_only: int
    uncovered: int
    no_order: int
    denominator: int
    share: float | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested function and direction; the share to four places."""
        names = ("territories", "covered", "overlap", "generic_only", "uncovered", "no_order", "denominator")
        return {
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            "direction": function_json(
                self.direction_id, self.direction_code, self.direction_ru, self.direction_en, lang
            ),
            "level": self.level.value,
            "expected": self.expected,
            **{name: getattr(self, name) for name in names},
            "share": None if self.share is None else round(self.share, 4),
        }


COVERAGE_ACROSS = Question(
    name="coverage_across",
    summary_ru="В скольких регионах и муниципалитетах закреплена каждая функция на каждом уровне.",
    summary_en="In how many regions and municipalities each function is held at each level.",
    params=CoverageAcrossParams,
    row=CoverageAcrossRow,
    folder=Path(__file__).parent,
)
