"""Which posts are missing when the methodists cannot take all teachers within the norm: the fewest that do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from ontology.entities.base import Id
from queries.rebalance.flow import unmet
from queries.rebalance.problem import Bound, Problem

TRIES = 2000
"""How many arrangements of posts one search may try."""

Area = str | None
Quarters = Mapping[Area, int]


@dataclass(frozen=True, slots=True)
class Shortage:
    """`left`: teachers nobody can take, by territory and school subject. `quarters`: posts missing by school subject,
    in quarters of a post, each for the whole territory. `proven`: fewer quarters in all do not do."""

    left: Mapping[tuple[Id, Area], int]
    quarters: Quarters
    proven: bool


def shortage(problem: Problem, bound: Bound) -> Shortage | None:
    """None when everything can be taken. A post is of one school subject; of all only where that is not known.

    Posts of several school subjects hang together through methodists of all subjects: which of them these relieve is
    chosen so that the posts missing are fewest in all.
    """
    left = unmet(problem, {})
    if not left:
        return None
    areas = sorted({u.area for u in problem.units}, key=lambda a: (a is not None, a or ""))
    if bound.of_quarters(4) < 1:
        return Shortage(left, {}, proven=True)  # no post helps where nobody may have a single teacher
    found = _Posts(problem, bound)
    start = {a: found.needed(sum(n for (_, area), n in left.items() if area == a)) for a in areas}
    enough = found.fewer(start)
    # What one school subject lacks though all others have posts to spare, and what all lack together.
    whole = {a: found.needed(sum(u.teachers for u in problem.units if a in (None, u.area))) for a in areas}
    least = {a: found.least(a, whole) for a in areas}
    # One large post has never less room than several small ones of as many quarters in all.
    floor = max(sum(least.values()), _quarters(sum(left.values()), bound))
    for total in range(floor, sum(enough.values())):
        for posts in _vectors(areas, least, whole, total):
            if found.tries <= 0:
                return Shortage(left, _some(enough), proven=False)
            if found.do(posts):
                return Shortage(left, _some(posts), proven=True)
    return Shortage(left, _some(enough), proven=True)


def _some(posts: Quarters) -> Quarters:
    return {area: n for area, n in posts.items() if n}


def _quarters(teachers: int, bound: Bound) -> int:
    """The fewest quarters whose teachers may be so many, rounding down nowhere: no arrangement needs fewer."""
    return next(n for n in count() if bound.value * n / 4 >= teachers) if bound.value > 0 else 0


def _vectors(areas: list[Area], least: Quarters, most: Quarters, total: int) -> Iterator[dict[Area, int]]:
    """Quarters by school subject that come to `total`, each within its bounds."""
    if not areas:
        if total == 0:
            yield {}
        return
    first, rest = areas[0], areas[1:]
    for n in range(least[first], min(max(most[first], least[first]), total - sum(least[a] for a in rest)) + 1):
        for other in _vectors(rest, least, most, total - n):
            yield {first: n} | other


@dataclass
class _Posts:
    problem: Problem
    bound: Bound
    tries: int = TRIES

    def needed(self, teachers: int) -> int:
        """Quarters whose room is enough for so many teachers."""
        full = self.bound.teachers(100)
        start = 4 * (teachers // full) if full else 0
        return next(n for n in count(start) if self.bound.of_quarters(n) >= teachers)

    def do(self, posts: Quarters) -> bool:
        """Whether nobody is left with these posts."""
        self.tries -= 1
        rooms = {area: self.bound.of_quarters(n) for area, n in posts.items() if n}
        return not unmet(self.problem, rooms)

    def fewer(self, posts: Quarters) -> dict[Area, int]:
        """Posts none of which can be smaller, the others staying."""
        kept = dict(posts)
        for area in kept:
            while kept[area] and self.do(kept | {area: kept[area] - 1}):
                kept[area] -= 1
        return kept

    def least(self, area: Area, whole: Quarters) -> int:
        """Quarters this school subject needs at least, all others having enough; by halving."""
        low, high = 0, whole[area]
        while low < high:
            middle = (low + high) // 2
            if self.do({**whole, area: middle}):
                high = middle
            else:
                low = middle + 1
        return low
