"""Questions in plain Russian that people may start from, by who asks them. A test sees that each is understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from queries.questions import User

EXAMPLES: Mapping[User, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "ministry": (
            ("responsibility", "{territory}: кто ведёт реестр работников методических служб?"),
            ("load", "{territory}: хватает ли методистов?"),
            ("agreements", "{territory}: какие соглашения просрочены?"),
            ("activities", "{territory}: какие мероприятия просрочены?"),
            ("calendar", "{territory}: что нужно сделать в этом квартале?"),
        ),
        "auditor": (
            ("coverage", "{territory}: какие функции никем не закреплены?"),
            ("overlaps", "{territory}: где функции закреплены дважды?"),
            ("findings", "{territory}: какие замечания?"),
            ("conflicts", "{territory}: где приказы противоречат друг другу?"),
            ("idle_subjects", "{territory}: субъекты без функций"),
        ),
        "planner": (
            ("bottlenecks", "{territory}: узкие места"),
            ("process_routes", "{territory}: где прерываются маршруты?"),
            ("workload", "{territory}: кто перегружен?"),
            ("load", "{territory}: нагрузка методистов по муниципалитетам"),
            ("chains", "{territory}: как связан {first} с {second}?"),
        ),
    }
)
"""User → (question, text). `{territory}`: its name; `{first}`, `{second}`: names of two bodies of it."""


def examples(territory: str, bodies: tuple[str, str] | None = None) -> dict[User, list[str]]:
    """The texts for a territory called so; those that name bodies only when two are given."""
    first, second = bodies or ("", "")
    return {
        user: [
            text.format(territory=territory, first=first, second=second)
            for _question, text in group
            if bodies or "{first}" not in text
        ]
        for user, group in EXAMPLES.items()
    }
