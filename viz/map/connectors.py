"""Lines of «part of» along the gutters between cards, so that none runs behind a card it does not belong to.

A line leaves the top of the part, runs in the gutter above its row and, when rows lie between, up the gutter beside
the whole. Lines to the same whole share their way; lines to different wholes keep apart by a few pixels.
"""

from __future__ import annotations

from viz.map.layout import CARD_HEIGHT, CARD_WIDTH, Layout

Point = tuple[float, float]
_FIRST, _STEP, _LANES, _ASIDE = 6, 4, 4, 18


def connect(layout: Layout, part: str, whole: str) -> list[Point]:
    """Corners of the line from `part` to `whole`, both of them placed in `layout`."""
    (px, py), (wx, wy) = layout.positions[part], layout.positions[whole]
    lane = _FIRST + _STEP * (_seat(layout, whole) % _LANES)
    if py == wy:  # a bracket above the row
        bus = py - CARD_HEIGHT / 2 - lane
        aside = wx + (_ASIDE if px > wx else -_ASIDE)
        return [(px, py - CARD_HEIGHT / 2), (px, bus), (aside, bus), (aside, wy - CARD_HEIGHT / 2)]
    (ux, uy), (lx, ly) = ((wx, wy), (px, py)) if wy < py else ((px, py), (wx, wy))
    bottom, top = uy + CARD_HEIGHT / 2, ly - CARD_HEIGHT / 2
    bus = top - lane
    if not any(uy < y < ly for _x, y in layout.positions.values()):
        return [(lx, top), (lx, bus), (ux, bus), (ux, bottom)]
    beside = ux + (CARD_WIDTH / 2 + lane) * (1 if lx > ux else -1)
    below = bottom + lane
    return [(lx, top), (lx, bus), (beside, bus), (beside, below), (ux, below), (ux, bottom)]


def _seat(layout: Layout, id: str) -> int:
    """A small number that tells wholes apart: the place of the card in its row and the number of its row."""
    x, y = layout.positions[id]
    return round(x / CARD_WIDTH) + round(y / CARD_HEIGHT)
