"""What the page says beside the drawing: legend with counts, tables of subjects and relations, what narrows the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ontology.i18n import Lang, translator
from ontology.models import Order
from queries.cited import order_json
from queries.store import GraphStore
from viz.address import Address
from viz.map.gather import Gathered
from viz.map.layout import LEVEL_ORDER, by_name
from viz.map.view import NO_LEVEL, View
from viz.model import MapEdge, MapNode
from viz.styles import EDGES, KINDS
from viz.text import shorten

ROWS = 100
_NAME = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: `word` of kind, level or layer, how many there are, whether they are shown."""

    word: str
    count: int
    on: bool


@dataclass(frozen=True, slots=True)
class Legend:
    """Everything the legend counts, whether it is shown or not. `generics`: how many subjects are generic."""

    kinds: list[Entry]
    levels: list[Entry]
    layers: list[Entry]
    generics: int


@dataclass(frozen=True, slots=True)
class LevelRows:
    """The subjects of a level; `more`: how many are left out of the table."""

    level: str | None
    rows: list[MapNode]
    more: int = 0

    @property
    def total(self) -> int:
        """How many subjects of the level the map shows."""
        return len(self.rows) + self.more


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows the map, and the address without it."""

    text: str
    address: str


def legend(whole: Gathered, view: View) -> Legend:
    """The legend of a map; it counts the whole, so that what is switched off can be switched on again."""
    kinds = Counter(n.kind for n in whole.nodes)
    levels = Counter(n.level or NO_LEVEL for n in whole.nodes)
    layers = Counter(e.kind for e in whole.edges)
    return Legend(
        [Entry(k, kinds[k], view.kind(k)) for k in (*KINDS, *(k for k in kinds if k not in KINDS)) if kinds[k]],
        [
            Entry(level or NO_LEVEL, count, view.level(level))
            for level in LEVEL_ORDER
            if (count := levels[level or NO_LEVEL])
        ],
        [Entry(layer, layers[layer], view.drawn(layer)) for layer in EDGES if layers[layer]],
        sum(n.generic for n in whole.nodes),
    )


def by_level(nodes: Sequence[MapNode], most: int | None = None) -> list[LevelRows]:
    """The subjects of each level that has any, by kind and name, at most so many of each level."""
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    ordered = sorted(nodes, key=lambda n: (ranks.get(n.kind, len(ranks)), by_name(n.name), n.id))
    levels = [(level, [n for n in ordered if n.level == level]) for level in LEVEL_ORDER]
    return [LevelRows(level, rows[:most], len(rows) - len(rows[:most])) for level, rows in levels if rows]


def relation_rows(
    store: GraphStore, edges: Sequence[MapEdge], names: Mapping[str, str], view: View
) -> list[dict[str, Any]]:
    """Relations as a table: of the layers that are switched on, or of all but the parts when none is."""
    wanted = [e for e in edges if (e.kind in view.layers if view.layers else not EDGES[e.kind].always)]
    orders: dict[str, Any] = {}
    for id in {e.order for e in wanted if e.order}:
        act = store.get(Order, id)
        orders[id] = order_json(act.id, act.number, act.date, act.title) if act else None
    ranks = {kind: rank for rank, kind in enumerate(EDGES)}
    rows = [
        {
            "kind": e.kind,
            "detail": e.detail,
            "source": (e.source, names[e.source]),
            "target": (e.target, names[e.target]),
            "clause": e.clause,
            "order": orders.get(e.order or ""),
        }
        for e in wanted
    ]
    return sorted(rows, key=lambda r: (ranks[r["kind"]], r["source"][1].casefold(), r["target"][1].casefold()))


def chips(view: View, at: Address, names: Mapping[str, str], groups: Mapping[str, str], lang: Lang) -> list[Chip]:
    """What narrows this map, each with the address that takes it back. `names`: of all subjects there are to show."""
    _ = translator(lang)
    found: list[Chip] = []

    def name(id: str) -> str:
        return shorten(names.get(id) or groups.get(id) or id, _NAME)

    if view.focus in names and view.focus:
        found.append(Chip(_("Only “{name}” and its neighbours", name=name(view.focus)), at.here(focus=None, hops=None)))
    if view.expand in names and view.expand:
        found.append(Chip(_("Neighbours of “{name}” are lit", name=name(view.expand)), at.here(expand=None)))
    if hidden := [id for id in view.hidden if id in names]:
        found.append(Chip(_("Show what is hidden ({count})", count=len(hidden)), at.here(hide=None)))
    if pinned := [id for id in view.pinned if id in names]:
        found.append(Chip(_("Kept in sight: {count}", count=len(pinned)), at.here(pin=None)))
    for id in view.opened:
        if id in groups:
            left = ",".join(other for other in view.opened if other != id and not other.startswith(f"{id}."))
            found.append(Chip(_("Close the group “{name}”", name=name(id)), at.here(open=left or None)))
    if view.kinds is not None:
        found.append(Chip(_("Not all kinds are shown"), at.here(kinds=None)))
    if view.levels is not None:
        found.append(Chip(_("Not all levels are shown"), at.here(levels=None)))
    return found
