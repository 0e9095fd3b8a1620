"""A subject while its act is being read, and the record of every other writing that was taken for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.order.heads import fold
from loaders.order.names import FURTHER, Name, key, mend
from loaders.order.reading import MergeReason

Key = tuple[str, ...]


@dataclass(eq=False)
class Entry:
    """A subject while the act is being read; `aliases` are keys under which it is known (`Registry.know` adds one)."""

    name: str
    kind: str
    head: str
    clause: str
    short: str | None = None
    level: str | None = None
    level_from: int = 0  # how good the evidence for the level is: 3 heading, 2 own name, 1 the act
    parent: Entry | None = None
    aliases: set[Key] = field(default_factory=set)
    plural: bool = False
    used: bool = False
    listed: bool = False
    headed: bool = False  # its name is the wording of a heading
    position: int = 0  # among the entries, in the order they were met
    towns: set[str] = field(default_factory=set)  # municipalities its writings named


@dataclass(frozen=True, slots=True)
class Found:
    """A writing taken for a subject: why it was, and where it stands first."""

    entry: Entry
    written: str
    why: MergeReason
    clause: str


class Merges:
    """Every writing that was taken for a subject of another name, once, and what each clause called a subject."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._seen: set[tuple[int, str]] = set()
        self._said: dict[tuple[int, str], str | None] = {}

    def note(
        self, entry: Entry, written: str, name: Name, why: MergeReason | None, clause: str, sure: bool = True
    ) -> None:
        """Note that `written`, read as `name`, stands for `entry`. A case of the same words is no other writing,
        look-alike letters in it are. `sure` is left out when a phrase is only tried."""
        if not clause:
            return
        own = FURTHER.sub("", " ".join(written.split()))[: len(name.text) + 12].strip(" .;,:(")
        why = "homoglyph" if mend(own) != own else why or _reason(entry, name)
        shown = own if why == "homoglyph" else name.text
        plain = why is None or fold(shown) == fold(entry.name)
        if why == "homoglyph":
            plain = False
        if sure:
            self._said.setdefault((id(entry), clause), None if plain else shown)
        seen = id(entry), shown if why == "homoglyph" else fold(shown).lower()
        if why is not None and not plain and seen not in self._seen:
            self._seen.add(seen)
            self.found.append(Found(entry, shown, why, clause))

    def said(self, entry: Entry, clause: str) -> str | None:
        """By which other writing a clause names a subject: its own, or that of the clause above it; None when by its
        own name."""
        while clause:
            if (id(entry), clause) in self._said:
                return self._said[id(entry), clause]
            clause = clause.rpartition(".")[0]
        return None


def _reason(entry: Entry, name: Name) -> MergeReason | None:
    own, said = key(entry.name), key(name.text)
    if said == own:
        return "inflected" if name.plural != entry.plural and name.kind != "role" and len(own) > 1 else None
    if entry.short and said == key(entry.short):
        return "short-form"
    return "partial" if len(said) != len(own) else "spelling"
