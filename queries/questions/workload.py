"""How much runs through each subject of a territory: functions, activities, agreements, interactions, steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.clause_ref import ClauseRef
from queries.question import Params, Question, Row, TerritoryId


class WorkloadParams(Params):
    """Subjects of the territory and of those in it, and subjects above it to whom an act of these gives something."""

    territory: TerritoryId = Field(description="Territory whose subjects are listed, with all that lies in it.")
    level: Level | None = Field(None, description="Only subjects of this level.")


class WorkloadRow(Row):
    """One subject that has anything to do by acts in force; the busiest first.

    `functions`: different ones it holds itself, in any role; `through`: further ones it holds only through the generic
    subject it fills. `activities`: those it answers for; cancelled ones do not count. `steps` of `routes`. `total`: all
    of these but `through` and `routes`; `whole`: the sum of it over all rows.
    """

    subject_id: Id
    subject_name: str
    level: Level
    generic: bool
    vacant: bool
    territory_id: Id
    territory_name: str
    relation: Literal["own", "above", "below"]
    functions: int
    through: int
    activities: int
    agreements: int
    interactions_out: int
    interactions_in: int
    routes: int
    steps: int
    total: int
    whole: int
    clauses: tuple[ClauseRef, ...]

    @property
    def share(self) -> float:
        """Share of the whole, 0 to 1."""
        return round(self.total / self.whole, 4) if self.whole else 0.0

    def public(self, lang: Lang) -> dict[str, Any]:
        """Subject and territory nested, counts, the share of the whole, and the clauses they rest on."""
        counts = (
            "functions",
            "activities",
            "agreements",
            "interactions_out",
            "interactions_in",
            "routes",
            "steps",
            "total",
        )
        return {
            "subject": {
                "id": self.subject_id,
                "name": self.subject_name,
                "level": self.level.value,
                "generic": self.generic,
                "vacant": self.vacant,
            },
            "territory": {"id": self.territory_id, "name": self.territory_name, "relation": self.relation},
            **{name: getattr(self, name) for name in counts},
            "functions_through": self.through,
            "share": self.share,
            "clauses": [clause.public() for clause in self.clauses],
        }


WORKLOAD = Question(
    name="workload",
    summary_ru="Сколько функций, мероприятий, соглашений, взаимодействий и шагов приходится на каждого субъекта.",
    summary_en="How many functions, activities, agreements, interactions and steps each subject has.",
    params=WorkloadParams,
    row=WorkloadRow,
    folder=Path(__file__).parent,
)
