"""The load on each day of data: teachers and methodists are counted from time to time, and norms change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ontology.entities.base import Id
from ontology.entities.vocabulary import ObservationKind
from ontology.i18n import Lang, translator
from ontology.models import Methodist, Territory
from queries.questions import LOAD, LOAD_NORMS
from queries.questions.load import LoadBy, LoadParams, LoadRow, per_post, posts_missing
from queries.questions.load_norms import LoadNormsParams
from queries.questions.teachers_of import TEACHERS_OF, TeachersOfParams
from queries.store import GraphStore
from queries.territory_tree import within
from viz.charts.trend import Moment, trend_lines

MOST_DAYS = 12
"""Days of data that are looked at: the latest ones."""


def trend(store: GraphStore, territory: Id, as_of: date | None, lang: Lang) -> dict[str, Any] | None:
    """The rows of the table and the chart of the same numbers; None when nothing is counted on two days at least."""
    until = as_of or date.today()
    inside = within(store.all(Territory), territory)
    staffed = {m.date for m in store.all(Methodist) if m.territory in inside and m.date <= until}
    days = sorted(set(_counted(store, territory, until)) | staffed)[-MOST_DAYS:]
    if len(days) < 2:
        return None
    rows: list[dict[str, Any]] = []
    for day in sorted({*days, *(d for d in _norm_days(store, territory, until) if d > days[0])}):
        row = _row(store.ask(LOAD, LoadParams(territory=territory, by=LoadBy.REGION, as_of=day)))
        # A day without data is told only when another norm holds from it.
        if day in days or row["norm"] != rows[-1]["norm"]:
            rows.append({"day": day, "counted": day in days} | row)
    moments = [Moment(r["day"], r["per_methodist"], r["norm"], r["counted"]) for r in rows]
    known = any(m.value is not None for m in moments)
    title = translator(lang)("Teachers per post of a methodist on each day of data, and the norm of the day")
    return {"rows": rows, "chart": trend_lines(moments, title=title, lang=lang) if known else ""}


def _counted(store: GraphStore, territory: Id, until: date) -> Iterator[date]:
    """Days on which teachers were counted, latest first: each answer tells the latest of every school."""
    for _ in range(MOST_DAYS):
        found = {r.counted for r in store.ask(TEACHERS_OF, TeachersOfParams(territory=territory, as_of=until))}
        if not found:
            return
        yield max(found)
        until = max(found) - timedelta(days=1)


def _norm_days(store: GraphStore, territory: Id, until: date) -> Iterator[date]:
    """Days from which another norm may hold."""
    for norm in store.ask(LOAD_NORMS, LoadNormsParams(territory=territory, as_of=until)):
        if norm.kind is ObservationKind.PLAN:
            begins = max((d for d in (norm.valid_from, norm.order_date) if d), default=None)
            yield from (d for d in (begins, norm.valid_until) if d and d <= until)


def _row(rows: list[LoadRow]) -> dict[str, Any]:
    """All regions together; a norm only where it is the same for all of them."""
    counted = [r.teachers for r in rows if r.teachers is not None]
    teachers = sum(counted) if counted else None
    hundredths = sum(r.fte_hundredths for r in rows)
    same = len({r.norm for r in rows}) == 1
    first = rows[0] if rows and same else None
    return {
        "teachers": teachers,
        "fte": hundredths / 100,
        "per_methodist": per_post(teachers, hundredths),
        "norm": first.norm if first else None,
        "clause": first.norm_clause if first else None,
        "order": first.public("ru")["norm_order"] if first else None,
        "missing": posts_missing(teachers, hundredths, first.norm if first else None),
    }
