"""Where each card stands on the map: bands by level, rows of equal cards, computed here so that nothing moves later.

All lengths are pixels of the canvas at scale 1; a position is the centre of a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEVEL_ORDER: tuple[str | None, ...] = ("federal", "regional", "municipal", "institutional", None)
CARD_WIDTH, CARD_HEIGHT = 216, 104
GAP_X, GAP_Y = 22, 30
_NUMBER = re.compile(r"([0-9]+)")
MARGIN, BAND_HEAD, BAND_FOOT, BAND_GAP = 18, 54, 22, 14


@dataclass(frozen=True, slots=True)
class Place:
    """What the layout needs of a subject. `rank` puts kinds in order; `parent` is the subject it is a part of."""

    id: str
    name: str
    level: str | None
    rank: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Band:
    """A level's stripe across the canvas: `top` and `height` in pixels, how many cards stand in it."""

    level: str | None
    top: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions of all cards for one number of columns."""

    columns: int
    width: float
    height: float
    positions: dict[str, tuple[float, float]]
    bands: tuple[Band, ...]


def by_name(name: str) -> list[tuple[int, str]]:
    """A key that puts names in order as people do: No. 2 before No. 10."""
    parts = _NUMBER.split(name.casefold())
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part) for part in parts if part]


def in_reading_order(places: Iterable[Place]) -> dict[str | None, list[Place]]:
    """Cards by level, each level in the order of reading: a body, then its parts; bodies of the same parent together.

    The order depends on the subjects alone, never on the order in which a store returns them. A cycle of `part of`
    does no harm: each subject is placed once.
    """
    everyone = sorted(places, key=lambda p: (p.rank, by_name(p.name), p.id))
    by_level: dict[str | None, list[Place]] = {}
    seat: dict[str, int] = {}
    for level in LEVEL_ORDER:
        here = [p for p in everyone if p.level == level]
        ids = {p.id for p in here}
        children: dict[str, list[Place]] = {}
        roots: list[Place] = []
        for place in here:
            if place.parent in ids and place.parent != place.id:
                children.setdefault(str(place.parent), []).append(place)
            else:
                roots.append(place)
        # sorted() is stable: among bodies of one parent above, the order of kinds and names stays.
        roots.sort(key=lambda p: seat.get(p.parent or "", len(everyone)))
        ordered: list[Place] = []
        waiting = [*reversed(here), *reversed(roots)]  # the tail catches what only a cycle leads to
        while waiting:
            place = waiting.pop()
            if place.id in seat:
                continue
            seat[place.id] = len(seat)
            ordered.append(place)
            waiting.extend(reversed(children.get(place.id, [])))
        if ordered:
            by_level[level] = ordered
    return by_level


def arrange(levels: dict[str | None, list[Place]], columns: int) -> Layout:
    """Positions for `columns` (≥ 1) cards a row, levels from top to bottom in the order of `LEVEL_ORDER`."""
    width = 2 * MARGIN + columns * CARD_WIDTH + (columns - 1) * GAP_X
    positions: dict[str, tuple[float, float]] = {}
    bands: list[Band] = []
    top = 0.0
    for level in (name for name in LEVEL_ORDER if name in levels):
        row_top = top + BAND_HEAD
        for row in _rows(levels[level], columns):
            for column, place in enumerate(row):
                x = MARGIN + column * (CARD_WIDTH + GAP_X) + CARD_WIDTH / 2
                positions[place.id] = (x, row_top + CARD_HEIGHT / 2)
            row_top += CARD_HEIGHT + GAP_Y
        height = row_top - GAP_Y + BAND_FOOT - top
        bands.append(Band(level, top, height, len(levels[level])))
        top += height + BAND_GAP
    return Layout(columns, float(width), max(0.0, top - BAND_GAP), positions, tuple(bands))


def _rows(places: Sequence[Place], columns: int) -> list[Sequence[Place]]:
    return [places[i : i + columns] for i in range(0, len(places), columns)]
