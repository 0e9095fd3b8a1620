"""An invented act with its text: headings, a table whose rows have no text of their own, hostile words, an old act."""

from __future__ import annotations

from datetime import date

from ontology.entities.base import Entity
from ontology.entities.vocabulary import (
    InteractionKind,
    Level,
    OfficialRole,
    OrderKind,
    ReferenceKind,
    Role,
    SubjectKind,
    TerritoryKind,
    VariantReason,
)
from ontology.ids import digest
from ontology.models import (
    Activity,
    Assignment,
    Clause,
    Direction,
    Function,
    Interaction,
    LegalReference,
    NameVariant,
    Official,
    Order,
    Subject,
    Territory,
)
from tests.viz.example import HOSTILE, UNBROKEN

ACT, OLD = "pol-7", "pol-2"
WORDS = f"ведёт реестр методистов {HOSTILE}"
TEXTS: tuple[tuple[str, str | None], ...] = (
    ("приказ, п. 1", "1. Признать утратившим силу приказ от 1 февраля 2020 года № 2."),
    ("прил. 1", "Приложение 1"),
    ("прил. 1, разд. 1", "1. Общие положения"),
    ("1.1", f"1.1. Положение определяет порядок {UNBROKEN}."),
    ("1.2", f"1.2. Институт: – {WORDS}; – ведёт реестр; – готовит доклад."),
    ("прил. 2", "Приложение 2. 1. Съезд наставников Институт 2. Обучение методистов Институт"),
    ("прил. 2, п. 10", None),
    ("прил. 2, п. 2", None),
    ("приказ, подпись", None),
)


def act_entities(*, text: bool = True) -> list[Entity]:
    """The act; without `text` as a bundled one is."""
    place = Territory(id="xx-pol", name="Полянская область", kind=TerritoryKind.REGION)
    found: list[Entity] = [
        place,
        Direction(id="d-1", code="1", label_ru="Кадры", label_en="Staff"),
        Function(
            id="f-1-01",
            code="1.01",
            label_ru="Ведение реестра",
            label_en="Keeping the register",
            note_ru="Для проверки.",
            note_en="For tests.",
            expected_levels=(Level.REGIONAL,),
            direction="d-1",
        ),
        _order(ACT, "7", date(2024, 5, 6), "Об утверждении Положения о системе наставничества"),
        _order(OLD, "2", date(2020, 2, 1), f"О наставниках {HOSTILE}", date(2024, 5, 6)),
        LegalReference(id="pol-7.r", kind=ReferenceKind.REPEALS, number="2", order=ACT, target=OLD),
        Subject(
            id="pol-iro",
            name="Полянский институт развития образования",
            short="ПИРО",
            level=Level.REGIONAL,
            kind=SubjectKind.INSTITUTE,
            territory="xx-pol",
            clause="pol-7.c4",
        ),
        Subject(
            id="pol-evil",
            name=HOSTILE,
            level=Level.REGIONAL,
            kind=SubjectKind.COUNCIL,
            territory="xx-pol",
            clause="pol-7.c4",
        ),
    ]
    for n, (address, words) in enumerate(TEXTS):
        own = words if text else None
        found.append(
            Clause(
                id=f"pol-7.c{n}", address=address, position=n, text_sha256=digest(words or address), text=own, order=ACT
            )
        )
    return [*found, *_facts(text)]


def _order(id: str, number: str, day: date, title: str, until: date | None = None) -> Order:
    return Order(
        id=id,
        kind=OrderKind.PRIKAZ,
        number=number,
        date=day,
        valid_until=until,
        territory="xx-pol",
        title=title,
        issuer="Министерство образования Полянской области",
    )


def _facts(text: bool) -> list[Entity]:
    said = (
        ("a-sure", WORDS, "f-1-01", 0.95, 0.9),
        ("a-poor", "ведёт реестр", "f-1-01", 0.95, 0.5),
        ("a-none", "готовит доклад", None, 0.85, None),
    )
    found: list[Entity] = [
        Assignment(
            id=id,
            statement=f"s-{id}",
            role=Role.RESPONSIBLE,
            position=n,
            quote_sha256=digest(words),
            quote=words if text else None,
            confidence=sure,
            score=score,
            subject="pol-iro",
            function=function,
            clause="pol-7.c4",
        )
        for n, (id, words, function, sure, score) in enumerate(said)
    ]
    for n, (clause, title) in enumerate((("pol-7.c6", "Съезд наставников"), ("pol-7.c7", "Обучение методистов"))):
        found.append(
            Activity(
                id=f"act-{n}",
                position=n,
                title=title,
                responsible_text=("Институт",),
                responsible=("pol-iro",),
                term_text="2025 год",
                due=date(2025, 12, 31),
                clause=clause,
            )
        )
    return [
        *found,
        Interaction(id="int-1", kind=InteractionKind.TRAINS, source="pol-iro", target="pol-evil", clause="pol-7.c4"),
        NameVariant(id="var-1", written="Институт", why=VariantReason.PARTIAL, subject="pol-iro", clause="pol-7.c4"),
        Official(id="off-1", name="Полянкина А. Б.", post="министр", role=OfficialRole.SIGNS, clause="pol-7.c8"),
    ]
