"""A small invented system with everything a scenario can touch: who holds what, agreements, routes, methodists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from ontology.models import Activity, Agreement, Entity, Interaction, NameVariant, Route, Step
from queries.store import GraphStore
from queries.whatif import read_yaml, whatif
from queries.whatif.answer import Difference
from tests.queries.small import (
    DISTRICT,
    GROUND,
    REGION,
    REGISTER,
    TODAY,
    TRAINING,
    clause,
    count,
    held,
    methodist,
    norm,
    order,
    store_of,
    subject,
    support,
)

TOWN = "x-z.zarechny"
ALONE = f"{REGION}.centre"
"""The one subject that holds TRAINING."""


def body(id: str, name: str, territory: str = REGION, level: str = "regional", **values: Any) -> Entity:
    """A subject with a name of its own."""
    return subject(id, territory, level, name=name, **values)


def system() -> list[Entity]:
    """An act of the region, three of its bodies, a generic service, two schools, two methodists."""
    act = order("o", REGION)
    return [
        act,
        clause("c", "o", "3.1"),
        clause("c2", "o", "3.2"),
        clause("c3", "o", "4.1"),
        order("od", DISTRICT),
        clause("cd", "od", "1"),
        body("m", "Министерство просвещения Заречья", kind="authority", clause="c"),
        body(ALONE, "Центр мастерства", short="ЦМ", part_of="i", clause="c"),
        body("i", "Институт развития", short="ИР", kind="institute", clause="c2"),
        body("g", "муниципальная методическая служба", level="municipal", generic=True, clause="c2"),
        body("s", "Методический кабинет Ёлкина", DISTRICT, "municipal", fills="g"),
        body("school-1", "Школа № 1 Ёлкина", DISTRICT, "institutional"),
        body("school-2", "Школа № 2 Ёлкина", DISTRICT, "institutional"),
        NameVariant(id="v", written="Центру мастерства", why="inflected", subject=ALONE, clause="c"),
        held("a1", ALONE, TRAINING, "c"),
        held("a2", "i", REGISTER, "c2"),
        held("a3", "g", REGISTER, "c2"),
        held("a4", "i", None, "c2"),
        Agreement(id="g1", status="concluded", parties=(ALONE, "m"), clause="c3"),
        Agreement(id="g2", status="required", parties=("i", "m"), clause="c3"),
        Interaction(id="x1", kind="trains", source=ALONE, target="s", clause="c"),
        Interaction(id="x2", kind="reports", source="i", target=ALONE, clause="c2"),
        Route(id="r", name="Подготовка методистов", order="o"),
        Step(id="r.1", position=1, route="r", subject="i", function=REGISTER, clause="c2"),
        Step(id="r.2", position=2, route="r", subject=ALONE, function=TRAINING, clause="c"),
        Activity(
            id="t",
            position=0,
            title="Обучить методистов",
            responsible=(ALONE,),
            responsible_text=("ЦМ",),
            due=date(2024, 12, 1),
            clause="c3",
        ),
        norm("n", 100, date(2023, 1, 1), clause="c3"),
        count("h1", "school-1", date(2024, 1, 1), 60, "математика"),
        count("h2", "school-2", date(2024, 1, 1), 80, "математика"),
        methodist("p1", "М-001", date(2024, 1, 1), 1.0, DISTRICT, subject_area="математика"),
        methodist("p2", "М-002", date(2024, 1, 1), 1.0, REGION, subject_area="математика"),
        support("u1", "p1", "school-1", 60),
        support("u2", "p1", "school-2", 80),
    ]


@contextmanager
def stored(*more: Entity) -> Iterator[GraphStore]:
    """An embedded store with the system and these facts besides."""
    with store_of(*system(), *more) as store:
        yield store


def asked(store: GraphStore, *steps: str, lang: Any = "ru") -> Difference:
    """The difference these steps make, each one line of YAML."""
    text = "steps:\n" + "\n".join(f"  - {step}" for step in steps)
    return whatif(store, read_yaml(text.encode(), "s.yaml"), as_of=TODAY, lang=lang)


def told(store: GraphStore, *steps: str) -> dict[str, int]:
    """The counts that are not nought."""
    return {name: n for name, n in asked(store, *steps).counts.items() if n}


__all__ = ["ALONE", "DISTRICT", "GROUND", "REGION", "REGISTER", "TODAY", "TOWN", "TRAINING", "asked", "stored", "told"]
