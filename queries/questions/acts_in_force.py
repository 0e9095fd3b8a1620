"""The acts in force on a day in a territory and in all that lies in it."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import OrderKind, ReadingStatus, TerritoryKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class ActsInForceParams(Params):
    """All territories when none is named."""

    territory: TerritoryId | None = Field(None, description="Territory whose acts are listed, with all in it.")


class AmendingAct(Row):
    """An act in force that amends another."""

    id: Id
    number: str
    date: Day | None


class ActsInForceRow(Row):
    """One order in force; the territory asked for first, newest first. `amended_by`: acts in force that amend it."""

    order_id: Id
    kind: OrderKind
    number: str
    date: Day | None
    valid_until: Day | None
    title: str
    issuer: str
    status: ReadingStatus
    territory_id: Id
    territory_name: str
    territory_kind: TerritoryKind
    amended_by: tuple[AmendingAct, ...]

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested order and territory."""
        flat = self.model_dump(mode="json")
        own = ("kind", "number", "date", "valid_until", "title", "issuer", "status")
        return {
            "order": {"id": self.order_id} | {name: flat[name] for name in own},
            "territory": {name: flat[f"territory_{name}"] for name in ("id", "name", "kind")},
            "amended_by": flat["amended_by"],
        }


ACTS_IN_FORCE = Question(
    name="acts_in_force",
    summary_ru="Какие акты действуют на дату на территории и на входящих в неё.",
    summary_en="Which acts are in force on a day in a territory and those in it.",
    params=ActsInForceParams,
    row=ActsInForceRow,
    folder=Path(__file__).parent,
)
