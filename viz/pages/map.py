"""The map of a territory's structure, the card beside it, and the same as tables."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from ontology.errors import UnknownSubject
from ontology.i18n import Lang, translator
from ontology.models import Order
from queries.search import search
from queries.store import GraphStore
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.embed import to_json
from viz.formats import day
from viz.map import told
from viz.map.canvas import network_data
from viz.map.gather import Gathered, gather, neighbours, with_neighbours
from viz.map.grouping import Condensed, condense
from viz.map.narrow import narrow
from viz.map.overlaid import overlaid
from viz.map.view import View
from viz.overlays.chosen import overlay as chosen_overlay
from viz.overlays.fields import overlay_fields
from viz.overlays.model import Asked, Overlay
from viz.pages.subject import card_fragment
from viz.render import render
from viz.text import clean

_FOUND = 20


def map_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    around: str | None = None,
    as_of: date | None = None,
    lang: Lang,
    q: str | None = None,
    view: View = View(),
    asked: Asked = Asked(),
) -> str:
    """The structure of `territory` (words, id or code; the first with an order when absent).

    `around`: id of the subject whose card is open. `q`: words searched for without scripts; a subject of this map that
    is found best is opened; an order that is found best opens the map of its territory. `view`: what of it is shown;
    `asked`: what is laid over it.
    """
    results = search(store, q, limit=_FOUND, lang=lang) if q and q.strip() else None
    best = results[0] if results else None
    if best and best.kind == "order" and not territory:
        order = store.get(Order, best.id)
        territory = order.territory if order else None
    place = chosen_territory(store, territory)
    whole = gather(store, place.id, as_of) if place else Gathered([], [])
    if place and view.expand:
        whole = with_neighbours(store, whole, view.expand, place.id, as_of)
    names = {n.id: n.name for n in whole.nodes}
    chosen = around or (best.id if best and best.kind == "subject" and best.id in names else None)
    at = Address("/", lang, as_of, place.id if place else None, _params(view, asked) | {"subject": chosen, "q": q})
    over = chosen_overlay(store, asked, whole.nodes, territory=place, as_of=as_of, lang=lang) if place else None
    shown = narrow(whole, view)
    keep = {chosen, view.expand, *view.pinned} | _linked(over)
    if view.expand:
        keep |= neighbours(shown.edges, view.expand)
    drawn = condense(*shown, keep={id for id in keep if id}, opened=view.opened, lang=lang)
    relations = told.relation_rows(store, shown.edges, names, view)
    most = None if view.rows else told.ROWS
    return render(
        "map.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        results=results,
        has_order=place is not None and any(o.territory == place.id for o in store.all(Order)),
        known=bool(whole.nodes),
        levels_shown=told.by_level(shown.nodes, most),
        legend=told.legend(whole, view),
        chips=told.chips(view, at, names, drawn.open, lang),
        relations=relations[:most],
        relations_more=len(relations) - len(relations[:most]),
        names=names,
        invented=any(n.invented for n in whole.nodes),
        focus=chosen,
        view=view,
        overlay=over,
        overlay_fields=overlay_fields(store, asked, whole.nodes, territory=place.id, as_of=as_of, lang=lang)
        if place
        else None,
        card=_card(store, chosen, at) if chosen else "",
        data=map_data(drawn, lang, place.name, as_of, view=view, chosen=chosen, over=over)
        if place and whole.nodes
        else "",
    )


def map_data(
    drawn: Condensed,
    lang: Lang,
    territory: str,
    as_of: date | None,
    *,
    view: View = View(),
    chosen: str | None = None,
    over: Overlay | None = None,
) -> str:
    """What the script of the map draws, as JSON for a script element."""
    _ = translator(lang)
    data = network_data(drawn.nodes, drawn.edges, lang)
    data |= {
        "chosen": chosen,
        "view": {
            "layers": [*view.layers, *(f"-{layer}" for layer in view.off)],
            "hide": view.hidden,
            "pin": view.pinned,
            "open": view.opened,
            "focus": view.focus,
            "expand": view.expand,
        },
        "over": overlaid(over, data["nodes"], drawn.within, lang) if over else None,
        "texts": {
            "title": _("How the system is built") + f": {clean(territory)}",
            "day": _("As of {day}", day=day(as_of or date.today(), lang)),
            "file": f"opora-{(as_of or date.today()).isoformat()}",
            "said": _("The map has changed: subjects and groups shown {count}"),
            "failed": _("The server did not answer. Nothing was changed; try again."),
            "pin": _("Keep in sight"),
            "unpin": _("Keep no longer"),
            "open": _("Open the group"),
            "generic": _("generic: no particular organisation is named"),
        },
    }
    return to_json(data)


def _params(view: View, asked: Asked) -> dict[str, str | None]:
    return view.params() | {
        "overlay": asked.overlay,
        "from": asked.source,
        "to": asked.target,
        "route": asked.route,
        "close": asked.close,
        "into": asked.into,
    }


def _linked(over: Overlay | None) -> set[str]:
    """Who must not vanish in a group: the ends of what is drawn over the map."""
    return {id for link in over.links for id in (link.source, link.target)} if over else set()


def _card(store: GraphStore, id: str, at: Address) -> Markup:
    """The open card; a subject the store no longer has is no reason to fail the whole map."""
    try:
        return Markup(card_fragment(store, id, at))
    except UnknownSubject:
        return Markup("")
