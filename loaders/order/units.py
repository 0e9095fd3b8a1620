"""Parts and units of an act: a paragraph, an item or a table row with its place and address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UnitKind = Literal["chapter", "clause", "point", "item", "bullet", "plain", "row", "appendix"]


@dataclass(frozen=True, slots=True)
class Part:
    """The act itself or one thing attached to it. `label` is how its clauses are cited («прил. 2»), "" for a bare
    act."""

    label: str
    act: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, item or table row with its place in the act."""

    kind: UnitKind
    text: str
    mark: str
    part: int
    chapter: str
    number: str
    sub: str
    item: str
    start: int
    end: int
    page: int
    heading: bool = False
    strong: bool = False
    cells: tuple[str, ...] = ()
    address: str = ""
    raw: str = ""
