"""Teachers of one school who are to be supported, by school subject and by who supports them today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.entities.base import Id
from queries.rebalance.problem import Unit


@dataclass(frozen=True, slots=True)
class Given:
    """A methodist of a school subject (none: of all) supports so many teachers of the school."""

    methodist: Id
    area: str | None
    teachers: int


def units_of(school: Id, place: Id, given: Sequence[Given], counts: Mapping[str | None, int]) -> Iterator[Unit]:
    """The school's units.

    Where teachers are counted by school subject, the counts say how many there are: first those whom methodists of the
    subject support, then whom methodists of all subjects support, the rest nobody does. More support than teachers is
    cut down. Where they are not, as many need support as are supported; of a known total the rest are teachers whose
    school subject is not known.
    """
    areas = {area: n for area, n in counts.items() if area is not None}
    special = _summed(g for g in given if g.area is not None)
    general = _summed(g for g in given if g.area is None)
    for (area, methodist), teachers in special.items():
        if area not in areas:
            yield Unit(school, place, area, methodist, teachers)
    for area in sorted(areas):
        left = areas[area]
        for of, methodist in [key for key in special if key[0] == area]:
            taken = min(left, special[of, methodist])
            left -= taken
            if taken:
                yield Unit(school, place, area, methodist, taken)
        for key in general:
            taken = min(left, general[key])
            left -= taken
            general[key] -= taken
            if taken:
                yield Unit(school, place, area, key[1], taken)
        if left:
            yield Unit(school, place, area, None, left)
    for (_, methodist), teachers in general.items():
        if teachers:
            yield Unit(school, place, None, methodist, teachers)
    rest = counts.get(None, 0) - sum(g.teachers for g in given)
    if not areas and rest > 0:
        yield Unit(school, place, None, None, rest)


def _summed(given: Iterator[Given]) -> dict[tuple[str | None, Id], int]:
    """Teachers by (school subject, methodist), in the order of both."""
    sums: dict[tuple[str | None, Id], int] = {}
    for support in sorted(given, key=lambda g: (g.area or "", g.methodist)):
        key = (support.area, support.methodist)
        sums[key] = sums.get(key, 0) + support.teachers
    return sums
