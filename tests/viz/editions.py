"""Two editions of an act of an invented region, and another region: what is kept, reworded, passed on, gained, lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ontology.entities.base import Entity
from ontology.entities.vocabulary import Level, OrderKind, ReferenceKind, Role, SubjectKind, TerritoryKind
from ontology.ids import digest
from ontology.models import (
    Assignment,
    Clause,
    Direction,
    Function,
    LegalReference,
    Order,
    Subject,
    Territory,
)
from tests.viz.example import HOSTILE, LONG

HILLS, WOODS, BARE = "xx-hol", "xx-les", "xx-gol"
OLD, NEW, OTHER = "hol-1", "hol-2", "les-5"


def editions() -> Iterator[Entity]:
    """Acts of the hills (the new one repeals the old) and of the woods; the bare steppe has none."""
    yield Territory(id="ru", name="Российская Федерация", kind=TerritoryKind.COUNTRY)
    for id, name in ((HILLS, "Холмистый край"), (WOODS, "Лесная область"), (BARE, "Голая область")):
        yield Territory(id=id, name=name, kind=TerritoryKind.REGION, part_of="ru")
    for direction in ("1", "2"):
        yield Direction(
            id=f"d{direction}", code=f"F{direction}", label_ru=f"Направление {direction}", label_en=f"Line {direction}"
        )
    for code in ("1.01", "1.02", "1.03", "2.01", "2.02"):
        yield Function(
            id=f"f-{code}",
            code=f"F{code}",
            label_ru=f"Функция {code} {HOSTILE}",
            label_en=f"Function {code}",
            note_ru="Для проверки.",
            note_en="For tests.",
            expected_levels=(Level.REGIONAL,),
            direction=f"d{code[0]}",
        )
    yield from _acts()
    yield from _subjects()
    yield from _charges()


def _acts() -> Iterator[Entity]:
    for id, place, number, day, until in (
        (OLD, HILLS, "1", date(2020, 2, 3), date(2024, 5, 6)),
        (NEW, HILLS, "2", date(2024, 5, 6), None),
        (OTHER, WOODS, "5", date(2022, 1, 10), None),
    ):
        yield Order(
            id=id,
            kind=OrderKind.PRIKAZ,
            number=number,
            date=day,
            valid_until=until,
            territory=place,
            title=f"О системе {HOSTILE}",
            issuer="Министерство",
        )
        for clause in range(8):
            yield Clause(id=f"{id}.c{clause}", address=f"3.{clause}", position=clause, text_sha256=digest(id), order=id)
    yield LegalReference(id="hol-ref", kind=ReferenceKind.REPEALS, number="1", order=NEW, target=OLD)


def _subjects() -> Iterator[Entity]:
    for id, name, level, place in (
        ("h-min", "Министерство холмов", Level.REGIONAL, HILLS),
        ("h-iro", f"Институт {HOSTILE}", Level.REGIONAL, HILLS),
        ("l-min", LONG, Level.REGIONAL, WOODS),
        ("l-mms", "Муниципальная служба лесов", Level.MUNICIPAL, WOODS),
    ):
        kind = SubjectKind.AUTHORITY if id.endswith("min") else SubjectKind.INSTITUTE
        act = OTHER if place == WOODS else NEW
        yield Subject(id=id, name=name, level=level, kind=kind, territory=place, clause=f"{act}.c0")


# act, clause, subject, function, words
CHARGES = (
    (OLD, 1, "h-min", "1.01", "ведёт реестр"), (NEW, 1, "h-min", "1.01", "ведёт реестр"),
    (OLD, 2, "h-min", "1.02", "обучает"), (NEW, 2, "h-min", "1.02", "организует обучение"),
    (OLD, 3, "h-min", "1.03", "согласует"), (NEW, 3, "h-iro", "1.03", "согласует"),
    (OLD, 4, "h-iro", "2.01", "изучает дефициты"),
    (NEW, 5, "h-iro", "2.02", "сопровождает маршруты"), (NEW, 6, "h-iro", "2.02", "разрабатывает маршруты"),
    (NEW, 7, "h-iro", None, "украшает коридоры"),
    (OTHER, 1, "l-min", "1.01", "ведёт перечень"), (OTHER, 2, "l-mms", "1.03", "согласует кандидатуру"),
    (OTHER, 3, "l-min", "2.01", "изучает дефициты"),
)  # fmt: skip


def _charges() -> Iterator[Entity]:
    for number, (act, clause, subject, function, words) in enumerate(CHARGES):
        yield Assignment(
            id=f"c-{number}",
            statement=f"cs-{number}",
            role=Role.RESPONSIBLE,
            position=number,
            quote_sha256=digest(words),
            quote=f"{words} {HOSTILE}",
            confidence=0.9,
            subject=subject,
            function=f"f-{function}" if function else None,
            clause=f"{act}.c{clause}",
        )
