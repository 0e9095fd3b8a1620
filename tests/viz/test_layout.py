"""Cards never overlap, bands hold their own, lines never run behind a card: for any structure."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from viz.map.connectors import connect
from viz.map.layout import CARD_HEIGHT, CARD_WIDTH, LEVEL_ORDER, Layout, Place, arrange, in_reading_order

NAMES = [f"s{i}" for i in range(30)]


@st.composite
def structures(draw: st.DrawFn) -> list[Place]:
    """Subjects of any level, each part of any other, of itself, of nothing or of what is not there."""
    ids = NAMES[: draw(st.integers(1, len(NAMES)))]
    return [
        Place(
            id,
            draw(st.sampled_from(["А", "Б", "В"])),
            draw(st.sampled_from(LEVEL_ORDER)),
            draw(st.integers(0, 3)),
            draw(st.sampled_from([None, "elsewhere", *ids])),
        )
        for id in ids
    ]


@given(structures(), st.integers(1, 8))
@settings(max_examples=80, deadline=None)
def test_every_card_has_a_place_of_its_own_within_its_band(places: list[Place], columns: int) -> None:
    layout = arrange(in_reading_order(places), columns)
    assert set(layout.positions) == {p.id for p in places}
    for (ax, ay), (bx, by) in combinations(layout.positions.values(), 2):
        assert abs(ax - bx) >= CARD_WIDTH or abs(ay - by) >= CARD_HEIGHT
    bands = {b.level: b for b in layout.bands}
    for place in places:
        x, y = layout.positions[place.id]
        band = bands[place.level]
        assert band.top < y - CARD_HEIGHT / 2 and y + CARD_HEIGHT / 2 < band.top + band.height
        assert CARD_WIDTH / 2 <= x <= layout.width - CARD_WIDTH / 2
    assert sum(b.count for b in layout.bands) == len(places)
    assert [b.level for b in layout.bands] == [level for level in LEVEL_ORDER if level in bands]


@given(structures(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_store_does_not_matter(places: list[Place], chance: random.Random) -> None:
    shuffled = list(places)
    chance.shuffle(shuffled)
    assert in_reading_order(shuffled) == in_reading_order(places)


def test_parts_follow_their_whole() -> None:
    places = [
        Place("b", "Б", "regional", 0, None),
        Place("a2", "Я", "regional", 1, "a"),
        Place("a", "А", "regional", 0, None),
        Place("m", "М", "municipal", 2, "a2"),
        Place("k", "К", "municipal", 2, "b"),
    ]
    levels = in_reading_order(places)
    assert [p.id for p in levels["regional"]] == ["a", "a2", "b"]
    assert [p.id for p in levels["municipal"]] == ["m", "k"]


def _crosses(layout: Layout, a: tuple[float, float], b: tuple[float, float]) -> list[str]:
    """Cards whose inside the upright or level line from `a` to `b` passes."""
    assert a[0] == b[0] or a[1] == b[1]
    left, right, top, bottom = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return [
        id
        for id, (x, y) in layout.positions.items()
        if left < x + CARD_WIDTH / 2
        and right > x - CARD_WIDTH / 2
        and top < y + CARD_HEIGHT / 2
        and bottom > y - CARD_HEIGHT / 2
    ]


@given(structures(), st.integers(1, 6))
@settings(max_examples=120, deadline=None)
def test_no_line_runs_behind_a_card(places: list[Place], columns: int) -> None:
    layout = arrange(in_reading_order(places), columns)
    for place in places:
        if place.parent in layout.positions and place.parent != place.id:
            corners = connect(layout, place.id, str(place.parent))
            crossed = [_crosses(layout, a, b) for a, b in pairwise(corners)]
            assert not any(crossed), (place, corners, crossed)
            ends = {place.id: False, str(place.parent): False}
            for x, y in (corners[0], corners[-1]):
                for id in ends:
                    cx, cy = layout.positions[id]
                    ends[id] |= abs(x - cx) < CARD_WIDTH / 2 and abs(abs(y - cy) - CARD_HEIGHT / 2) < 0.01
            assert all(ends.values())
            assert all(0 <= x <= layout.width for x, _y in corners)
