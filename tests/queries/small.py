"""Small graphs by hand: one invented region with one municipality, and only the facts a test is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from ontology.ids import digest
from ontology.models import (
    Agreement,
    Assignment,
    Clause,
    Direction,
    Entity,
    Function,
    Headcount,
    Methodist,
    Norm,
    Order,
    Subject,
    Support,
    Territory,
)
from queries.store import GraphStore
from queries.stores import open_store

TODAY = date(2024, 9, 1)
GROUND: tuple[Entity, ...] = (
    Territory(id="ru", name="Российская Федерация", kind="country"),
    Territory(id="x-z", name="Зареченская область", kind="region", part_of="ru", iso_3166_2="RU-ZAR"),
    Territory(
        id="x-z.elkin", name="Ёлкинский муниципальный район", kind="municipality", part_of="x-z", oktmo="99600000"
    ),
    Territory(id="x-z.zarechny", name="город Зареченск", kind="municipality", part_of="x-z"),
    Direction(id="d-1", code="1", label_ru="Методисты", label_en="Methodists"),
    Function(
        id="f-f1-01",
        code="F1.01",
        label_ru="Реестр работников методических служб",
        label_en="Register of methodical-service workers",
        note_ru="Ведение реестра. Обучение – F1.02.",
        note_en="Keeping it.",
        alternative_labels=("банк данных методистов",),
        expected_levels=("regional", "municipal"),
        expectation_basis="пример",
        direction="d-1",
    ),
    Function(
        id="f-f1-02",
        code="F1.02",
        label_ru="Обучение работников методических служб",
        label_en="Training methodical-service workers",
        note_ru="Курсы и семинары для методистов.",
        note_en="Courses.",
        expected_levels=("regional",),
        direction="d-1",
    ),
)
REGISTER, TRAINING = "f-f1-01", "f-f1-02"
REGION, DISTRICT = "x-z", "x-z.elkin"


def order(id: str, territory: str, **values: Any) -> Order:
    """An order of 2022."""
    base = {"kind": "приказ", "number": "7", "date": date(2022, 1, 10), "title": "О системе", "issuer": "Министерство"}
    return Order.model_validate({"id": id, "territory": territory} | base | values)


def clause(id: str, act: str, address: str = "3.1") -> Clause:
    """A clause of it."""
    return Clause(id=id, address=address, position=0, text_sha256=digest(id), order=act)


def subject(id: str, territory: str, level: str, **values: Any) -> Subject:
    """A body."""
    return Subject.model_validate(
        {"id": id, "name": f"Центр {id}", "kind": "centre", "territory": territory, "level": level} | values
    )


def held(id: str, holder: str, function: str | None, by: str, role: str = "responsible", **values: Any) -> Assignment:
    """`holder` holds the function by a clause."""
    base = {"statement": f"st-{id}", "role": role, "position": 0, "quote_sha256": digest(id), "confidence": 0.9}
    return Assignment.model_validate({"id": id, "subject": holder, "function": function, "clause": by} | base | values)


def agreement(status: str, by: str) -> Agreement:
    """An agreement that a clause requires."""
    return Agreement.model_validate({"id": f"g-{status}", "status": status, "clause": by})


def norm(id: str, value: float, since: date | None, until: date | None = None, **values: Any) -> Norm:
    """A bound of teachers per methodist."""
    base = {"metric": "teachers-per-methodist", "comparison": "<=", "territory": REGION, "clause": "c"}
    return Norm.model_validate({"id": id, "value": value, "valid_from": since, "valid_until": until} | base | values)


def count(id: str, where: str, day: date, teachers: int, area: str | None = None, **values: Any) -> Headcount:
    """A headcount."""
    return Headcount.model_validate(
        {"id": id, "subject": where, "date": day, "teachers": teachers, "subject_area": area} | values
    )


def methodist(id: str, code: str, day: date, fte: float, territory: str = DISTRICT, **values: Any) -> Methodist:
    """A methodist's post from a day on."""
    return Methodist.model_validate({"id": id, "code": code, "date": day, "fte": fte, "territory": territory} | values)


def support(id: str, by: str, whom: str, teachers: int) -> Support:
    """Teachers a methodist supports."""
    return Support(id=id, methodist=by, subject=whom, teachers=teachers)


@contextmanager
def store_of(*entities: Entity) -> Iterator[GraphStore]:
    """An embedded store with the ground and these facts."""
    store = open_store("sqlite:///:memory:")
    try:
        store.write([*GROUND, *entities])
        yield store
    finally:
        store.close()
