"""Who stands directly above a subject: the body it is a part of, who controls it, whom it reports to.

Whoever coordinates is no superior: acts say so of neighbours that agree what they do.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import MayCite, named_json
from queries.question import Params, Question, SubjectId, TerritoryId


class Above(StrEnum):
    """How one subject stands below another."""

    PART_OF = "part-of"
    FILLS = "fills"
    CONTROLLED_BY = "controlled-by"
    REPORTS_TO = "reports-to"


class SuperiorsParams(Params):
    """`territory`: subjects of it, of the territories in it and of those above it."""

    territory: TerritoryId | None = Field(None, description="Territory of the subjects, with those in it and above.")
    subject: SubjectId | None = Field(None, description="Only what stands above this subject.")


class SuperiorsRow(MayCite):
    """(subject)-[relation]->(superior). A part without a clause, and an organisation that fills a generic subject, are
    known from a table and have neither order nor clause."""

    subject_id: Id
    subject_name: str
    relation: Above
    superior_id: Id
    superior_name: str
    fact_id: Id

    def public(self, lang: Lang) -> dict[str, Any]:
        """Both subjects, order and clause."""
        return {
            "subject": named_json(self.subject_id, self.subject_name),
            "relation": self.relation.value,
            "superior": named_json(self.superior_id, self.superior_name),
        } | self.cited()


SUPERIORS = Question(
    name="superiors",
    summary_ru="Кто стоит над субъектом: в состав кого он входит, кто его контролирует, кому отчитывается.",
    summary_en="Who stands above a subject: what it is a part of, who controls it, whom it reports to.",
    params=SuperiorsParams,
    row=SuperiorsRow,
    folder=Path(__file__).parent,
)
