"""The invented region with agreements and a road map in every state, as they stand on DAY."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ontology.entities.base import Entity
from ontology.entities.vocabulary import ActivityStatus, AgreementStatus, Periodicity
from ontology.models import Activity, Agreement
from tests.viz.example import HOSTILE, LONG, REVERSED, entities

DAY = date(2024, 6, 1)
FIRST, SECOND = "Направление 1 «Управление»", f"Направление 2 «Рост» {HOSTILE}"


def plans(*, quotes: bool = True) -> list[Entity]:
    """The example of all pages, and plans beside it; without `quotes` as if no text had ever been loaded."""
    return [*entities(quotes=quotes), *_agreements(quotes), *_activities(quotes)]


def _agreements(quotes: bool) -> Iterator[Entity]:
    required, planned, concluded = AgreementStatus.REQUIRED, AgreementStatus.PLANNED, AgreementStatus.CONCLUDED
    rows: tuple[tuple[str, AgreementStatus, tuple[str, ...], dict[str, Any]], ...] = (
        ("late", required, ("min", "mms"), {"deadline": date(2024, 5, 2), "term_text": "до 2 мая"}),
        ("ahead", planned, ("iro", "min"), {"deadline": date(2024, 12, 31)}),
        ("open", required, ("fed", "iro"), {"term_text": f"в течение всего периода {REVERSED}"}),
        ("done", concluded, ("iro", "school-0"),
         {"number": "7/п", "date": date(2022, 3, 1), "valid_until": date(2025, 3, 1)}),
        ("over", concluded, ("evil", "rtl"), {"date": date(2021, 10, 1), "valid_until": date(2023, 1, 1)}),
        ("alone", required, ("cnppm",), {}),
    )  # fmt: skip
    for id, status, parties, more in rows:
        about = f"соглашение о сопровождении {HOSTILE}" if quotes else None
        yield Agreement(id=f"ag-{id}", status=status, parties=parties, clause="zar-12.c1", about=about, **more)


def _activities(quotes: bool) -> Iterator[Entity]:
    rows: tuple[tuple[str, str | None, str, str | None, dict[str, Any]], ...] = (
        ("late", "2.10", "Утвердить порядок диагностики", SECOND,
         {"due": date(2024, 5, 31), "responsible": ("iro",), "event": "2.1. Диагностика", "executors": ("отдел",)}),
        ("later", "2.9", "Провести обучение наставников", SECOND,
         {"due": date(2022, 6, 30), "term_text": "июнь 2022", "responsible": ("cnppm",), "event": "2.1. Диагностика"}),
        ("due", "1.1", "Собрать сведения о методистах", FIRST, {"due": date(2024, 6, 20), "responsible": ("min",)}),
        ("ongoing", "1.2", "Вести реестр", FIRST,
         {"periodicity": Periodicity.ONGOING, "term_text": "постоянно", "responsible_text": ("Отдел кадров",)}),
        ("annual", "1.3", "Подвести итоги", FIRST,
         {"periodicity": Periodicity.ANNUAL, "term_text": "ежегодно, до 1 октября", "responsible": ("iro",)}),
        ("undated", None, "Провести выездные встречи", None, {"term_text": "по отдельному плану"}),
        ("done", "1.4", "Создать совет", FIRST,
         {"due": date(2023, 6, 1), "status": ActivityStatus.DONE, "done_on": date(2023, 5, 5),
          "responsible": ("iro",)}),
        ("dropped", "1.5", "Открыть площадку", FIRST,
         {"due": date(2023, 7, 1), "status": ActivityStatus.CANCELLED, "responsible": ("iro",)}),
        ("evil", "2.11", f"{HOSTILE} {LONG}", SECOND, {"due": date(2024, 7, 15), "responsible": ("evil", "rtl")}),
    )  # fmt: skip
    for position, (id, no, title, direction, more) in enumerate(rows):
        result = f"Приказ {HOSTILE}" if quotes else None
        yield Activity(
            id=f"act-{id}", no=no, position=position, title=title, direction=direction, result=result,
            clause="zar-12.c5", **more,
        )  # fmt: skip
