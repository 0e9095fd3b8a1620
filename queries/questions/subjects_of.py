"""The subjects a territory's structure consists of, with how much each one holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class SubjectsOfParams(Params):
    """The territory's own subjects, those above it, and those below that its own acts name."""

    territory: TerritoryId = Field(description="Territory whose structure is listed.")


class SubjectsOfRow(Row):
    """One subject. `assignments`: by clauses in force; `functions`: different ones; `unmapped`: statements that fit
    no function. Parts of it and the generic subject it fills are given by id."""

    subject_id: Id
    name: str
    short: str | None
    level: Level
    kind: SubjectKind
    generic: bool
    vacant: bool
    invented: bool
    part_of: Id | None
    fills: Id | None
    territory_id: Id
    territory_name: str
    relation: Literal["own", "above", "below"]
    assignments: int
    functions: int
    unmapped: int

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested territory."""
        flat = self.model_dump(mode="json")
        for name in ("territory_id", "territory_name", "relation", "subject_id"):
            del flat[name]
        place = {"id": self.territory_id, "name": self.territory_name, "relation": self.relation}
        return {"id": self.subject_id} | flat | {"territory": place}


SUBJECTS_OF = Question(
    name="subjects_of",
    summary_ru="Из каких субъектов состоит система территории и сколько за каждым закреплено.",
    summary_en="Of which subjects a territory's system consists, and how much each of them holds.",
    params=SubjectsOfParams,
    row=SubjectsOfRow,
    folder=Path(__file__).parent,
)
