"""Figures of indicators held against one another: which way an indicator is meant to go, what misses a plan, what
contradicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from types import MappingProxyType

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from queries.findings.fact import Fact
from queries.findings.periods import last_day
from queries.findings.sources.indicator_values import IndicatorValue

_SIGNS: Mapping[Comparison, str] = MappingProxyType({Comparison.AT_MOST: "≤", Comparison.AT_LEAST: "≥"})
NEVER = Day.max
_MONTH = 31  # days
_AT_MOST, _AT_LEAST = (Comparison.AT_MOST, Comparison.LESS), (Comparison.AT_LEAST, Comparison.MORE)


@dataclass(frozen=True)
class Figure:
    """A value of `thing` (an indicator, a norm) by a clause; `op`: a bound, none for a plain value."""

    thing: Id
    name: str
    unit: str | None
    kind: ObservationKind
    period: str | None
    op: Comparison | None
    value: float
    fact: Fact

    @property
    def until(self) -> Day:
        """Last day of its period; `NEVER` when the period names no year."""
        return last_day(self.period) or NEVER

    @property
    def written(self) -> str:
        """«2024: ≥ 65 %», as a person compares it."""
        return written(self.period, self.op, self.value, self.unit)


def written(period: str | None, op: Comparison | None, value: float, unit: str | None) -> str:
    """«2024: ≥ 65 %», as a person compares it; a value that is to be met exactly has no sign."""
    sign = _SIGNS.get(op, op.value) if op and op is not Comparison.EQUAL else ""
    parts = [f"{period}:" if period else "", sign, number(value), unit or ""]
    return " ".join(part for part in parts if part)


def number(value: float) -> str:
    """A number as Russian acts write it: «65», «6,44»."""
    return f"{value:.10g}".replace(".", ",")


def figures_of(rows: Sequence[IndicatorValue]) -> list[Figure]:
    """All figures of one indicator: the values observed and planned, and its target; a value planned that only says
    the target again is left to the target."""
    first = rows[0]

    def figure(kind: ObservationKind, period: str | None, op: Comparison | None, value: float) -> Figure:
        return Figure(first.indicator, first.name, first.unit, kind, period, op, value, first)

    found = []
    if first.target_value is not None:
        op = first.target_op or Comparison.EQUAL
        found.append(figure(ObservationKind.PLAN, first.target_period, op, first.target_value))
    for row in rows:
        said = (row.value, row.period) == (first.target_value, first.target_period)
        if row.kind is not None and row.value is not None and not (said and row.kind is ObservationKind.PLAN):
            found.append(figure(row.kind, row.period, None, row.value))
    return found


def of_kind(figures: Sequence[Figure], kind: ObservationKind) -> list[Figure]:
    """Figures of this kind whose period names a year, earliest first; values of one period by size."""
    dated = [f for f in figures if f.kind is kind and f.until != NEVER]
    return sorted(dated, key=lambda f: (f.until, f.value, f.op or ""))


def direction(figures: Sequence[Figure]) -> Comparison:
    """Which way is good: as the target says, else the way the plans go (from the first value reached on), else up."""
    bounds = [f.op for f in figures if f.op is not None and f.op is not Comparison.EQUAL]
    if bounds:
        return bounds[0]
    way = [f.value for kind in (ObservationKind.ACTUAL, ObservationKind.PLAN) for f in of_kind(figures, kind)[:1]]
    way += [f.value for f in of_kind(figures, ObservationKind.PLAN)]
    return Comparison.AT_MOST if len(way) > 1 and way[-1] < way[0] else Comparison.AT_LEAST


def satisfies(value: float, op: Comparison, bound: float) -> bool:
    """Whether a value keeps to a bound."""
    match op:
        case Comparison.AT_MOST:
            return value <= bound
        case Comparison.LESS:
            return value < bound
        case Comparison.AT_LEAST:
            return value >= bound
        case Comparison.MORE:
            return value > bound
    return value == bound


def contradict(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind for the same thing cannot both hold: two values of one period, a value outside a
    bound, two different bounds of one sort, two bounds nothing lies between."""
    if one.kind is not other.kind or (one.unit and other.unit and one.unit != other.unit):
        return False
    if not _one_time(one, other):
        return False
    bounds = [f for f in (one, other) if f.op is not None and f.op is not Comparison.EQUAL]
    if not bounds:
        return not _rounded(one.value, other.value)
    if len(bounds) == 1:
        plain = other if bounds[0] is one else one
        return not satisfies(plain.value, bounds[0].op or Comparison.EQUAL, bounds[0].value)
    if (one.op in _AT_MOST) == (other.op in _AT_MOST):
        return one.value != other.value
    upper, lower = (one, other) if one.op in _AT_MOST else (other, one)
    return lower.value > upper.value


def _one_time(one: Figure, other: Figure) -> bool:
    """Whether two figures are for one period, or one of them for any. What was reached at the end of a year and in the
    January after it, by two clauses, is one state of affairs."""
    if not one.period or not other.period or one.period == other.period:
        return True
    apart = one.kind is ObservationKind.ACTUAL and one.thing != other.thing
    same_sort = len(one.period) == len(other.period) or NEVER in (one.until, other.until)
    return apart and not same_sort and abs((one.until - other.until).days) <= _MONTH


def _rounded(one: float, other: float) -> bool:
    """Whether one value is the other one rounded."""
    return one == other or any(round(b, _places(a)) == a for a, b in ((one, other), (other, one)))


def _places(value: float) -> int:
    return len(f"{value:.10g}".partition(".")[2])


def over(figure: Figure, as_of: Day) -> bool:
    """Whether the period of a figure has ended."""
    return figure.until < as_of
