"""All bounds and reached values of teachers per regional methodist that bear on a territory, each with its clause."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class LoadNormsParams(Params):
    """`as_of` decides only which of them is in force; all are listed."""

    territory: TerritoryId = Field(
        description="Territory whose own norms and those of the territories above are listed."
    )


class LoadNormsRow(Row):
    """A bound (plan) or a level reached (actual), in the order of time."""

    norm_id: Id
    kind: ObservationKind
    comparison: Comparison
    value: float
    unit: str | None
    period: str | None
    valid_from: date | None
    valid_until: date | None
    in_force: bool
    territory_id: Id
    territory_name: str
    order_id: Id
    order_number: str
    order_date: date | None
    order_title: str
    clause_id: Id
    clause: str

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested territory and order."""
        flat = self.model_dump(mode="json")
        names = ("kind", "comparison", "value", "unit", "period", "valid_from", "valid_until", "in_force", "clause")
        return {name: flat[name] for name in names} | {
            "id": self.norm_id,
            "clause_id": self.clause_id,
            "territory": {"id": self.territory_id, "name": self.territory_name},
            "order": {name: flat[f"order_{name}"] for name in ("id", "number", "date", "title")},
        }


LOAD_NORMS = Question(
    name="load_norms",
    summary_ru="Какие нормативы и достигнутые значения числа учителей на регионального методиста установлены и где.",
    summary_en="Which norms and reached values of teachers per regional methodist are set, and by which clause.",
    params=LoadNormsParams,
    row=LoadNormsRow,
    folder=Path(__file__).parent,
)
