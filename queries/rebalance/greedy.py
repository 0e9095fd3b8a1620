"""A first arrangement of whole units, quickly: it bounds the search, and in large problems it is often the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.rebalance.flow import room_of
from queries.rebalance.problem import Problem


def whole_units(problem: Problem, fit: Sequence[Sequence[int]]) -> dict[int, int] | None:
    """Unit → methodist, by numbers; None when this simple way finds no place for some unit.

    Who must be placed is placed first, the largest first, where it fits most tightly. Then who has too many gives away,
    each time the unit that comes nearest to what he has over, to the methodist whom it fits most tightly.
    """
    rooms = room_of(problem.workers)
    number_of = {w.id: n for n, w in enumerate(problem.workers)}
    given: dict[int, int] = {}
    homeless: list[int] = []
    for unit, facts in enumerate(problem.units):
        home = number_of.get(facts.holder or "")
        if home is None or home not in fit[unit]:
            homeless.append(unit)
        else:
            given[unit] = home
            rooms[home] -= facts.teachers
    # The room of who has too many is none: nobody is sent there.
    for unit in sorted(homeless, key=lambda u: (-problem.units[u].teachers, u)):
        place = _tightest(problem, unit, fit, rooms, None)
        if place is None:
            return None
        given[unit] = place
        rooms[place] -= problem.units[unit].teachers
    for worker in range(len(rooms)):
        while rooms[worker] < 0:
            moved = _given_away(problem, worker, given, fit, rooms)
            if moved is None:
                return None
            unit, place = moved
            teachers = problem.units[unit].teachers
            given[unit] = place
            rooms[worker] += teachers
            rooms[place] -= teachers
    return given


def _given_away(
    problem: Problem, worker: int, given: Mapping[int, int], fit: Sequence[Sequence[int]], rooms: Sequence[int]
) -> tuple[int, int] | None:
    """The smallest unit that is enough, else the largest there is, and who takes it."""
    over = -rooms[worker]
    own = [u for u, w in given.items() if w == worker]

    def rank(unit: int) -> tuple[bool, int, int]:
        teachers = problem.units[unit].teachers
        return teachers < over, abs(teachers - over), unit

    for unit in sorted(own, key=rank):
        place = _tightest(problem, unit, fit, rooms, worker)
        if place is not None:
            return unit, place
    return None


def _tightest(
    problem: Problem, unit: int, fit: Sequence[Sequence[int]], rooms: Sequence[int], but: int | None
) -> int | None:
    teachers = problem.units[unit].teachers
    places = [w for w in fit[unit] if w != but and rooms[w] >= teachers]
    return min(places, key=lambda w: (rooms[w], w), default=None)
