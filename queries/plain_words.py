"""By which words a question of the registry is meant: one entry per way of asking, the first that fits is taken.

An entry fits only when nothing of the text is left over that it has no place for (`queries.understand`): whoever types
the name of a function asks who is responsible for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from queries.plain_vocabulary import (
    ACT,
    ACTIVITIES,
    AGREEMENTS,
    BODIES,
    COMING,
    CONTRADICT,
    DATA,
    DOING,
    DONE,
    DOUBLED,
    DUTIES,
    FAULTS,
    GIVE,
    INDICATORS,
    LEVELS,
    LOAD_BY,
    LOAD_WORDS,
    MOST,
    NO_ONE,
    NOBODY,
    ORDER,
    SUBJECT,
    SYSTEM,
    TASKS,
    TEXTS,
    TODO,
    Flags,
    of,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """`needs`: of each group one word stands in the text, in any form; `typed`: one of these stands in exactly this
    form; `never`: none of these does. `leftover`: the parameter that the words left over name; `required`: parameters
    that must be named; `flags`: a word, in its normal form or as typed → the parameter it sets and its value; `sets`:
    what this way of asking always sets; `spare`: words that may stand there and add nothing."""

    question: str
    needs: tuple[frozenset[str], ...]
    typed: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset({"кто"})
    leftover: Literal["subject", "source", "target", ""] = ""
    required: frozenset[str] = frozenset()
    flags: Flags = field(default_factory=lambda: MappingProxyType({}))
    sets: tuple[tuple[str, str], ...] = ()
    spare: frozenset[str] = frozenset()


FINDINGS = "findings"
"""Not a question of the registry: the audit (`queries.findings`), with the parameters `territory` and `kind`."""


PLAIN: tuple[Plain, ...] = (
    Plain("legal_basis", (of("основать основание опираться отменять отменить изменять изменить правовой"),),
          never=frozenset(), required=ORDER),
    Plain("executors", (frozenset(DUTIES) | {"исполнение", "исполнитель"}, ACT),
          never=frozenset(), required=ORDER, flags=DUTIES, spare=of("выполнение реализация")),
    Plain("acts_in_force", (ACT, of("действовать действующий"))),
    Plain("load", (of("методист ставка"), LOAD_WORDS), never=frozenset(), flags=LOAD_BY,
          spare=of("приходиться один региональный нужный мало ли не превысить превышенный район регион область")),
    Plain("unmapped", (of("распознать распознанный нераспознанный непонятый понять разобрать"),), never=frozenset(),
          spare=TEXTS | of("не функция программа остаться")),
    Plain("conflicts", (CONTRADICT,), never=of("кто"),
          spare=TEXTS | of("друг между разный функция")),
    Plain("overlaps", (DOUBLED,), never=of("кто"),
          spare=of("функция закрепление закрепить закрепленный полномочие друг")),
    Plain(FINDINGS, (FAULTS,), never=of("кто"),
          spare=TEXTS | SYSTEM | of("результат итог найти найденный выявить выявленный показать")),
    Plain(FINDINGS, (of("так"),), typed=of("что"), never=of("кто делать"), spare=SYSTEM | TEXTS | of("не так")),
    Plain("coverage", (NO_ONE, of("функция закрепить закрепленный отвечать делать заниматься выполнять что")),
          never=frozenset(), sets=(("status", "uncovered"),), flags=LEVELS, spare=of("не уровень оставаться")),
    Plain("coverage", (of("функция"), of("закрепление покрытие охват закрытый покрыть покрытый")),
          flags=LEVELS, spare=of("уровень матрица")),
    Plain("coverage", (of("ответственный исполнитель"),), typed=of("без"), sets=(("status", "uncovered"),),
          flags=LEVELS, spare=of("уровень оставаться остаться функция")),
    Plain("idle_subjects", (of("без"), of("функция полномочие")), never=frozenset(), spare=BODIES),
    Plain("idle_subjects", (of("ничто"), of("делать заниматься отвечать")), never=frozenset(), spare=BODIES | {"не"}),
    Plain("outside_structure", (of("вне"), of("структура")), never=frozenset(), spare=BODIES | {"действовать"}),
    Plain("bottlenecks", (of("узкий слабый критический"), of("место точка звено")), never=frozenset(), spare=SYSTEM),
    Plain("bottlenecks", (of("обойтись держаться опираться замкнуть замыкаться рухнуть"),), typed=of("кого ком"),
          never=ACT, spare=SYSTEM | of("не весь все")),
    Plain("bottlenecks", (of("незаменимый незаменим зависеть"),), never=ACT, spare=SYSTEM | of("весь все больше")),
    Plain("bottlenecks", (of("связь"), MOST), typed=of("кого"), never=frozenset(),
          spare=SYSTEM | MOST | of("идти проходить")),
    Plain("workload", (of("перегрузить перегруженный загрузить загруженный перегрузка загрузка загруженность"),),
          never=of("методист"), spare=BODIES | MOST | of("сильный сильно")),
    Plain("workload", (of("функция мероприятие обязанность полномочие работа"), MOST), typed=of("кого кто"),
          never=frozenset(), spare=BODIES | MOST | {"приходиться"}),
    Plain("agreements", (of("соглашение"),), leftover="subject", flags=AGREEMENTS),
    Plain("activities", (of("мероприятие"),), leftover="subject", flags=ACTIVITIES,
          spare=of("дорожный карта план")),
    Plain("activities", (of("карта"), of("дорожный"), of("пункт строка срок выполнить выполнение") | set(ACTIVITIES)),
          leftover="subject", flags=ACTIVITIES),
    Plain("activities", (DOING, of("должный обязанный надо нужно предстоять")),
          typed=of("что"), leftover="subject", required=SUBJECT),
    Plain("activities", (DOING,), typed=DONE,
          leftover="subject", sets=(("state", "done"),), spare=of("уже")),
    Plain("calendar", (of("срок календарь дедлайн календарный план план-график гореть"),), leftover="subject",
          spare=COMING),
    Plain("calendar", (TODO,), typed=of("что"), leftover="subject", spare=of("нужный предстоящий ближайший скоро")),
    Plain("data_flows", (DATA, of("получать получить")), never=frozenset(), leftover="target"),
    Plain("data_flows", (DATA, GIVE), typed=of("кому какие какую"), never=of("отвечать"), leftover="source"),
    Plain("data_flows", (DATA, GIVE), typed=of("кто"), never=of("отвечать"), leftover="target",
          required=of("target")),
    Plain("indicators", (of("показатель"),), leftover="subject", flags=INDICATORS),
    Plain("superiors", (of("подчиняться подчинить подчиненный отчитываться"),), typed=of("кому кем"), never=frozenset(),
          leftover="subject", required=SUBJECT),
    Plain("superiors", (of("контролировать"),), typed=of("кто"), never=frozenset(), leftover="subject",
          required=SUBJECT),
    Plain("interactions", (of("взаимодействовать взаимодействие сотрудничать"),), typed=of("кем какие с"),
          never=frozenset(), leftover="subject", required=SUBJECT),
    Plain("subject_routes", (of("маршрут"), of("участвовать участие задействовать проходить идти пролегать")),
          leftover="subject", required=SUBJECT, spare=of("процесс")),
    Plain("process_routes", (of("маршрут"),), never=of("кто"),
          spare=of("прерываться прерваться разорвать обрываться рваться процесс система шаг место")),
    Plain("holdings", (of("отвечать делать заниматься"),), typed=of("что чем"), never=NOBODY, leftover="subject",
          required=SUBJECT),
    Plain("holdings", (TASKS,), typed=of("какие функции обязанности полномочия"), never=NOBODY, leftover="subject",
          required=SUBJECT),
    Plain("coverage", (of("функция"), of("закрепить закрепленный распределить распределенный")), flags=LEVELS,
          spare=of("уровень как")),
)  # fmt: skip

# Words that ask and name nothing; taken away wherever they stand.
ASKING = of(
    "какой каков сколько что кто где чем чей показать показывать список перечень есть весь все быть иметься у за ли"
    " который должный обязанный надо нужно сейчас сегодня он срок просить пожалуйста закрепить закрепленный выполнять"
    " дать"
)

KNOWN = ASKING | {
    word for plain in PLAIN for group in (*plain.needs, frozenset(plain.flags), plain.spare) for word in group
}
"""Every word by which questions are told apart, in its normal form."""
