"""Agreements that acts require, plan or report: with whom, by when, and where each stands on the day."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import AgreementStatus, ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.clause_ref import ClauseRef
from queries.named import Named
from queries.question import Params, Question, SubjectId, TerritoryId, Word


class AgreementsParams(Params):
    """`territory`: acts of it and of the territories in it set the agreement, or one of its bodies is a party."""

    territory: TerritoryId | None = Field(None, description="Territory of the act or of a party, with all in it.")
    subject: Annotated[SubjectId | None, Word("subject", also="party")] = Field(None, description="A party.")
    status: AgreementStatus | None = Field(None, description="Only those that stand so on the day.")
    overdue: bool = Field(False, description="Only those not concluded by their last day.")


class AgreementsRow(Cited):
    """One agreement. `status`: on the day, `recorded`: as it was noted last; `days_overdue`: since the last day to
    conclude it; `parties` by id; `also`: other clauses that ask for one of the same parties."""

    agreement_id: Id
    status: AgreementStatus
    recorded: AgreementStatus
    parties: tuple[Named, ...]
    deadline: Day | None
    term_text: str | None
    days_overdue: int | None
    number: str | None
    date: Day | None
    valid_until: Day | None
    territory_id: Id
    territory_name: str
    also: tuple[ClauseRef, ...]
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """`status` as it stands on the day, parties by name, order and clause."""
        flat = self.model_dump(mode="json")
        plain = ("status", "recorded", "parties", "deadline", "term_text", "days_overdue", "number", "date")
        return (
            {"agreement": self.agreement_id}
            | {name: flat[name] for name in (*plain, "valid_until")}
            | {"territory": named_json(self.territory_id, self.territory_name)}
            | self.cited()
            | {"also": [clause.public() for clause in self.also], "review": flat["review"]}
        )


AGREEMENTS = Question(
    name="agreements",
    summary_ru="Какие соглашения требуются, запланированы, заключены, истекли; кто стороны, что просрочено.",
    summary_en="Which agreements are required, planned, concluded, expired; who the parties are, what is overdue.",
    params=AgreementsParams,
    row=AgreementsRow,
    folder=Path(__file__).parent,
)
