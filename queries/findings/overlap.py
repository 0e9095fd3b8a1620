"""`overlap`: several subjects of one level and territory hold one function in the same deciding role, unlawfully so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from queries.findings.declared import checked
from queries.findings.fact import evidence_of_side
from queries.findings.rule import Evidence, Rule, Scope, Severity, Text
from queries.question import Ask, DerivedQuestion
from queries.questions.overlaps import OVERLAPS, OverlapsParams, OverlapsRow

__all__ = ["OVERLAP"]


def _derive(ask: Ask, scope: Scope) -> list[Evidence]:
    """One finding for all who share a function at a level of a territory: a row for each of them by each clause."""
    asked = OverlapsParams(territory=scope.territory, lawful=False, as_of=scope.as_of)
    pairs: list[OverlapsRow] = ask(OVERLAPS, asked)
    return [row for key, group in groupby(pairs, key=_cell) for row in _once(key, group)]


def _cell(pair: OverlapsRow) -> str:
    return f"{pair.territory_id}|{pair.function_id}|{pair.level.value}|{pair.role}"


def _once(key: str, pairs: Iterable[OverlapsRow]) -> list[Evidence]:
    """Each subject at each clause once, in the order of the acts."""
    sides: tuple[Literal["left", "right"], ...] = ("left", "right")
    rows = [evidence_of_side(pair, side, key=key, reason=pair.role) for pair in pairs for side in sides]
    first: dict[tuple[str | None, str | None], Evidence] = {}
    for row in rows:
        first.setdefault((row.subject_id, row.clause_id), row)
    return list(first.values())


OVERLAP = Rule(
    kind="overlap",
    title=Text("За одну функцию отвечают несколько субъектов", "Several subjects answer for one function"),
    advice=Text(
        "Оставьте одного ответственного, а остальных назовите участниками, либо разграничьте предмет. Законное "
        "разделение замечанием не считается: один пункт называет обоих, один входит в другой, один заполняет другого.",
        "Leave one responsible and name the others as contributing, or say who does which part. Lawful sharing is no "
        "finding: one statement names both, one is a part of the other, one fills the other.",
    ),
    severity=Severity.WARNING,
    question=DerivedQuestion(
        name="overlap",
        summary_ru="Функции, за которые на одном уровне территории отвечают несколько субъектов сразу.",
        summary_en="Functions for which several subjects of one level of a territory answer at once.",
        params=Scope,
        row=Evidence,
        uses=(OVERLAPS,),
        derive=_derive,
    ),
    checked=checked(
        "checked_held_cells",
        "Сколько функций закреплено за ответственным или утверждающим субъектом, по уровням территорий.",
        "How many functions have a responsible or accountable subject, by level of territory.",
    ),
    counted=Text("закреплённых функций по уровням и ролям", "functions held, by level and role"),
    reasons=MappingProxyType(
        {
            "responsible": Text("Отвечают несколько субъектов", "Several subjects are responsible"),
            "accountable": Text(
                "Утверждают или контролируют несколько субъектов", "Several subjects approve or control it"
            ),
        }
    ),
)
