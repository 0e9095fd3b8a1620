"""The map's drawing: a pyvis network with fixed positions, handed to our own page as data.

pyvis' own page is not used: it asks a public network for Bootstrap and treats titles as HTML. What is taken from it is
its network (nodes, edges, options) and the drawing library it brings along (`viz.static`). A node's id is a running
number, since names come from foreign files; labels and titles are plain text and are drawn, never parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ontology.i18n import Lang, translator
from viz.map.connectors import connect
from viz.map.layout import CARD_HEIGHT, CARD_WIDTH, GAP_X, MARGIN, Layout, Place, arrange, in_reading_order
from viz.model import MapEdge, MapNode
from viz.styles import EDGES, KINDS, LEVELS, kind_style
from viz.text import capital, clean, shorten

WIDEST = 8
DEFAULT_COLUMNS = 5
_NAME_LIMIT, _TITLE_LIMIT = 110, 400
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_OPTIONS: dict[str, Any] = {
    "autoResize": False,  # the page sizes the canvas itself: the library would change the scale
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "zoomView": False,
        "tooltipDelay": 350,
        "selectConnectedEdges": False,
        "keyboard": False,
    },
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.45}},
}


def network_data(nodes: Sequence[MapNode], edges: Sequence[MapEdge], lang: Lang) -> dict[str, Any]:
    """Everything the script of the map needs, ready for JSON: pyvis' nodes, edges and options, bands, layouts.

    `layouts` holds the positions (in the order of `nodes`) for each number of columns, so that a narrow screen gets
    another arrangement without any arranging of its own.
    """
    from pyvis.network import Network  # imports IPython: half a second that no command but the map should pay

    levels = in_reading_order(
        Place(n.id, clean(n.short or n.name), n.level, _RANK.get(n.kind, len(_RANK)), n.part_of) for n in nodes
    )
    widest = max((len(row) for row in levels.values()), default=1)
    layouts = [arrange(levels, columns) for columns in range(1, max(1, min(WIDEST, widest)) + 1)]
    chosen = layouts[min(DEFAULT_COLUMNS, len(layouts)) - 1]
    by_id = {n.id: n for n in nodes}
    drawn = [by_id[id] for id in chosen.positions]
    number = {node.id: index for index, node in enumerate(drawn)}
    network = Network(directed=True)
    network.options = dict(_OPTIONS)
    for node in drawn:
        x, y = chosen.positions[node.id]
        network.add_node(number[node.id], shape="custom", x=x, y=y, **_look(node, lang))
    for edge in edges:
        if edge.source in number and edge.target in number:
            network.add_edge(number[edge.source], number[edge.target], kind=edge.kind, **_line(edge.kind))
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "card": {"width": CARD_WIDTH, "height": CARD_HEIGHT, "gap": GAP_X, "margin": MARGIN},
        "layouts": [_positions(layout, drawn, edges, lang) for layout in layouts],
        "always": [kind for kind, style in EDGES.items() if style.always],
        "paths": {n.kind: {"path": kind_style(n.kind).path, "colour": kind_style(n.kind).colour} for n in drawn},
    }


def _look(node: MapNode, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    head = capital(shorten(node.short or node.name, _NAME_LIMIT))
    facts = [_("functions: {count}", count=node.functions)]
    if node.generic:
        facts.append(_("generic"))
    if node.vacant:
        facts.append(_("vacant"))
    if node.invented:
        facts.append(_("invented data"))
    full = shorten(node.name, _TITLE_LIMIT)
    title = "\n".join((full, f"{_(kind_style(node.kind).label)} · {_(LEVELS.get(node.level, LEVELS[None]))}"))
    return {
        "label": head,
        "title": title,
        "ref": node.id,
        "kind": node.kind,
        "sub": shorten(node.name, _NAME_LIMIT) if node.short and clean(node.short) != clean(node.name) else "",
        "facts": " · ".join(facts),
        "generic": node.generic,
        "members": node.members,
    }


def _line(kind: str) -> dict[str, Any]:
    """How the library draws a relation: at first not at all; the page shows what concerns the chosen subject."""
    style = EDGES.get(kind, EDGES["interaction"])
    arrows = "to" if kind == "interaction" else ""
    return {"color": style.colour, "dashes": list(style.dashes) or False, "width": 2, "arrows": arrows, "hidden": True}


def _positions(layout: Layout, drawn: Sequence[MapNode], edges: Sequence[MapEdge], lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    number = {node.id: index for index, node in enumerate(drawn)}
    drawable = (e for e in edges if e.source in number and e.target in number and e.kind in EDGES)
    always = [e for e in drawable if EDGES[e.kind].always]
    return {
        "columns": layout.columns,
        "width": layout.width,
        "height": layout.height,
        "at": [layout.positions[n.id] for n in drawn],
        "lines": [
            {
                "from": number[e.source],
                "to": number[e.target],
                "dashes": list(EDGES[e.kind].dashes),
                "at": connect(layout, e.source, e.target),
            }
            for e in always
        ],
        "bands": [
            {
                "label": capital(_(LEVELS.get(b.level, LEVELS[None]))),
                "count": _("subjects: {count}", count=b.count),
                "level": b.level or "none",
                "top": b.top,
                "height": b.height,
            }
            for b in layout.bands
        ],
    }
