"""One offline page: the maps of territories with their cards and tables, to open without a server or a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from ontology.entities.base import Id
from ontology.errors import BadParameter, UnknownSubject
from ontology.i18n import Lang, translator
from ontology.models import Order, Territory
from queries.findings.acts import audited_acts
from queries.store import GraphStore
from queries.subject_card import SubjectCard, subject_card
from viz.address import Address
from viz.inline import inline
from viz.map.gather import gather
from viz.map.grouping import condense
from viz.map.told import Legend, LevelRows, by_level, legend
from viz.map.view import View
from viz.model import MapNode
from viz.pages.map import map_data
from viz.render import render
from viz.styles import LEVELS, ROLES
from viz.text import clean

MOST_TERRITORIES = 30  # with more the page would be too large to open
_PARTS_SHOWN = 500
_SCRIPTS = (
    "vis-network.min.js",
    "offline.js",
    "draw.js",
    "map-lines.js",
    "map-svg.js",
    "map.js",
    "map-view.js",
    "map-keys.js",
    "map-take.js",
)
_LEVEL_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_ROLE_RANK = {role: rank for rank, role in enumerate(ROLES)}


class OfflineAddress(Address):
    """Addresses within the page itself: there is no server to ask."""

    alone: ClassVar[bool] = True

    def url(self, path: str, **params: str | None) -> str:
        """The place of a function in the table of functions; the top of the page for anything else."""
        code = params.get("function")
        return f"#function-{code}" if path == "/responsibility" and code else "#main"

    def here(self, **params: str | None) -> str:
        """The place of a subject in the table of subjects."""
        return self.subject(params.get("subject") or "")

    def subject(self, id: str) -> str:
        """The place of a subject in the table of subjects; the script opens its card."""
        return f"#subject-{id}" if id else "#main"


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the table of functions: who holds one, in which role, by which clause."""

    code: str
    label: str
    subject: Id
    name: str
    level: str | None
    role: str
    clause: str | None
    order: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Part:
    """What the page shows of one territory."""

    id: Id
    name: str
    levels: list[LevelRows]
    legend: Legend
    invented: bool
    names: dict[Id, str]
    held: list[tuple[tuple[str, str], list[Held]]]
    acts: list[dict[str, Any]]
    data: str


def export_page(
    store: GraphStore, territory: Id | None, *, with_text: bool = False, lang: Lang, as_of: date | None = None
) -> bytes:
    """The page of a territory, or of every territory an order was loaded for, as of a day (today).

    The acts' own words only `with_text`. Raises UnknownTerritory, and BadParameter when there are too many territories.
    """
    day = as_of or date.today()
    cards: dict[Id, SubjectCard] = {}
    parts = [_part(store, place, cards, day, with_text, lang) for place in _places(store, territory)]
    at = OfflineAddress("/", lang, day)
    shown = any(part.levels for part in parts)
    html = render(
        "export.html",
        at,
        parts=parts,
        page=inline(("opora.css", "report.css", "map.css"), _SCRIPTS if shown else (), foreign_styles=True),
        cards={
            id: Markup(render("_card.html", at, card=card, whole=False, limit=_PARTS_SHOWN))
            for id, card in cards.items()
        },
        no_card=translator(lang)("There is no card of this subject on this page."),
        title=parts[0].name if len(parts) == 1 else "",
    )
    return html.encode("utf-8")


def _places(store: GraphStore, territory: Id | None) -> list[Territory]:
    wanted = {territory} if territory else {order.territory for order in store.all(Order)}
    places = [place for place in store.all(Territory) if place.id in wanted]
    if len(places) > MOST_TERRITORIES:
        raise BadParameter(
            "one page holds at most {most} territories, the store has orders of {found}",
            mend="Choose one with --territory.",
            most=MOST_TERRITORIES,
            found=len(places),
        )
    return sorted(places, key=lambda place: (clean(place.name).casefold(), place.id))


def _part(
    store: GraphStore, place: Territory, cards: dict[Id, SubjectCard], day: date, with_text: bool, lang: Lang
) -> Part:
    whole = gather(store, place.id, day)
    nodes = whole.nodes
    for node in nodes:
        if node.id not in cards and (card := _card(store, node.id, day, with_text, lang)):
            cards[node.id] = card
    return Part(
        id=place.id,
        name=clean(place.name),
        levels=by_level(nodes),
        legend=legend(whole, View()),
        invented=any(node.invented for node in nodes),
        names={node.id: node.name for node in nodes},
        held=_held(nodes, cards),
        acts=audited_acts(store, place.id, day),
        data=map_data(condense(*whole, keep=(), lang=lang), lang, place.name, day) if nodes else "",
    )


def _card(store: GraphStore, id: Id, day: date, with_text: bool, lang: Lang) -> SubjectCard | None:
    try:
        card = subject_card(store, id, day, lang, whole=False)
    except UnknownSubject:  # removed by another program between two questions
        return None
    if with_text:
        return card
    return card.model_copy(update={"functions": _wordless(card.functions), "unmapped": _wordless(card.unmapped)})


def _wordless(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"quote": None} for row in rows]


def _held(nodes: Sequence[MapNode], cards: Mapping[Id, SubjectCard]) -> list[tuple[tuple[str, str], list[Held]]]:
    """Who holds which function, function by function in the order of the catalogue."""
    rows: dict[tuple[str, str], list[Held]] = {}
    for node in nodes:
        for row in cards[node.id].functions if node.id in cards else ():
            function = row["function"]
            held = Held(
                function["code"], function["label"], node.id, node.name, node.level, row["role"], row["clause"],
                row["order"],
            )  # fmt: skip
            rows.setdefault((held.code, held.label), []).append(held)
    for found in rows.values():
        found.sort(key=lambda h: (_LEVEL_RANK.get(h.level, 9), _ROLE_RANK.get(h.role, 9), h.name, h.subject))
    return sorted(rows.items(), key=lambda item: _numbers(item[0][0]))


def _numbers(code: str) -> tuple[list[int], str]:
    """F10.02 stands after F2.01."""
    return [int(part) for part in "".join(c if c.isdigit() else " " for c in code).split()], code
