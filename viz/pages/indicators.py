"""The page of indicators: what is planned, what was reached, the target, by which clause; a chart of the values.

Counts of states are always those of the whole territory, so that a reader who looks at one state sees its share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, gettext, translator
from queries.answer import answer
from queries.lexicon import terms
from queries.store import GraphStore
from queries.targets import TargetState
from viz.address import Address
from viz.charts.indicators import Bar, Line, values_spec
from viz.charts.svg import drawn
from viz.common import chosen_territory, territory_choices
from viz.filters import one_of, page_of
from viz.formats import number, period
from viz.model import Choice
from viz.pages.findings_view import ALL
from viz.pages.indicators_values import figures
from viz.render import render
from viz.styles import StateStyle
from viz.text import clean, shorten

Row = Mapping[str, Any]
PER_PAGE = 15  # each with a chart of its own: drawing one takes some 30 ms the first time
STATES: Mapping[str, StateStyle] = MappingProxyType(
    {
        "met": StateStyle("met", gettext("the last value keeps what is planned for the day"), "✓", "covered"),
        "missed": StateStyle("missed", gettext("the term is over, its value does not keep the plan"), "✕", "uncovered"),
        "stale": StateStyle("stale", gettext("the term is over, the last value is from before it"), "!", "generic"),
        "running": StateStyle("running", gettext("the plan is not kept yet, its term is not over"), "→", "unexpected"),
        "unsure": StateStyle(
            "unsure", gettext("the act does not tell whether more or less is better"), "?", "unexpected"
        ),
        "no-value": StateStyle("no-value", gettext("there is a plan, and no value that was reached"), "○", "overlap"),
        "no-target": StateStyle("no-target", gettext("the act gives neither a plan nor a target"), "–", "unexpected"),
    }
)
_OPS: Mapping[str, str] = MappingProxyType(
    {"<=": "at most {value}", "<": "below {value}", ">=": "at least {value}", ">": "above {value}", "=": "{value}"}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An indicator as a row: the answer's row, its figures in words, its chart (empty with fewer than two figures)."""

    row: Row
    values: Sequence[Any]
    aim: str
    chart: Markup | str


def indicators_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    state: str | None = None,
    q: str | None = None,
    page: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Indicators of the acts of `territory` (words, id or code; `all`: everything) and of all that lies in it.

    Raises UnknownTerritory, and BadParameter for a state or a page that does not exist.
    """
    _ = translator(lang)
    chosen = one_of("state", state, [each.value for each in TargetState])
    everywhere = territory == ALL
    place = None if everywhere else chosen_territory(store, territory)
    rows: list[Row] = []
    nobody: Mapping[str, Any] | None = None
    if place or everywhere:
        words = {"territory": place.id} if place else {}
        body = answer(store, "indicators", words, lang=lang, as_of=as_of).model_dump(mode="json")
        rows, nobody = body["rows"], body["nobody"]
    fitting = [row for row in rows if chosen in (None, row["state"]) and _says(row, q)]
    at_page, last = page_of(page, len(fitting), PER_PAGE)
    part = fitting[(at_page - 1) * PER_PAGE : at_page * PER_PAGE]
    counts = Counter(row["state"] for row in rows)
    choices = territory_choices(store, lang)
    params = ({"territory": ALL} if everywhere else {}) | {"state": chosen, "q": q}
    return render(
        "indicators.html",
        Address("/indicators", lang, as_of, place.id if place else None, params),
        territory=place,
        everywhere=everywhere,
        choices=[(_("All together"), [Choice(ALL, _("all territories with acts"))]), *choices] if choices else [],
        current=ALL if everywhere else place.id if place else None,
        state=chosen,
        q=q,
        states=STATES,
        counts=[(code, counts[code]) for code in STATES],
        all=len(rows),
        valueless=sum(row["actual"] is None for row in rows),
        planless=sum(row["plan"] is None for row in rows),
        found=len(fitting),
        acts=_grouped([_shown(row, n, lang) for n, row in enumerate(part)]),
        explanation=(nobody or {}).get("explanation"),
        page=at_page,
        per_page=PER_PAGE,
        last=last,
    )


def _says(row: Row, q: str | None) -> bool:
    asked = " ".join((q or "").split())
    if not asked:
        return True
    order = row["order"]
    texts = (row["name"], row["heading"], row["unit"], row["clause"], order["number"], row["territory"]["name"])
    said = " ".join(text for text in texts if text)
    wanted = set(terms(asked))
    return asked.casefold() in said.casefold() or (bool(wanted) and wanted <= set(terms(said)))


def _shown(row: Row, place: int, lang: Lang) -> Shown:
    _ = translator(lang)
    values = figures(row["values"], row["unit"], lang)
    aim, line = "", None
    if row["target"] is not None:
        text = _(_OPS.get(row["target_op"] or "=", "{value}"), value=number(row["target"], lang))
        aim = f"{text} {clean(row['unit'])}".strip()
        said = _("target: {value}, {period}", value=aim, period=period(row["target_period"], lang))
        line = Line(row["target"], shorten(_("target {value}", value=text), 20), said)
    bars = [
        Bar(shorten(v.period, 16), v.value, number(v.value, lang), v.planned, v.said)
        for v in values
        if v.value is not None
    ]
    if len(bars) < 2:
        return Shown(row, values, aim, "")
    # A target that only repeats the one planned value of its period would be drawn twice.
    told = any(bar.planned and line and bar.value == line.value for bar in bars)
    title = _("Values of the indicator: {name}", name=shorten(row["name"], 200))
    return Shown(
        row,
        values,
        aim,
        drawn(values_spec(bars, None if told else line), name=f"values-{place}", title=title, lang=lang),
    )


def _grouped(shown: Sequence[Shown]) -> list[tuple[Row, list[tuple[str, list[Shown]]]]]:
    """By act, then by the heading the act has them under."""
    out = []
    for _id, of_act in groupby(shown, key=lambda s: s.row["order"]["id"]):
        mine = list(of_act)
        headings = [(clean(key), list(g)) for key, g in groupby(mine, key=lambda s: s.row["heading"] or "")]
        out.append((mine[0].row, headings))
    return out
