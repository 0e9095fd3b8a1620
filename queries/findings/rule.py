"""A rule of the audit is one declaration: what it finds, how grave that is, its query, and how many it has checked.

Its question gives *evidence*: rows that belong to one finding carry one `key`, a row for each clause the finding rests
on. A rule refuses to be constructed when its question or its denominator does not fit that form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.errors import DeclarationError
from ontology.i18n import Lang
from queries.question import AnyQuestion, Params, Row, TerritoryId


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    NOTE = "note"


class Scope(Params):
    """What is audited: the territory and all that lies in it; everything when none is named."""

    territory: TerritoryId | None = Field(None, description="Territory audited, with all that lies in it.")


class Evidence(Row):
    """One clause a finding rests on; a finding without a clause has one row with none.

    `key`: what makes the finding this one: ids that do not change when acts are read again, never names or values that
    a mend changes. `territory`: where the finding is to be mended. `item`: what it is about when that is no function:
    the name of an activity, an indicator, an act. `found`, `expected`: values that are held against each other (days,
    numbers, names). `reason`: one of the rule's reason codes. Rows of a finding agree in territory, level, function,
    item and reason; they differ in subject, clause, found and expected.
    """

    key: str
    territory_id: Id | None
    territory_name: str | None
    level: Level | None
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    reason: str | None
    item: str | None
    subject_id: Id | None
    subject_name: str | None
    found: str | None
    expected: str | None
    order_id: Id | None
    order_number: str | None
    order_date: Day | None
    order_title: str | None
    clause_id: Id | None
    clause: str | None
    quote: str | None


class Checked(Row):
    """How many things a rule has looked at: the denominator of its findings."""

    checked: int


@dataclass(frozen=True)
class Text:
    """The same words in Russian and in English."""

    ru: str
    en: str

    def __call__(self, lang: Lang) -> str:
        """In this language."""
        return self.en if lang == "en" else self.ru


@dataclass(frozen=True)
class Rule:
    """`kind`: its id, as `interfaces.md` and `--fail-on` name it. `title`: the finding in a few words. `advice`: what
    it means and how to mend it. `counted`: what the denominator counts, in the genitive plural («мероприятий»).
    `reasons`: reason codes and the sentence of each; empty when the rule gives none."""

    kind: str
    title: Text
    advice: Text
    severity: Severity
    question: AnyQuestion[Scope, Evidence]
    checked: AnyQuestion[Scope, Checked]
    counted: Text
    reasons: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for question, row in ((self.question, Evidence), (self.checked, Checked)):
            named: AnyQuestion[Any, Any] = question
            if named.params is not Scope or named.row is not row:
                raise DeclarationError(
                    "The rule {kind}: {name} must ask of a Scope and give {row}",
                    kind=self.kind,
                    name=named.name,
                    row=row.__name__,
                )
