"""Which territories lie in which: worked out from all of them at once, for answers about many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ontology.entities.base import Id
from ontology.entities.vocabulary import TerritoryKind
from ontology.models import Territory


def within(territories: Iterable[Territory], root: Id) -> frozenset[Id]:
    """A territory and all that lies in it."""
    below: dict[Id | None, list[Id]] = {}
    for territory in territories:
        below.setdefault(territory.part_of, []).append(territory.id)
    found, border = {root}, [root]
    while border:
        border = [id for at in border for id in below.get(at, ()) if id not in found]
        found.update(border)
    return frozenset(found)


def above(territories: Mapping[Id, Territory], id: Id) -> tuple[Id, ...]:
    """A territory and all it lies in, nearest first."""
    found: list[Id] = []
    at: Id | None = id
    while at is not None and at in territories and at not in found:
        found.append(at)
        at = territories[at].part_of
    return tuple(found)


def region_of(territories: Mapping[Id, Territory], id: Id) -> Id:
    """The region a territory is or lies in; the territory itself when there is none."""
    return next((t for t in above(territories, id) if territories[t].kind is TerritoryKind.REGION), id)
