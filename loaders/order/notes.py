"""What is noted while an act is walked through: drafts of assignments, the open list, the subjects in force."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.order.about import Lead
from loaders.order.appointed import Office
from loaders.order.reading import Role
from loaders.order.registry import Entry, Registry
from loaders.order.structure import Levels
from loaders.order.units import Part, Unit
from loaders.order.wording import tidy


@dataclass
class Draft:
    """An assignment before ids are given."""

    entry: Entry
    statement: str
    clause: str
    role: Role
    confidence: float
    start: int


@dataclass
class OpenList:
    """A list being read: its lead, the unit that opened it, what was seen of its items so far."""

    lead: Lead
    unit: Unit
    text: str = ""
    items: int = 0
    marked: bool | None = None
    closed: bool = False
    merged: list[str] = field(default_factory=list)
    last_end: str = ":"
    nested: str = ""  # the mark of an item that opens a list of its own


class Notes:
    """The notebook the walk shares: drafts, terms, which unit was taken for what."""

    def __init__(self, parts: list[Part], units: list[Unit], registry: Registry, levels: Levels) -> None:
        self.parts, self.units, self.registry, self.levels = parts, units, registry, levels
        self.drafts: list[Draft] = []
        self.used: dict[int, str] = {}
        self.owners: tuple[Entry, ...] = ()
        self.owner_at = ""
        self.part = 0  # the part the walk is in: nobody of one part is meant in the next
        self.list: OpenList | None = None
        self.silent: dict[tuple[int, str, str], frozenset[str]] = {}
        self.default: dict[int, tuple[Entry, ...]] = {}
        self.glossary: set[tuple[int, str]] = set()
        self.last: tuple[Entry, ...] = ()
        self.terms: list[tuple[str, str]] = []
        self.lost: int | None = None  # the latest lead no list followed
        self.lead_at: dict[int, int] = {}  # where the paragraph that opened the list begins → its index
        self.offices: list[Office] = []  # whom the act appoints to what
        self.pending: tuple[Entry, ...] = ()  # the subject of a heading whose list has not begun yet

    def quiet(self, u: Unit) -> bool:
        """Whether the unit stands in a section of goals, principles, results, rights or terms."""
        return bool(self.heard(u))

    def heard(self, u: Unit) -> frozenset[str]:
        """The lemmas by which the section's heading says that it states no functions; empty when it may state some."""
        pieces = u.number.split(".") if u.number else []
        while pieces:
            here = self.silent.get((u.part, u.chapter, ".".join(pieces)))
            if here is not None:
                return here
            pieces.pop()
        above = self.silent.get((u.part, u.chapter.split(", §")[0], ""), frozenset())
        return self.silent.get((u.part, u.chapter, ""), above)

    def _emit(self, entry: Entry, text: str, u: Unit, role: Role, confidence: float, clause: str = "") -> None:
        statement = tidy(text)
        address = clause or u.address
        if len(statement) < 4 or not re.search(r"[А-Яа-яЁё]{3}", statement):
            return
        entry.used = True
        mentioned = self.levels.at(u)
        if mentioned and entry.level_from < 1:
            entry.level, entry.level_from = (
                mentioned,
                1,
            )  # weaker than the subject's own name, stronger than the issuer's
        entry.clause = entry.clause or address
        if any(d.entry is entry and d.statement == statement and d.clause == address for d in self.drafts[-40:]):
            return
        self.drafts.append(Draft(entry, statement, address, role, confidence, u.start))
