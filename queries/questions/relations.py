"""Every relation between two subjects that acts in force set, each with its clause: the graph that chains run over."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import MayCite, named_json
from queries.question import Params, Question, TerritoryId


class RelationKind(StrEnum):
    """How two subjects are related, the closest first."""

    PART_OF = "part-of"
    FILLS = "fills"
    AGREEMENT = "agreement"
    INTERACTION = "interaction"
    ROUTE = "route"
    ACTIVITY = "activity"


class RelationsParams(Params):
    """Acts of the territory and of those above it; all acts without a territory."""

    territory: TerritoryId | None = Field(
        None, description="Territory whose acts set the relations, with those of the territories above."
    )
    below: bool = Field(True, description="Also acts of the territories that lie in it.")


class RelationsRow(MayCite):
    """(source)-[kind]->(target). part-of: a part to its body; fills: an actual subject to the generic one; interaction:
    who acts to whom; route: who does a step to who does the next one; agreement, activity: each two parties, each two
    who answer for it together (`mutual`: neither comes first).

    `detail`: kind of the interaction, status of the agreement on the day; `about`: the route or activity.
    `relation_id`: the part, the actual subject, the interaction, the agreement, the later step, the activity. A
    relation from a register of organisations has no clause.
    """

    kind: RelationKind
    relation_id: Id
    source_id: Id
    source_name: str
    target_id: Id
    target_name: str
    detail: str | None
    about_id: Id | None
    about: str | None

    @property
    def mutual(self) -> bool:
        """Whether both are equal in it."""
        return self.kind in {RelationKind.AGREEMENT, RelationKind.ACTIVITY}

    def public(self, lang: Lang) -> dict[str, Any]:
        """Both subjects nested, the clause."""
        return {
            "kind": self.kind.value,
            "detail": self.detail,
            "about": named_json(self.about_id, self.about),
            "mutual": self.mutual,
            "source": {"id": self.source_id, "name": self.source_name},
            "target": {"id": self.target_id, "name": self.target_name},
        } | self.cited()


RELATIONS = Question(
    name="relations",
    summary_ru="Как субъекты связаны: части, соглашения, взаимодействия, соседние шаги, общие мероприятия; по пунктам.",
    summary_en="How subjects are related: parts, agreements, interactions, steps in a row, joint activities.",
    params=RelationsParams,
    row=RelationsRow,
    folder=Path(__file__).parent,
)
