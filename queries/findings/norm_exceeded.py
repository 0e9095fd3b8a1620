"""Teachers per full-time regional methodist over the norm: of a region, a municipality, a methodist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ontology.entities.vocabulary import TerritoryKind
from queries.findings.figures import number
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.sources.scope_roots import SCOPE_ROOTS, Root
from queries.question import Ask, DerivedQuestion
from queries.questions.load import LOAD, LoadBy, LoadParams, LoadRow, per_post


def _judged(ask: Ask, scope: Scope) -> Iterator[tuple[LoadBy, LoadRow, float | None]]:
    """Rows of the load with a norm and teachers, with the load; None where teachers have no post at all. A
    municipality or a methodist without posts is none: methodists of the region serve it."""
    roots: list[Root] = ask(SCOPE_ROOTS, scope)
    for root in roots:
        seen = set()
        for by in (LoadBy.REGION, LoadBy.MUNICIPALITY, LoadBy.METHODIST):
            rows: list[LoadRow] = ask(LOAD, LoadParams(territory=root.territory_id, by=by, as_of=scope.as_of))
            for row in rows:
                place = (row.territory_id, row.methodist, row.subject_area)
                if row.norm is None or not row.teachers or place in seen:
                    continue
                seen.add(place)
                load = per_post(row.teachers, row.fte_hundredths)
                if load is not None or row.territory_kind is TerritoryKind.REGION:
                    yield by, row, load


def _exceeded(ask: Ask, scope: Scope) -> list[Evidence]:
    found = []
    for by, row, load in _judged(ask, scope):
        if row.norm is None or (load is not None and load <= row.norm):
            continue
        reason = "no-posts" if load is None else "methodist" if by is LoadBy.METHODIST else "territory"
        methodist = ", ".join(part for part in (row.methodist, row.subject_area) if part)
        columns: dict[str, Any] = dict.fromkeys(Evidence.model_fields) | {
            "key": ".".join(part for part in (row.territory_id, methodist) if part),
            "territory_id": row.territory_id,
            "territory_name": row.territory_name,
            "reason": f"{reason}-invented" if row.invented else reason,
            "item": methodist or row.territory_name,
            "found": None if load is None else number(load),
            "expected": f"≤ {number(row.norm)}",
            "order_id": row.norm_order,
            "order_number": row.norm_number,
            "order_date": row.norm_order_date,
            "order_title": None,
            "clause_id": row.norm_clause_id,
            "clause": row.norm_clause,
        }
        found.append(Evidence.model_construct(**columns))
    return found


NORM_EXCEEDED = DerivedQuestion(
    name="norm_exceeded",
    summary_ru="Где на ставку регионального методиста приходится больше учителей, чем допускает норма.",
    summary_en="Where there are more teachers per full-time regional methodist than the norm allows.",
    params=Scope,
    row=Evidence,
    uses=(SCOPE_ROOTS, LOAD),
    derive=_exceeded,
)


def _counted(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=sum(1 for _ in _judged(ask, scope)))]


CHECKED_LOADS = DerivedQuestion(
    name="checked_loads",
    summary_ru="Для скольких территорий и методистов известны и нагрузка, и норма.",
    summary_en="For how many territories and methodists both load and norm are known.",
    params=Scope,
    row=Checked,
    uses=(SCOPE_ROOTS, LOAD),
    derive=_counted,
)
