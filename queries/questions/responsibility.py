"""Who holds a function in a territory, by which clause: the territory's own subjects and those above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, ReadingStatus, Role, TerritoryKind
from ontology.i18n import Lang
from queries.question import FunctionId, Params, Question, Row, TerritoryId


class ResponsibilityParams(Params):
    """`below` adds the own subjects of the municipalities of a region (or of the regions of a country)."""

    function: FunctionId = Field(description="Function of the catalogue.")
    territory: TerritoryId = Field(description="Territory the answer is for.")
    level: Level | None = Field(None, description="Only subjects of this level.")
    below: bool = Field(False, description="Also the own subjects of the territories that lie in it.")


class ResponsibilityRow(Row):
    """One subject that holds the function in one role by one clause.

    `relation`: the subject's territory is the one asked for (own), one it lies in (above) or one that lies in it
    (below). `fills`: the generic subject through which an actual one holds the function.
    """

    function_id: Id
    function_code: str
    function_ru: str
    function_en: str
    subject_id: Id
    subject_name: str
    subject_level: Level
    subject_generic: bool
    subject_vacant: bool
    subject_invented: bool
    fills_id: Id | None
    fills_name: str | None
    role: Role
    territory_id: Id
    territory_name: str
    territory_kind: TerritoryKind
    relation: Literal["own", "above", "below"]
    order_id: Id
    order_number: str
    order_date: date | None
    order_title: str
    clause_id: Id
    clause: str
    quote: str | None
    confidence: float
    status: ReadingStatus
    assignment_id: Id

    def public(self, lang: Lang) -> dict[str, Any]:
        """The row of `interfaces.md`: function, subject, role, territory, order, clause, quote, confidence, status."""
        flat = self.model_dump(mode="json")
        generic = {"id": self.fills_id, "name": self.fills_name} if self.fills_id else None
        return {
            "function": {
                "id": self.function_id,
                "code": self.function_code,
                "label": self.function_en if lang == "en" else self.function_ru,
            },
            "subject": {
                name: flat[f"subject_{name}"] for name in ("id", "name", "level", "generic", "vacant", "invented")
            }
            | {"fills": generic},
            "role": flat["role"],
            "territory": {name: flat[f"territory_{name}"] for name in ("id", "name", "kind")}
            | {"relation": self.relation},
            "order": {name: flat[f"order_{name}"] for name in ("id", "number", "date", "title")},
            "clause": self.clause,
            "clause_id": self.clause_id,
            "quote": self.quote,
            "confidence": self.confidence,
            "status": flat["status"],
            "assignment": self.assignment_id,
        }


RESPONSIBILITY = Question(
    name="responsibility",
    summary_ru="Кто отвечает за функцию на территории, по какому пункту какого акта; если никто, то почему.",
    summary_en="Who is responsible for a function in a territory, by which clause of which order; if nobody, why.",
    params=ResponsibilityParams,
    row=ResponsibilityRow,
    folder=Path(__file__).parent,
)
