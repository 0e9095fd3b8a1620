"""The fields of the form that choose an overlay: what there is to choose from in a territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ontology.errors import NotFound
from ontology.i18n import Lang, translator
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams
from queries.store import GraphStore
from viz.model import Choice, MapNode
from viz.overlays.chosen import named
from viz.overlays.meant import subject_meant
from viz.overlays.model import Asked
from viz.overlays.routes import rank
from viz.text import clean

_LISTED, _SUGGESTED = 200, 500  # subjects of a map; those of organisations come last
Groups = list[tuple[str, list[Choice]]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What `_overlay_fields.html` shows. `chosen`: the overlay's name; `asked`: the values as given, ids of subjects
    as their names where a field takes words. `listed`: whether the subjects are few enough for a list to choose from;
    else every field takes words, and only some subjects are suggested."""

    chosen: str
    asked: Asked
    options: Groups
    routes: list[Choice]
    subjects: list[Choice]
    listed: bool


def overlay_fields(
    store: GraphStore,
    asked: Asked,
    nodes: Sequence[MapNode],
    *,
    territory: str,
    as_of: date | None = None,
    lang: Lang,
) -> Fields:
    """The choices for the map of the territory with this id. Raises BadParameter for an overlay nobody knows."""
    _ = translator(lang)
    names = {n.id: clean(n.name) for n in nodes}
    called = Counter(names.values())
    alone = {id: name for id, name in names.items() if called[name] == 1}  # of others only the id tells which is meant
    listed = len(nodes) <= _LISTED
    first = nodes if listed else sorted(nodes, key=lambda n: (n.level == "institutional", n.generic))[:_SUGGESTED]
    subjects = sorted((Choice(n.id, names[n.id], n.short or "") for n in first), key=_by_label)
    name = named(asked) or "none"
    routes = _routes(store, territory, as_of)
    shown = replace(
        asked,
        source=_words(asked.source, alone),
        target=_words(asked.target, alone),
        close=_id(store, asked.close, nodes, territory, lang) if listed else _words(asked.close, alone),
        into=_id(store, asked.into, nodes, territory, lang) if listed else _words(asked.into, alone),
    )
    if name == "route" and not asked.route and routes:
        shown = replace(shown, route=routes[0].value)
    return Fields(
        name,
        shown,
        [
            ("", [Choice("none", _("nothing"))]),
            (
                _("Findings on the map"),
                [
                    Choice("uncovered", _("Functions with nobody")),
                    Choice("overlap", _("Functions held by several")),
                    Choice("conflict", _("Clauses that contradict")),
                    Choice("broken-route", _("Where routes break")),
                ],
            ),
            (
                _("Load and routes"),
                [
                    Choice("load", _("Load of methodists")),
                    Choice("route", _("Route of a process")),
                    Choice("between", _("How two bodies are connected")),
                ],
            ),
            (_("What if"), [Choice("what-if", _("A body is closed or merged"))]),
        ],
        routes,
        subjects,
        listed,
    )


def _routes(store: GraphStore, territory: str, as_of: date | None) -> list[Choice]:
    """The routes of the territory's acts, each once; of other territories' routes it is said whose they are."""
    rows = store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=territory, as_of=as_of or date.today()))
    firsts = {row.route_id: row for row in rows}
    return [
        Choice(row.route_id, row.route_name if row.relation == "own" else f"{row.route_name} ({row.territory_name})")
        for row in sorted(firsts.values(), key=rank)
    ]


def _by_label(choice: Choice) -> tuple[str, str]:
    return choice.label.casefold(), choice.value


def _id(store: GraphStore, given: str | None, nodes: Sequence[MapNode], territory: str, lang: Lang) -> str | None:
    """The id of the subject that words mean; the words themselves when they mean none."""
    try:
        return subject_meant(store, given, nodes, territory, lang).taken.id if given and given.strip() else None
    except NotFound:
        return given


def _words(given: str | None, names: Mapping[str, str]) -> str | None:
    """A subject's name where its id was given."""
    return names.get(given, given) if given else given
