"""Every charge of one act, or of the acts of one territory in force: what comparisons are made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id, Sha256
from ontology.entities.vocabulary import Level, Role, SubjectKind
from ontology.i18n import Lang
from queries.cited import Cited, function_json, named_json
from queries.question import OrderId, Params, Question, TerritoryId


class ChargesParams(Params):
    """With an order its own statements are given whether it is in force or not: an edition may be an old one."""

    territory: TerritoryId | None = Field(None, description="Only acts of this very territory, in force on the day.")
    order: OrderId | None = Field(None, description="Only this act, whether in force or not.")


class ChargesRow(Cited):
    """One assignment, in the order of the act; without a function it is a statement the catalogue has no entry for.
    `words_sha256`: of the normalised statement, so that equal words are told without them."""

    assignment_id: Id
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    role: Role
    subject_id: Id
    subject_name: str
    subject_kind: SubjectKind
    level: Level
    words_sha256: Sha256

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, subject, role and clause."""
        return {
            "assignment": self.assignment_id,
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            "role": self.role.value,
            "subject": named_json(
                self.subject_id,
                self.subject_name,
                kind=self.subject_kind.value,
                level=self.level.value,
            ),
            "words_sha256": self.words_sha256,
        } | self.cited()


CHARGES = Question(
    name="charges",
    summary_ru="Что и кому поручает акт или действующие акты территории, пункт за пунктом.",
    summary_en="What an act, or the acts of a territory in force, charge whom with, clause by clause.",
    params=ChargesParams,
    row=ChargesRow,
    folder=Path(__file__).parent,
)
