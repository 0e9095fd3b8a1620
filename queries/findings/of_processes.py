"""Rules about what runs through several subjects, and what it asks of them: norms exceeded, routes broken."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.norm_exceeded import CHECKED_LOADS, NORM_EXCEEDED
from queries.findings.route_broken import CHECKED_STEPS, ROUTE_BROKEN
from queries.findings.rule import Rule, Severity, Text

_INVENTED = Text(" Численность вымышлена: это данные для показа.", " The counts are invented: demonstration data.")
_OVER = MappingProxyType(
    {
        "territory": Text(
            "На ставку регионального методиста приходится больше учителей, чем допускает норма.",
            "There are more teachers per full-time regional methodist than the norm allows.",
        ),
        "methodist": Text(
            "Методист сопровождает больше учителей на ставку, чем допускает норма.",
            "The methodist supports more teachers per full-time post than the norm allows.",
        ),
        "no-posts": Text(
            "Учителя есть, а ставок региональных методистов нет.", "There are teachers but no posts of methodists."
        ),
    }
)

EXCEEDED = Rule(
    kind="norm-exceeded",
    title=Text("Превышена норма нагрузки", "Norm of load exceeded"),
    advice=Text(
        "Добавьте ставки или перераспределите школы между методистами.",
        "Add posts or share the schools out anew among the methodists.",
    ),
    severity=Severity.VIOLATION,
    question=NORM_EXCEEDED,
    checked=CHECKED_LOADS,
    counted=Text("территорий и методистов с известной нагрузкой", "territories and methodists whose load is known"),
    reasons=MappingProxyType(
        {**_OVER, **{f"{code}-invented": Text(t.ru + _INVENTED.ru, t.en + _INVENTED.en) for code, t in _OVER.items()}}
    ),
)
BROKEN = Rule(
    kind="route-broken",
    title=Text("Маршрут рвётся", "Route broken"),
    advice=Text(
        "Назовите, кто делает шаг, закрепите за ним функцию этого шага, заключите соглашение с тем, кто делает "
        "предыдущий шаг, или опишите в акте, как они взаимодействуют.",
        "Say who does the step, give it the step's function, conclude the agreement with who does the step before, or "
        "write into the act how the two work together.",
    ),
    severity=Severity.WARNING,
    question=ROUTE_BROKEN,
    checked=CHECKED_STEPS,
    counted=Text("шагов маршрутов", "steps of routes"),
    reasons=MappingProxyType(
        {
            "no-subject": Text("В шаге не названо, кто его делает.", "The step names nobody who does it."),
            "not-held": Text(
                "Кто делает шаг, за тем не закреплена функция этого шага.",
                "Whoever does the step does not hold its function.",
            ),
            "vacant": Text("Тот, кто делает шаг, – вакансия.", "Whoever does the step is vacant."),
            "no-link": Text(
                "С тем, кто делает предыдущий шаг, нет ни соглашения, ни взаимодействия.",
                "Neither an agreement nor an interaction connects it with whoever does the step before.",
            ),
            "agreement-missing": Text(
                "Соглашение с тем, кто делает предыдущий шаг, не заключено.",
                "The agreement with whoever does the step before is not concluded.",
            ),
        }
    ),
)

OF_PROCESSES: tuple[Rule, ...] = (EXCEEDED, BROKEN)
