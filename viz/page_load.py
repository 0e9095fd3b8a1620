"""The page of load: teachers per full-time methodist, as bars against the norms and as a table, with clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from ontology.errors import BadParameter
from ontology.i18n import Lang, Translate, translator
from queries.answer import answer
from queries.questions.load import LoadBy, posts_missing
from queries.store import GraphStore
from viz.address import Address
from viz.chart import Bar, NormLine, bars
from viz.common import chosen_territory, territory_choices
from viz.formats import number
from viz.model import Choice
from viz.problem import problem_of
from viz.render import render
from viz.text import clean

Line = Mapping[str, Any]
_BY = {
    "region": "by region",
    "municipality": "by municipality",
    "methodist": "by methodist",
    "subject_area": "by school subject",
}
_AT_MOST = {
    "<=": "at most {value}",
    "<": "below {value}",
    ">=": "at least {value}",
    ">": "above {value}",
    "=": "{value}",
}


def load_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    by: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Load of `territory` (words, id or code) `by` region, municipality (default), methodist or school subject."""
    _ = translator(lang)
    chosen = by if by in _BY else "municipality"
    place = chosen_territory(store, territory)
    rows: list[Line] = []
    norms: list[Line] = []
    whole: Line | None = None
    problem = None
    if place:
        try:
            rows, norms = _ask(store, place.id, chosen, as_of, lang)
            # A municipality is whole by itself; everything larger is summed by region.
            total, _norms = _ask(
                store, place.id, "municipality" if place.kind == "municipality" else "region", as_of, lang
            )
            whole = next((r for r in total if r["territory"]["id"] == place.id and r["teachers"] is not None), None)
        except BadParameter as error:
            problem = problem_of(error, lang)
    at = Address("/load", lang, as_of, place.id if place else None, {"by": chosen})
    return render(
        "load.html.j2",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        by=chosen,
        by_label=_(_BY[chosen]),
        bys=[Choice(code.value, _(_BY[code.value])) for code in LoadBy],
        rows=rows,
        whole=whole,
        norms=[_norm(norm, whole, _, lang) for norm in norms] if whole else [],
        invented=any(r["invented"] for r in rows),
        chart=_chart(rows, norms, chosen, lang) if rows else "",
        problem=problem,
    )


def _ask(store: GraphStore, place: str, by: str, as_of: date | None, lang: Lang) -> tuple[list[Line], list[Line]]:
    body = answer(store, "load", {"territory": place, "by": by}, lang=lang, as_of=as_of).model_dump(mode="json")
    return list(body["rows"]), list(body.get("norms") or [])


def _norm(norm: Line, whole: Line, _: Translate, lang: Lang) -> dict[str, Any]:
    """A norm held against the territory as a whole."""
    load, value = whole["per_methodist"], norm["value"]
    missing = posts_missing(whole["teachers"], round((whole["fte"] or 0) * 100), value)
    return dict(norm) | {
        "text": _(_AT_MOST.get(norm["comparison"], "{value}"), value=number(value, lang)),
        "period": clean(norm["period"]) or "–",
        "kept": load is not None and load <= value,
        "posts_missing": missing,
    }


def _name(row: Line, by: str, _: Translate) -> str:
    place = clean(row["territory"]["name"])
    if by == "methodist":
        parts = [clean(row["methodist"]) or _("no methodist"), clean(row["subject_area"])]
        return ", ".join(p for p in parts if p)
    if by == "subject_area":
        return clean(row["subject_area"]) or _("all school subjects")
    return place


def _chart(rows: Sequence[Line], norms: Sequence[Line], by: str, lang: Lang) -> Markup:
    """All bars, and the norms of the territory as lines; what is not the bound of the day is dashed."""
    _ = translator(lang)
    lines = {
        n["value"]: NormLine(n["value"], number(n["value"], lang), not n["in_force"])
        for n in sorted(norms, key=lambda n: bool(n["in_force"]))
    }
    drawn = [Bar(_name(r, by, _), r["per_methodist"], r["norm"]) for r in rows]
    return bars(drawn, list(lines.values()), lang, _("Teachers per post of a methodist, {by}", by=_(_BY[by])))
