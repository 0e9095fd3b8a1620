"""Indicators with what is reached, what is planned and the target, and whether it is met on the day."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pydantic import Field, TypeAdapter

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind, ReadingStatus
from ontology.i18n import Lang
from queries.cited import Cited, named_json
from queries.mentions import names_any
from queries.question import Ask, DerivedQuestion, OrderId, Params, Row, SubjectId, TerritoryId
from queries.questions.indicator_values import INDICATOR_VALUES, IndicatorValuesParams, IndicatorValuesRow
from queries.questions.subject_names import SUBJECT_NAMES, SubjectNamesParams, SubjectNamesRow
from queries.targets import Figure, TargetState, judge


class IndicatorsParams(Params):
    """`subject`: indicators whose name calls the subject by one of its names, in acts of its territory or of one in it
    (unless `territory` says where): acts tie an indicator to a body in no other way."""

    territory: TerritoryId | None = Field(None, description="Territory of the act, with all in it.")
    order: OrderId | None = Field(None, description="Only by this act.")
    subject: SubjectId | None = Field(None, description="Only those whose name calls this subject.")
    state: TargetState | None = Field(None, description="Only those that stand so on the day.")


class Value(Row):
    """A value of an indicator as the act gives it."""

    period: str | None
    kind: ObservationKind
    value: float | None
    written: str | None


class IndicatorsRow(Cited):
    """One indicator. `actual`: the latest value reached by the day; `plan`: what holds on the day, plan or target;
    `direction`: how a value is held against it, none when no rule tells; `deviation`: actual minus plan, in the
    indicator's unit."""

    indicator_id: Id
    no: str | None
    name: str
    heading: str | None
    unit: str | None
    state: TargetState
    actual: float | None
    actual_period: str | None
    plan: float | None
    plan_period: str | None
    direction: Comparison | None
    deviation: float | None
    target_op: Comparison | None
    target: float | None
    target_period: str | None
    values: tuple[Value, ...]
    territory_id: Id
    territory_name: str
    review: ReadingStatus

    def public(self, lang: Lang) -> dict[str, Any]:
        """State, actual, plan, target, all values, order and clause."""
        flat = self.model_dump(mode="json")
        plain = ("no", "name", "unit", "state", "actual", "actual_period", "plan", "plan_period", "direction")
        more = ("deviation", "target_op", "target", "target_period", "heading", "values")
        return (
            {"indicator": self.indicator_id}
            | {name: flat[name] for name in (*plain, *more)}
            | {"territory": named_json(self.territory_id, self.territory_name)}
            | self.cited()
            | {"review": flat["review"]}
        )


_ROWS = TypeAdapter(list[IndicatorsRow])  # one call for all rows: each call costs as much as a row
_SHARED = tuple(name for name in IndicatorsRow.model_fields if name in IndicatorValuesRow.model_fields)


def _derive(ask: Ask, params: IndicatorsParams) -> list[IndicatorsRow]:
    names: list[str] = []
    place = params.territory
    if params.subject is not None:
        called: list[SubjectNamesRow] = ask(
            SUBJECT_NAMES, SubjectNamesParams(subject=params.subject, as_of=params.as_of)
        )
        names = [n for row in called for n in (row.name, row.short, *row.others, *row.variants) if n]
        place = place or next((row.territory_id for row in called), None)
        if not names:
            return []
    asked = IndicatorValuesParams(territory=place, order=params.order, as_of=params.as_of)
    rows: list[IndicatorValuesRow] = ask(INDICATOR_VALUES, asked)
    found = (_judged(list(group), params) for _, group in groupby(rows, key=lambda row: row.indicator_id))
    kept = [
        row
        for row in found
        if (params.state is None or row["state"] is params.state)
        and (params.subject is None or names_any(row["name"], names))
    ]
    return _ROWS.validate_python(kept)


def _judged(rows: list[IndicatorValuesRow], params: IndicatorsParams) -> dict[str, Any]:
    """The fields of one indicator from its rows, held against what is planned."""
    first = rows[0]
    target = None
    if first.target_value is not None:
        target = Figure(first.target_value, first.target_period)
    judged = judge(
        _figures(rows, ObservationKind.ACTUAL),
        _figures(rows, ObservationKind.PLAN),
        target,
        first.target_op,
        first.unit,
        params.as_of,
    )
    actual, aim = judged.actual, judged.aim
    values = [
        {"period": row.period, "kind": row.kind, "value": row.value, "written": row.written} for row in rows if row.kind
    ]
    known = vars(first)
    return {name: known[name] for name in _SHARED} | {
        "state": judged.state,
        "actual": actual.value if actual else None,
        "actual_period": actual.period if actual else None,
        "plan": aim.value if aim else None,
        "plan_period": aim.period if aim else None,
        "direction": judged.op,
        "deviation": judged.deviation,
        "target": first.target_value,
        "values": values,
    }


def _figures(rows: list[IndicatorValuesRow], kind: ObservationKind) -> list[Figure]:
    return [Figure(row.value, row.period, row.written) for row in rows if row.kind is kind and row.value is not None]


INDICATORS = DerivedQuestion(
    name="indicators",
    summary_ru="Показатели: факт, план, целевое значение, отклонение и достигнута ли цель на дату.",
    summary_en="Indicators: reached, planned, target, deviation, and whether the target is met on the day.",
    params=IndicatorsParams,
    row=IndicatorsRow,
    uses=(INDICATOR_VALUES, SUBJECT_NAMES),
    derive=_derive,
)
