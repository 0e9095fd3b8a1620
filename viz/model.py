"""What the pages draw: plain views of the answers of `queries`, with nothing of a store in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapNode:
    """A subject on the map. `functions`: how many it holds; `members`: of how many subjects a group stands for;
    `territory`, `place`: name and id of its territory; `outside`: drawn though it is none of the map's own."""

    id: str
    name: str
    short: str | None
    kind: str
    level: str | None
    generic: bool
    part_of: str | None
    territory: str
    functions: int
    members: int = 0
    vacant: bool = False
    invented: bool = False
    place: str = ""
    outside: bool = False

    @property
    def group(self) -> bool:
        """Whether this stands for several subjects."""
        return self.members > 0


@dataclass(frozen=True, slots=True)
class MapEdge:
    """A relation drawn on the map, between ids of nodes. `kind`: a layer of the map (`viz.styles.EDGES`).

    `clause`: address of the clause that says so, `order`: id of its act; none when a register says so. `detail`: status
    of an agreement, name of a route.
    """

    source: str
    target: str
    kind: str
    clause: str | None = None
    order: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list: `note` is shown small beside it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The territory a page is for. `kind`: country, region or municipality."""

    id: str
    name: str
    kind: str
