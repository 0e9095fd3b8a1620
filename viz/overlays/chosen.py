"""Which overlay an address asks for. The map draws what comes of it; the fields of its form are in `fields`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ontology.errors import BadParameter
from ontology.i18n import Lang
from queries.store import GraphStore
from viz.model import Chosen, MapNode
from viz.overlays import chains, findings, load, routes, what_if
from viz.overlays.model import Asked, Overlay

NAMES = ("uncovered", "overlap", "conflict", "broken-route", "load", "route", "between", "what-if")


def named(asked: Asked) -> str | None:
    """The name of the overlay that is asked for: what it is called, else what its own fields mean."""
    if asked.overlay and asked.overlay != "none":
        if asked.overlay not in NAMES:
            raise BadParameter(
                "There is no overlay «{name}»",
                mend="Overlays: {names}",
                name=asked.overlay[:80],
                names=", ".join(NAMES),
            )
        return asked.overlay
    if asked.overlay == "none":
        return None
    if asked.close:
        return "what-if"
    if asked.source or asked.target:
        return "between"
    return "route" if asked.route else None


def overlay(
    store: GraphStore,
    asked: Asked,
    nodes: Sequence[MapNode],
    *,
    territory: Chosen,
    as_of: date | None = None,
    lang: Lang,
) -> Overlay | None:
    """What is laid over the map of `territory` with these `nodes`; None when nothing is asked for.

    Words that mean nothing, a store that cannot answer, an empty answer: an overlay whose notes say so. Raises
    BadParameter for an overlay nobody knows.
    """
    name = named(asked)
    match name:
        case "uncovered":
            return findings.uncovered(store, name, territory, as_of, lang)
        case "overlap":
            return findings.shared(store, name, "overlap", "over", "≡", territory, as_of, lang)
        case "conflict":
            return findings.shared(store, name, "conflict", "bad", "≠", territory, as_of, lang)
        case "broken-route":
            return routes.broken(store, name, territory, as_of, lang)
        case "route":
            return routes.process(store, name, asked.route, territory, as_of, lang)
        case "between":
            return chains.between(store, name, asked, nodes, territory, as_of, lang)
        case "load":
            return load.load(store, name, nodes, territory, as_of, lang)
        case "what-if":
            return what_if.what_if(store, name, asked, nodes, territory, as_of, lang)
    return None
