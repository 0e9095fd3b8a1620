"""Counts of teachers on several days, methodists who move, and whom they support."""

from __future__ import annotations

from ontology.models import Headcount, Methodist, Support
from tests.queries.drawn.base import DAYS, Country

AREAS = (None, "математика", "физика", "Ёжиковедение")


def staff(world: Country) -> None:
    """Headcounts, methodists and their supports."""
    schools = [s for s in world.subjects if not s.generic]
    for n in world.often(16 if schools else 0):
        world.add(
            Headcount(
                id=f"{world.prefix}h{n}",
                date=world.one([*DAYS, world.day()]),
                subject_area=world.one(AREAS),
                teachers=world.random.randrange(1500),
                invented=world.maybe(0.3),
                subject=world.one(schools).id,
            )
        )
    methodists = []
    for n in world.often(8):
        methodist = Methodist(
            id=f"{world.prefix}m{n}",
            code=f"М-{world.random.randrange(4)}",
            date=world.one([*DAYS, world.day()]),
            subject_area=world.one(AREAS),
            fte=world.one([0.25, 0.5, 0.75, 1.0, 0.29, 1.15, 0.0]),
            invented=world.maybe(0.3),
            territory=world.one(world.territories).id,
        )
        methodists.append(methodist)
        world.add(methodist)
    for n in world.often(8 if methodists and schools else 0):
        world.add(
            Support(
                id=f"{world.prefix}u{n}",
                teachers=world.random.randrange(300),
                methodist=world.one(methodists).id,
                subject=world.one(schools).id,
            )
        )
