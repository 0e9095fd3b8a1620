"""How acts call a subject: its name, its short and other names, and the writings by which it was found."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ontology.entities.base import Id
from queries.question import Params, Question, Row, SubjectId


class SubjectNamesParams(Params):
    """A subject is also called as the generic subject it fills."""

    subject: SubjectId = Field(description="Subject whose names are listed.")


class SubjectNamesRow(Row):
    """The subject, or the generic one it fills, with its names; `variants`: writings that were taken for it, those left
    out that name it only in part or refer back."""

    subject_id: Id
    name: str
    short: str | None
    others: tuple[str, ...]
    territory_id: Id
    variants: tuple[str, ...]


SUBJECT_NAMES = Question(
    name="subject_names",
    summary_ru="Как акты называют субъект.",
    summary_en="How acts call a subject.",
    params=SubjectNamesParams,
    row=SubjectNamesRow,
    folder=Path(__file__).parent,
)
