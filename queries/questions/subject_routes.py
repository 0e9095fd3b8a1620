"""The routes a subject has a step in, whole, with its own steps marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, function_json, named_json
from queries.question import Params, Question, SubjectId


class SubjectRoutesParams(Params):
    """An actual subject also does the steps of the generic subject it fills."""

    subject: SubjectId = Field(description="Subject that does a step.")


class SubjectRoutesRow(Cited):
    """One step of a route; without a subject the route is broken here. `own`: the subject asked for does it."""

    route_id: Id
    route_name: str
    step_id: Id
    position: int
    subject_id: Id | None
    subject_name: str | None
    own: bool
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """Route, place of the step, who does it, the function it carries out, order and clause."""
        return {
            "route": named_json(self.route_id, self.route_name),
            "step": self.position,
            "subject": named_json(self.subject_id, self.subject_name),
            "own": self.own,
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            **self.cited(),
            "review": self.review.value,
        }


SUBJECT_ROUTES = Question(
    name="subject_routes",
    summary_ru="В каких маршрутах участвует субъект, на каком шаге и кто делает остальные шаги.",
    summary_en="Which routes a subject takes part in, at which step, and who does the others.",
    params=SubjectRoutesParams,
    row=SubjectRoutesRow,
    folder=Path(__file__).parent,
)
