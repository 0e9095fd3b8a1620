"""A territory's problem, part by part: what can be arranged is, for what cannot the posts missing are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from ontology.entities.base import Id
from queries.rebalance.flow import unmet
from queries.rebalance.gather import Gathered, gathered
from queries.rebalance.problem import Problem, Unit
from queries.rebalance.search import EDGES, Shares, arranged
from queries.rebalance.shortage import Shortage, shortage
from queries.store import GraphStore


@dataclass(frozen=True, slots=True)
class Solved:
    """`given`: each unit and its teachers by methodist, those of parts that cannot be solved as they were."""

    facts: Gathered
    given: tuple[tuple[Unit, dict[Id, int]], ...]
    shortages: tuple[Shortage, ...]
    proven: bool


def solved(store: GraphStore, territory: Id, as_of: Day, norm: float | None = None) -> Solved:
    """Solve what a store knows of a territory. InputError when no norm is in force and none is given."""
    facts = gathered(store, territory, as_of, norm)
    parts = list(facts.problem.parts())
    given: list[tuple[Unit, dict[Id, int]]] = []
    failing: list[Problem] = []
    proven = True
    for part in parts:
        settled = part.settled()
        if not settled and unmet(part, {}):
            failing.append(part)
        found = None if settled or part in failing else arranged(part, max(EDGES // len(parts), EDGES // 10))
        if found is None:
            given += [(u, {u.holder: u.teachers} if u.holder else {}) for u in part.units]
        else:
            given += _by_id(part, found.shares)
            proven = proven and found.proven
    shortages = [shortage(group, facts.bound) for group in _by_area(failing)]
    return Solved(facts, tuple(given), tuple(s for s in shortages if s is not None), proven)


def _by_area(parts: list[Problem]) -> Iterator[Problem]:
    """Parts with a school subject in common together: a new post may serve all of them."""
    groups: list[tuple[set[str | None], list[Problem]]] = []
    for part in parts:
        areas, members = {u.area for u in part.units}, [part]
        apart = []
        for group in groups:
            if None in areas | group[0] or areas & group[0]:
                areas, members = areas | group[0], group[1] + members
            else:
                apart.append(group)
        groups = [*apart, (areas, members)]
    for _, members in groups:
        units = tuple(u for part in members for u in part.units)
        workers = tuple({w.id: w for part in members for w in part.workers}.values())
        yield Problem(units, workers, members[0].above)


def _by_id(part: Problem, shares: Shares) -> Iterator[tuple[Unit, dict[Id, int]]]:
    for number, unit in enumerate(part.units):
        yield unit, {part.workers[w].id: n for w, n in shares[number].items()}
