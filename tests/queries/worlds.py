"""Small invented countries for the questions: coherent, different with each seed, full of the cases that matter.

Repealed and future acts, generic subjects filled and not, vacant posts, agreements concluded and not, municipalities
with and without acts, counts on several days, methodists who move, norms that end, replace and contradict one another,
activities overdue and done, indicators with and without values, routes that break, names that sort hard or nearly
coincide. What is drawn stands in tests/queries/drawn, one module for each part.
"""

from __future__ import annotations

from tests.queries.drawn.acts import acts, mentions, places
from tests.queries.drawn.base import CATALOGUE, DAYS, Country
from tests.queries.drawn.held import held
from tests.queries.drawn.plans import plans
from tests.queries.drawn.reviews import reviews
from tests.queries.drawn.staff import staff
from tests.queries.drawn.subjects import subjects

__all__ = ["CATALOGUE", "DAYS", "World", "world"]


class World(Country):
    """The whole country of a seed."""

    def __init__(self, seed: int, prefix: str = "") -> None:
        super().__init__(seed, prefix)
        for draw in (places, acts, mentions, subjects, held, plans, staff, reviews):
            draw(self)


def world(seed: int, prefix: str = "") -> World:
    """The country of this seed, the same on each machine; ids begin with `prefix`, those of the catalogue excepted."""
    return World(seed, prefix)
