"""Random small problems of who supports whom, and the same answers by trying everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import strategies as st

from queries.rebalance.problem import Problem, Unit, Worker
from queries.rebalance.search import measured

ABOVE = {"r": frozenset("r"), "a": frozenset("ar"), "b": frozenset("br")}
"""A region and two municipalities in it."""
AREAS = st.sampled_from([None, "математика", "физика"])


@st.composite
def problems(draw: st.DrawFn, most_units: int = 4, most_teachers: int = 5) -> Problem:
    """Few methodists of different subjects and territories, few units held by anybody, by nobody, or wrongly."""
    places = st.sampled_from("rab")
    workers = tuple(
        Worker(f"w{n}", draw(places), draw(AREAS), draw(st.integers(-2, 8))) for n in range(draw(st.integers(0, 3)))
    )
    holders = st.sampled_from([None, *(w.id for w in workers)])
    units = tuple(
        Unit(f"s{n}", draw(st.sampled_from("ab")), draw(AREAS), draw(holders), draw(st.integers(1, most_teachers)))
        for n in range(draw(st.integers(0, most_units)))
    )
    return Problem(units, workers, ABOVE)


def best(problem: Problem) -> tuple[int, int, int] | None:
    """The least (cut units, moved units, moved teachers) over all ways to share teachers out; None without any."""
    ways = [
        list(_shares(u.teachers, [n for n, w in enumerate(problem.workers) if problem.may(w, u)]))
        for u in problem.units
    ]
    found: list[tuple[int, int, int]] = []

    def go(unit: int, rooms: list[int], shares: dict[int, Mapping[int, int]]) -> None:
        if unit == len(problem.units):
            found.append(measured(problem, shares))
            return
        for way in ways[unit]:
            left = [room - way.get(n, 0) for n, room in enumerate(rooms)]
            if min(left, default=0) >= 0:
                go(unit + 1, left, shares | {unit: way})

    go(0, [max(0, w.room) for w in problem.workers], {})
    return min(found, default=None)


def _shares(teachers: int, workers: list[int]) -> Iterator[dict[int, int]]:
    if not workers:
        if teachers == 0:
            yield {}
        return
    for n in range(teachers + 1):
        for rest in _shares(teachers - n, workers[1:]):
            yield ({workers[0]: n} if n else {}) | rest
