"""What comes next in a territory: days of activities, agreements, norms and acts within some days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ontology.i18n import Lang, gettext, translator
from queries.answer import answer
from queries.store import GraphStore
from viz.formats import number
from viz.plans.common import Line

HORIZONS = (30, 90)
_BOUNDS = {
    "<=": gettext("at most {value}"),
    "<": gettext("below {value}"),
    ">=": gettext("at least {value}"),
    ">": gettext("above {value}"),
}
_SETTLED = ("done", "cancelled", "concluded")


@dataclass(frozen=True, slots=True)
class Soon:
    """What falls on the days from `since` to `until`, both included; `days`: how many of them; `bounds`: id of a
    norm → its bound in words."""

    days: int
    since: date
    until: date
    lines: Sequence[Line]
    bounds: Mapping[str, str]


def soon(store: GraphStore, territory: str, subject: str | None, day: date, days: int, lang: Lang) -> Soon:
    """What the calendar has for the next `days` days, without what is already told done, cancelled or concluded.

    The day of something periodic (`timing`) is counted from the words of its term.
    """
    last = day + timedelta(days=min(days, (date.max - day).days))
    asked = {"territory": territory, "since": day.isoformat(), "until": last.isoformat(), "dated": "true"}
    if subject:
        asked["subject"] = subject
    said = answer(store, "calendar", asked, lang=lang, as_of=day)
    # An agreement that is concluded has still an end to come.
    open_ = [row for row in said.rows if row["status"] not in _SETTLED or row["kind"] == "agreement-ends"]
    bounds = {row["id"]: _bound(row["norm"], lang) for row in open_ if row["norm"]}
    return Soon(days, day, last, open_, bounds)


def _bound(norm: Line, lang: Lang) -> str:
    value = number(norm["value"], lang)
    return translator(lang)(_BOUNDS.get(norm["comparison"], "{value}"), value=value)
