"""Indicators of acts and every value of them, a row per value: what the question `indicators` is made from."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind, ReadingStatus
from queries.cited import Cited
from queries.question import OrderId, Params, Question, TerritoryId


class IndicatorValuesParams(Params):
    """All acts when neither territory nor act is named."""

    territory: TerritoryId | None = Field(None, description="Territory of the act, with all in it.")
    order: OrderId | None = Field(None, description="Only by this act.")


class IndicatorValuesRow(Cited):
    """One value; an indicator without values has one row with none. `kind`: reached (actual) or planned."""

    indicator_id: Id
    no: str | None
    heading: str | None
    name: str
    unit: str | None
    target_op: Comparison | None
    target_value: float | None
    target_period: str | None
    observation_id: Id | None
    period: str | None
    kind: ObservationKind | None
    value: float | None
    written: str | None
    territory_id: Id
    territory_name: str
    review: ReadingStatus


INDICATOR_VALUES = Question(
    name="indicator_values",
    summary_ru="Все значения показателей по актам: период, план или факт, число и как написано.",
    summary_en="All values of indicators by acts: period, planned or reached, number and as written.",
    params=IndicatorValuesParams,
    row=IndicatorValuesRow,
    folder=Path(__file__).parent,
)
