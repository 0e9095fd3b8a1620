"""The invented region with what overlays of the map tell: shared functions, a route with gaps, links, staffing."""

from __future__ import annotations

from datetime import date

from ontology.entities.base import Entity
from ontology.entities.vocabulary import Level, Role, SubjectKind
from ontology.ids import digest
from ontology.models import Agreement, Assignment, Interaction, Route, Step, Subject
from tests.viz.example import DISTRICT, HOSTILE, REGION, entities

DAY = date(2024, 9, 1)


def overlaid_entities() -> list[Entity]:
    """Two siblings hold one function; one route has a step of nobody and one that is out of contact."""
    return [*entities(), *_facts()]


def _facts() -> list[Entity]:
    quote = "слова о диагностике"
    return [
        Assignment(
            id="a-shared", statement="s-shared", role=Role.RESPONSIBLE, position=90, quote_sha256=digest(quote),
            quote=quote, confidence=0.9, subject="aktiv", function="f-2-01", clause="zar-12.c6",
        ),
        Subject(
            id="methodists", name="Региональные методисты", kind=SubjectKind.ROLE, level=Level.REGIONAL,
            territory=REGION, clause="zar-12.c0",
        ),
        Subject(
            id="local", name="Методический кабинет Ключевского района", kind=SubjectKind.METHODICAL_SERVICE,
            level=Level.MUNICIPAL, territory=DISTRICT, fills="mms",
        ),
        Interaction(id="i-1", kind="provides-data", source="cnppm", target="iro", what=HOSTILE, clause="zar-12.c3"),
        Interaction(id="i-2", kind="trains", source="cnppm", target="mms", clause="zar-12.c3"),
        Agreement(id="g-1", status="required", parties=("cnppm", "evil"), clause="zar-12.c4"),
        Route(id="r-1", name=f"Маршрут педагога {HOSTILE}", order="zar-12"),
        Step(id="r-1.1", position=1, route="r-1", subject="cnppm", function="f-2-01", clause="zar-12.c3"),
        Step(id="r-1.2", position=2, route="r-1", clause="zar-12.c4"),
        Step(id="r-1.3", position=3, route="r-1", subject="iro", function="f-2-02", clause="zar-12.c2"),
        Step(id="r-1.4", position=4, route="r-1", subject="rmk", clause="zar-12.c6"),
        Step(id="r-1.5", position=5, route="r-1", subject="rtl", clause="zar-12.c5"),
    ]  # fmt: skip
