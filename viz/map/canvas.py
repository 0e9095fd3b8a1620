"""The map's drawing: a pyvis network with fixed positions, handed to our own page as data.

pyvis' own page is not used: it asks a public network for Bootstrap and treats titles as HTML. What is taken from it is
its network (nodes, options) and the drawing library it brings along (`viz.static`), which keeps scale and position and
tells what was clicked. Relations are drawn by our own script, since they must lie in a picture that is taken away, too.
A node's id is a running number, since names come from foreign files; labels and titles are plain text and are drawn,
never parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ontology.i18n import Lang, translator
from queries.shown import word
from viz.formats import cite, number
from viz.map.connectors import connect
from viz.map.layout import CARD_HEIGHT, CARD_WIDTH, GAP_X, MARGIN, Layout, Place, arrange, in_reading_order
from viz.model import MapEdge, MapNode
from viz.styles import EDGES, KINDS, LEVELS, kind_style
from viz.text import capital, clean, shorten

WIDEST = 12
DEFAULT_COLUMNS = 5
_NAME_LIMIT, _TITLE_LIMIT, _SHORT_LIMIT, _CLAUSES = 110, 400, 60, 3
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
}


def network_data(nodes: Sequence[MapNode], edges: Sequence[MapEdge], lang: Lang) -> dict[str, Any]:
    """Everything the script of the map needs, ready for JSON: pyvis' nodes and options, relations, bands, layouts.

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
    numbers = {node.id: index for index, node in enumerate(drawn)}
    network = Network(directed=True)
    network.options = dict(_OPTIONS)
    for node in drawn:
        x, y = chosen.positions[node.id]
        network.add_node(numbers[node.id], shape="custom", x=x, y=y, **_look(node, lang))
    drawable = [e for e in edges if e.source in numbers and e.target in numbers and e.kind in EDGES]
    subjects: dict[str | None, int] = {}
    for node in drawn:
        subjects[node.level] = subjects.get(node.level, 0) + (node.members or 1)
    return {
        "nodes": network.nodes,
        "options": network.options,
        "card": {"width": CARD_WIDTH, "height": CARD_HEIGHT, "gap": GAP_X, "margin": MARGIN},
        "bands": {
            level or "none": {
                "label": capital(translator(lang)(LEVELS.get(level, LEVELS[None]))),
                "count": translator(lang)("subjects: {count}", count=number(count, lang)),
            }
            for level, count in subjects.items()
        },
        "layouts": [_positions(layout, drawn, drawable, numbers) for layout in layouts],
        "relations": _relations((e for e in drawable if not EDGES[e.kind].always), numbers, lang),
        "layers": {
            kind: {
                "label": layer_name(kind, lang),
                "colour": style.colour,
                "dashes": style.dashes,
                "arrow": style.arrow,
                "always": style.always,
            }
            for kind, style in EDGES.items()
            if any(e.kind == kind for e in drawable)
        },
        "paths": {kind: _kind(kind, lang) for kind in _in_order(n.kind for n in drawn)},
    }


def layer_name(kind: str, lang: Lang) -> str:
    """What a layer is called."""
    return translator(lang)(EDGES[kind].label)


def _in_order(kinds: Iterable[str]) -> list[str]:
    return sorted(set(kinds), key=lambda kind: (_RANK.get(kind, len(_RANK)), kind))


def _kind(kind: str, lang: Lang) -> dict[str, str]:
    style = kind_style(kind)
    return {"path": style.path, "colour": style.colour, "label": translator(lang)(style.label)}


def _look(node: MapNode, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    facts = [_("functions: {count}", count=number(node.functions, lang))]
    if node.outside:
        facts = [shorten(node.territory, 30) or _("of another territory")]
    if node.generic:
        facts.append(_("generic"))
    if node.vacant:
        facts.append(_("vacant"))
    if node.invented:
        facts.append(_("invented data"))
    full = shorten(node.name, _TITLE_LIMIT)
    title = "\n".join((full, f"{_(kind_style(node.kind).label)} · {_(LEVELS.get(node.level, LEVELS[None]))}"))
    return {
        "label": capital(shorten(node.short or node.name, _NAME_LIMIT)),
        "title": title,
        "ref": node.id,
        "kind": node.kind,
        "sub": shorten(node.name, _NAME_LIMIT) if node.short and clean(node.short) != clean(node.name) else "",
        "facts": " · ".join(facts),
        "generic": node.generic,
        "outside": node.outside,
        "members": node.members,
    }


def _relations(edges: Iterable[MapEdge], numbers: Mapping[str, int], lang: Lang) -> list[dict[str, Any]]:
    """One line for each two subjects and layer, with the clauses that say so; `count`: how many relations it is."""
    merged: dict[tuple[int, int, str], list[MapEdge]] = {}
    for edge in edges:
        ends = numbers[edge.source], numbers[edge.target]
        start, end = ends if EDGES[edge.kind].arrow else (min(ends), max(ends))
        merged.setdefault((start, end, edge.kind), []).append(edge)
    return [
        {"from": start, "to": end, "kind": kind, "count": len(alike), "text": _said(alike, lang)}
        for (start, end, kind), alike in merged.items()
    ]


def _said(alike: Sequence[MapEdge], lang: Lang) -> str:
    """What is written at a line: the first clauses, and the status of an agreement."""
    clauses = list(dict.fromkeys(cite(e.clause, lang) for e in alike if e.clause))
    status = {word(e.detail, lang) for e in alike if e.kind == "agreement" and e.detail}
    more = "…" if len(clauses) > _CLAUSES else ""
    return ", ".join([*sorted(status), *clauses[:_CLAUSES]]) + more


def _positions(
    layout: Layout, drawn: Sequence[MapNode], edges: Sequence[MapEdge], numbers: Mapping[str, int]
) -> dict[str, Any]:
    lines: dict[tuple[str, str], MapEdge] = {(e.source, e.target): e for e in edges if EDGES[e.kind].always}
    return {
        "columns": layout.columns,
        "width": round(layout.width),
        "height": round(layout.height),
        "at": [[round(v) for v in layout.positions[n.id]] for n in drawn],
        "lines": [
            {
                "from": numbers[e.source],
                "to": numbers[e.target],
                "kind": e.kind,
                "at": [[round(x), round(y)] for x, y in connect(layout, e.source, e.target)],
            }
            for e in lines.values()
        ],
        "bands": [{"level": b.level or "none", "top": round(b.top), "height": round(b.height)} for b in layout.bands],
    }
