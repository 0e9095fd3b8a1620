"""An invented region whose teachers and methodists were counted on three days, and where schools can change hands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ontology.entities.base import Entity
from ontology.entities.vocabulary import (
    Comparison,
    Level,
    ObservationKind,
    OrderKind,
    SubjectKind,
    TerritoryKind,
)
from ontology.ids import digest
from ontology.models import Clause, Headcount, Methodist, Norm, Order, Subject, Support, Territory
from tests.viz.example import HOSTILE

REGION = "xx-gor"
CITY, VALLEY, MANY = "xx-gor.gorod", "xx-gor.dolina", 30
DAYS = (date(2023, 1, 15), date(2023, 9, 1), date(2024, 9, 1))
CODE = "Г-01 <b>"


def staffed() -> Iterator[Entity]:
    """Two municipalities; mathematics: one methodist has too many teachers, another has room. And `MANY` hamlets."""
    yield Territory(id="ru", name="Российская Федерация", kind=TerritoryKind.COUNTRY)
    yield Territory(id=REGION, name="Горная область", kind=TerritoryKind.REGION, part_of="ru")
    yield Territory(id=CITY, name="город Горный", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
    yield Territory(id=VALLEY, name=f"Долинный район {HOSTILE}", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
    yield from _norms()
    for number, teachers in enumerate((120, 90, 60)):
        yield _school(f"school-{number}", CITY if number < 2 else VALLEY)
        for age, day in enumerate(DAYS):
            yield Headcount(id=f"h-{number}-{age}", date=day, teachers=teachers - 2 * age, subject=f"school-{number}")
    for age, day in enumerate(DAYS):
        yield _methodist(f"one-{age}", CODE, day, 0.5 if age == 0 else 1.0)
        yield _methodist(f"two-{age}", "Г-02", day, 1.0)
        for number in range(2):
            given = 60 - age
            yield Support(id=f"s-{age}-{number}", teachers=given, methodist=f"one-{age}", subject=f"school-{number}")
        yield Support(id=f"s-{age}-2", teachers=20, methodist=f"two-{age}", subject="school-2")


def hamlets() -> Iterator[Entity]:
    """Many municipalities more, each with a school and a methodist of its own."""
    for number in range(MANY):
        place = f"{REGION}.hutor-{number:02}"
        yield Territory(id=place, name=f"Хутор {number:02}", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
        yield _school(f"hutor-school-{number}", place)
        yield Headcount(id=f"hh-{number}", date=DAYS[-1], teachers=10 + number, subject=f"hutor-school-{number}")
        yield Methodist(id=f"hm-{number}", code=f"Х-{number:02}", date=DAYS[-1], fte=0.1, territory=place)


def _norms() -> Iterator[Entity]:
    yield Order(
        id="gor-7",
        kind=OrderKind.PRIKAZ,
        number="7-п",
        date=date(2023, 3, 1),
        territory=REGION,
        title=f"О нагрузке {HOSTILE}",
        issuer="Министерство образования Горной области",
    )
    words = f"2. Не более ста педагогов {HOSTILE}"
    yield Clause(
        id="gor-7.c", address="прил. 1, п. 2", position=0, text_sha256=digest(words), text=words, order="gor-7"
    )
    for value, since in ((150.0, date(2023, 1, 1)), (100.0, date(2024, 1, 1))):
        yield Norm(
            id=f"gor-n-{value:.0f}",
            metric="teachers-per-methodist",
            comparison=Comparison.AT_MOST,
            value=value,
            kind=ObservationKind.PLAN,
            period=str(since.year),
            valid_from=since,
            territory=REGION,
            clause="gor-7.c",
        )


def _school(id: str, place: str) -> Subject:
    return Subject(id=id, name=f"Школа {id}", kind=SubjectKind.ORGANISATION, level=Level.INSTITUTIONAL, territory=place)


def _methodist(id: str, code: str, day: date, fte: float) -> Methodist:
    return Methodist(id=id, code=code, date=day, subject_area="математика", fte=fte, territory=REGION)
