"""Rules about what may have been read twice: subjects and people under two names."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.double_person import CHECKED_OFFICIALS, DOUBLE_PERSON
from queries.findings.double_subject import CHECKED_NAMES, DOUBLE_SUBJECT
from queries.findings.rule import Rule, Severity, Text

SUBJECT = Rule(
    kind="suspected-double-subject",
    title=Text("Возможно, один субъект под двумя названиями", "Possibly one subject under two names"),
    advice=Text(
        "Посмотрите оба пункта. Если это одно и то же, объедините субъекты при проверке прочитанного; если разное, "
        "поясните это в замечании.",
        "Look at both clauses. If they mean one body, merge the subjects in the review; if not, justify the finding.",
    ),
    severity=Severity.NOTE,
    question=DOUBLE_SUBJECT,
    checked=CHECKED_NAMES,
    counted=Text("субъектов", "subjects"),
    reasons=MappingProxyType(
        {
            "same-words": Text(
                "Названия совпадают, если не считать порядка и формы слов, сокращений, организационно-правовой формы, "
                "названия территории и описок.",
                "The names are equal but for word order and form, abbreviations, legal form, territory and slips.",
            ),
            "short-form": Text("Одно название – сокращение другого.", "One name is the short form of the other."),
            "cut-short": Text(
                "Одно название – начало другого, оборванное на организационно-правовой форме.",
                "One name is the other cut short at its legal form.",
            ),
        }
    ),
)
PERSON = Rule(
    kind="suspected-double-person",
    title=Text("Возможно, ошибка в имени или должности", "Possibly a slip in a name or post"),
    advice=Text(
        "Сверьте написание имени и должность по обоим пунктам.", "Compare the name and the post in both clauses."
    ),
    severity=Severity.NOTE,
    question=DOUBLE_PERSON,
    checked=CHECKED_OFFICIALS,
    counted=Text("упоминаний должностных лиц", "mentions of officials"),
    reasons=MappingProxyType(
        {
            "near-spelling": Text(
                "Фамилии различаются одной буквой, инициалы совпадают.",
                "The surnames are a letter apart, the initials agree.",
            ),
            "posts-differ": Text(
                "Под одним именем названы разные должности.", "Different posts are named under one name."
            ),
        }
    ),
)

OF_DOUBLES: tuple[Rule, ...] = (SUBJECT, PERSON)
