"""`generic-without-actual`, `party-without-function`, `subject-without-functions`: subjects that do not work."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.declared import checked, evidence
from queries.findings.rule import Rule, Severity, Text

GENERIC_WITHOUT_ACTUAL = Rule(
    kind="generic-without-actual",
    title=Text("За обобщённым субъектом не стоит действующая организация", "No organisation fills a generic subject"),
    advice=Text(
        "Акт закрепляет функции за субъектом вообще: «муниципальная методическая служба», «методический совет». "
        "Назовите в реестре организаций, кто это в каждом муниципалитете.",
        "The act gives functions to a subject in general: «the municipal methodical service», «the methodical "
        "council». Name in the register of organisations who that is in each municipality.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "generic_without_actual",
        "Обобщённые субъекты с функциями, за которыми не стоит ни одной действующей организации.",
        "Generic subjects with functions that no working organisation fills.",
    ),
    checked=checked(
        "checked_generic_subjects",
        "Сколько мест надо занять: обобщённые субъекты с функциями, в каждом муниципалитете.",
        "How many places are to be filled: generic subjects with functions, in each municipality.",
    ),
    counted=Text("мест обобщённых субъектов", "places of generic subjects"),
    reasons=MappingProxyType(
        {
            "none-anywhere": Text(
                "В реестре нет ни одной организации, которая его заполняет",
                "The register has no organisation that fills it",
            ),
            "none-here": Text(
                "В других муниципалитетах такие организации есть, здесь – нет",
                "Other municipalities have such an organisation, this one has none",
            ),
            "vacant": Text("Организация названа, но вакантна", "The organisation is named, and it is vacant"),
        }
    ),
)

PARTY_WITHOUT_FUNCTION = Rule(
    kind="party-without-function",
    title=Text("Сторона соглашения не имеет функций", "A party of an agreement has no function"),
    advice=Text(
        "Субъект обязуется по соглашению, но ни один действующий пункт не говорит, за что он отвечает. Закрепите за "
        "ним функции или исключите его из сторон.",
        "The subject is bound by an agreement, and no clause in force says what it is responsible for. Give it "
        "functions or take it out of the parties.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "party_without_function",
        "Стороны соглашений, за которыми не закреплено ни одной функции.",
        "Parties of agreements that hold no function.",
    ),
    checked=checked(
        "checked_parties",
        "Сколько сторон соглашений проверено.",
        "How many parties of agreements were looked at.",
    ),
    counted=Text("сторон соглашений", "parties of agreements"),
    reasons=MappingProxyType(
        {
            "nothing": Text(
                "Ни функций, ни мероприятий дорожной карты за ним нет",
                "It has no function and no activity of a road map",
            ),
            "only-activities": Text(
                "За ним есть мероприятия дорожной карты, но ни одной функции",
                "It has activities of a road map, and no function",
            ),
        }
    ),
)

SUBJECT_WITHOUT_FUNCTIONS = Rule(
    kind="subject-without-functions",
    title=Text("Субъект назван, но ничего не делает", "A subject is named and does nothing"),
    advice=Text(
        "Закрепите за субъектом функции или исключите его из акта.",
        "Give the subject functions or take it out of the act.",
    ),
    severity=Severity.NOTE,
    question=evidence(
        "subject_without_functions",
        "Субъекты, которых акт называет, но не даёт им ни функций, ни мероприятий, ни соглашений.",
        "Subjects that an act names and gives neither functions nor activities nor agreements.",
    ),
    checked=checked(
        "checked_named_subjects",
        "Сколько субъектов своей территории называют действующие акты.",
        "How many subjects of their own territory acts in force name.",
    ),
    counted=Text("названных субъектов", "subjects named"),
    reasons=MappingProxyType(
        {
            "only-named": Text("Субъект только упомянут", "The subject is only mentioned"),
            "only-addressed": Text(
                "С ним взаимодействуют другие, сам он ничего не делает",
                "Others act towards it, and it does nothing itself",
            ),
        }
    ),
)
