"""Least moves as a flow of least cost (networkx network simplex, integers throughout), of teachers to methodists.

A unit that moves as a whole costs `move` plus one `step` per teacher, spread over its teachers. Rounding down loses
less than one `step` in all, so costs of whole units compare as (moved units, moved teachers); with units cut in pieces
the cost is what no whole arrangement can be under.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ontology.entities.base import Id
from queries.rebalance.problem import Problem, Unit, Worker


@dataclass(frozen=True, slots=True)
class Prices:
    """`move` is greater than what all teachers together cost by `step`; `step` than all that rounding can lose."""

    move: int
    step: int

    def of(self, unit: Unit) -> int:
        """A moved unit."""
        return self.move + self.step * unit.teachers


def prices(problem: Problem) -> Prices:
    """Prices that fit a problem."""
    teachers = sum(u.teachers for u in problem.units) + 1
    return Prices(1000 * teachers * teachers, teachers)


@dataclass(frozen=True, slots=True)
class Flow:
    """`shares`: unit → methodist → teachers, by numbers; `cost`: of all but the fixed units."""

    cost: int
    shares: Mapping[int, Mapping[int, int]]


def cheapest(
    problem: Problem,
    rooms: Sequence[int],
    free: Collection[int],
    fit: Sequence[Sequence[int]],
    price: Prices,
    cut: Collection[int] = (),
) -> Flow | None:
    """The cheapest way to give the `free` units to methodists with so much room left; None when there is none.

    `fit`: unit → methodists who may. `cut`: units that may be in pieces: they pay by the teacher.
    """
    import networkx as nx  # a tenth of a second that other commands need not wait

    graph = nx.DiGraph()
    total = 0
    for number in free:
        unit = problem.units[number]
        total += unit.teachers
        graph.add_node(("unit", number), demand=-unit.teachers)
        each = price.step if number in cut else price.of(unit) // unit.teachers
        for worker in fit[number]:
            stays = unit.holder is None or problem.workers[worker].id == unit.holder
            graph.add_edge(("unit", number), ("worker", worker), weight=0 if stays else each)
    graph.add_node("all", demand=total)
    for worker, room in enumerate(rooms):
        if ("worker", worker) in graph:
            graph.add_edge(("worker", worker), "all", capacity=room, weight=0)
    try:
        cost, flow = nx.network_simplex(graph)
    except nx.NetworkXUnfeasible:
        return None
    shares = {number: {w: n for (_, w), n in sorted(flow[("unit", number)].items()) if n} for number in free}
    return Flow(int(cost), shares)


def unmet(problem: Problem, posts: Mapping[str | None, int]) -> dict[tuple[Id, str | None], int]:
    """Teachers nobody can take, by territory and school subject, when posts have so much room by school subject.

    The posts serve everywhere. Empty when all can be taken (in pieces if need be).
    """
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(("from", "to"))
    kinds: dict[tuple[Id, str | None], int] = {}
    for unit in problem.units:
        kinds[unit.place, unit.area] = kinds.get((unit.place, unit.area), 0) + unit.teachers
    for (place, area), teachers in kinds.items():
        kind = ("kind", place, area)
        graph.add_edge("from", kind, capacity=teachers)
        some = Unit(place, place, area, None, teachers)
        for number, worker in enumerate(problem.workers):
            if problem.may(worker, some):
                graph.add_edge(kind, ("worker", number))
        for post in posts:
            if post in (None, area):
                graph.add_edge(kind, ("post", post))
    for number, worker in enumerate(problem.workers):
        graph.add_edge(("worker", number), "to", capacity=worker.room)
    for post, room in posts.items():
        graph.add_edge(("post", post), "to", capacity=room)
    _, flow = nx.maximum_flow(graph, "from", "to")
    return {kind: left for kind, n in kinds.items() if (left := n - int(flow["from"][("kind", *kind)]))}


def fitting(problem: Problem) -> list[list[int]]:
    """Unit → numbers of the methodists who may support it, who does so today first."""

    def of(unit: Unit) -> list[int]:
        found = [n for n, w in enumerate(problem.workers) if problem.may(w, unit)]
        return sorted(found, key=lambda n: problem.workers[n].id != unit.holder)

    known: dict[tuple[Id, str | None, Id | None], list[int]] = {}
    for unit in problem.units:
        key = (unit.place, unit.area, unit.holder)
        if key not in known:
            known[key] = of(unit)
    return [known[u.place, u.area, u.holder] for u in problem.units]


def room_of(workers: Sequence[Worker]) -> list[int]:
    """Room of each methodist, never under none."""
    return [max(0, w.room) for w in workers]
