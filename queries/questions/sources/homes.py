"""The region each of some subjects belongs to."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ontology.entities.base import Id
from queries.question import Params, Question, Row


class HomesParams(Params):
    """Subjects by id."""

    subjects: tuple[Id, ...] = Field((), description="Subjects asked about.")


class HomesRow(Row):
    """A subject that exists; a federal one has no region."""

    subject_id: Id
    region_id: Id | None


HOMES = Question(
    name="homes",
    summary_ru="К каким регионам относятся субъекты.",
    summary_en="Which regions subjects belong to.",
    params=HomesParams,
    row=HomesRow,
    folder=Path(__file__).parent,
)
