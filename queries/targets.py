"""Whether an indicator has reached what was planned, as far as its values allow to say; pure.

Acts seldom say in which direction an indicator is to go. It is taken, in this order, from the target's own comparison,
from the words of the planned value («не менее»), from where the plans lead to; a share planned at 100 % cannot be
exceeded. Where none of these tells, a value that differs from the plan is left undecided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ontology.entities.vocabulary import Comparison
from queries.periods import span

_LEAST = re.compile(r"не\s+(?:менее|ниже|меньше)|≥|>=|свыше", re.IGNORECASE)
_MOST = re.compile(r"не\s+(?:более|выше|больше)|≤|<=", re.IGNORECASE)
_BASE = timedelta(days=31)  # «январь 2023» is the base of a plan for 2023
_DIGITS = 6  # of a difference: what a binary fraction adds is no deviation


class TargetState(StrEnum):
    """Where an indicator stands against its plan on a day."""

    MET = "met"
    MISSED = "missed"
    RUNNING = "running"
    STALE = "stale"
    UNSURE = "unsure"
    NO_VALUE = "no-value"
    NO_TARGET = "no-target"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and its period as written, in the indicator's unit; `written`: the act's way of writing it."""

    value: float
    period: str | None
    written: str | None = None

    @property
    def first(self) -> date:
        """First day of its period; the first day there is when none is named."""
        known = span(self.period)
        return known[0] if known else date.min

    @property
    def last(self) -> date:
        """Last day of its period; the last day there is when none is named."""
        known = span(self.period)
        return known[1] if known else date.max


@dataclass(frozen=True, slots=True)
class Judged:
    """`actual`: the latest value reached; `aim`: what holds on the day; `deviation`: actual minus aim."""

    state: TargetState
    actual: Figure | None
    aim: Figure | None
    op: Comparison | None
    deviation: float | None


def judge(
    actuals: Sequence[Figure],
    plans: Sequence[Figure],
    target: Figure | None,
    op: Comparison | None,
    unit: str | None,
    day: date,
) -> Judged:
    """Hold the latest value reached by the day against the plan whose period ends next, else the last one.

    The target is one of the plans; where a plan and the target end on one day, the target counts.
    """
    begun = [f for f in actuals if f.first <= day]
    actual = max(begun, key=lambda f: (span(f.period) is not None, f.last, f.period or ""), default=None)
    aims = sorted([*plans, *([target] if target else [])], key=lambda f: f.last)
    ahead = [f for f in aims if f.last >= day] or aims[-1:]
    soonest = [f for f in ahead if f.last == ahead[0].last]
    aim = target if target in soonest else soonest[0] if soonest else None
    if aim is None:
        return Judged(TargetState.NO_TARGET, actual, None, None, None)
    way = _direction(op, aim, actuals, aims, unit)
    if actual is None:
        return Judged(TargetState.NO_VALUE, None, aim, way, None)
    deviation = round(actual.value - aim.value, _DIGITS) + 0.0
    return Judged(_state(actual, aim, way, deviation, day), actual, aim, way, deviation)


def _state(actual: Figure, aim: Figure, way: Comparison | None, deviation: float, day: date) -> TargetState:
    strict = way in {Comparison.MORE, Comparison.LESS}
    if deviation == 0 and not strict:
        return TargetState.MET
    if way is None:
        return TargetState.UNSURE
    grows = way in {Comparison.AT_LEAST, Comparison.MORE}
    if deviation != 0 and (deviation > 0) == grows:
        return TargetState.MET
    if aim.last >= day:
        return TargetState.RUNNING
    return TargetState.STALE if actual.last < aim.first else TargetState.MISSED


def _direction(
    op: Comparison | None, aim: Figure, actuals: Sequence[Figure], aims: Sequence[Figure], unit: str | None
) -> Comparison | None:
    if op is not None and op is not Comparison.EQUAL:
        return op
    written = aim.written or ""
    if _LEAST.search(written) or _MOST.search(written):
        return Comparison.AT_LEAST if _LEAST.search(written) else Comparison.AT_MOST
    start = aims[0].value
    if aims[-1].value == start:
        # One plan leads somewhere only from what was there before its time began to count.
        base = [f for f in actuals if f.last <= aims[0].first + _BASE]
        start = min(base, key=lambda f: f.last).value if base else start
    if aims[-1].value != start:
        return Comparison.AT_LEAST if aims[-1].value > start else Comparison.AT_MOST
    return Comparison.AT_LEAST if aim.value == 100 and (unit or "").strip() == "%" else None
