"""Rules about the terms of activities: none given, or over while nobody has said that the activity is done."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.declared import checked, evidence
from queries.findings.of_activities import ACTIVITIES, OPEN
from queries.findings.rule import Rule, Severity, Text

WITHOUT_TERM = Rule(
    kind="activity-without-term",
    title=Text("Мероприятие без срока", "Activity without a term"),
    advice=Text(
        "Укажите день, месяц или периодичность: без срока исполнение нельзя проверить.",
        "Give a day, a month or how often: without a term nobody can check that it is done.",
    ),
    severity=Severity.WARNING,
    question=evidence("activity_without_term", "У каких мероприятий нет срока.", "Which activities have no term."),
    checked=OPEN,
    counted=ACTIVITIES,
    reasons=MappingProxyType(
        {
            "no-term": Text("Срок не указан.", "No term is given."),
            "vague-term": Text(
                "Срок назван, но ни дня, ни периодичности по нему не определить.",
                "A term is named, but gives neither a day nor a rhythm.",
            ),
        }
    ),
)
OVERDUE = Rule(
    kind="activity-overdue",
    title=Text("Срок мероприятия прошёл", "Activity past its term"),
    advice=Text(
        "Отметьте, что мероприятие выполнено или отменено, либо перенесите срок. Постоянные и периодические "
        "мероприятия просроченными не считаются.",
        "Say that it is done or cancelled, or move the term. What goes on or recurs is never counted as overdue.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "activity_overdue",
        "Срок каких мероприятий прошёл, а об их выполнении не сообщено.",
        "Which activities are past their term while nobody has said that they are done.",
    ),
    checked=checked(
        "checked_dated_activities",
        "Сколько разовых мероприятий действующих актов имеют последний день и не отменены.",
        "How many activities of acts in force are to be done once by a day and are not cancelled.",
    ),
    counted=Text("разовых мероприятий со сроком", "activities to be done once by a day"),
    reasons=MappingProxyType(
        {
            "not-reported": Text(
                "Срок прошёл, о выполнении никто не сообщил.", "The term is over, and nobody has reported on it."
            ),
            "not-done": Text(
                "Срок прошёл, мероприятие числится запланированным.", "The term is over, and it is still planned."
            ),
        }
    ),
)

OF_TERMS: tuple[Rule, ...] = (WITHOUT_TERM, OVERDUE)
