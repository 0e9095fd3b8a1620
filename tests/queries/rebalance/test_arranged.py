"""Least moves and fewest posts, held against trying everything."""

from __future__ import annotations

import random
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.rebalance.flow import fitting, unmet
from queries.rebalance.greedy import whole_units
from queries.rebalance.problem import Bound, Problem, Unit, Worker
from queries.rebalance.search import arranged, measured, must_move
from queries.rebalance.shortage import shortage
from tests.queries.rebalance.problems import ABOVE, best, problems


@settings(max_examples=150, deadline=None)
@given(problem=problems())
def test_arrangements_are_the_best_there_are(problem: Problem) -> None:
    found = [arranged(part) for part in problem.parts()]
    expected = best(problem)
    assert (expected is None) == (None in found) == bool(unmet(problem, {}))
    if expected is not None:
        done = [a for a in found if a is not None]
        got = tuple(map(sum, zip(*((a.cut, a.moved, a.teachers) for a in done), strict=True))) or (0, 0, 0)
        assert got == expected
        assert all(a.proven for a in done)


@settings(max_examples=150, deadline=None)
@given(problem=problems(most_units=6, most_teachers=9))
def test_nobody_is_over_and_nobody_is_left(problem: Problem) -> None:
    for part in problem.parts():
        found = arranged(part)
        if found is None:
            continue
        loads = dict.fromkeys(range(len(part.workers)), 0)
        for number, share in found.shares.items():
            unit = part.units[number]
            assert sum(share.values()) == unit.teachers
            for worker, teachers in share.items():
                assert part.may(part.workers[worker], unit)
                loads[worker] += teachers
        assert all(load <= max(0, part.workers[n].room) for n, load in loads.items())
        assert measured(part, found.shares) == (found.cut, found.moved, found.teachers)
        if found.cut == 0:
            assert found.moved >= must_move(part, fitting(part))
        if part.settled():
            assert (found.cut, found.moved) == (0, 0)


@settings(max_examples=150, deadline=None)
@given(problem=problems(most_units=6))
def test_the_quick_way_is_a_way(problem: Problem) -> None:
    given = whole_units(problem, fitting(problem))
    if given is not None:
        assert given.keys() == set(range(len(problem.units)))
        for number, worker in enumerate(problem.workers):
            load = sum(problem.units[u].teachers for u, w in given.items() if w == number)
            assert load <= max(0, worker.room)
        assert all(problem.may(problem.workers[w], problem.units[u]) for u, w in given.items())


@settings(max_examples=80, deadline=None)
@given(problem=problems(most_units=5, most_teachers=7), value=st.sampled_from([3, 4, 5.5, 8]), strict=st.booleans())
def test_posts_missing_are_enough_and_one_quarter_less_is_not(problem: Problem, value: float, strict: bool) -> None:
    bound = Bound(value, strict)
    found = shortage(problem, bound)

    def enough(quarters: dict[str | None, int]) -> bool:
        return not unmet(problem, {area: bound.of_quarters(n) for area, n in quarters.items() if n})

    if found is None:
        assert enough({})
        return
    assert found.proven and sum(found.left.values()) == sum(unmet(problem, {}).values()) > 0
    assert enough(dict(found.quarters))
    total = sum(found.quarters.values())
    areas = sorted({u.area for u in problem.units}, key=str)
    for fewer in product(range(total), repeat=len(areas)):
        if sum(fewer) == total - 1:
            assert not enough(dict(zip(areas, fewer, strict=True)))


def test_a_school_is_divided_only_when_it_must_be() -> None:
    workers = (Worker("w0", "a", None, 10), Worker("w1", "a", None, 10))
    units = tuple(Unit(f"s{n}", "a", None, "w0", 6) for n in range(3))
    found = arranged(Problem(units, workers, ABOVE))
    assert found is not None and (found.cut, found.moved, found.teachers) == (1, 2, 8)
    roomy = (workers[0], Worker("w1", "a", None, 12))
    found = arranged(Problem(units, roomy, ABOVE))
    assert found is not None and (found.cut, found.moved, found.teachers) == (0, 2, 12)


def test_a_chain_of_moves() -> None:
    """Mathematics has room only with who holds physics too: he gives physics away."""
    workers = (Worker("m", "a", "м", 5), Worker("all", "r", None, 5), Worker("f", "b", "ф", 5))
    units = (
        Unit("s1", "a", "м", "m", 5),
        Unit("s2", "a", "м", "m", 4),
        Unit("s3", "b", "ф", "all", 4),
    )
    found = arranged(Problem(units, workers, ABOVE))
    assert found is not None and (found.cut, found.moved) == (0, 2)
    assert found.shares == {0: {0: 5}, 1: {1: 4}, 2: {2: 4}}


def test_bounds() -> None:
    assert Bound(250).teachers(75) == 187 and Bound(250).teachers(100) == 250 and Bound(0.3).teachers(100) == 0
    assert Bound(250, strict=True).teachers(100) == 249 and Bound(250.5, strict=True).teachers(100) == 250
    assert [Bound(250).of_quarters(n) for n in range(6)] == [0, 62, 125, 187, 250, 312]


def test_the_order_of_facts_does_not_matter() -> None:
    source = random.Random(3)
    workers = tuple(Worker(f"w{n}", source.choice("rab"), None, 30) for n in range(5))
    units = tuple(Unit(f"s{n:02}", source.choice("ab"), None, f"w{n % 2}", source.randint(1, 9)) for n in range(20))
    first = arranged(Problem(units, workers, ABOVE))
    second = arranged(Problem(units, workers, ABOVE))
    assert first == second, "the same problem has the same answer"


def test_five_hundred_schools_and_forty_methodists() -> None:
    """A region's size: whole schools, no fewer moves can do, in seconds (measured: under one)."""
    source = random.Random(1)
    workers, units = [], []
    for n in range(40):
        workers.append((f"w{n}", f"a{n % 10}"))
    for n in range(500):
        area = f"a{n % 10}"
        holder = source.choice([w for w, of in workers if of == area])
        units.append(Unit(f"s{n}", "a", area, holder, source.randint(5, 40)))
    room = {area: sum(u.teachers for u in units if u.area == area) for _, area in workers}
    posts = tuple(Worker(w, "a", area, int(room[area] / 4 * 1.1)) for w, area in workers)
    parts = list(Problem(tuple(units), posts, ABOVE).parts())
    assert len(parts) == 10
    for part in parts:
        found = arranged(part, 20_000)
        assert found is not None and found.cut == 0 and found.moved >= must_move(part, fitting(part))
