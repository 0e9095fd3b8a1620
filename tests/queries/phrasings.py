"""How people ask: phrasings of one thing in other orders, forms, abbreviations and with a slip of the pen.

Each line: what is typed, which question it is, and what its words must be taken for (id, code or value). The bodies and
territories are those of the bundled facts; «сегодня» is `TODAY`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

TODAY = date(2025, 3, 20)
BEL, VLA, CHEGEM, OKT = "ru-bel", "ru-vla", "ru-kb.chegemskij-rajon", "ru-khm.oktyabrskij-rajon"


class Phrasing(NamedTuple):
    """`words`: parameter → id or code of what it was taken for, or its value as text."""

    text: str
    question: str
    words: Mapping[str, str]


def _p(text: str, question: str, **words: str) -> Phrasing:
    return Phrasing(text, question, words)


_REGISTER = {"function": "F6.01"}

PHRASINGS: tuple[Phrasing, ...] = (
    # who is responsible
    _p("кто отвечает за реестр работников методических служб в Белгородской области", "responsibility",
       territory=BEL, **_REGISTER),
    _p("в белгородской области кто ведёт реестр работников методических служб?", "responsibility",
       territory=BEL, **_REGISTER),
    _p("Белгородская область: кто ответственный за ведение реестра работников методслужб", "responsibility",
       territory=BEL, **_REGISTER),
    _p("реестр работников методических служб, Белгородская обл.", "responsibility", territory=BEL, **_REGISTER),
    _p("кто должен вести реестр работнков методических служб в Белгородской области", "responsibility",
       territory=BEL, **_REGISTER),
    _p("кем согласуется руководитель центра во Владимирской области", "responsibility", territory=VLA,
       function="F1.11"),
    _p("кто занимается наставничеством в Чегемском районе", "responsibility", territory=CHEGEM, function="F8.01"),
    _p("за кем закреплён банк наставников в Октябрьском районе", "responsibility", territory=OKT, function="F8.03"),
    _p("кто сопровождает индивидуальные маршруты педагогов в белгородской области", "responsibility", territory=BEL,
       function="F4.02"),
    _p("кто отвечает за ИОМ в КБР", "responsibility", territory="ru-kb"),
    # coverage
    _p("какие функции в Белгородской области никем не закреплены", "coverage", territory=BEL, status="uncovered"),
    _p("что никем не закреплено в Белгородской области", "coverage", territory=BEL, status="uncovered"),
    _p("незакреплённые функции Владимирской области", "coverage", territory=VLA, status="uncovered"),
    _p("за что никто не отвечает в Чегемском районе?", "coverage", territory=CHEGEM, status="uncovered"),
    _p("ничьи функции в Октябрьском районе", "coverage", territory=OKT, status="uncovered"),
    _p("закрепление функций в Белгородской области", "coverage", territory=BEL),
    _p("какие функции закреплены в Чегемском районе", "coverage", territory=CHEGEM),
    _p("покажи покрытие функций Владимирской области", "coverage", territory=VLA),
    _p("какие функции закреплены дважды в Белгородской области", "overlaps", territory=BEL),
    _p("где перекрытия в Белгородской области", "overlaps", territory=BEL),
    _p("дублирование функций в октябрьском районе", "overlaps", territory=OKT),
    # routes
    _p("как связан БелИРО с департаментом образования Белгородской области", "chains"),
    _p("как связаны ЦНППМ и РУМО в Белгородской области", "chains"),
    _p("маршрут от ЦНППМ до РУМО Белгородской области", "chains"),
    _p("путь от ВИРО к РИАЦОКО", "chains"),
    _p("через кого ВИРО связан с РИАЦОКО", "chains"),
    _p("цепочка связей между ВИРО и РИАЦОКО", "chains"),
    _p("какие маршруты проходят через ВИРО", "subject_routes"),
    _p("какие маршруты идут через ЦНППМ Белгородской области", "subject_routes"),
    _p("маршруты с участием ВИРО", "subject_routes"),
    _p("какие маршруты есть в Белгородской области", "process_routes", territory=BEL),
    _p("где прерываются маршруты Владимирской области", "process_routes", territory=VLA),
    # calendar
    _p("что нужно сделать до 1 сентября 2025 года во Владимирской области", "calendar", territory=VLA,
       until="2025-09-01"),
    _p("во Владимирской области что надо успеть до 01.09.2025", "calendar", territory=VLA, until="2025-09-01"),
    _p("какие сроки в этом квартале во Владимирской области", "calendar", territory=VLA, since="2025-01-01",
       until="2025-03-31"),
    _p("сроки следующего квартала, Владимирская область", "calendar", territory=VLA, since="2025-04-01",
       until="2025-06-30"),
    _p("что предстоит в мае во Владимирской области", "calendar", territory=VLA, since="2025-05-01",
       until="2025-05-31"),
    _p("календарь на 2025 год Владимирской области", "calendar", territory=VLA, since="2025-01-01",
       until="2025-12-31"),
    _p("какие сроки наступают в этом месяце в Октябрьском районе", "calendar", territory=OKT, since="2025-03-01",
       until="2025-03-31"),
    _p("что запланировано на следующий год в Белгородской области", "calendar", territory=BEL, since="2026-01-01",
       until="2026-12-31"),
    _p("ближайшие сроки во Владимирской области", "calendar", territory=VLA),
    # bottlenecks and workload
    _p("узкие места Белгородской области", "bottlenecks", territory=BEL),
    _p("где узкое место в системе Владимирской области?", "bottlenecks", territory=VLA),
    _p("через кого идёт больше всего связей в Белгородской области", "bottlenecks", territory=BEL),
    _p("без кого не обойдётся система Белгородской области", "bottlenecks", territory=BEL),
    _p("на ком держится система во Владимирской области", "bottlenecks", territory=VLA),
    _p("кто перегружен в Белгородской области", "workload", territory=BEL),
    _p("у кого больше всего функций во Владимирской области", "workload", territory=VLA),
    # load
    _p("сколько учителей на методиста во Владимирской области", "load", territory=VLA),
    _p("сколько учителей приходится на одного методиста во Владимирской области?", "load", territory=VLA),
    _p("хватает ли методистов во Владимирской области", "load", territory=VLA),
    _p("во владимирской области достаточно методистов?", "load", territory=VLA),
    _p("сколько методистов не хватает во Владимирской области", "load", territory=VLA),
    _p("нагрузка методистов Владимирской области", "load", territory=VLA),
    _p("нагрузка на методиста по муниципалитетам Владимирской области", "load", territory=VLA, by="municipality"),
    _p("нагрузка методистов по предметам во Владимирской области", "load", territory=VLA, by="subject_area"),
    _p("какая норма учителей на методиста во Владимирской области", "load", territory=VLA),
    # findings
    _p("какие замечания по Белгородской области", "findings", territory=BEL),
    _p("что не так в Белгородской области", "findings", territory=BEL),
    _p("результаты проверки Владимирской области", "findings", territory=VLA),
    _p("покажи нарушения в Октябрьском районе", "findings", territory=OKT),
    _p("какие ошибки в приказах Белгородской области", "findings", territory=BEL),
    _p("какие противоречия в Белгородской области", "conflicts", territory=BEL),
    _p("где приказы противоречат друг другу в Белгородской области", "conflicts", territory=BEL),
    # what was understood before, said in other ways
    _p("просроченые соглашения Белгородской области", "agreements", territory=BEL, overdue="True"),
    _p("Белгородская область, какие соглашния не заключены", "agreements", territory=BEL),
    _p("соглашения белиро", "agreements"),
    _p("какие мероприятия просрочены в Октябрьском районе", "activities", territory=OKT, state="overdue"),
    _p("просроченные меропрятия октябрьского района", "activities", territory=OKT, state="overdue"),
    _p("невыполненные мероприятия Октябрьского района", "activities", territory=OKT, state="overdue"),
    _p("что должен сделать ВИРО до конца 2025 года", "activities", until="2025-12-31"),
    _p("показатели Владимирской области, которые не достигнуты", "indicators", territory=VLA),
    _p("кому подчинён ЦНППМ Владимирской области", "superiors"),
    _p("чем занимается РИАЦОКО", "holdings"),
    _p("за что отвечает БелИРО", "holdings"),
    _p("функции ВИРО", "holdings"),
    _p("с кем взаимодействует РИАЦОКО", "interactions"),
    _p("кто ничего не делает в Белгородской области", "idle_subjects", territory=BEL),
    _p("субъекты без функций в Белгородской области", "idle_subjects", territory=BEL),
    _p("сравни Белгородскую и Владимирскую области", "compare_territories", left=BEL, right=VLA),
    _p("чем Белгородская область отличается от Владимирской", "compare_territories", left=BEL, right=VLA),
    _p("что не распознано в приказах Владимирской области", "unmapped", territory=VLA),
    _p("приказы, действующие в Белгородской области", "acts_in_force", territory=BEL),
    _p("кто подписал приказ 1955", "executors", duty="signs"),
    # further ones
    _p("подскажите, кто в Белгороде ведёт реестр методистов", "responsibility", territory="ru-bel.belgorod"),
    _p("диагностика дефицитов педагогов – кто делает во Владимире?", "responsibility",
       territory="ru-vla.vladimir", function="F3.01"),
    _p("кому поручена поддержка молодых учителей в Владимирской обл", "responsibility", territory=VLA,
       function="F8.02"),
    _p("чего никто не делает в Белгородской области", "coverage", territory=BEL, status="uncovered"),
    _p("непокрытые функции чегемского района", "coverage", territory=CHEGEM, status="uncovered"),
    _p("какие функции на муниципальном уровне никем не закреплены в Белгородской области", "coverage", territory=BEL,
       status="uncovered", level="municipal"),
    _p("Октябрьский район – где функции дублируются", "overlaps", territory=OKT),
    _p("покажи путь между БелИРО и РУМО", "chains"),
    _p("какая связь ВИРО и министерства образования Владимирской области", "chains"),
    _p("в каких маршрутах задействован ВИРО", "subject_routes"),
    _p("маршруты Белгородской обл.", "process_routes", territory=BEL),
    _p("дедлайны до конца года во Владимирской области", "calendar", territory=VLA, until="2025-12-31"),
    _p("план работ на апрель Владимирская область", "calendar", territory=VLA),
    _p("что надо сделать ВИРО в этом году", "activities", since="2025-01-01", until="2025-12-31"),
    _p("что горит во Владимирской области", "calendar", territory=VLA),
    _p("слабые места системы Белгородской области", "bottlenecks", territory=BEL),
    _p("кто самый загруженный во Владимирской области", "workload", territory=VLA),
    _p("сколько методистов нужно Владимирской области", "load", territory=VLA),
    _p("сколько педагогов у одного методиста в г. Муром", "load"),
    _p("проблемы Чегемского района", "findings", territory=CHEGEM),
    _p("аудит Белгородской области", "findings", territory=BEL),
    _p("где акты Владимирской области расходятся", "conflicts", territory=VLA),
    _p("какие соглашения должен заключить БелИРО", "agreements"),
    _p("список просроченных мероприятий по Октябрьскому району", "activities", territory=OKT, state="overdue"),
    _p("перечень показателей владимирской области", "indicators", territory=VLA),
    _p("обязанности РИАЦОКО", "holdings"),
    _p("сравнение Владимирской и Белгородской областей", "compare_territories", left=VLA, right=BEL),
    _p("кто контролирует выполнение приказа № 767", "executors", duty="controls"),
)  # fmt: skip

# Written after the rules and kept out of them: they say how far the rules carry.
UNSEEN: tuple[Phrasing, ...] = (
    _p("чьи указания выполняет ЦНППМ Владимирской области", "superiors"),
    _p("откуда взялся приказ № 767, на чем он основан", "legal_basis"),
    _p("Кто в Чегемском районе курирует молодых педагогов?", "responsibility", territory=CHEGEM, function="F8.02"),
    _p("хочу узнать, кто проводит конкурсы профмастерства в Октябрьском районе", "responsibility", territory=OKT,
       function="F9.04"),
    _p("Белгород дорожная карта кто отвечает", "responsibility", function="F1.02"),
    _p("что в Белгородской области осталось без ответственного", "coverage", territory=BEL, status="uncovered"),
    _p("функции, которые никто не выполняет в Владимирской области", "coverage", territory=VLA, status="uncovered"),
    _p("матрица покрытия функций Октябрьского района", "coverage", territory=OKT),
    _p("двойное закрепление функций в Белгородской области", "overlaps", territory=BEL),
    _p("как ВИРО взаимодействует с РИАЦОКО", "chains"),
    _p("кратчайший маршрут от БелИРО до РУМО", "chains"),
    _p("через какие маршруты проходит ВИРО", "subject_routes"),
    _p("какие сроки у ВИРО в следующем квартале", "calendar", since="2025-04-01", until="2025-06-30"),
    _p("что сделать к 1 мая в Октябрьском районе", "calendar", territory=OKT, until="2025-05-01"),
    _p("мероприятия на июнь Октябрьского района", "activities", territory=OKT, since="2025-06-01",
       until="2025-06-30"),
    _p("кто незаменим в Белгородской области", "bottlenecks", territory=BEL),
    _p("от кого всё зависит во Владимирской области", "bottlenecks", territory=VLA),
    _p("на кого приходится больше всего функций в Белгородской области", "workload", territory=BEL),
    _p("хватит ли методистов району", "load"),
    _p("превышена ли норма нагрузки на методиста во Владимирской области", "load", territory=VLA),
    _p("дефицит методистов во владимирской области", "load", territory=VLA),
    _p("замечания аудита по Владимирской обл.", "findings", territory=VLA),
    _p("что нарушено в Чегемском районе", "findings", territory=CHEGEM),
    _p("противоречивые пункты приказов Белгородской области", "conflicts", territory=BEL),
    _p("истёкшие соглашения Владимирской области", "agreements", territory=VLA, status="expired"),
    _p("просроченные пункты дорожной карты Октябрьского района", "activities", territory=OKT, state="overdue"),
    _p("каких показателей не достигли во Владимирской области", "indicators", territory=VLA),
    _p("кому передает данные РИАЦОКО", "data_flows"),
    _p("полномочия БелИРО", "holdings"),
    _p("различия между Белгородской и Владимирской областями", "compare_territories", left=BEL, right=VLA),
)  # fmt: skip
