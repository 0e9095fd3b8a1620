"""Rules about the activities of road maps: who answers, who carries out, to what result (their terms: `of_terms`).

An activity that is done or cancelled is not looked at any more.
"""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.declared import checked, evidence
from queries.findings.rule import Rule, Severity, Text

OPEN = checked(
    "checked_open_activities",
    "Сколько мероприятий действующих актов ещё не выполнено и не отменено.",
    "How many activities of acts in force are neither done nor cancelled.",
)
ACTIVITIES = Text("мероприятий", "activities")

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
    checked=OPEN,
    counted=ACTIVITIES,
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
OF_ACTIVITIES: tuple[Rule, ...] = (WITHOUT_RESPONSIBLE, WITHOUT_EXECUTOR, WITHOUT_RESULT)
