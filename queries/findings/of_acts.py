"""Rules about acts as a whole, and about how they were read."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.act_evidence import CHECKED_ACTS
from queries.findings.act_repealed import CHECKED_REFERENCES, REPEALED
from queries.findings.act_superseded import SUPERSEDED
from queries.findings.declared import checked, evidence
from queries.findings.rule import Rule, Severity, Text

RESTS_ON_REPEALED = Rule(
    kind="act-repealed",
    title=Text("Ссылка на акт, утративший силу", "Reference to an act no longer in force"),
    advice=Text(
        "Внесите в действующий акт изменения: сошлитесь на акт, который заменил утративший силу.",
        "Amend the act in force: refer to the act that has replaced the one no longer in force.",
    ),
    severity=Severity.VIOLATION,
    question=REPEALED,
    checked=CHECKED_REFERENCES,
    counted=Text("ссылок на другие акты", "references to other acts"),
    reasons=MappingProxyType(
        {
            "rests-on-repealed": Text(
                "Действующий акт основан на акте, который утратил силу.",
                "The act in force rests on one that is no longer in force.",
            ),
            "amends-repealed": Text(
                "Действующий акт изменяет акт, который утратил силу.",
                "The act in force amends one that is no longer in force.",
            ),
        }
    ),
)
NOT_REPEALED = Rule(
    kind="act-superseded",
    title=Text("Прежний акт не отменён новым", "Older act not repealed by the newer"),
    advice=Text(
        "Отмените прежний акт или разграничьте, о чём каждый из них: сейчас действуют оба.",
        "Repeal the older act, or say what each one is about: at present both are in force.",
    ),
    severity=Severity.WARNING,
    question=SUPERSEDED,
    checked=CHECKED_ACTS,
    counted=Text("действующих актов", "acts in force"),
    reasons=MappingProxyType(
        {
            "not-repealed": Text(
                "Два акта одной территории названы почти одинаково и оба действуют; новый прежнего не отменяет, не "
                "изменяет и не упоминает.",
                "Two acts of one territory have nearly one title and are both in force; the newer neither repeals nor "
                "amends nor names the older.",
            )
        }
    ),
)
DATES = Rule(
    kind="act-dates",
    title=Text("Даты не согласованы", "Dates that do not agree"),
    advice=Text("Сверьте даты с текстом акта и исправьте.", "Compare the dates with the act and put them right."),
    severity=Severity.WARNING,
    question=evidence(
        "act_dates", "Какие даты в актах не могут быть верны вместе.", "Which dates of acts cannot be right together."
    ),
    checked=checked("checked_dates", "Сколько дат сопоставлено.", "How many dates were held against one another."),
    counted=Text("дат и сроков", "dates and terms"),
    reasons=MappingProxyType(
        {
            "undated": Text("У акта нет даты: неизвестно, когда он действует.", "The act has no date."),
            "act-ends": Text("Акт утрачивает силу не позже дня, когда принят.", "The act ends before it begins."),
            "names-younger": Text("Акт ссылается на акт с более поздней датой.", "The act names a younger act."),
            "activity-before-act": Text(
                "Срок мероприятия истёк раньше, чем подписан акт.", "The activity was due before the act was signed."
            ),
            "agreement-before-act": Text(
                "Срок заключения соглашения истёк раньше, чем подписан акт.",
                "The agreement was to be concluded before the act was signed.",
            ),
            "agreement-ends": Text("Соглашение прекращается раньше, чем заключено.", "The agreement ends too early."),
            "plan-before-act": Text(
                "Плановый период закончился раньше, чем подписан акт.",
                "The period planned for was over before the act was signed.",
            ),
            "norm-ends": Text("Норма прекращает действовать раньше, чем вводится.", "The norm ends before it begins."),
        }
    ),
)
CHANGED = Rule(
    kind="clause-changed",
    title=Text("Текст пункта изменился после проверки", "Clause changed since it was reviewed"),
    advice=Text("Проверьте факт заново по новому тексту пункта.", "Review the fact again by the clause's new text."),
    severity=Severity.WARNING,
    question=evidence(
        "clause_changed",
        "Какие проверенные человеком факты надо проверить заново, потому что пункт теперь читается иначе.",
        "Which reviewed facts are to be reviewed again because their clause reads otherwise now.",
    ),
    checked=checked(
        "checked_reviewed", "О скольких фактах есть решение человека.", "Of how many facts a person has decided."
    ),
    counted=Text("фактов, проверенных человеком", "facts a person has reviewed"),
    reasons=MappingProxyType(
        {
            "fact-changed": Text(
                "Человек проверил факт по прежнему тексту пункта, теперь пункт читается иначе.",
                "A person reviewed the fact by the clause's former text; it reads otherwise now.",
            ),
            "fact-gone": Text(
                "Решение человека относится к факту, которого в новом тексте пункта уже нет.",
                "A person's decision is about a fact that the clause's new text does not state any more.",
            ),
        }
    ),
)
UNSURE = Rule(
    kind="low-confidence",
    title=Text("Функция прочитана неуверенно", "Function read with low confidence"),
    advice=Text(
        "Сверьте закрепление с текстом пункта и подтвердите его или исправьте.",
        "Compare the assignment with the clause; confirm or correct it.",
    ),
    severity=Severity.NOTE,
    question=evidence(
        "low_confidence",
        "Какие закрепления функций прочитаны неуверенно и никем не подтверждены.",
        "Which assignments were read with low confidence and confirmed by nobody.",
    ),
    checked=checked(
        "checked_readings",
        "Сколько функций закрепляют действующие акты.",
        "How many assignments of functions acts in force make.",
    ),
    counted=Text("закреплений функций", "assignments of functions"),
    reasons=MappingProxyType(
        {
            "unsure-reading": Text(
                "Программа уверена в прочтении меньше чем на 70 %, человек его не подтвердил.",
                "The program is less than 70 % sure of what it read, and nobody has confirmed it.",
            )
        }
    ),
)

OF_ACTS: tuple[Rule, ...] = (RESTS_ON_REPEALED, NOT_REPEALED, DATES, CHANGED, UNSURE)
