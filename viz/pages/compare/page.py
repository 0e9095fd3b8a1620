"""The page as a whole: what is compared, what differs, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.store import GraphStore
from viz.address import Address
from viz.common import chosen_territory, direction_choices
from viz.filters import one_of
from viz.pages.compare import rows as r
from viz.pages.compare.sides import Known, Side
from viz.pages.compare.states import EDITIONS, SAME, TERRITORIES, turned
from viz.render import render

PAGE = 150  # rows of one page


def compare_page(
    store: GraphStore,
    *,
    left: str | None = None,
    right: str | None = None,
    state: str | None = None,
    direction: str | None = None,
    differences: str | None = None,
    page: int = 1,
    territory: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Two territories (words, ids, codes) or two acts (ids, «№ …») side by side.

    `state`: rows in one state only; `direction`: code of a direction of the catalogue; `differences`: without rows that
    are alike; `territory`: where the reader comes from, the left side until one is chosen. Raises UnknownTerritory,
    UnknownResource, BadParameter.
    """
    known = Known(store, lang)
    options = known.options()
    here = chosen_territory(store, territory) if territory else None
    one, other = known.side(left), known.side(right)
    states = EDITIONS if one and one.kind == "act" else TERRITORIES
    state = one_of("state", state, states)
    given = {
        "left": one.id if one else None,
        "right": other.id if other else None,
        "state": state,
        "direction": direction,
        "differences": "1" if differences else None,
    }
    at = Address("/compare", lang, as_of, here.id if here else None, given)
    if one is None and here and any(choice.value == here.id for _group, own in options for choice in own):
        one = Side("territory", here.id, here.name)
    context: dict[str, Any] = {
        "options": options,
        "left": one,
        "right": other,
        "direction": direction,
        "directions": direction_choices(store, lang),
        "differences": bool(differences),
        "state": state,
        "states": states,
        "suggestions": known.suggestions() if options and not (one and other) else [],
        "problem": _problem(one, other, lang) if one and other else None,
        "result": None,
        "swapped": at.here(left=given["right"], right=given["left"], state=turned(state)),
    }
    if one and other and not context["problem"]:
        context["result"] = _result(store, one, other, at, direction, page)
    return render("compare.html", at, **context)


def _problem(one: Side, other: Side, lang: Lang) -> str | None:
    """What two sides cannot be held against each other, in words."""
    _ = translator(lang)
    if one.kind != other.kind:
        return _("A territory cannot be compared with an act. Choose two territories, or two acts.")
    if one.id == other.id:
        return _("The same stands on both sides. Choose something else on one of them.")
    return None


def _result(
    store: GraphStore, one: Side, other: Side, at: Address, direction: str | None, page: int
) -> Mapping[str, Any]:
    """The rows of the page, and how many there are in all and in each state."""
    name = "compare_editions" if one.kind == "act" else "compare_territories"
    found = answer(store, name, {"left": one.id, "right": other.id}, lang=at.lang, as_of=at.as_of)
    known = r.directions(store, at.lang)
    rows = r.of_direction(found.rows, direction, known)
    counts = r.counted(rows)
    shown = r.narrowed(rows, at.params["state"], differences=bool(at.params["differences"]))
    last = max(1, -(-len(shown) // PAGE))
    current = min(max(1, page), last)
    part = shown[(current - 1) * PAGE : current * PAGE]
    if one.kind == "act":
        part = r.with_one(part)
    else:
        part = r.with_all(part, r.holders(store, one.id, at.as_of), r.holders(store, other.id, at.as_of))
    return {
        "groups": r.grouped(part, known, at.lang),
        "total": len(rows),
        "shown": len(shown),
        "counts": counts,
        "differ": sum(n for state, n in counts.items() if state not in SAME),
        "page": current,
        "last": last,
        "nobody": found.nobody,
        "notes": found.notes,
        "silent": [side.name for side, key in ((one, "left"), (other, "right")) if not any(x[key] for x in found.rows)],
    }
