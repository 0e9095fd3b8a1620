"""`agreement-missing`, `agreement-overdue`: agreements that acts require or plan and nobody has concluded."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.declared import checked, evidence
from queries.findings.rule import Rule, Severity, Text

CHECKED_AGREEMENTS = checked(
    "checked_agreements",
    "Сколько соглашений любого состояния называют действующие акты.",
    "How many agreements of any status the acts in force name.",
)
COUNTED_AGREEMENTS = Text("соглашений", "agreements")

AGREEMENT_MISSING = Rule(
    kind="agreement-missing",
    title=Text("Соглашение ещё не заключено", "The agreement is not concluded yet"),
    advice=Text(
        "Заключите соглашение и внесите его номер и дату. Если срок в акте не назван, назовите его.",
        "Conclude the agreement and enter its number and date. Where the act sets no term, set one.",
    ),
    severity=Severity.NOTE,
    question=evidence(
        "agreement_missing",
        "Соглашения, которые акт требует или планирует и которые не заключены, хотя срок не прошёл или не назван.",
        "Agreements an act requires or plans that are not concluded, their term not over or not said.",
    ),
    checked=CHECKED_AGREEMENTS,
    counted=COUNTED_AGREEMENTS,
    reasons=MappingProxyType(
        {
            "in-time": Text("Срок заключения ещё не прошёл", "The term to conclude it is not over yet"),
            "no-deadline": Text(
                "Последний день, до которого его надо заключить, не назван",
                "The last day to conclude it is not said",
            ),
        }
    ),
)

AGREEMENT_OVERDUE = Rule(
    kind="agreement-overdue",
    title=Text("Срок заключения соглашения прошёл", "The agreement is past its term"),
    advice=Text(
        "Заключите соглашение; если оно заключено, внесите его номер и дату.",
        "Conclude the agreement; if it is concluded, enter its number and date.",
    ),
    severity=Severity.VIOLATION,
    question=evidence(
        "agreement_overdue",
        "Соглашения, которые не заключены в срок, и заключённые, которые больше не действуют.",
        "Agreements not concluded in time, and concluded ones no longer in force.",
    ),
    checked=CHECKED_AGREEMENTS,
    counted=COUNTED_AGREEMENTS,
    reasons=MappingProxyType(
        {
            "overdue": Text(
                "Срок прошёл, а сведений о заключённом соглашении нет",
                "The term is over, and no concluded agreement is known",
            ),
            "ended": Text(
                "Соглашение было заключено, больше не действует, нового нет",
                "The agreement was concluded and is no longer in force, and there is no new one",
            ),
        }
    ),
)
