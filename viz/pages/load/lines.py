"""Rows of load as the page shows them: the heaviest first, against their norms, in words and as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, Translate, translator
from ontology.models import Clause
from queries.shown import order_name
from queries.store import GraphStore
from viz.charts.bars import Bar, NormLine, load_bars
from viz.formats import cite, day, number, period
from viz.text import clean, shorten

Line = Mapping[str, Any]
BY: Mapping[str, str] = MappingProxyType(
    {
        "region": "by region",
        "municipality": "by municipality",
        "methodist": "by methodist",
        "subject_area": "by school subject",
    }
)
_MOST_WORDS = 300  # characters of a clause; the page of the act has the rest
_AT_MOST: Mapping[str, str] = MappingProxyType(
    {
        "<=": "at most {value}",
        "<": "below {value}",
        ">=": "at least {value}",
        ">": "above {value}",
        "=": "{value}",
    }
)


def heaviest_first(rows: Sequence[Line]) -> list[Line]:
    """Teachers without any methodist, then the most teachers per post; what is not known comes last."""

    def rank(row: Line) -> tuple[int, float]:
        load = row["per_methodist"]
        if load is not None:
            return (1, -load)
        return (0, -row["teachers"]) if row["teachers"] else (2, 0.0)

    return sorted(rows, key=rank)


def over(row: Line) -> bool:
    """Whether a row is above its norm."""
    return row["per_methodist"] is not None and row["norm"] is not None and row["per_methodist"] > row["norm"]


def name(row: Line, by: str, _: Translate) -> str:
    """What a row stands for."""
    if by == "methodist":
        parts = [clean(row["methodist"]) or _("no methodist"), clean(row["subject_area"])]
        return ", ".join(p for p in parts if p)
    if by == "subject_area":
        return clean(row["subject_area"]) or _("all school subjects")
    return clean(row["territory"]["name"])


def summary(rows: Sequence[Line], whole: Line, by: str, lang: Lang) -> dict[str, Any]:
    """What the page says first: how many rows are above the norm, how many posts they miss one by one, and whether
    that is more than the territory misses as a whole (a post of one row does not help another)."""
    judged = [r for r in rows if r["norm"] is not None and r["per_methodist"] is not None]
    missing = [r["posts_missing"] for r in rows if r["posts_missing"] is not None]
    return {
        "over": sum(over(r) for r in judged),
        "judged": len(judged),
        "nobody": sum(1 for r in rows if r["teachers"] and not r["fte"]),
        "missing": round(sum(missing), 2) if missing and by != "region" else None,
    }


def shown_norms(store: GraphStore, norms: Sequence[Line], whole: Line, lang: Lang) -> list[dict[str, Any]]:
    """Each norm held against the territory as a whole, with the words of its clause where the act's text is loaded."""

    def words(norm: Line) -> str | None:
        clause = store.get(Clause, norm["clause_id"])
        return shorten(clause.text, _MOST_WORDS) if clause and clause.text else None

    return [_norm(norm, whole, translator(lang), lang) | {"quote": words(norm)} for norm in norms]


def _norm(norm: Line, whole: Line, _: Translate, lang: Lang) -> dict[str, Any]:
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
        "since": _since(norm),
    }


def _since(norm: Line) -> str | None:
    """The day from which a norm holds: not before its act."""
    return max((d for d in (norm["valid_from"], norm["order"]["date"]) if d), default=None)


def chart(rows: Sequence[Line], norms: Sequence[Line], by: str, lang: Lang) -> Markup:
    """The rows as bars, the norms of the territory as lines: what holds on the day whole, the rest dashed."""
    _ = translator(lang)
    lines: dict[float, NormLine] = {}
    for norm in sorted(norms, key=lambda n: bool(n["in_force"])):  # of equal values the one in force is told
        lines[norm["value"]] = NormLine(norm["value"], _words(norm, _, lang), bool(norm["in_force"]))
    absent = {True: _("no methodist"), False: _("teachers are not counted")}
    bars = [Bar(name(r, by, _), r["per_methodist"], r["norm"], absent[bool(r["teachers"])]) for r in rows]
    return load_bars(
        bars, list(lines.values()), lang=lang, title=_("Teachers per post of a methodist, {by}", by=_(BY[by]))
    )


def _words(norm: Line, _: Translate, lang: Lang) -> str:
    """A norm in short: its value, clause, order and day."""
    by = ", ".join(part for part in (cite(norm["clause"], lang), order_name(norm["order"], lang)) if part)
    value = number(norm["value"], lang)
    if norm["kind"] == "actual":
        return _(
            "{value} was reached ({period}): {clause}", value=value, period=period(norm["period"], lang), clause=by
        )
    since = _since(norm)
    said = _("norm {value}: {clause}", value=value, clause=by)
    return _("{said}, from {day}", said=said, day=day(since, lang)) if since else said
