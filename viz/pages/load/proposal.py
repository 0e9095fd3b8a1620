"""The proposal who could support which school so that nobody is above the norm; nothing of it is written."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from ontology.entities.base import Id
from ontology.errors import BadParameter, InputError
from ontology.i18n import Lang, translator
from ontology.models import Territory
from queries.rebalance.answer import MethodistLoad, Rebalance
from queries.rebalance.run import rebalance
from queries.store import GraphStore
from viz.address import Address
from viz.charts.before_after import Pair, pairs
from viz.common import chosen_territory
from viz.render import render
from viz.text import clean

MOST_BARS, MOST_MOVES = 30, 300
_GREATEST = 1_000_000


def checked_norm(text: str | None) -> float | None:
    """Teachers per post as a person writes them («250», «262,5»); None when nothing is written. BadParameter."""
    if not text or not text.strip():
        return None
    try:
        value = float("".join(text.split()).replace(",", "."))
    except ValueError:
        value = math.nan
    if not 1 <= value <= _GREATEST:
        raise BadParameter(
            "«{value}» is no number of teachers per post",
            mend="Write a number of at least 1, such as 250, or leave the field empty: then the norm in force is taken",
            value=text.strip()[:80],
        )
    return value


def solved(store: GraphStore, territory: Id, *, as_of: date | None, norm: float | None, lang: Lang) -> Rebalance | None:
    """The proposal; None for a territory that is not loaded. InputError when no norm is in force and none is given."""
    place = store.get(Territory, territory)
    return rebalance(store, place, as_of or date.today(), norm=norm, lang=lang)[0] if place else None


def proposal(
    store: GraphStore, territory: Id, *, as_of: date | None, norm: float | None, at: Address
) -> dict[str, Any] | None:
    """What the template shows; `no_norm` when there is none to aim at."""
    try:
        found = solved(store, territory, as_of=as_of, norm=norm, lang=at.lang)
    except InputError:
        return {"no_norm": True}
    if found is None:
        return None
    drawn = _worth_drawing(found.methodists)
    given = {"norm": f"{norm:g}" if norm else None}
    return {
        "no_norm": False,
        "found": found,
        "methodists": sorted(found.methodists, key=_heaviest),
        "moves": found.moves[:MOST_MOVES],
        "chart": _chart(drawn[:MOST_BARS], at.lang) if drawn else "",
        "drawn": len(drawn),
        "shown": min(len(drawn), MOST_BARS),
        "missing": {p.subject_area: p.fte for p in found.posts},
        "book": at.url("/load/rebalance.xlsx", **given),
        "scenario": at.url("/load/rebalance.yaml", **given),
    }


def proposal_fragment(
    store: GraphStore, *, territory: str | None, norm: str | None, as_of: date | None, lang: Lang
) -> str:
    """The proposal alone, to stand in the page. Raises UnknownTerritory, BadParameter."""
    wanted = checked_norm(norm)
    place = chosen_territory(store, territory)
    at = Address("/load", lang, as_of, place.id if place else None)
    found = proposal(store, place.id, as_of=as_of, norm=wanted, at=at) if place else None
    return render("_load_proposal.html", at, proposal=found)


def proposal_scenario(store: GraphStore, *, territory: str | None, norm: str | None, lang: Lang) -> str:
    """The proposal as a scenario of `opora whatif`. Raises UnknownTerritory, BadParameter."""
    wanted = checked_norm(norm)
    place = chosen_territory(store, territory)
    title = translator(lang)("Schools given to methodists anew: {name}", name=place.name if place else "")
    words = (
        ("название", "шаги", "выровнять нагрузку", "территория", "норматив")
        if lang == "ru"
        else ("title", "steps", "rebalance", "territory", "norm")
    )
    step = {words[3]: place.id if place else ""} | ({words[4]: wanted} if wanted else {})
    inner = "".join(f"      {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in step.items())
    return f"{words[0]}: {json.dumps(title, ensure_ascii=False)}\n{words[1]}:\n  - {words[2]}:\n{inner}"


def _heaviest(m: MethodistLoad) -> tuple[float, str]:
    return (-(m.before / m.most if m.most > 0 else math.inf), m.methodist)


def _worth_drawing(methodists: Sequence[MethodistLoad]) -> list[MethodistLoad]:
    """Who gains or loses teachers, and who stays above the norm; the heaviest before first."""
    return sorted((m for m in methodists if m.before != m.after or m.after > m.most), key=_heaviest)


def _chart(methodists: Sequence[MethodistLoad], lang: Lang) -> Any:
    rows = [
        Pair(", ".join(filter(None, (clean(m.methodist), clean(m.subject_area)))), m.before, m.after, max(0, m.most))
        for m in methodists
    ]
    return pairs(rows, title=translator(lang)("Teachers of each methodist before and after the proposal"), lang=lang)
