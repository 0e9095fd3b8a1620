"""Subjects that acts name and give no function, and what they have instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.question import Params, Question, TerritoryId


class IdleSubjectsParams(Params):
    """Subjects known from registries alone are no concern of an act and are left out."""

    territory: TerritoryId | None = Field(None, description="Only acts of this territory and of those in it.")
    level: Level | None = Field(None, description="Only subjects of this level.")


class IdleSubjectsRow(Cited):
    """One subject named first by the clause of an act in force, with no function by acts in force, neither itself nor
    through the generic one it fills.

    What it has instead, by acts in force: `unmapped` statements that fit no function; `agreements` it is party to;
    `acts_towards` others and `acted_upon` by others (interactions); `activities` it is responsible for; `steps` of
    routes; `parts`: subjects that are a part of it and hold a function.
    """

    subject_id: Id
    subject_name: str
    subject_level: Level
    subject_kind: SubjectKind
    generic: bool
    territory_id: Id
    territory_name: str
    unmapped: int
    agreements: int
    acts_towards: int
    acted_upon: int
    activities: int
    steps: int
    parts: int

    def public(self, lang: Lang) -> dict[str, Any]:
        """Subject, what it has, and the clause that names it."""
        return {
            "subject": named_json(
                self.subject_id,
                self.subject_name,
                level=self.subject_level.value,
                kind=self.subject_kind.value,
                generic=self.generic,
            ),
            "territory": named_json(self.territory_id, self.territory_name),
            "unmapped": self.unmapped,
            "agreements": self.agreements,
            "acts_towards": self.acts_towards,
            "acted_upon": self.acted_upon,
            "activities": self.activities,
            "steps": self.steps,
            "parts": self.parts,
        } | self.cited()


IDLE_SUBJECTS = Question(
    name="idle_subjects",
    summary_ru="Какие названные в актах субъекты не держат ни одной функции и что у них есть вместо этого.",
    summary_en="Which subjects that acts name hold no function, and what they have instead.",
    params=IdleSubjectsParams,
    row=IdleSubjectsRow,
    folder=Path(__file__).parent,
)
