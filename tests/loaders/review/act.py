"""A small act of an invented region, made by hand so that each test knows every fact of it."""

from __future__ import annotations

from datetime import UTC, datetime

from ontology import catalogue, territories
from ontology.entities.base import Entity
from ontology.ids import digest
from ontology.models import (
    Activity,
    Agreement,
    Assignment,
    Clause,
    Indicator,
    Interaction,
    NameVariant,
    Observation,
    Order,
    Subject,
    Territory,
)

ORDER = "ru-lug.order.15"
HOME = Territory(id="ru-lug", name="Луговая область", kind="region", part_of="ru")
F1, F2 = "F1.02", "F3.01"
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def clause(address: str, text: str) -> Clause:
    """A clause with this text."""
    return Clause(
        id=f"{ORDER}.c{address}",
        address=address,
        position=int(address),
        text_sha256=digest(text),
        text=text,
        order=ORDER,
    )


def subject(id: str, name: str, address: str = "1") -> Subject:
    """A subject that the clause names."""
    return Subject(
        id=f"ru-lug.{id}", name=name, kind="centre", level="regional", territory="ru-lug", clause=f"{ORDER}.c{address}"
    )


def held(id: str, by: str, address: str, says: str, function: str | None = F1, **more: object) -> Assignment:
    """An assignment."""
    fields: dict[str, object] = {
        "id": f"{ORDER}.s-{id}", "statement": f"{ORDER}.s-{id}", "role": "responsible", "position": 0,
        "quote_sha256": digest(says), "quote": says, "confidence": 0.95, "score": 0.8, "subject": f"ru-lug.{by}",
        "function": catalogue.function_id(function) if function else None, "clause": f"{ORDER}.c{address}",
    }  # fmt: skip
    return Assignment.model_validate(fields | more)


TEXTS = {"1": "Структура", "2": "Центр ведет банк наставников.", "3": "Дом ведет учет.", "4": "Показатели"}


def facts(**texts: str) -> list[Entity]:
    """The act; `c2="…"` gives clause 2 another text."""
    said = TEXTS | {name.removeprefix("c"): text for name, text in texts.items()}
    return [
        territories.country(),
        HOME,
        *(f for f in catalogue.functions() if f.code in (F1, F2)),
        *catalogue.directions(),
        Order(
            id=ORDER, kind="приказ", number="15", date="2025-02-10", title="О службе", issuer="Орган",
            territory="ru-lug",
        ),
        *(clause(address, text) for address, text in said.items()),
        subject("centre", "Луговой центр наставничества"),
        subject("house", "Дом учителя"),
        held("bank", "centre", "2", "ведет банк наставников", named_as="Центр"),
        held("bank2", "centre", "2", "ведет банк наставников", F2, named_as="Центр", statement=f"{ORDER}.s-bank"),
        held("trains", "centre", "2", "обучает наставников", None),
        held("count", "centre", "3", "ведет учет", named_as="Дом", confidence=0.75),
        NameVariant(
            id=f"{ORDER}.v-house", written="Дом", why="partial", subject="ru-lug.centre", clause=f"{ORDER}.c3"
        ),
        NameVariant(
            id=f"{ORDER}.v-centre", written="Центр", why="refers-back", subject="ru-lug.centre", clause=f"{ORDER}.c2"
        ),
        Agreement(
            id=f"{ORDER}.g", status="required", parties=("ru-lug.centre", "ru-lug.house"), about="соглашение о работе",
            clause=f"{ORDER}.c2",
        ),
        Activity(
            id=f"{ORDER}.a", position=0, title="Слёт наставников", responsible_text=("Дом",),
            responsible=("ru-lug.centre",), term_text="весной", clause=f"{ORDER}.c4",
        ),
        Interaction(
            id=f"{ORDER}.i", kind="reports", what="представляет отчет", source="ru-lug.centre", target="ru-lug.house",
            clause=f"{ORDER}.c3",
        ),
        Indicator(id=f"{ORDER}.k", position=0, name="Число наставников", unit="чел.", clause=f"{ORDER}.c4"),
        Observation(id=f"{ORDER}.k.1", period="2025", kind="plan", value=40.0, written="40", indicator=f"{ORDER}.k"),
        Observation(id=f"{ORDER}.k.2", period="2026", kind="plan", value=50.0, written="50", indicator=f"{ORDER}.k"),
    ]  # fmt: skip
