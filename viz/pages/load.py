"""The page of load: teachers per full-time methodist, as bars against the norms and as a table, with clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, Translate, translator
from queries.answer import answer
from queries.questions.load import LoadBy
from queries.store import GraphStore
from viz.address import Address
from viz.chart import Bar, NormLine, bars
from viz.common import chosen_territory, territory_choices
from viz.formats import number, period
from viz.model import Choice
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
    body: dict[str, Any] = {"rows": [], "norms": [], "notes": [], "total_load": None}
    if place:
        body = answer(store, "load", {"territory": place.id, "by": chosen}, lang=lang, as_of=as_of).model_dump(
            mode="json"
        )
    rows: list[Line] = body["rows"]
    norms: list[Line] = body.get("norms") or []
    whole = body.get("total_load") if rows else None
    at = Address("/load", lang, as_of, place.id if place else None, {"by": chosen})
    return render(
        "load.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        by=chosen,
        by_label=_(_BY[chosen]),
        bys=[Choice(code.value, _(_BY[code.value])) for code in LoadBy],
        rows=rows,
        whole=whole,
        norms=[_norm(norm, whole, _, lang) for norm in norms] if whole else [],
        notes=[] if any(r["invented"] for r in rows) else body.get("notes") or [],
        invented=any(r["invented"] for r in rows),
        chart=_chart(rows, norms, chosen, lang) if rows else "",
    )


def _norm(norm: Line, whole: Line, _: Translate, lang: Lang) -> dict[str, Any]:
    """A norm held against the territory as a whole."""
    load, value = whole["per_methodist"], norm["value"]
    kept, reached = load is not None and load <= value, norm["kind"] == "actual"
    if reached:
        text, judged = _("{value} then", value=number(value, lang)), _("not above it") if kept else _("above it")
    else:
        text = _(_AT_MOST.get(norm["comparison"], "{value}"), value=number(value, lang))
        judged = _("kept") if kept else _("exceeded")
    return dict(norm) | {
        "text": text,
        "judged": judged,
        "period": period(norm["period"], lang),
        "kept": kept,
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
