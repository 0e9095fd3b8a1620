"""Whole schools: from the flow that may cut units into pieces to an arrangement that cuts as few as can be.

Branch and bound over the units the flow has cut: each is given whole to one methodist after another, or allowed to be
cut. Best is: fewest cut units, then fewest moved units, then fewest moved teachers. The work is bounded; when the bound
is reached the best arrangement found so far is given, and `proven` says no.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from queries.rebalance.flow import Flow, Prices, cheapest, fitting, prices, room_of
from queries.rebalance.greedy import whole_units
from queries.rebalance.problem import Problem

EDGES = 60_000
"""How many edges the flows of one search may have in all: a second or two."""
_SMALL = 200  # flows that a search of all units may take within that
_COINS = 3  # whole units of each methodist that are moved along to make room, smallest first

Shares = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`shares`: unit → methodist → teachers, by numbers in the problem. `proven`: none has fewer cut
    units, or as few and fewer moved ones."""

    shares: Shares
    cut: int
    moved: int
    teachers: int
    proven: bool


@dataclass
class _Search:
    problem: Problem
    price: Prices
    fit: Sequence[Sequence[int]]
    edges: int
    best: tuple[int, int] | None = None
    shares: Shares = field(default_factory=dict)

    def run(self, free: Collection[int], fixed: dict[int, int], cut: frozenset[int]) -> None:
        """Find the best arrangement of the free units; the fixed ones stay where they are put."""
        flow = self._flow(free, fixed, cut)
        if flow is None:
            return
        paid = sum(self.price.of(self.problem.units[u]) for u, w in fixed.items() if self._moves(u, w))
        paid += sum(self.price.move for u in cut if self.problem.units[u].holder is not None)
        if self.best is not None and (len(cut), flow.cost + paid + self.price.step) > (self.best[0], self.best[1]):
            return
        pieces = [u for u, share in flow.shares.items() if len(share) > 1 and u not in cut]
        if not pieces:
            self.keep(dict(flow.shares) | {u: {w: self.problem.units[u].teachers} for u, w in fixed.items()})
            return
        unit = max(pieces, key=lambda u: (self.problem.units[u].teachers, -u))
        left = [u for u in free if u != unit]
        share = flow.shares[unit]
        # Moved as a whole, it leaves its methodist within the norm; kept, it only has another unit cut instead.
        for worker in sorted(self.fit[unit], key=lambda w: (not self._moves(unit, w), -share.get(w, 0), w)):
            self.run(left, fixed | {unit: worker}, cut)
        self.run(free, fixed, cut | {unit})

    def _flow(self, free: Collection[int], fixed: Mapping[int, int], cut: frozenset[int]) -> Flow | None:
        if self.edges <= 0 or (self.best is not None and len(cut) > self.best[0]):
            return None
        rooms = room_of(self.problem.workers)
        for unit, worker in fixed.items():
            rooms[worker] -= self.problem.units[unit].teachers
        if min(rooms, default=0) < 0:
            return None
        self.edges -= sum(len(self.fit[u]) for u in free) + 1
        return cheapest(self.problem, rooms, free, self.fit, self.price, cut)

    def _moves(self, unit: int, worker: int) -> bool:
        holder = self.problem.units[unit].holder
        return holder is not None and self.problem.workers[worker].id != holder

    def reaches(self, least: int) -> bool:
        """Whether nothing is cut and no fewer units can move, when whole units cannot cost less than this."""
        teachers = sum(u.teachers for u in self.problem.units)
        moves = max(-((self.price.step * teachers - least) // self.price.move), must_move(self.problem, self.fit))
        return self.best is not None and self.best[0] == 0 and self.best[1] // self.price.move <= moves

    def keep(self, shares: Shares) -> None:
        """Remember an arrangement when it is the best so far."""
        value = measured(self.problem, shares)
        rank = (value[0], value[1] * self.price.move + value[2] * self.price.step)
        if self.best is None or rank < self.best:
            self.best, self.shares = rank, shares


def must_move(problem: Problem, fit: Sequence[Sequence[int]]) -> int:
    """Units that move in any arrangement of whole ones: of who may not have them all, and of who has too many the
    fewest (largest) that he has over."""
    number_of = {w.id: n for n, w in enumerate(problem.workers)}
    held: dict[int, list[int]] = {}
    moves = 0
    for unit, facts in enumerate(problem.units):
        home = number_of.get(facts.holder or "")
        if home is not None and home in fit[unit]:
            held.setdefault(home, []).append(facts.teachers)
        else:
            moves += facts.holder is not None
    for worker, sizes in held.items():
        over = sum(sizes) - max(0, problem.workers[worker].room)
        for size in sorted(sizes, reverse=True):
            if over <= 0:
                break
            over -= size
            moves += 1
    return moves


def measured(problem: Problem, shares: Shares) -> tuple[int, int, int]:
    """(cut units, moved units, moved teachers) of an arrangement."""
    cut = moved = teachers = 0
    for number, share in shares.items():
        unit = problem.units[number]
        cut += len(share) > 1
        away = sum(n for w, n in share.items() if unit.holder is not None and problem.workers[w].id != unit.holder)
        moved += away > 0
        teachers += away
    return cut, moved, teachers


def arranged(problem: Problem, edges: int = EDGES) -> Arrangement | None:
    """The best arrangement; None when the room of all methodists who may does not do, even with units cut."""
    price, fit = prices(problem), fitting(problem)
    everything = range(len(problem.units))
    root = cheapest(problem, room_of(problem.workers), everything, fit, price)
    if root is None:
        return None
    size = sum(map(len, fit)) + 1
    search = _Search(problem, price, fit, edges)
    if size * _SMALL > edges:  # too large to be searched whole: a quick answer first, then among what the flow has cut
        quick = whole_units(problem, fit)
        if quick is not None:
            search.keep({u: {w: problem.units[u].teachers} for u, w in quick.items()})
        if not search.reaches(root.cost):
            free = _kernel(problem, root)
            search.run(free, {u: next(iter(share)) for u, share in root.shares.items() if u not in free}, frozenset())
        done = search.reaches(root.cost)
    else:
        search.run(everything, {}, frozenset())
        done = search.edges > 0
    if search.best is None:
        search.keep(root.shares)  # the flow itself, cut as it is
    cut, moved, teachers = measured(problem, search.shares)
    return Arrangement(search.shares, cut, moved, teachers, proven=done)


def _kernel(problem: Problem, root: Flow) -> list[int]:
    """Units the flow has cut, and of each methodist the smallest others he has."""
    free = {u for u, share in root.shares.items() if len(share) > 1}
    held: dict[int, list[int]] = {}
    for unit, share in root.shares.items():
        if unit not in free:
            held.setdefault(next(iter(share)), []).append(unit)
    for units in held.values():
        free |= set(sorted(units, key=lambda u: (problem.units[u].teachers, u))[:_COINS])
    return sorted(free)
