"""`actor-outside-structure`: a subject works by an act, and no clause of its structure charges it with anything."""

from __future__ import annotations

from types import MappingProxyType

from ontology.entities.vocabulary import SubjectKind
from queries.findings.declared import checked
from queries.findings.fact import evidence_of
from queries.findings.rule import Evidence, Rule, Scope, Severity, Text
from queries.findings.sources.structured_acts import STRUCTURED_ACTS, StructuredActRow
from queries.question import Ask, DerivedQuestion
from queries.questions.outside_structure import OUTSIDE_STRUCTURE, Acting, OutsideStructureParams, OutsideStructureRow

__all__ = ["ACTOR_OUTSIDE_STRUCTURE"]

_PEOPLE_IN_GENERAL = (SubjectKind.ORGANISATION, SubjectKind.ROLE)
_WORK = (Acting.ACTIVITY, Acting.INTERACTION, Acting.STEP)  # parties of agreements are party-without-function's


def _derive(ask: Ask, scope: Scope) -> list[Evidence]:
    """One finding for each subject and act: a row for each clause by which it works.

    «Schools» and «heads of schools» in general are no bodies of the system; where acts of a territory charge nobody,
    there is no structure to stand outside of.
    """
    acts: dict[str, StructuredActRow] = {act.order_id: act for act in ask(STRUCTURED_ACTS, scope)}
    found: dict[str, list[OutsideStructureRow]] = {}
    for row in ask(OUTSIDE_STRUCTURE, OutsideStructureParams(territory=scope.territory, as_of=scope.as_of)):
        general = row.generic and row.subject_kind in _PEOPLE_IN_GENERAL
        if row.order_id in acts and row.acting in _WORK and not general:
            found.setdefault(f"{row.order_id}|{row.subject_id}", []).append(row)
    return [row for key, rows in found.items() for row in _finding(key, rows, acts[rows[0].order_id])]


def _finding(key: str, rows: list[OutsideStructureRow], act: StructuredActRow) -> list[Evidence]:
    reason = min((row.acting for row in rows), key=_WORK.index)
    told: dict[tuple[str, str | None], OutsideStructureRow] = {}
    for row in rows:
        told.setdefault((row.clause_id, row.title), row)
    return [_row(key, row, act, reason) for row in told.values()]


def _row(key: str, row: OutsideStructureRow, act: StructuredActRow, reason: Acting) -> Evidence:
    return evidence_of(
        row,
        key=key,
        reason=reason.value,
        territory_id=act.territory_id,
        territory_name=act.territory_name,
        level=row.subject_level,
        subject_id=row.subject_id,
        subject_name=row.subject_name,
        found=row.title,
    )


ACTOR_OUTSIDE_STRUCTURE = Rule(
    kind="actor-outside-structure",
    title=Text("Субъект действует, но в структуре его нет", "A subject acts and stands outside the structure"),
    advice=Text(
        "Дополните структуру: назовите субъект и закрепите за ним функции – или передайте его работу тому, "
        "кто в ней есть.",
        "Complete the structure: name the subject and give it functions, or give its work to one that stands in it.",
    ),
    severity=Severity.WARNING,
    question=DerivedQuestion(
        name="actor_outside_structure",
        summary_ru="Субъекты, которые по акту действуют, хотя структура им ничего не поручает.",
        summary_en="Subjects that act by an act although the structure charges them with nothing.",
        params=Scope,
        row=Evidence,
        uses=(STRUCTURED_ACTS, OUTSIDE_STRUCTURE),
        derive=_derive,
    ),
    checked=checked(
        "checked_actors",
        "Сколько субъектов действуют по актам территорий, у которых есть структура.",
        "How many subjects act by the acts of territories that have a structure.",
    ),
    counted=Text("действующих субъектов", "subjects that act"),
    reasons=MappingProxyType(
        {
            Acting.ACTIVITY.value: Text(
                "Отвечает за мероприятия дорожной карты, функций за ним нет",
                "It is responsible for activities of the road map and has no functions",
            ),
            Acting.INTERACTION.value: Text(
                "Взаимодействует с другими, функций за ним нет", "It acts towards others and has no functions"
            ),
            Acting.STEP.value: Text(
                "Выполняет шаги маршрута, функций за ним нет", "It performs steps of a route and has no functions"
            ),
        }
    ),
)
