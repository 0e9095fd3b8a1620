"""Groups of words by which plain questions are told apart, all in their normal form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Flags = Mapping[str, tuple[str, str]]


def of(text: str) -> frozenset[str]:
    """Words parted by spaces."""
    return frozenset(text.split())


DATA = of("данные сведение информация отчет отчетность")
GIVE = of("передавать передать предоставлять предоставить представлять представить направлять направить")
ACT = of("акт приказ распоряжение постановление документ")
SUBJECT, ORDER = of("subject"), of("order")
NOBODY = of("кто никто никем не незакрепленный")
NO_ONE = of("никто никем ничей ничейный незакрепленный бесхозный непокрытый")
BODIES = of("субъект орган организация учреждение")
SYSTEM = of("система рснмс структура работа")
MOST = of("больше много большой самый весь всего часто")
TODO = of("сделать выполнить исполнить завершить успеть запланировать запланированный предстоять планироваться")
TEXTS = of("приказ акт распоряжение постановление положение формулировка пункт документ текст")


def flags(param: str, **words: str) -> dict[str, tuple[str, str]]:
    """«value=слово слово» → {слово: (param, value)}."""
    return {w: (param, value.replace("_", "-")) for value, said in words.items() for w in said.split()}


AGREEMENTS: Flags = MappingProxyType(
    flags(
        "status",
        required="требоваться требовать требуемый нужный необходимый",
        planned="запланировать запланированный планироваться",
        concluded="заключить заключенный подписать подписанный",
        expired="истечь истекший истекать",
    )
    | flags("overdue", true="просрочить просроченный")
)
ACTIVITIES: Flags = MappingProxyType(
    flags(
        "state",
        overdue="просрочить просроченный невыполненный неисполненный",
        due="предстоять предстоящий",
        done="выполнить выполненный сделать завершить завершенный",
        cancelled="отменить отмененный",
        periodic="периодический постоянный",
    )
)
INDICATORS: Flags = MappingProxyType(flags("state", met="достигнуть достигнутый", missed="недостигнутый"))
DUTIES: Flags = MappingProxyType(
    flags(
        "duty",
        controls="контролировать контроль",
        signs="подписать подписывать",
        executes="исполнять исполнить",
    )
)
LEVELS: Flags = MappingProxyType(
    flags("level", regional="региональный", municipal="муниципальный", institutional="школьный школа")
)
LOAD_BY: Flags = MappingProxyType(
    flags(
        "by",
        municipality="муниципалитет район муниципальный",
        methodist="методистам каждый",
    )
    | dict.fromkeys(("предмет", "предметный"), ("by", "subject_area"))
)

LOAD_WORDS = of(
    "учитель педагог нагрузка норма норматив сколько хватать хватить достаточно достаточный недоставать нехватка "
    " дефицит недостаток"
)
CONTRADICT = of("противоречие противоречить противоречивый конфликт коллизия расходиться расхождение")
DOUBLED = of(
    "перекрытие перекрываться дублирование дублироваться дублировать пересечение пересекаться дубль дважды двойной"
    " повторный"
)
FAULTS = of("замечание нарушение нарушить нарушенный ошибка недочет проблема недостаток проверка аудит")
COMING = of("наступать истекать подходить близкий ближайший предстоящий предстоять работа событие мероприятие скоро")
TASKS = of("функция обязанность полномочие")
DOING = of("сделать выполнить исполнить завершить")
DONE = of("сделано выполнено исполнено завершено")
