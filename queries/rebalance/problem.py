"""Schools to give to methodists: who has which teachers today, who may take them, how many each may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ontology.entities.base import Id


@dataclass(frozen=True, slots=True)
class Unit:
    """Teachers of one school and school subject whom one methodist supports today (or nobody): moved together.

    `area`: school subject; none: not known. `place`: territory of the school. `holder`: who supports them now.
    """

    school: Id
    place: Id
    area: str | None
    holder: Id | None
    teachers: int


@dataclass(frozen=True, slots=True)
class Worker:
    """A methodist. `area`: school subject, none: all. `room`: teachers he may have of the units, besides fixed ones."""

    id: Id
    place: Id
    area: str | None
    room: int


@dataclass(frozen=True, slots=True)
class Bound:
    """At most `value` teachers per full post (`strict`: fewer than that)."""

    value: float
    strict: bool = False

    def teachers(self, fte_hundredths: int) -> int:
        """Whole teachers a post may have."""
        most = Decimal(str(self.value)) * fte_hundredths / 100
        if self.strict:
            return max(0, int(most.quantize(Decimal(1), ROUND_CEILING)) - 1)
        return int(most.quantize(Decimal(1), ROUND_FLOOR))

    def of_quarters(self, quarters: int) -> int:
        """Whole teachers that posts of so many quarters may have: full posts and one part of a post."""
        return quarters // 4 * self.teachers(100) + (self.teachers(25 * (quarters % 4)) if quarters % 4 else 0)


@dataclass(frozen=True)
class Problem:
    """`above`: territory → itself and all it lies in: a methodist serves his territory and what lies in it."""

    units: tuple[Unit, ...]
    workers: tuple[Worker, ...]
    above: Mapping[Id, frozenset[Id]]

    def may(self, worker: Worker, unit: Unit) -> bool:
        """Whether the methodist can support these teachers: school subject and territory; room aside."""
        return worker.area in (None, unit.area) and worker.place in self.above[unit.place]

    def parts(self) -> Iterator[Problem]:
        """Problems that have nothing to do with one another, in the order of their first units."""
        kinds: dict[tuple[Id, str | None], list[Unit]] = {}
        for unit in self.units:
            kinds.setdefault((unit.place, unit.area), []).append(unit)
        fit = {k: [n for n, w in enumerate(self.workers) if self.may(w, units[0])] for k, units in kinds.items()}
        for group in _joined(fit):
            units = [u for kind in group for u in kinds[kind]]
            workers = sorted({n for kind in group for n in fit[kind]})
            yield Problem(tuple(units), tuple(self.workers[n] for n in workers), self.above)

    def settled(self) -> bool:
        """Whether all is well as it is: everybody is supported by somebody who may, and nobody has too many."""
        rooms = {w.id: w.room for w in self.workers}
        known = {w.id: w for w in self.workers}
        for unit in self.units:
            if unit.holder is None or unit.holder not in known or not self.may(known[unit.holder], unit):
                return False
            rooms[unit.holder] -= unit.teachers
        return all(room >= 0 for room in rooms.values())


def _joined(fit: Mapping[tuple[Id, str | None], Sequence[int]]) -> Iterable[list[tuple[Id, str | None]]]:
    """Kinds of units that share a methodist, directly or through others, together."""
    first: dict[int, int] = {}
    groups: list[list[tuple[Id, str | None]]] = []
    for kind, workers in fit.items():
        near = sorted({first[w] for w in workers if w in first})
        if near:
            home = near[0]
            for other in near[1:]:
                groups[home] += groups[other]
                groups[other] = []
            first = {w: home if g in near else g for w, g in first.items()}
        else:
            home = len(groups)
            groups.append([])
        groups[home].append(kind)
        first.update(dict.fromkeys(workers, home))
    return [group for group in groups if group]
