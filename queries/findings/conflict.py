"""`conflict`: two places of acts name different subjects responsible for the same work."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType

from queries.findings.declared import checked
from queries.findings.fact import evidence_of_side
from queries.findings.rule import Evidence, Rule, Scope, Severity, Text
from queries.question import Ask, DerivedQuestion
from queries.questions.conflicts import CONFLICTS, ConflictsParams, ConflictsRow

__all__ = ["CONFLICT"]

_PART_OF = "part-of"


def _derive(ask: Ask, scope: Scope) -> list[Evidence]:
    """One finding for a statement and what contradicts it: a row for its subject, one for each named instead."""
    groups: dict[str, list[ConflictsRow]] = {}
    for row in CONFLICTS.rows(ask, ConflictsParams(territory=scope.territory, as_of=scope.as_of)):
        groups.setdefault(_key(row), []).append(row)
    return list(chain.from_iterable(_finding(key, rows) for key, rows in groups.items()))


def _key(row: ConflictsRow) -> str:
    other = row.activity_id or f"{row.right_subject_id}|{row.right_clause_id}"
    return f"{row.function_id}|{row.left_subject_id}|{row.left_clause_id}|{other}"


def _finding(key: str, rows: list[ConflictsRow]) -> list[Evidence]:
    reason = _PART_OF if all(row.part_of for row in rows) else rows[0].kind.value
    first = evidence_of_side(rows[0], "left", key=key, reason=reason, item=rows[0].activity)
    return [first, *(evidence_of_side(row, "right", key=key, reason=reason, item=row.activity) for row in rows)]


CONFLICT = Rule(
    kind="conflict",
    title=Text("Пункты называют разных ответственных", "Clauses name different subjects responsible"),
    advice=Text(
        "Решите, кто отвечает, и приведите оба пункта к одному: пока оба действуют, спросить не с кого.",
        "Decide who is responsible and make both clauses say so: while both are in force, nobody can be held to it.",
    ),
    severity=Severity.VIOLATION,
    question=DerivedQuestion(
        name="conflict",
        summary_ru="Где два пункта называют разных ответственных за одно и то же.",
        summary_en="Where two clauses name different subjects responsible for the same work.",
        params=Scope,
        row=Evidence,
        uses=CONFLICTS.uses,
        derive=_derive,
    ),
    checked=checked(
        "checked_charged_functions",
        "За сколько функций действующие акты назначают ответственных, по территориям актов.",
        "For how many functions acts in force name somebody responsible, by territory of the acts.",
    ),
    counted=Text("функций с ответственными, по территориям", "functions with somebody responsible, by territory"),
    reasons=MappingProxyType(
        {
            "plan": Text(
                "Положение называет одного ответственного, дорожная карта – другого",
                "The structure names one subject responsible, the road map another",
            ),
            "acts": Text("Два акта называют разных ответственных", "Two acts name different subjects responsible"),
            "words": Text(
                "Одни и те же слова стоят в двух пунктах о разных субъектах",
                "The same words stand in two clauses about different subjects",
            ),
            _PART_OF: Text(
                "Один пункт называет учреждение, другой – его подразделение",
                "One clause names a body, the other a part of it",
            ),
        }
    ),
)
