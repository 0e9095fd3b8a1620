"""The page of activities: road maps as a table and as a timeline; what is overdue, due, done, and by whose duty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, translator
from ontology.models import Subject
from queries.store import GraphStore
from viz.address import Address
from viz.charts.timeline import timeline
from viz.common import chosen_territory, territory_choices
from viz.embed import to_json
from viz.filters import one_of
from viz.model import Choice
from viz.plans.activities import (
    GROUPINGS,
    STANDINGS,
    VIEWS,
    ActivityFilter,
    activities_found,
    direction_key,
    directions,
    groups_of,
)
from viz.plans.common import Line, chips, downloads, part_of, tell_texts
from viz.plans.soon import HORIZONS, soon
from viz.render import render
from viz.text import capital, clean

_SIZE = 50
_LONG = 70  # letters of a name; a longer one is abbreviated where the act has an abbreviation


def activities_page(
    store: GraphStore,
    wanted: ActivityFilter,
    *,
    horizon: str | None = None,
    page: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Activities of a territory as a table or a timeline, what comes within `horizon` days (one of HORIZONS), and a
    form for those who may tell that one is done. Raises BadParameter, UnknownTerritory, UnknownSubject."""
    _ = translator(lang)
    days = int(one_of("days", horizon, map(str, HORIZONS)) or HORIZONS[0])
    place = chosen_territory(store, wanted.checked().territory)
    found = activities_found(store, replace(wanted, territory=place.id if place else None), as_of, lang)
    part = part_of(found.lines, page, _SIZE)
    params = _params(wanted) | {"days": horizon, "page": page}
    at = Address("/activities", lang, as_of, place.id if place else None, params)
    day = as_of or date.today()
    known = found.said.params.get("subject") if found.said else None
    groups = groups_of(part.lines, wanted.arranged_by, lang)
    view = wanted.view or "table"
    chosen = wanted.direction
    chart = timeline(groups, day, lang) if view == "timeline" and part.lines else None
    return render(
        "activities.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        wanted=wanted,
        view=view,
        views=[(code, _(label), at.here(view=None if code == "table" else code)) for code, label in VIEWS.items()],
        by=wanted.arranged_by,
        by_options=[Choice(code, _(label)) for code, label in GROUPINGS.items()],
        subject=known["id"] if known else None,
        subject_options=_responsible(found.every, known),
        direction=chosen if chosen and any(direction_key(line) == chosen for line in found.every) else None,
        direction_options=[Choice(key, label) for key, label in directions(found.every).items()],
        state_options=[Choice(code, _(standing.label)) for code, standing in STANDINGS.items()],
        standings=STANDINGS,
        chips=chips(STANDINGS, (line["state"] for line in found.counted)),
        total=len(found.counted),
        with_day=sum(1 for line in found.counted if line["due"] and line["state"] != "cancelled"),
        all_lines=len(found.lines),
        part=part,
        groups=groups,
        soon=soon(store, place.id, known["id"] if known else None, day, days, lang) if place else None,
        terms={line["activity"]: line["term_text"] for line in found.every},
        horizons=[(n, f"{at.here(days=str(n) if n != HORIZONS[0] else None)}#soon") for n in HORIZONS],
        said=found.said,
        today=day.isoformat(),
        no_words=bool(part.lines) and not any(line["result"] or line["quote"] for line in part.lines),
        short=_short_names(store, part.lines),
        chart=chart,
        chart_rows=Markup(to_json(dict(chart.rows))) if chart else "",
        apart=[line for line in part.lines if not line["due"] and line["state"] != "periodic"],
        files=downloads(at, lang),
        in_calendar=sum(1 for line in found.lines if line["due"]),
        tell_texts=tell_texts(lang),
    )


def _short_names(store: GraphStore, lines: Sequence[Line]) -> dict[str, str]:
    """Abbreviations of those whose names would fill the table; the whole name is a hover and a click away."""
    long = {one["id"] for line in lines for one in line["responsible"] if len(clean(one["name"])) > _LONG}
    known = ((id, store.get(Subject, id)) for id in sorted(long))
    return {id: clean(subject.short) for id, subject in known if subject and clean(subject.short)}


def _params(wanted: ActivityFilter) -> dict[str, str | None]:
    return {
        "subject": wanted.subject,
        "state": wanted.state,
        "direction": wanted.direction,
        "from": wanted.since.isoformat() if wanted.since else None,
        "to": wanted.until.isoformat() if wanted.until else None,
        "q": wanted.q,
        "view": wanted.view,
        "by": wanted.by,
        "only": wanted.only,
    }


def _responsible(lines: Sequence[Line], known: Mapping[str, Any] | None) -> list[Choice]:
    """Who answers for something, to choose from; the one that is chosen stands among them."""
    names = {one["id"]: capital(clean(one["name"])) for line in lines for one in line["responsible"]}
    if known:
        names[known["id"]] = capital(clean(known["name"]))
    return [Choice(id, name) for id, name in sorted(names.items(), key=lambda pair: pair[1].casefold())]
