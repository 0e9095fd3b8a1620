"""The page as a whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.questions.load import LoadBy
from queries.store import GraphStore
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.model import Choice
from viz.pages.load.lines import BY, chart, heaviest_first, shown_norms, summary
from viz.pages.load.proposal import checked_norm, proposal
from viz.pages.load.trend import trend
from viz.render import render

MOST = 25  # rows shown until all are asked for
NOTHING = {"per_methodist": None}


def load_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    by: str | None = None,
    rows: str | None = None,
    rebalance: str | None = None,
    norm: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Load of `territory` (words, id or code) `by` region, municipality (default), methodist or school subject.

    `rows` «all»: every row, not only the heaviest. `rebalance`: with a proposal who could support which school, within
    `norm` teachers per post (else within the norm in force). Raises UnknownTerritory, BadParameter.
    """
    _ = translator(lang)
    chosen = by if by and by in BY else "municipality"
    wanted = checked_norm(norm)
    place = chosen_territory(store, territory)
    body: dict[str, Any] = {"rows": [], "notes": []}
    if place:
        words = {"territory": place.id, "by": chosen}
        body = answer(store, "load", words, lang=lang, as_of=as_of).model_dump(mode="json")
    lines = heaviest_first(body["rows"])
    shown = lines if rows == "all" else lines[:MOST]
    whole = body.get("total_load") if lines else None
    norms = body.get("norms") or []
    invented = any(r["invented"] for r in lines)
    given = {"by": chosen, "rows": "all" if rows == "all" else None,
             "rebalance": "1" if rebalance else None, "norm": norm}  # fmt: skip
    at = Address("/load", lang, as_of, place.id if place else None, given)
    return render(
        "load.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        by=chosen,
        by_label=_(BY[chosen]),
        bys=[Choice(code.value, _(BY[code.value])) for code in LoadBy],
        rows=shown,
        total=len(lines),
        summary=summary(lines, whole, chosen, lang) if whole else None,
        whole=whole,
        norms=shown_norms(store, norms, body.get("total_load") or NOTHING, lang),
        notes=[] if invented else body.get("notes") or [],
        invented=invented,
        chart=chart(shown, norms, chosen, lang) if shown else "",
        trend=trend(store, place.id, as_of, lang) if place and lines else None,
        norm=norm or "",
        proposal=proposal(store, place.id, as_of=as_of, norm=wanted, at=at) if place and lines and rebalance else None,
    )
