"""The acts an audit has looked at: a protocol names them by number and day."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from ontology.entities.base import Id
from ontology.models import Order, Territory
from queries.cited import named_json, order_json
from queries.store import GraphStore


def audited_acts(store: GraphStore, territory: Id | None, as_of: Day) -> list[dict[str, Any]]:
    """Acts in force on the day (undated: in force) of the territory and of all that lies in it, or of everything; by
    territory, oldest first. Each as an answer carries it, with its territory."""
    places = {place.id: place for place in store.all(Territory)}
    inside = set(places) if territory is None else _inside(places, territory)
    acts = [act for act in store.all(Order) if act.territory in inside and _in_force(act, as_of)]

    def rank(act: Order) -> tuple[int, str, str, str]:
        place = places[act.territory]
        return _depth(places, place), place.name, str(act.date or ""), act.id

    return [
        {
            **(order_json(act.id, act.number, act.date, act.title) or {}),
            "kind": act.kind.value,
            "territory": named_json(act.territory, places[act.territory].name),
        }
        for act in sorted(acts, key=rank)
    ]


def _in_force(act: Order, as_of: Day) -> bool:
    return (act.date is None or act.date <= as_of) and (act.valid_until is None or as_of < act.valid_until)


def _inside(places: dict[Id, Territory], territory: Id) -> set[Id]:
    found = {territory}
    grown = True
    while grown:  # a country, its regions, their municipalities: three rounds
        more = {place.id for place in places.values() if place.part_of in found} - found
        found |= more
        grown = bool(more)
    return found


def _depth(places: dict[Id, Territory], place: Territory) -> int:
    depth, above = 0, place.part_of
    while above in places and depth < 8:
        depth, above = depth + 1, places[above].part_of
    return depth
