"""By which words a question of the registry is meant: one entry per way of asking, the first that fits is taken.

An entry fits only when nothing of the text is left over that it has no place for (`queries.understand`): whoever types
the name of a function asks who is responsible for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Flags = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Plain:
    """`needs`: of each group one word stands in the text, in any form; `typed`: one of these stands in exactly this
    form; `never`: none of these does. `leftover`: the parameter that the words left over name; `required`: parameters
    that must be named; `flags`: normal form of a word → the parameter it sets and its value."""

    question: str
    needs: tuple[frozenset[str], ...]
    typed: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset({"кто"})
    leftover: Literal["subject", "source", "target", ""] = ""
    required: frozenset[str] = frozenset()
    flags: Flags = field(default_factory=lambda: MappingProxyType({}))


def _of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DATA = _of("данные сведение информация отчет отчетность")
_GIVE = _of("передавать передать предоставлять предоставить представлять представить направлять направить")
_ACT = _of("акт приказ распоряжение постановление документ")
_SUBJECT, _ORDER = _of("subject"), _of("order")
_NOBODY = _of("кто никто никем не незакрепленный")


def _flags(param: str, **words: str) -> dict[str, tuple[str, str]]:
    """«value=слово слово» → {слово: (param, value)}."""
    return {w: (param, value.replace("_", "-")) for value, said in words.items() for w in said.split()}


_AGREEMENTS: Flags = MappingProxyType(
    _flags(
        "status",
        required="требоваться требовать требуемый нужный необходимый",
        planned="запланировать запланированный планироваться",
        concluded="заключить заключенный подписать подписанный",
        expired="истечь истекший истекать",
    )
    | _flags("overdue", true="просрочить просроченный")
)
_ACTIVITIES: Flags = MappingProxyType(
    _flags(
        "state",
        overdue="просрочить просроченный",
        due="предстоять предстоящий",
        done="выполнить выполненный сделать завершить завершенный",
        cancelled="отменить отмененный",
        periodic="периодический постоянный",
    )
)
_INDICATORS: Flags = MappingProxyType(_flags("state", met="достигнуть достигнутый", missed="недостигнутый"))
_DUTIES: Flags = MappingProxyType(
    _flags(
        "duty",
        controls="контролировать контроль",
        signs="подписать подписывать",
        executes="исполнять исполнить",
    )
)

PLAIN: tuple[Plain, ...] = (
    Plain("legal_basis", (_of("основать основание опираться отменять отменить изменять изменить правовой"),),
          never=frozenset(), required=_ORDER),
    Plain("executors", (frozenset(_DUTIES) | {"исполнение", "исполнитель"}, _ACT),
          never=frozenset(), required=_ORDER, flags=_DUTIES),
    Plain("acts_in_force", (_ACT, _of("действовать действующий"))),
    Plain("agreements", (_of("соглашение"),), leftover="subject", flags=_AGREEMENTS),
    Plain("activities", (_of("мероприятие"),), leftover="subject", flags=_ACTIVITIES),
    Plain("activities", (_of("сделать выполнить исполнить завершить"), _of("должный обязанный надо нужно предстоять")),
          typed=_of("что"), leftover="subject", required=_SUBJECT),
    Plain("data_flows", (_DATA, _of("получать получить")), never=frozenset(), leftover="target"),
    Plain("data_flows", (_DATA, _GIVE), typed=_of("кому какие какую"), never=_of("отвечать"), leftover="source"),
    Plain("data_flows", (_DATA, _GIVE), typed=_of("кто"), never=_of("отвечать"), leftover="target",
          required=_of("target")),
    Plain("indicators", (_of("показатель"),), leftover="subject", flags=_INDICATORS),
    Plain("superiors", (_of("подчиняться отчитываться"),), typed=_of("кому кем"), never=frozenset(),
          leftover="subject", required=_SUBJECT),
    Plain("superiors", (_of("контролировать"),), typed=_of("кто"), never=frozenset(), leftover="subject",
          required=_SUBJECT),
    Plain("subject_routes", (_of("маршрут"), _of("участвовать")), leftover="subject", required=_SUBJECT),
    Plain("holdings", (_of("отвечать делать заниматься"),), typed=_of("что чем"), never=_NOBODY, leftover="subject",
          required=_SUBJECT),
    Plain("holdings", (_of("функция"),), typed=_of("какие функции"), never=_NOBODY, leftover="subject",
          required=_SUBJECT),
)  # fmt: skip

# Words that ask and name nothing; taken away wherever they stand.
ASKING = _of(
    "какой каков сколько что кто где чем чей показать показывать список перечень есть весь все быть иметься у за ли"
    " должный обязанный надо нужно сейчас сегодня он срок просить пожалуйста закрепить закрепленный выполнять дать"
)
