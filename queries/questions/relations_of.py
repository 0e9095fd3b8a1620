"""How the subjects of a territory are connected by its acts: interactions and agreements, each with its clause."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId


class RelationsOfParams(Params):
    """Relations that acts of the territory or of those above set, in force on the day."""

    territory: TerritoryId = Field(description="Territory whose acts set the relations.")


class RelationsOfRow(Row):
    """(source)-[kind]->(target) by a clause. An agreement gives one row from its first party to each other one;
    `detail` is the kind of an interaction or the status of an agreement."""

    kind: Literal["interaction", "agreement"]
    relation_id: Id
    source: Id
    target: Id
    detail: str
    order_id: Id
    clause: str

    def public(self, lang: Lang) -> dict[str, Any]:
        """As it is."""
        return self.model_dump(mode="json")


RELATIONS_OF = Question(
    name="relations_of",
    summary_ru="Какие взаимодействия и соглашения субъектов устанавливают акты территории.",
    summary_en="Which interactions and agreements of subjects the acts of a territory set.",
    params=RelationsOfParams,
    row=RelationsOfRow,
    folder=Path(__file__).parent,
)
