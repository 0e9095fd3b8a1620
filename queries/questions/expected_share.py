"""Which share of the expected model each territory has: the matrix of each one, counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, TerritoryKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class ExpectedShareParams(Params):
    """Each territory is judged from its own level down: a region at the regional, municipal and institutional one."""

    territory: TerritoryId = Field(description="This territory and all that lie in it are judged.")
    kind: TerritoryKind | None = Field(None, description="Only territories of this kind: regions, municipalities.")
    level: Level | None = Field(None, description="Only cells of this level.")


class ExpectedShareRow(Row):
    """One territory; those that are known come first, the best first. `acts`: of its own, loaded, in force or not.

    `expected`: cells function × level the catalogue expects. Of them `covered` by somebody actual, `overlap` covered
    twice, `generic_only` and `uncovered`; `no_order` cells are unknown, since no act of the territory is loaded, and
    stand apart: `denominator` is the rest. `share`: covered and overlap of the denominator, 0 to 1; none when it is 0.
    """

    territory_id: Id
    territory_name: str
    territory_kind: TerritoryKind
    acts: int
    expected: int
    covered: int
    overlap: int
    generic_only: int
    uncovered: int
    no_order: int
    denominator: int
    share: float | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested territory; the share to four places; the reason when nothing is known."""
        names = ("acts", "expected", "covered", "overlap", "generic_only", "uncovered", "no_order", "denominator")
        return {
            "territory": {
                "id": self.territory_id,
                "name": self.territory_name,
                "kind": self.territory_kind.value,
            },
            **{name: getattr(self, name) for name in names},
            "share": None if self.share is None else round(self.share, 4),
            "reason": "no-order" if self.share is None and self.no_order else None,
        }


EXPECTED_SHARE = Question(
    name="expected_share",
    summary_ru="Какая доля ожидаемой модели закреплена в каждом регионе и муниципалитете.",
    summary_en="Which share of the expected model each region and municipality has.",
    params=ExpectedShareParams,
    row=ExpectedShareRow,
    folder=Path(__file__).parent,
)
