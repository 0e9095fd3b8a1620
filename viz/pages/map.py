"""The map of a territory's structure, the card beside it, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from ontology.errors import UnknownSubject
from ontology.i18n import Lang
from ontology.models import Order, Territory
from queries.search import Hit, search
from queries.store import GraphStore
from queries.structure import structure
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.embed import to_json
from viz.map.canvas import network_data
from viz.map.grouping import condense
from viz.map.layout import LEVEL_ORDER
from viz.model import MapEdge, MapNode
from viz.pages.subject import card_fragment
from viz.render import render
from viz.styles import EDGES, KINDS
from viz.text import capital, clean

_FOUND = 20


def map_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    around: str | None = None,
    as_of: date | None = None,
    lang: Lang,
    q: str | None = None,
) -> str:
    """The structure of `territory` (words, id or code; the first with an order when absent).

    `around`: id of the subject whose card is open. `q`: words searched for without scripts; a subject of this map that
    is found best is opened; an order that is found best opens the map of its territory.
    """
    results = search(store, q, limit=_FOUND, lang=lang) if q and q.strip() else None
    best = results[0] if results else None
    if best and best.kind == "order" and not territory:
        territory = _place(store, best)
    place = chosen_territory(store, territory)
    nodes, edges = drawn(store, place.id, as_of) if place else ([], [])
    focus = around or (best.id if best and best.kind == "subject" and best.id in {n.id for n in nodes} else None)
    at = Address("/", lang, as_of, place.id if place else None, {"subject": focus, "q": q})
    names = {n.id: n.name for n in nodes}
    return render(
        "map.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        results=None if results is None else [(hit, _place(store, hit)) for hit in results],
        has_order=place is not None and any(o.territory == place.id for o in store.all(Order)),
        levels_shown=by_level(nodes),
        legend=legend(nodes),
        generics=sum(n.generic for n in nodes),
        relations=relations(edges),
        names=names,
        invented=any(n.invented for n in nodes),
        focus=focus,
        card=_card(store, focus, at) if focus else "",
        data=map_data(nodes, edges, focus, lang) if nodes else "",
    )


def drawn(store: GraphStore, territory: str, as_of: date | None) -> tuple[list[MapNode], list[MapEdge]]:
    """What there is to draw of a territory; nothing when the store has never heard of it."""
    if store.get(Territory, territory) is None:
        return [], []
    found = structure(store, territory, as_of)
    edges = list(dict.fromkeys(MapEdge(e.source, e.target, e.kind) for e in found.edges))
    wholes = {e.source: e.target for kind in ("fills", "part-of") for e in edges if e.kind == kind}
    nodes = [
        MapNode(
            n.id,
            capital(clean(n.name)),
            clean(n.short) or None,
            n.kind.value,
            n.level.value,
            n.generic,
            wholes.get(n.id),
            clean(n.territory_name),
            n.functions,
            vacant=n.vacant,
            invented=n.invented,
        )
        for n in found.nodes
    ]
    return nodes, edges


def by_level(nodes: Sequence[MapNode]) -> list[tuple[str | None, list[MapNode]]]:
    """The subjects of each level that has any, by kind and name."""
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    ordered = sorted(nodes, key=lambda n: (ranks.get(n.kind, len(ranks)), n.name.casefold(), n.id))
    levels = [(level, [n for n in ordered if n.level == level]) for level in LEVEL_ORDER]
    return [(level, rows) for level, rows in levels if rows]


def legend(nodes: Sequence[MapNode]) -> list[tuple[str, int]]:
    """The kinds there are, with how many subjects of each."""
    counts = Counter(n.kind for n in nodes)
    return [(kind, counts[kind]) for kind in (*KINDS, *(k for k in counts if k not in KINDS)) if counts[kind]]


def relations(edges: Sequence[MapEdge]) -> list[tuple[str, int]]:
    """The sorts of relation there are, with how many of each."""
    return [(kind, n) for kind in EDGES if (n := sum(e.kind == kind for e in edges))]


def map_data(nodes: list[MapNode], edges: list[MapEdge], focus: str | None, lang: Lang) -> str:
    """What the script of the map draws, as JSON for a script element."""
    shown, drawn = condense(nodes, edges, keep={focus} if focus else (), lang=lang)
    return to_json(network_data(shown, drawn, lang) | {"focus": focus})


def _card(store: GraphStore, id: str, at: Address) -> Markup:
    """The open card; a subject the store no longer has is no reason to fail the whole map."""
    try:
        return Markup(card_fragment(store, id, at))
    except UnknownSubject:
        return Markup("")


def _place(store: GraphStore, hit: Hit) -> str:
    """Where a hit leads: the thing itself; an order, which has no page of its own, leads to its territory."""
    order = store.get(Order, hit.id) if hit.kind == "order" else None
    return order.territory if order else hit.id
