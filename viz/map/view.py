"""What a reader has done to the map (layers, kinds, levels, subjects hidden, kept, in focus), as its address."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ontology.errors import BadParameter
from viz.map.layout import LEVEL_ORDER
from viz.styles import EDGES, KINDS

NO_LEVEL = "none"
MOST_HOPS = 4
_LEVELS = tuple(level or NO_LEVEL for level in LEVEL_ORDER)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """`layers`: those switched on besides what is always drawn; `off`: those of the latter that are switched off.

    `kinds`, `levels`: only these (None: all). `hidden`, `pinned`, `opened`: ids of subjects hidden, of subjects that
    stay whatever else is asked, of groups that show their members. `focus`: only this subject and what lies within
    `hops` relations of it. `expand`: the subject whose neighbours are lit, those outside the territory drawn in.
    `rows`: whether the tables show all they have.
    """

    layers: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    kinds: tuple[str, ...] | None = None
    levels: tuple[str, ...] | None = None
    hidden: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    focus: str | None = None
    hops: int = 1
    expand: str | None = None
    rows: bool = False

    def drawn(self, layer: str) -> bool:
        """Whether a layer is switched on."""
        return layer in self.layers or (EDGES[layer].always and layer not in self.off)

    def level(self, level: str | None) -> bool:
        """Whether subjects of a level are shown."""
        return self.levels is None or (level or NO_LEVEL) in self.levels

    def kind(self, kind: str) -> bool:
        """Whether subjects of a kind are shown; those of a kind nobody knows always are."""
        return self.kinds is None or kind in self.kinds or kind not in KINDS

    @property
    def narrowed(self) -> bool:
        """Whether anything is not as the map opens."""
        return self != View(rows=self.rows)

    def params(self) -> dict[str, str | None]:
        """The parameters of an address that reproduces this."""
        return {
            "layers": ",".join((*self.layers, *(f"-{layer}" for layer in self.off))) or None,
            "kinds": _shortest(self.kinds, tuple(KINDS)),
            "levels": _shortest(self.levels, _LEVELS),
            "hide": ",".join(self.hidden) or None,
            "pin": ",".join(self.pinned) or None,
            "open": ",".join(self.opened) or None,
            "focus": self.focus,
            "hops": str(self.hops) if self.focus and self.hops > 1 else None,
            "expand": self.expand,
            "rows": "all" if self.rows else None,
        }


Words = Sequence[str] | None


def read_view(
    *,
    layers: Words = None,
    kinds: Words = None,
    levels: Words = None,
    hide: Words = None,
    pin: Words = None,
    open: Words = None,
    focus: str | None = None,
    hops: int = 1,
    expand: str | None = None,
    rows: str | None = None,
) -> View:
    """The view an address asks for; each list as words, one or several divided by commas.

    Raises BadParameter for a layer, kind or level there is not. Ids are taken as they are: a subject that is gone on
    another day is no reason to refuse the map.
    """
    asked = _split(layers)
    on = [w for w in asked if not w.startswith("-")]
    off = [w.removeprefix("-") for w in asked if w.startswith("-")]
    _known("layers", (*on, *off), EDGES)
    return View(
        layers=_in_order(on, (layer for layer, style in EDGES.items() if not style.always)),
        off=_in_order(off, (layer for layer, style in EDGES.items() if style.always)),
        kinds=_chosen("kinds", kinds, tuple(KINDS)),
        levels=_chosen("levels", levels, _LEVELS),
        hidden=tuple(_split(hide)),
        pinned=tuple(_split(pin)),
        opened=tuple(_split(open)),
        focus=focus or None,
        hops=max(1, min(MOST_HOPS, hops)),
        expand=expand or None,
        rows=rows == "all",
    )


def _split(words: Words) -> list[str]:
    parts = (part.strip() for word in words or () for part in word.split(","))
    return list(dict.fromkeys(part for part in parts if part))


def _in_order(asked: Collection[T], order: Iterable[T]) -> tuple[T, ...]:
    return tuple(one for one in order if one in asked)


def _chosen(name: str, words: Words, all: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words that are named, or all but those named with a dash before them; None when nothing is left out."""
    asked = _split(words)
    off = {w.removeprefix("-") for w in asked if w.startswith("-")}
    on = {w for w in asked if not w.startswith("-")}
    _known(name, (*on, *off), all)
    chosen = tuple(one for one in all if (one in on or not on) and one not in off)
    return None if chosen == all else chosen


def _shortest(chosen: tuple[str, ...] | None, all: tuple[str, ...]) -> str | None:
    if chosen is None:
        return None
    off = [f"-{one}" for one in all if one not in chosen]
    return ",".join(off if len(off) <= len(chosen) or not chosen else chosen)


def _known(name: str, words: Iterable[str], all: Collection[str]) -> None:
    for word in words:
        if word not in all:
            raise BadParameter(
                "The map has no {word} among its {name}",
                where=name,
                mend="Take away the parameter {name}, or name any of: {all}",
                name=name,
                word=f"«{word[:60]}»",
                all=", ".join(all),
            )
