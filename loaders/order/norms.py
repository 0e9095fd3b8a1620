"""Norms: bounds that clauses set, with the days on which they hold.

The one metric that the program computes itself, teachers per regional methodist, is recognised by its words whatever
the act calls it. A plan for a year holds through that year; «к 2024 году» holds from that year on; a level reached in a
month is the reference of that month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from loaders.order import reading as r
from loaders.order.reached import reached
from ontology import ids
from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from ontology.models import Norm

TEACHERS_PER_METHODIST = "teachers-per-methodist"
OTHER = "other"  # bounded, but no indicator: only the act's own words say what

_TEACHERS = re.compile(r"педагог|учител", re.I)
_METHODIST = re.compile(r"методист", re.I)
_PER_ONE = re.compile(r"\b(?:1|одн\w+|каждого|каждым)\s+(?:\w+\s+){0,2}методист|закрепл\w+ за\b.{0,30}методист", re.I)
_SHARE = re.compile(r"^\s*дол[яи]\b|процент", re.I)
_FEDERAL = re.compile(r"федеральн\w+ показател|показател\w+[^.]{0,80}(?:единой федеральной|ЕФС)", re.I)
_YEAR = re.compile(r"\b(20\d\d)\b")
_MONTH = re.compile(r"\b(20\d\d)-(\d\d)\b")
_BY = re.compile(r"\bк\b|с\s+20\d\d|начиная", re.I)


def metric_of(name: str) -> str:
    """The metric a bound is set on: our own code for teachers per methodist, else the act's name of it."""
    if _TEACHERS.search(name) and _METHODIST.search(name) and _PER_ONE.search(name) and not _SHARE.search(name):
        return TEACHERS_PER_METHODIST
    return name


def holds(period: str | None, *, onward: bool) -> tuple[date | None, date | None]:
    """First day and first day after, of a period as read: «2023», «2023-01», «к 2024 году»; unknown: (None, None)."""
    if not period:
        return None, None
    if month := _MONTH.search(period):
        year, number = int(month[1]), int(month[2])
        if 1 <= number <= 12:
            return date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
    if year_found := _YEAR.search(period):
        year = int(year_found[1])
        return date(year, 1, 1), None if onward else date(year + 1, 1, 1)
    return None, None


def _federal(reading: r.Reading, address: str, group: str | None) -> bool:
    """Whether the clause, its heading or a clause above it says that the indicator is a federal one."""
    texts = [group or ""]
    parts = address.split(".")
    for size in range(len(parts), 0, -1):
        known = reading.clauses.get(".".join(parts[:size]))
        texts.append(known.text[:600] if known else "")
    return any(_FEDERAL.search(t) for t in texts)


def norms_of(reading: r.Reading, clause: Callable[[str], Id], *, region: Id, country: Id) -> Iterator[Norm]:
    """Norms of an act: those it states, the values of an indicator that the program computes, and the levels that its
    prose says were reached of what one of its indicators measures."""
    order, seen = reading.order.id, set[Id]()
    named = {TEACHERS_PER_METHODIST, *(i.name for i in reading.indicators)}

    def norm(
        metric: str, op: str, value: float, unit: str | None, period: str | None, address: str, kind: str, where: Id
    ) -> Iterator[Norm]:
        first, after = holds(period, onward=kind == "target" or bool(_BY.search(period or "")))
        id = ids.part_id(order, "norm", metric, op, str(value), period or "", address, kind)
        if id not in seen:
            seen.add(id)
            yield Norm(
                id=id,
                metric=metric if metric in named else OTHER,
                about=None if metric in named else metric,
                comparison=Comparison(op),
                value=value,
                unit=unit,
                kind=ObservationKind.ACTUAL if kind == "actual" else ObservationKind.PLAN,
                period=period,
                valid_from=first,
                valid_until=after,
                territory=where,
                clause=clause(address),
            )

    computed: set[tuple[str, float]] = set()
    for i in reading.indicators:
        metric = metric_of(i.name)
        if metric == i.name:
            continue
        where = country if _federal(reading, i.clause, i.group) else region
        if i.target:
            computed.add((i.clause, i.target.value))
            yield from norm(metric, i.target.op, i.target.value, i.unit, i.target.period, i.clause, "target", where)
        for o in i.observations:
            said = i.target and (o.value, o.period) == (i.target.value, i.target.period)
            if o.value is not None and not said:
                computed.add((i.clause, o.value))
                yield from norm(metric, "<=", o.value, i.unit, o.period, i.clause, o.kind, where)
    for n in reading.norms:
        metric = metric_of(n.metric)
        if (n.clause, n.value) in computed and metric != n.metric:
            continue  # the same bound, already read from the indicator
        where = country if _federal(reading, n.clause, None) else region
        yield from norm(metric, n.op, n.value, n.unit, n.period, n.clause, "target", where)
    for level in reached(reading):
        yield from norm(level.metric, "=", level.value, "%", level.period, level.clause, "actual", region)
