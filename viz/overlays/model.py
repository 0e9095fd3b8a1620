"""The form every overlay has, so that the map draws all of them alike and knows none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ontology.entities.base import Id

Tone = Literal["good", "warn", "bad", "over", "plain"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge on a subject. `sign`: one character, since no colour carries meaning alone; `text`: short, drawn beside
    it; `share`: 0..1, drawn as a bar along the foot of the card (None: no bar)."""

    subject: Id
    tone: Tone
    sign: str
    text: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one subject to another, drawn above all relations. `number`: its place in a route (None: no order);
    `text`: what is written at it, usually a clause."""

    source: Id
    target: Id
    text: str
    tone: Tone = "plain"
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table that says the same as the drawing. `subjects`: (id, name) of those it is about; `act`: the
    order as JSON (id, number, date, title). `group`: what the lines around it have in common, said once above them;
    `sign`: as its mark has it; `clause_id`: where the clause stands on the page of its order; `quote`: its words;
    `about`: what it is about when that is no subject (a territory); without it, a row without subjects has nobody."""

    subjects: tuple[tuple[Id, str], ...]
    text: str
    clause: str | None = None
    act: dict[str, object] | None = None
    tone: Tone = "plain"
    group: str = ""
    sign: str = ""
    clause_id: Id | None = None
    quote: str | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """An entry of the legend, with how many marks or links it stands for."""

    tone: Tone
    sign: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Band:
    """A badge at the head of a level: what has no subject to stand on, such as functions that nobody holds."""

    level: str
    tone: Tone
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the overlay. `path`: of a page (None: this one with `params` changed)."""

    text: str
    params: Mapping[str, str | None]
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is drawn over the map, its legend, and the same as rows. `notes`: what the reader must know besides, such as
    that data are invented, or why there is nothing. `others`: what else the words could mean; `ways`: where to read on;
    `files`: the same to take away (paths of the API); `invented`: whether it rests on made-up data. All texts are in
    the reader's language."""

    name: str
    title: str
    marks: Sequence[Mark] = ()
    links: Sequence[Link] = ()
    legend: Sequence[Legend] = ()
    rows: Sequence[Row] = ()
    notes: Sequence[str] = ()
    bands: Sequence[Band] = ()
    others: Sequence[Way] = ()
    ways: Sequence[Way] = ()
    files: Sequence[Way] = ()
    invented: bool = False

    @property
    def grouped(self) -> list[tuple[str, list[Row]]]:
        """The rows by group, in their order."""
        return [(group, list(rows)) for group, rows in groupby(self.rows, key=lambda row: row.group)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: `overlay` names one; `source` and `target` (words or ids) of a route between subjects;
    `route`: id of a process route; `close`: id of the subject a what-if closes, `into`: who would take over."""

    overlay: str | None = None
    source: str | None = None
    target: str | None = None
    route: str | None = None
    close: str | None = None
    into: str | None = None
