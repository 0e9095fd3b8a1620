"""The fields of the form that choose an overlay: what there is to choose from in a territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ontology.i18n import Lang, translator
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams
from queries.store import GraphStore
from viz.model import Choice, MapNode
from viz.overlays.chosen import named
from viz.overlays.model import Asked
from viz.text import shorten

Groups = list[tuple[str, list[Choice]]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What `_overlay_fields.html` shows. `chosen`: the overlay's name; `asked`: the values as given, ids of subjects
    as their names where a field takes words."""

    chosen: str
    asked: Asked
    options: Groups
    routes: list[Choice]
    subjects: list[Choice]


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
    subjects = sorted((Choice(n.id, shorten(n.name, 120), n.short or "") for n in nodes), key=_by_label)
    return Fields(
        named(asked) or "none",
        asked,
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
        _routes(store, territory, as_of),
        subjects,
    )


def _routes(store: GraphStore, territory: str, as_of: date | None) -> list[Choice]:
    """The routes of the territory's acts, each once, its own before those of others."""
    rows = store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=territory, as_of=as_of or date.today()))
    ranks = {"own": 0, "above": 1, "below": 2}
    found = {row.route_id: (ranks[row.relation], row) for row in rows}
    ordered = sorted(found.values(), key=lambda pair: (pair[0], pair[1].route_name.casefold(), pair[1].route_id))
    return [
        Choice(row.route_id, row.route_name if rank == 0 else f"{row.route_name} ({row.territory_name})")
        for rank, row in ordered
    ]


def _by_label(choice: Choice) -> tuple[str, str]:
    return choice.label.casefold(), choice.value
