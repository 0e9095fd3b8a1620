"""All that acts in force put a day or a period to, one row for each who answers for it."""

from __future__ import annotations

from datetime import date as Day
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, Periodicity
from queries.question import Params, Question, Row, TerritoryId


class DatedKind(StrEnum):
    """What happens on the day, in the order in which a day's entries stand."""

    ACTIVITY = "activity"
    AGREEMENT_DUE = "agreement-due"
    AGREEMENT_ENDS = "agreement-ends"
    NORM_BEGINS = "norm-begins"
    NORM_ENDS = "norm-ends"
    ACT_ENDS = "act-ends"


class DatedFactsParams(Params):
    """Acts of the territory, of those above it and of those in it."""

    territory: TerritoryId = Field(description="Territory whose acts are looked at.")


class DatedFactsRow(Row):
    """`due`: the day; of an activity its last day, if it has one, and `term` as it is written. `title`: of an activity
    or an act, the metric of a norm. `status`: of the activity, of the agreement as noted. `party`: who is responsible,
    or a party. `order_ends`: first day the act is no longer in force. The end of an act has no clause."""

    kind: DatedKind
    item_id: Id
    title: str | None
    due: Day | None
    term: str | None
    periodicity: Periodicity | None
    status: str | None
    comparison: Comparison | None
    value: float | None
    unit: str | None
    party_id: Id | None
    party_name: str | None
    written: tuple[str, ...]
    territory_id: Id
    territory_name: str
    relation: Literal["own", "above", "below"]
    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    order_ends: Day | None
    clause_id: Id | None
    clause: str | None
    quote: str | None


DATED_FACTS = Question(
    name="dated_facts",
    summary_ru="Чему действующие акты территории назначили день или период.",
    summary_en="What acts in force of a territory put a day or a period to.",
    params=DatedFactsParams,
    row=DatedFactsRow,
    folder=Path(__file__).parent,
)
