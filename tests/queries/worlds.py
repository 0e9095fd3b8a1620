"""Small invented countries for the questions: coherent, different with each seed, full of the cases that matter.

Repealed and future acts, generic subjects filled and not, vacant posts, agreements concluded and not, municipalities
with and without acts, counts on several days, methodists who move, norms that end, replace and contradict one another.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from ontology.entities.vocabulary import (
    AgreementStatus,
    Comparison,
    InteractionKind,
    Level,
    ObservationKind,
    OrderKind,
    Role,
    SubjectKind,
    TerritoryKind,
)
from ontology.ids import digest
from ontology.models import (
    Agreement,
    Assignment,
    Clause,
    Direction,
    Entity,
    Function,
    Headcount,
    Interaction,
    Methodist,
    Norm,
    Order,
    Subject,
    Support,
    Territory,
)

T = TypeVar("T")
DAYS = (date(2021, 1, 1), date(2023, 6, 1), date(2024, 9, 1))
NAMES = ("Центр", "Служба", "Совет", '«Ёж» "и" уж')
AREAS = (None, "математика", "физика", "Ёжиковедение")


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


class World:
    """Draws entities one after another; `entities` holds them all."""

    def __init__(self, seed: int, prefix: str = "") -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.prefix = prefix
        self.entities: list[Entity] = []
        self.territories: list[Territory] = []
        self.functions: list[Function] = []
        self.orders: list[Order] = []
        self.clauses: list[Clause] = []
        self.subjects: list[Subject] = []
        self._places()
        self.functions = [f for f in CATALOGUE if isinstance(f, Function)]
        self.entities += CATALOGUE
        self._acts()
        self._subjects()
        self._held()
        self._staff()

    def one(self, things: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(things)

    def maybe(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share

    def add(self, entity: Entity) -> None:
        """Keep an entity."""
        self.entities.append(entity)

    def day(self) -> date:
        """Some day between 2020 and 2025."""
        return date(2020, 1, 1) + timedelta(days=self.random.randrange(2000))

    def inside(self, region: str) -> list[Territory]:
        """A region and its municipalities."""
        return [t for t in self.territories if region in (t.id, t.part_of)]

    def _places(self) -> None:
        self.territories.append(Territory(id=f"{self.prefix}ru", name="Страна", kind=TerritoryKind.COUNTRY))
        for r in range(2):
            region = Territory(
                id=f"{self.prefix}r{r}", name=f"Область № {r}", kind=TerritoryKind.REGION, part_of=f"{self.prefix}ru"
            )
            self.territories.append(region)
            for m in range(self.random.randint(1, 3)):
                name = self.one(["Ёлкинский район", "Белкинский район", "город Стрелкин", "'; DROP TABLE --"])
                self.territories.append(
                    Territory(
                        id=f"{self.prefix}r{r}.m{m}", name=name, kind=TerritoryKind.MUNICIPALITY, part_of=region.id
                    )
                )
        self.entities += self.territories

    def _acts(self) -> None:
        for place in self.territories:
            for n in range(self.random.choice([0, 1, 1, 2])):
                issued = None if self.maybe(0.1) else self.day()
                until = self.day() if self.maybe(0.3) else None
                act = Order(
                    id=f"{place.id}.o{n}",
                    kind=OrderKind.PRIKAZ,
                    number=str(n),
                    date=issued,
                    valid_until=until,
                    title=f"О системе № {n}",
                    issuer="Орган",
                    territory=place.id,
                )
                self.orders.append(act)
                self.add(act)
                for c in range(self.random.randint(1, 4)):
                    address = self.one([f"3.{c}", f"прил. 2, п. {c}", f"{c}.а"])
                    clause = Clause(
                        id=f"{act.id}.c{c}", address=address, position=c, text_sha256=digest(f"{c}"), order=act.id
                    )
                    self.clauses.append(clause)
                    self.add(clause)

    def _subjects(self) -> None:
        number = 0
        for place in self.territories:
            for _ in range(self.random.randint(0, 4)):
                generic = self.maybe(0.4)
                self.subjects.append(
                    Subject(
                        id=f"{self.prefix}s{number}",
                        name=f"{self.one(NAMES)} {number}",
                        level=None if self.maybe(0.15) else self.one(list(Level)),
                        kind=self.one(list(SubjectKind)),
                        generic=generic,
                        vacant=self.maybe(0.15),
                        territory=place.id,
                        clause=self.one(self.clauses).id if self.clauses and self.maybe(0.7) else None,
                        part_of=self.one(self.subjects).id if self.subjects and self.maybe(0.2) else None,
                    )
                )
                number += 1
        generics = [s for s in self.subjects if s.generic]
        for place in self.territories:
            for _ in range(self.random.randint(0, 2)):
                if generics:
                    self.subjects.append(
                        Subject(
                            id=f"{self.prefix}s{number}",
                            name=f"Школа {number}",
                            level=None if self.maybe(0.2) else self.one(list(Level)),
                            kind=SubjectKind.ORGANISATION,
                            vacant=self.maybe(0.3),
                            invented=self.maybe(0.3),
                            territory=place.id,
                            fills=self.one(generics).id,
                        )
                    )
                    number += 1
        self.entities += self.subjects

    def _held(self) -> None:
        if not (self.clauses and self.subjects):
            return
        for n in range(self.random.randint(3, 25)):
            clause, function = self.one(self.clauses), self.one(self.functions)
            self.add(
                Assignment(
                    id=f"{self.prefix}a{n}",
                    statement=f"{self.prefix}st{self.random.randrange(n + 1)}",
                    role=self.one([Role.RESPONSIBLE, Role.RESPONSIBLE, *Role]),
                    position=self.random.randrange(5),
                    quote_sha256=digest(str(n)),
                    quote=f"Слова «{n}»" if self.maybe(0.3) else None,
                    confidence=self.random.randint(50, 100) / 100,
                    subject=self.one(self.subjects).id,
                    function=None if self.maybe(0.1) else function.id,
                    clause=clause.id,
                )
            )
        for n in range(self.random.randint(0, 4)):
            parties = tuple(s.id for s in self.random.sample(self.subjects, min(len(self.subjects), 3)))
            self.add(
                Agreement(
                    id=f"{self.prefix}g{n}",
                    status=self.one(list(AgreementStatus)),
                    parties=parties,
                    clause=self.one(self.clauses).id,
                )
            )
        for n in range(self.random.randint(0, 4)):
            self.add(
                Interaction(
                    id=f"{self.prefix}i{n}",
                    kind=self.one(list(InteractionKind)),
                    source=self.one(self.subjects).id,
                    target=self.one(self.subjects).id,
                    clause=self.one(self.clauses).id,
                )
            )
        for n in range(self.random.randint(0, 6)):
            self.add(
                Norm(
                    id=f"{self.prefix}n{n}",
                    metric=self.one(["teachers-per-methodist", "teachers-per-methodist", "иное"]),
                    comparison=self.one([Comparison.AT_MOST, Comparison.AT_MOST, Comparison.AT_LEAST]),
                    value=float(self.one([250, 300, 400, 12.5])),
                    kind=self.one([ObservationKind.PLAN, ObservationKind.PLAN, ObservationKind.ACTUAL]),
                    valid_from=self.day() if self.maybe(0.7) else None,
                    valid_until=self.day() if self.maybe(0.5) else None,
                    territory=self.one(self.territories).id,
                    clause=self.one(self.clauses).id,
                )
            )

    def _staff(self) -> None:
        schools = [s for s in self.subjects if not s.generic]
        for n in range(self.random.randint(0, 12)):
            if schools:
                self.add(
                    Headcount(
                        id=f"{self.prefix}h{n}",
                        date=self.one([*DAYS, self.day()]),
                        subject_area=self.one(AREAS),
                        teachers=self.random.randrange(400),
                        invented=self.maybe(0.3),
                        subject=self.one(schools).id,
                    )
                )
        methodists = []
        for n in range(self.random.randint(0, 8)):
            methodist = Methodist(
                id=f"{self.prefix}m{n}",
                code=f"М-{self.random.randrange(4)}",
                date=self.one([*DAYS, self.day()]),
                subject_area=self.one(AREAS),
                fte=self.one([0.25, 0.5, 0.75, 1.0, 0.29, 1.15, 0.0]),
                invented=self.maybe(0.3),
                territory=self.one(self.territories).id,
            )
            methodists.append(methodist)
            self.add(methodist)
        for n in range(self.random.randint(0, 8)):
            if methodists and schools:
                self.add(
                    Support(
                        id=f"{self.prefix}u{n}",
                        teachers=self.random.randrange(300),
                        methodist=self.one(methodists).id,
                        subject=self.one(schools).id,
                    )
                )


def world(seed: int, prefix: str = "") -> World:
    """The country of this seed, the same on each machine; ids begin with `prefix`, those of the catalogue excepted."""
    return World(seed, prefix)
