"""Who executes and who controls: officials of acts, those named by road maps, those accountable for functions."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.named import Named
from queries.question import OrderId, Params, Question, SubjectId, TerritoryId


class Duty(StrEnum):
    """What somebody does with an act, an activity or a function."""

    SIGNS = "signs"
    CONTROLS = "controls"
    RESPONSIBLE = "responsible"
    EXECUTES = "executes"


class ExecutorsParams(Params):
    """`territory`: of the act. A subject: what it answers for or controls, itself or as the generic one it fills."""

    territory: TerritoryId | None = Field(None, description="Territory of the act, with all in it.")
    order: OrderId | None = Field(None, description="Only by this act.")
    subject: SubjectId | None = Field(None, description="Only this subject.")
    duty: Duty | None = Field(None, description="Only those who do this.")


class ExecutorsRow(Cited):
    """One duty by one clause. `of`: an official and the act as a whole; an activity and those its row names; a function
    and the subject accountable for it; a subject and the one that controls it. `written`: names as the act writes
    them; `subjects`: those of them that are known."""

    duty: Duty
    of: Literal["act", "activity", "function", "subject"]
    fact_id: Id
    item: str | None
    item_en: str | None
    written: tuple[str, ...]
    post: str | None
    subjects: tuple[Named, ...]
    territory_id: Id
    territory_name: str
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """Who, what for, order and clause."""
        flat = self.model_dump(mode="json")
        return (
            {
                "duty": flat["duty"],
                "of": self.of,
                "item": self.item_en if lang == "en" and self.item_en else self.item,
            }
            | {name: flat[name] for name in ("written", "post", "subjects")}
            | {"territory": named_json(self.territory_id, self.territory_name)}
            | self.cited()
            | {"fact": self.fact_id, "review": flat["review"]}
        )


EXECUTORS = Question(
    name="executors",
    summary_ru="Кто исполняет и кто контролирует: должностные лица актов, исполнители мероприятий, контролирующие.",
    summary_en="Who executes and who controls: officials of acts, executors of activities, those accountable.",
    params=ExecutorsParams,
    row=ExecutorsRow,
    folder=Path(__file__).parent,
)
