"""Subjects that act by an act in force, and that no statement of its structure charges with anything."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.question import Params, Question, TerritoryId


class Acting(StrEnum):
    """In what a subject acts: it is responsible for an activity, is party to an agreement, acts towards another
    subject, performs a step of a route."""

    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    INTERACTION = "interaction"
    STEP = "step"


class OutsideStructureParams(Params):
    """Acts of the territory and of those that lie in it; all acts without a territory."""

    territory: TerritoryId | None = Field(None, description="Only acts of this territory and of those in it.")
    level: Level | None = Field(None, description="Only subjects of this level.")
    acting: Acting | None = Field(None, description="Only subjects that act in this.")


class OutsideStructureRow(Cited):
    """One thing a subject does outside the structure, by the clause that says so.

    A subject is in the structure when an assignment in force, other than by the clause of a row of a road map, is its
    own, that of the generic subject it fills, or, of a post, that of its body; or when it issued the act. Subjects of
    territories above the act's own are no part of its system. `title`: of the activity or route, else none; `part_of`:
    the body it is a part of.
    """

    subject_id: Id
    subject_name: str
    subject_level: Level
    subject_kind: SubjectKind
    generic: bool
    part_of_id: Id | None
    part_of_name: str | None
    territory_id: Id
    territory_name: str
    acting: Acting
    fact_id: Id
    title: str | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Subject, what it does, and the clause."""
        return {
            "subject": named_json(
                self.subject_id,
                self.subject_name,
                level=self.subject_level.value,
                kind=self.subject_kind.value,
                generic=self.generic,
                part_of=named_json(self.part_of_id, self.part_of_name),
            ),
            "territory": named_json(self.territory_id, self.territory_name),
            "acting": self.acting.value,
            "fact": self.fact_id,
            "title": self.title,
        } | self.cited()


OUTSIDE_STRUCTURE = Question(
    name="outside_structure",
    summary_ru="Какие субъекты действуют по акту, хотя его структура им ничего не поручает.",
    summary_en="Which subjects act by an act although its structure charges them with nothing.",
    params=OutsideStructureParams,
    row=OutsideStructureRow,
    folder=Path(__file__).parent,
)
