"""What an act rests on, amends and repeals, and which acts rest on it, amend and repeal it."""

from __future__ import annotations

from datetime import date as Day
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import order_json
from queries.question import OrderId, Params, Question, Row


class ActRelation(StrEnum):
    """How the act asked for is related to another one."""

    RESTS_ON = "rests-on"
    AMENDS = "amends"
    REPEALS = "repeals"
    BASIS_OF = "basis-of"
    AMENDED_BY = "amended-by"
    REPEALED_BY = "repealed-by"


class LegalBasisParams(Params):
    """The day decides whether the other acts are in force."""

    order: OrderId = Field(description="Act asked for.")


class LegalBasisRow(Row):
    """One reference. The act asked for: `order_*`; the other one: `other_*`, without an id while it is not loaded.

    `in_force`: of the other act on the day, none while it is not loaded. References are read off the whole act and have
    no clause of their own.
    """

    relation: ActRelation
    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    other_id: Id | None
    other_number: str | None
    other_date: Day | None
    other_title: str
    other_valid_until: Day | None
    in_force: bool | None
    territory_name: str | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Both acts; `loaded` says whether the other one can be asked about."""
        other = {
            "id": self.other_id,
            "number": self.other_number,
            "date": self.other_date.isoformat() if self.other_date else None,
            "title": self.other_title,
            "territory": self.territory_name,
            "loaded": self.other_id is not None,
            "in_force": self.in_force,
            "valid_until": self.other_valid_until.isoformat() if self.other_valid_until else None,
        }
        return {
            "relation": self.relation.value,
            "other": other,
            "order": order_json(self.order_id, self.order_number, self.order_date, self.order_title),
        }


LEGAL_BASIS = Question(
    name="legal_basis",
    summary_ru="На чём основан акт, что он изменяет и отменяет, и какие акты опираются на него.",
    summary_en="What an act rests on, amends and repeals, and which acts rest on it.",
    params=LegalBasisParams,
    row=LegalBasisRow,
    folder=Path(__file__).parent,
)
