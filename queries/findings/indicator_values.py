"""Indicators without a value, and indicators whose last value misses what was planned or aimed at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from ontology.entities.base import Id
from ontology.entities.vocabulary import ObservationKind
from queries.findings.fact import evidence_of
from queries.findings.figures import NEVER, Figure, direction, figures_of, of_kind, over, satisfies, written
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.sources.indicator_values import INDICATOR_VALUES, IndicatorValue
from queries.question import Ask, DerivedQuestion


def by_indicator(ask: Ask, scope: Scope) -> list[list[IndicatorValue]]:
    """The values of each indicator of the scope, in the order of the acts."""
    rows: list[IndicatorValue] = ask(INDICATOR_VALUES, scope)
    return [list(group) for _, group in groupby(rows, key=lambda row: row.indicator)]


def _without_value(ask: Ask, scope: Scope) -> list[Evidence]:
    indicators = by_indicator(ask, scope)
    measured: dict[Id, bool] = defaultdict(bool)
    for rows in indicators:
        measured[rows[0].order_id] |= any(_reached(row) for row in rows)
    found = []
    for rows in indicators:
        first, figures = rows[0], figures_of(rows)
        reached = of_kind(figures, ObservationKind.ACTUAL)
        planned = [f for f in of_kind(figures, ObservationKind.PLAN) if over(f, scope.as_of)]
        if not any(_reached(row) for row in rows):
            told = any(row.kind is ObservationKind.ACTUAL for row in rows)
            reason = "not-measured" if told else "others-have" if measured[first.order_id] else "none-in-act"
        elif planned and reached and reached[-1].until < planned[-1].until:
            reason = "plan-is-over"
        else:
            continue
        found.append(
            evidence_of(
                first,
                key=first.indicator,
                reason=reason,
                item=first.name,
                found=reached[-1].written if reached else None,
                expected=planned[-1].written if planned else None,
            )
        )
    return found


def _reached(row: IndicatorValue) -> bool:
    return row.kind is ObservationKind.ACTUAL and row.value is not None


WITHOUT_VALUE = DerivedQuestion(
    name="indicator_without_value",
    summary_ru="У каких показателей нет значения.",
    summary_en="Which indicators have no value.",
    params=Scope,
    row=Evidence,
    uses=(INDICATOR_VALUES,),
    derive=_without_value,
)


def held_against(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The last value reached and what it is held against: the target or plan whose period ended last, no later than
    that of the value, else a target for no period; None when there is no such pair. A plan for a period that is still
    to end when the value is taken is no measure of it."""
    reached = of_kind(figures, ObservationKind.ACTUAL)
    if not reached:
        return None
    last = reached[-1]
    due = [p for p in of_kind(figures, ObservationKind.PLAN) if p.until <= last.until]
    lasting = [f for f in figures if f.kind is ObservationKind.PLAN and f.until == NEVER and f.op is not None]
    wanted = (due or lasting)[-1:]
    return (last, wanted[0]) if wanted else None


def _off_target(ask: Ask, scope: Scope) -> list[Evidence]:
    found = []
    for rows in by_indicator(ask, scope):
        figures = figures_of(rows)
        pair = held_against(figures)
        if pair is None:
            continue
        last, wanted = pair
        op = wanted.op or direction(figures)
        if not satisfies(last.value, op, wanted.value):
            found.append(
                evidence_of(
                    rows[0],
                    key=rows[0].indicator,
                    reason="misses-plan" if wanted.op is None else "misses-target",
                    item=rows[0].name,
                    found=last.written,
                    expected=written(wanted.period, op, wanted.value, wanted.unit),
                )
            )
    return found


OFF_TARGET = DerivedQuestion(
    name="indicator_off_target",
    summary_ru="Последние значения каких показателей не достигают плана или цели.",
    summary_en="The last values of which indicators miss their plan or target.",
    params=Scope,
    row=Evidence,
    uses=(INDICATOR_VALUES,),
    derive=_off_target,
)


def _comparable(ask: Ask, scope: Scope) -> list[Checked]:
    pairs = [held_against(figures_of(rows)) for rows in by_indicator(ask, scope)]
    return [Checked(checked=sum(pair is not None for pair in pairs))]


CHECKED_COMPARABLE = DerivedQuestion(
    name="checked_comparable_indicators",
    summary_ru="У скольких показателей есть значение и срок плана или цели, с которыми его можно сравнить.",
    summary_en="How many indicators have a value and a plan or target that is due, to hold it against.",
    params=Scope,
    row=Checked,
    uses=(INDICATOR_VALUES,),
    derive=_comparable,
)
