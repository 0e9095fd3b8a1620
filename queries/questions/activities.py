"""Activities of road maps: who is responsible, by when, and where each stands on the day."""

from __future__ import annotations

from datetime import date as Day
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import ActivityStatus, Periodicity, ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.named import Named
from queries.question import Params, Question, SubjectId, TerritoryId, Word


class ActivityState(StrEnum):
    """Where an activity stands on a day. `due`: its last day is still to come; `periodic`: it recurs or goes on and has
    no last day; `undated`: no day could be read."""

    OVERDUE = "overdue"
    DUE = "due"
    PERIODIC = "periodic"
    UNDATED = "undated"
    DONE = "done"
    CANCELLED = "cancelled"


class ActivitiesParams(Params):
    """`territory`: acts of it and of the territories in it, and activities that one of its subjects answers for.
    `since`, `until`: the last day of the activity lies between them, both included."""

    territory: TerritoryId | None = Field(None, description="Territory of the act or of who is responsible.")
    subject: Annotated[SubjectId | None, Word("subject", also="responsible")] = Field(
        None, description="Subject that is responsible."
    )
    since: Day | None = Field(None, description="Only those whose last day is this day or later.")
    until: Day | None = Field(None, description="Only those whose last day is this day or earlier.")
    state: ActivityState | None = Field(None, description="Only those that stand so on the day.")


class ActivitiesRow(Cited):
    """One row of a road map. `responsible`: the subjects found for `responsible_text`, the words of the act;
    `status`: what a person told; `days_overdue`: since the last day, only of those overdue."""

    activity_id: Id
    no: str | None
    title: str
    direction: str | None
    event: str | None
    responsible: tuple[Named, ...]
    responsible_text: tuple[str, ...]
    executors: tuple[str, ...]
    term_text: str | None
    due: Day | None
    periodicity: Periodicity | None
    result: str | None
    status: ActivityStatus | None
    done_on: Day | None
    state: ActivityState
    days_overdue: int | None
    territory_id: Id
    territory_name: str
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """State, title, responsible as found and as written, term, result, order and clause."""
        flat = self.model_dump(mode="json")
        plain = ("no", "title", "state", "due", "days_overdue", "term_text", "periodicity", "responsible")
        more = ("responsible_text", "executors", "result", "direction", "event", "status", "done_on")
        return (
            {"activity": self.activity_id}
            | {name: flat[name] for name in (*plain, *more)}
            | {"territory": named_json(self.territory_id, self.territory_name)}
            | self.cited()
            | {"review": flat["review"]}
        )


ACTIVITIES = Question(
    name="activities",
    summary_ru="Какие мероприятия дорожных карт просрочены, предстоят, выполнены; кто ответственный и к какому сроку.",
    summary_en="Which road-map activities are overdue, due, done; who is responsible and by when.",
    params=ActivitiesParams,
    row=ActivitiesRow,
    folder=Path(__file__).parent,
)
