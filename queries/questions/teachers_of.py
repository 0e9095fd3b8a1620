"""How many teachers each organisation of a territory has, by the latest count."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import named_json
from queries.question import Params, Question, Row, TerritoryId


class TeachersOfParams(Params):
    """With all that lies in the territory."""

    territory: TerritoryId = Field(description="Territory whose organisations are listed, with all that lies in it.")


class TeachersOfRow(Row):
    """The latest count of an organisation and school subject up to the day; none: all school subjects together."""

    school_id: Id
    school_name: str
    territory_id: Id
    territory_name: str
    subject_area: str | None
    teachers: int
    counted: Day
    invented: bool

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested school and territory."""
        return {
            "school": named_json(self.school_id, self.school_name),
            "territory": named_json(self.territory_id, self.territory_name),
            "subject_area": self.subject_area,
            "teachers": self.teachers,
            "counted": self.counted.isoformat(),
            "invented": self.invented,
        }


TEACHERS_OF = Question(
    name="teachers_of",
    summary_ru="Сколько учителей в каждой организации территории, всего и по предметам, на последний день подсчёта.",
    summary_en="How many teachers each organisation of a territory has, in all and by school subject, as last counted.",
    params=TeachersOfParams,
    row=TeachersOfRow,
    folder=Path(__file__).parent,
)
