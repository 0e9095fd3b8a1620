"""All that a subject holds by clauses in force, statements that fit no function of the catalogue included."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReadingStatus, Role
from ontology.i18n import Lang
from queries.cited import named_json
from queries.question import Params, Question, Row, SubjectId


class HoldingsParams(Params):
    """An actual subject also holds what the generic subject it fills holds."""

    subject: SubjectId = Field(description="Subject whose functions are listed.")
    parts: bool = Field(False, description="Also what the parts of the body hold.")


class HoldingsRow(Row):
    """One assignment; without a function it is a statement the catalogue has no entry for. `through`: the subject that
    holds it by the clause when it is not the one asked for: the generic one it fills, or a part of it."""

    assignment_id: Id
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    direction_ru: str | None
    direction_en: str | None
    role: Role
    through_id: Id | None
    through_name: str | None
    through_relation: Literal["fills", "part"] | None
    order_id: Id
    order_number: str
    order_date: date | None
    order_title: str
    clause_id: Id
    clause: str
    quote: str | None
    confidence: float
    status: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested function and order."""
        flat = self.model_dump(mode="json")
        english = lang == "en"
        function = None
        if self.function_id:
            function = {
                "id": self.function_id,
                "code": self.function_code,
                "label": self.function_en if english else self.function_ru,
                "direction": self.direction_en if english else self.direction_ru,
            }
        return {
            "assignment": self.assignment_id,
            "function": function,
            "role": flat["role"],
            "through": named_json(self.through_id, self.through_name, relation=self.through_relation),
            "order": {name: flat[f"order_{name}"] for name in ("id", "number", "date", "title")},
            "clause": self.clause,
            "clause_id": self.clause_id,
            "quote": self.quote,
            "confidence": self.confidence,
            "status": flat["status"],
        }


HOLDINGS = Question(
    name="holdings",
    summary_ru="Какие функции закреплены за субъектом, в какой роли и по каким пунктам.",
    summary_en="Which functions a subject holds, in which role and by which clauses.",
    params=HoldingsParams,
    row=HoldingsRow,
    folder=Path(__file__).parent,
)
