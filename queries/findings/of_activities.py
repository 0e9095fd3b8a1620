"""Rules about the activities of road maps: who answers, who carries out, by when, to what result, and what is late.

An activity that is done or cancelled is not looked at any more.
"""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.declared import checked, evidence
from queries.findings.rule import Rule, Severity, Text

_OPEN = checked(
    "checked_open_activities",
    "Сколько мероприятий действующих актов ещё не выполнено и не отменено.",
    "How many activities of acts in force are neither done nor cancelled.",
)
_ACTIVITIES = Text("мероприятий", "activities")

WITHOUT_RESPONSIBLE = Rule(
    kind="activity-without-responsible",
    title=Text("Мероприятие без ответственного", "Activity without anyone responsible"),
    advice=Text(
        "Назначьте ответственного в дорожной карте; если он назван, но не узнан, внесите его в перечень субъектов.",
        "Name who is responsible in the road map; if named but not recognised, enter the body as a subject.",
    ),
    severity=Severity.VIOLATION,
    question=evidence(
        "activity_without_responsible",
        "За какие мероприятия никто не отвечает.",
        "For which activities nobody answers.",
    ),
    checked=_OPEN,
    counted=_ACTIVITIES,
    reasons=MappingProxyType(
        {
            "nobody-named": Text("Ответственный не назван.", "Nobody is named as responsible."),
            "executors-only": Text(
                "Названы только исполнители, ответственного нет.", "Only executors are named, nobody is responsible."
            ),
            "unknown-body": Text(
                "Ответственный назван, но такого субъекта нет ни в актах, ни в реестрах.",
                "Somebody is named, but no act and no register knows such a subject.",
            ),
        }
    ),
)
WITHOUT_EXECUTOR = Rule(
    kind="activity-without-executor",
    title=Text("Мероприятие без исполнителя", "Activity without an executor"),
    advice=Text(
        "Назовите исполнителя, как у других мероприятий этой дорожной карты.",
        "Name an executor, as the other activities of this road map do.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "activity_without_executor",
        "У каких мероприятий нет исполнителя, хотя у других мероприятий акта исполнители названы.",
        "Which activities lack an executor while others of the same act have one.",
    ),
    checked=checked(
        "checked_executed_activities",
        "Сколько невыполненных мероприятий в тех действующих актах, где исполнители названы.",
        "How many open activities stand in acts in force that name executors.",
    ),
    counted=Text("мероприятий актов, где названы исполнители", "activities of acts that name executors"),
    reasons=MappingProxyType(
        {
            "others-have": Text(
                "У других мероприятий этого акта исполнители названы, у этого нет.",
                "Other activities of this act name their executors, this one does not.",
            )
        }
    ),
)
WITHOUT_TERM = Rule(
    kind="activity-without-term",
    title=Text("Мероприятие без срока", "Activity without a term"),
    advice=Text(
        "Укажите день, месяц или периодичность: без срока исполнение нельзя проверить.",
        "Give a day, a month or how often: without a term nobody can check that it is done.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "activity_without_term", "У каких мероприятий нет срока.", "Which activities have no term."
    ),
    checked=_OPEN,
    counted=_ACTIVITIES,
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
WITHOUT_RESULT = Rule(
    kind="activity-without-result",
    title=Text("Мероприятие без результата", "Activity without a result"),
    advice=Text(
        "Укажите, чем заканчивается мероприятие. Результат – слова самого акта: проверяются только акты, текст которых "
        "загружен.",
        "Say what the activity ends in. A result is the act's own words: only acts whose text is loaded are checked.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "activity_without_result",
        "У каких мероприятий не указан результат (по актам, текст которых загружен).",
        "Which activities name no result (in acts whose text is loaded).",
    ),
    checked=checked(
        "checked_told_activities",
        "Сколько невыполненных мероприятий в тех действующих актах, текст которых загружен.",
        "How many open activities stand in acts in force whose text is loaded.",
    ),
    counted=Text("мероприятий актов, текст которых загружен", "activities of acts whose text is loaded"),
    reasons=MappingProxyType(
        {
            "others-have": Text(
                "У других мероприятий этого акта результат указан, у этого нет.",
                "Other activities of this act name a result, this one does not.",
            ),
            "none-in-act": Text(
                "Ни у одного мероприятия этого акта результат не указан.", "No activity of this act names a result."
            ),
        }
    ),
)
OVERDUE = Rule(
    kind="activity-overdue",
    title=Text("Срок мероприятия прошёл", "Activity past its term"),
    advice=Text(
        "Отметьте, что мероприятие выполнено или отменено, либо перенесите срок. Постоянные и периодические мероприятия "
        "просроченными не считаются.",
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

OF_ACTIVITIES: tuple[Rule, ...] = (WITHOUT_RESPONSIBLE, WITHOUT_EXECUTOR, WITHOUT_TERM, WITHOUT_RESULT, OVERDUE)
