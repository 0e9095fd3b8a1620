"""The orders that bear on a territory, and whether each is in force: what an answer "nobody" has looked at."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import OrderKind, TerritoryKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class ActsParams(Params):
    """Orders of the territory and of those above it."""

    territory: TerritoryId = Field(description="Territory whose acts are listed, with those of the territories above.")


class ActsRow(Row):
    """One order; nearest territory first, newest first."""

    order_id: Id
    kind: OrderKind
    number: str
    date: Day | None
    valid_until: Day | None
    title: str
    in_force: bool
    relation: Literal["own", "above"]
    territory_id: Id
    territory_name: str
    territory_kind: TerritoryKind

    def public(self, lang: Lang) -> dict[str, Any]:
        """Nested order and territory."""
        flat = self.model_dump(mode="json")
        return {
            "order": {name: flat[name] for name in ("kind", "number", "date", "valid_until", "title")}
            | {"id": self.order_id},
            "in_force": self.in_force,
            "relation": self.relation,
            "territory": {name: flat[f"territory_{name}"] for name in ("id", "name", "kind")},
        }


ACTS = Question(
    name="acts",
    summary_ru="Какие акты загружены для территории и для тех, в которые она входит, и действуют ли они.",
    summary_en="Which orders are loaded for a territory and those above it, and whether they are in force.",
    params=ActsParams,
    row=ActsRow,
    folder=Path(__file__).parent,
)
