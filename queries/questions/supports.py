"""Which regional methodist supports how many teachers of which school."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import named_json
from queries.question import Params, Question, Row, TerritoryId


class SupportsParams(Params):
    """The whole region is answered for: methodists of a region serve the schools of its municipalities."""

    territory: TerritoryId = Field(description="Territory of whose region all methodists are listed.")


class SupportsRow(Row):
    """One methodist and one school; one row without a school where the methodist supports none.

    Of a methodist (a code within a region) the rows of the latest day up to the day count. `fte_hundredths`: of this
    row's post, in hundredths, so that sums are exact.
    """

    methodist_id: Id
    methodist: str
    subject_area: str | None
    territory_id: Id
    territory_name: str
    fte_hundredths: int
    support_id: Id | None
    school_id: Id | None
    school_name: str | None
    school_territory_id: Id | None
    school_territory_name: str | None
    teachers: int | None
    invented: bool

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested territory and school."""
        place = named_json(self.school_territory_id, self.school_territory_name)
        return {
            "methodist": self.methodist,
            "subject_area": self.subject_area,
            "territory": named_json(self.territory_id, self.territory_name),
            "fte": self.fte_hundredths / 100,
            "school": named_json(self.school_id, self.school_name, territory=place),
            "teachers": self.teachers,
            "invented": self.invented,
        }


SUPPORTS = Question(
    name="supports",
    summary_ru="Учителей каких школ и сколько сопровождает каждый региональный методист.",
    summary_en="Teachers of which schools, and how many, each regional methodist supports.",
    params=SupportsParams,
    row=SupportsRow,
    folder=Path(__file__).parent,
)
