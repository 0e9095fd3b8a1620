"""Indicators with each value reached or planned."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from queries.findings.declared import source
from queries.findings.fact import Fact


class IndicatorValue(Fact):
    """A value of an indicator; `period`, `kind` and `value` are empty when nothing was observed or planned."""

    indicator: Id
    name: str
    unit: str | None
    target_op: Comparison | None
    target_value: float | None
    target_period: str | None
    period: str | None
    kind: ObservationKind | None
    value: float | None


INDICATOR_VALUES = source(
    "indicator_values",
    "Показатели действующих актов с их значениями, достигнутыми и плановыми.",
    "Indicators of acts in force with their values, reached and planned.",
    IndicatorValue,
)
