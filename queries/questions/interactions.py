"""Who acts towards whom: gives data, trains, coordinates, controls …, by which clause."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import InteractionKind, ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.question import Params, Question, SubjectId, TerritoryId, Word


class InteractionsParams(Params):
    """`subject`: either side. An actual subject also acts, and is acted upon, as the generic subject it fills."""

    territory: TerritoryId | None = Field(None, description="Territory of the act or of a side, with all in it.")
    subject: SubjectId | None = Field(None, description="Subject on either side.")
    source: Annotated[SubjectId | None, Word("subject", also="from")] = Field(None, description="Who acts.")
    target: Annotated[SubjectId | None, Word("subject", also="to")] = Field(None, description="Towards whom.")
    kind: InteractionKind | None = Field(None, description="Only what is done so.")


class InteractionsRow(Cited):
    """(source)-[kind]->(target) by a clause; `quote` says what, in the act's words."""

    interaction_id: Id
    kind: InteractionKind
    source_id: Id
    source_name: str
    target_id: Id
    target_name: str
    territory_id: Id
    territory_name: str
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """Both sides by name, order and clause."""
        return {
            "interaction": self.interaction_id,
            "kind": self.kind.value,
            "source": named_json(self.source_id, self.source_name),
            "target": named_json(self.target_id, self.target_name),
            "territory": named_json(self.territory_id, self.territory_name),
            **self.cited(),
            "review": self.review.value,
        }


INTERACTIONS = Question(
    name="interactions",
    summary_ru="Кто с кем взаимодействует: передаёт данные, обучает, координирует, контролирует; по какому пункту.",
    summary_en="Who acts towards whom: gives data, trains, coordinates, controls; by which clause.",
    params=InteractionsParams,
    row=InteractionsRow,
    folder=Path(__file__).parent,
)
