"""What the pages draw: plain views of the answers of `queries`, with nothing of a store in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapNode:
    """A subject on the map. `functions`: how many it holds; `members`: of how many subjects a group stands for."""

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

    @property
    def group(self) -> bool:
        """Whether this stands for several subjects."""
        return self.members > 0


@dataclass(frozen=True, slots=True)
class MapEdge:
    """A relation drawn on the map, between ids of nodes. `kind`: part-of, agreement, interaction."""

    source: str
    target: str
    kind: str


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
