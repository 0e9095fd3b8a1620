"""What draws an invented country: one source of chance, the day, and what has been drawn so far."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from ontology.entities.vocabulary import Level, ReadingStatus
from ontology.models import Clause, Direction, Entity, Function, Order, Subject, Territory

T = TypeVar("T")
DAYS = (date(2021, 1, 1), date(2023, 6, 1), date(2024, 9, 1))
_STATUSES = (*[ReadingStatus.EXTRACTED] * 4, ReadingStatus.CONFIRMED, ReadingStatus.CHANGED)


def _catalogue() -> tuple[Entity, ...]:
    """Six functions of two directions; codes of different lengths, levels expected or not."""
    result: list[Entity] = []
    levels = tuple(Level)
    for d in (1, 2):
        code = str(d * 9)
        result.append(Direction(id=f"d-{code}", code=code, label_ru=f"Направление {d}", label_en=f"Direction {d}"))
        result += [
            Function(
                id=f"f-f{code}-{f}",
                code=f"F{code}.{f:02}",
                label_ru=f"Ведёт реестр № {f}",
                label_en=f"Keeps register {f}",
                note_ru="",
                note_en="",
                expected_levels=levels[(d + f) % 4 : (d + f) % 4 + f - 1],
                direction=f"d-{code}",
            )
            for f in (1, 2, 3)
        ]
    return tuple(result)


CATALOGUE = _catalogue()


class Country:
    """Draws entities one after another; `entities` holds them all, the lists those that others point to."""

    def __init__(self, seed: int, prefix: str = "") -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.prefix = prefix
        self.entities: list[Entity] = list(CATALOGUE)
        self.functions = [f for f in CATALOGUE if isinstance(f, Function)]
        self.territories: list[Territory] = []
        self.orders: list[Order] = []
        self.clauses: list[Clause] = []
        self.subjects: list[Subject] = []

    def one(self, things: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(things)

    def some(self, things: Sequence[T], most: int) -> tuple[T, ...]:
        """Up to `most` different ones, often none."""
        return tuple(self.random.sample(things, self.random.randint(0, min(most, len(things)))))

    def maybe(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share

    def often(self, most: int, least: int = 0) -> range:
        """Numbers from 0, of a chance length."""
        return range(self.random.randint(least, most))

    def add(self, entity: Entity) -> None:
        """Keep an entity."""
        self.entities.append(entity)

    def day(self) -> date:
        """Some day between 2020 and 2025; in one case of five a day that questions are asked for."""
        return self.one(DAYS) if self.maybe(0.2) else date(2020, 1, 1) + timedelta(days=self.random.randrange(2000))

    def review(self) -> ReadingStatus:
        """How a fact was read: mostly by the program alone."""
        return self.one(_STATUSES)

    def clauses_of(self, order: str) -> list[Clause]:
        """The clauses of an act."""
        return [c for c in self.clauses if c.order == order]
