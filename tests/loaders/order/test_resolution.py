"""One body under several names is one subject, two bodies of like names stay two; each merge says why."""

from __future__ import annotations

import time

import pytest

from loaders.order.read import read_order
from loaders.order.reading import Reading
from loaders.order.registry import Registry


def _registry(*texts: str) -> Registry:
    registry = Registry()
    registry.learn(texts)
    return registry


def _one(defined: list[str], *writings: str) -> list[str]:
    """The different subjects that writings (a phrase, or a phrase with its case after «|») are taken for."""
    registry = _registry(*defined)
    met: list[str] = []
    for number, writing in enumerate(writings, 1):
        phrase, _, case = writing.partition("|")
        for entry in registry.resolve(phrase, case or "nomn", str(number)):
            if entry.name not in met:
                met.append(entry.name)
    return met


@pytest.mark.parametrize(
    ("defined", "writings"),
    [
        (["Центр чтения Долинной области (далее – Центр)"], ["Центр", "Центра чтения Долинной области|gent"]),
        ([], ["Центр развития чтения", "Центром развития чтения|ablt", "Центру|datv"]),
        (["Клуб методистов чтения и письма (далее – КМЧП)"], ["КMЧП", "КМЧП"]),  # a Latin M
        (
            [],
            [
                "Центр непрерывного повышения профессионального мастерства",
                "Цeнтр непрерывного повышения профессионального мастерства",
            ],
        ),
        ([], ["Муниципальная методическая служба", "Муницпальная методическая служба"]),
        ([], ["Центр развития письменного творчества", "Центр развития письменого творчества"]),
        ([], ["Совет 0бразовательных организаций района", "Совет образовательных организаций района"]),
        (["Региональный центр чтения и письма педагогов (далее – РЦЧПП)"], ["РЦЧПП", "РЦЧП"]),
        (
            [],
            [
                "ГАУ ДПО «Институт развития чтения»",
                "Институт развития чтения",
                "ГАУ ДПО «Институт развития чтения» области",
            ],
        ),
        ([], ["МКУ «Центр развития чтения»", 'МКУ "Центр развития чтения"', "МКУ «Центр развития чтения"]),
        (
            ["Государственное учреждение «Институт развития чтения» (далее – ИРЧ, Институт)"],
            ["ИРЧ", "Институт", "института|gent", "Института развития чтения|gent"],
        ),
        ([], ["Районный методический совет", "Совет"]),
        (["МКУ «Центр чтения и письма» (далее – МКУ «ЦЧП»)"], ["МКУ «ЦЧП»", "МКУ «ЦЧП совместно со школами"]),
        ([], ["Областной институт развития чтения", "ОИРЧ"]),
        ([], ["ЦНППМ", "Центр непрерывного повышения профессионального мастерства педагогов"]),
        ([], ["Центр непрерывного повышения профессионального мастерства педагогов", "ЦНППМ"]),
        ([], ["муниципальный тьютор", "муниципальные тьюторы"]),
        (["Институт развития чтения (далее – ИРЧ)", "Центр письма и счёта (далее – ЦПС)"], ["ЦПС", "ЦПС ИРЧ"]),
        ([], ["Региональный центр письменного творчества педагогов", "Центр письменного творчества педагогов"]),
        ([], ["Управление образования администрации Лесного района", "Управление образования"]),
        ([], ["секция учителей чтения Регионального объединения", "секции учителей чтения Регионального объединения"]),
        (["Кабинет чтения педагогов (далее – КЧП)"], ["директор КЧП", "Директор Кабинета чтения педагогов"]),
    ],
)
def test_one_body_under_several_names(defined: list[str], writings: list[str]) -> None:
    assert len(_one(defined, *writings)) == 1


@pytest.mark.parametrize(
    ("defined", "writings"),
    [
        ([], ["Методический центр города Озёрска", "Методический центр города Камнегорска"]),
        ([], ["методический совет образовательной организации", "муниципальный методический совет"]),
        (["Региональное объединение учителей чтения (далее – РОУЧ)"], ["РОУЧ", "секции РОУЧ"]),
        ([], ["Министерство чтения Долинной области", "Министерство чтения Российской Федерации"]),
        (
            ["Работу ведут в городе Озёрске, городе Камнегорске и городе Лесогорске."],
            ["ИМЦ города Озёрска", "ИМЦ города Камнегорска"],
        ),
        ([], ["Школа № 1 города Озёрска", "Школа № 2 города Озёрска"]),
        ([], ["МБУ «Дом чтения и письма»", "МБУ «Дом чтения и счёта»"]),
        ([], ["Центр научного творчества педагогов", "Центр научного творчества родителей"]),
        ([], ["школьные методические объединения", "муниципальные методические объединения"]),
        ([], ["школьные методические объединения", "РМО"]),
        ([], ["руководитель методического объединения", "методическое объединение"]),
        ([], ["Управление образования Лесного района", "Управление образования Горного района"]),
        (
            ["Кабинет чтения педагогов (далее – КЧП)", "Кабинет письма педагогов (далее – КПП)"],
            ["директор КЧП", "директор КПП"],
        ),
    ],
)
def test_two_bodies_of_like_names(defined: list[str], writings: list[str]) -> None:
    assert len(_one(defined, *writings)) == 2


def test_several_short_forms_in_one_bracket_name_a_body_each() -> None:
    registry = _registry("Институт развития чтения и Центр письма педагогов (далее соответственно – Институт, Центр)")
    assert [e.name for p in ("Институт", "Центр") for e in registry.resolve(p, "nomn", "1")] == [
        "Институт развития чтения",
        "Центр письма педагогов",
    ]


@pytest.mark.parametrize(
    ("defined", "writings", "why"),
    [
        (["Кабинет чтения педагогов (далее – КЧП)"], ["Кабинет чтения педагогов", "КЧП"], "short-form"),
        ([], ["Районный методический совет", "Совет"], "refers-back"),
        ([], ["Муниципальная методическая служба", "Муницпальная методическая служба"], "slip"),
        ([], ["МКУ «Центр развития чтения»", "МКУ «Центр развитяи чтения»"], "spelling"),
        ([], ["ГАУ ДПО «Институт развития чтения»", "Институт развития чтения"], "partial"),
        ([], ["Центр развития чтения", "Цeнтр развития чтения"], "homoglyph"),
        ([], ["муниципальные методические службы", "муниципальная методическая служба"], "inflected"),
    ],
)
def test_each_merge_says_why(defined: list[str], writings: list[str], why: str) -> None:
    registry = _registry(*defined)
    for number, writing in enumerate(writings, 1):
        registry.resolve(writing, "nomn", str(number))
    assert [(m.why, m.clause) for m in registry.merges.found] == [(why, str(len(writings)))]


def test_a_case_of_the_same_words_is_no_other_writing() -> None:
    registry = _registry()
    for phrase, case in (("Центр развития чтения", "nomn"), ("Центром развития чтения", "ablt")):
        registry.resolve(phrase, case, "1")
    assert registry.merges.found == []


ACT = """МИНИСТЕРСТВО ЧТЕНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

О системе чтения

ПРИКАЗЫВАЮ:

1. Утвердить Положение о системе чтения.

Министр А.Б. Синицын

Приложение 1
к приказу

Положение о системе чтения

"""


def act(body: str) -> Reading:
    return read_order(ACT + body, "0" * 64, "act.txt")


def part_of(reading: Reading) -> dict[str, str | None]:
    names = {s.id: s.name for s in reading.subjects}
    return {s.name: names.get(s.part_of) if s.part_of else None for s in reading.subjects}


BODIES = (
    "2. Структура\n\n2.1. Государственное учреждение «Институт развития чтения» (далее – Институт):\n"
    "- ведёт реестр чтецов.\n\n{}"
)


@pytest.mark.parametrize(
    ("body", "child"),
    [
        (
            "2.2. Центр письма педагогов создан на базе Института. Центр письма педагогов:\n- проводит смотры.",
            "Центр письма педагогов",
        ),
        (
            "2.2. Центр письма педагогов является структурным подразделением Института.\n"
            "Центр письма педагогов:\n- проводит смотры.",
            "Центр письма педагогов",
        ),
        (
            "2.2. Центр письма педагогов (далее – ЦПП), входящий в состав Института, проводит смотры.",
            "Центр письма педагогов",
        ),
        (
            "2.2. В области создан Центр письма на базе Института.\nЦентр письма:\n- проводит смотры.",
            "Центр письма",
        ),
        (
            "2.2. Методист Института, ответственный за смотры:\n- проводит смотры.",
            "Методист Института, ответственный за смотры",
        ),
        ("2.2. Отдел письма Института:\n- проводит смотры.", "Отдел письма Института"),
        ("2.2. Директор Института:\n- проводит смотры.", "Директор Института"),
        ("2.2. Рабочая группа при Институте:\n- проводит смотры.", "Рабочая группа при Институте"),
        (
            "2.2. В составе Института действует кафедра письма.\nКафедра письма:\n- проводит смотры.",
            "Кафедра письма",
        ),
    ],
)
def test_a_body_is_part_of_another_one(body: str, child: str) -> None:
    assert part_of(act(BODIES.format(body)))[child] == "Государственное учреждение «Институт развития чтения»"


def test_a_department_in_the_points_of_an_act_is_of_its_issuer() -> None:
    points = (
        "1. Министерству чтения Долинной области провести смотр.\n2. Отделу письма (Щукин М.М.) подвести итоги смотра."
    )
    reading = read_order(ACT.split("1. Утв")[0] + points + "\n\nМинистр А.Б. Синицын\n", "0" * 64, "act.txt")
    assert part_of(reading)["Отдел письма"] == "Министерство чтения Долинной области"


def test_a_body_of_a_school_is_part_of_the_schools() -> None:
    parents = part_of(act("2.1. Методический совет образовательной организации:\n- анализирует работу чтецов."))
    assert parents == {
        "Методический совет образовательной организации": "Образовательная организация",
        "Образовательная организация": None,
    }


def test_no_body_is_part_of_itself_or_of_its_own_part() -> None:
    reading = act(
        BODIES.format(
            "2.2. Центр письма педагогов создан на базе Института. Институт создан на базе Центра письма педагогов.\n"
            "Центр письма педагогов:\n- проводит смотры."
        )
    )
    parents = part_of(reading)
    for name in parents:
        above, seen = parents[name], {name}
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = parents[above]


def test_the_reading_has_the_merges_and_how_a_statement_named_its_subject() -> None:
    reading = act(BODIES.format("2.2. Институт:\n- проводит смотры чтецов."))
    institute = next(s for s in reading.subjects if s.kind == "institute")
    assert [(m.subject, m.written, m.why, m.clause) for m in reading.merges] == [
        (institute.id, "Институт", "short-form", "2.2")
    ]
    named = {a.statement: a.named_as for a in reading.assignments}
    assert named == {"ведёт реестр чтецов": None, "проводит смотры чтецов": "Институт"}


def test_who_answers_in_a_road_map_is_a_subject() -> None:
    reading = act(
        "2.1. Институт развития чтения (далее – Институт):\n- ведёт реестр чтецов.\n\nПриложение 2\nк приказу\n\n"
        "Дорожная карта\n\n№\tМероприятие\tСрок\tОтветственные\n1\tПровести смотр\tмай 2032 года\tМедиацентр Института\n"  # noqa: E501
        "2\tПодвести итоги\tмай 2032 года\tучителя\n"
    )
    names = {s.id: s for s in reading.subjects}
    held = {a.subject for a in reading.assignments}
    acting = [names[i] for a in reading.activities for i in a.responsible_ids]
    assert [(s.name, s.clause, s.id in held) for s in acting] == [("Медиацентр Института", "прил. 2, п. 1", False)]


def test_merging_is_deterministic() -> None:
    body = BODIES.format("2.2. Институт:\n- проводит смотры.\n\n2.3. Совет Института:\n- даёт советы чтецам.")
    assert act(body) == act(body)


def test_five_hundred_subjects_take_linear_time() -> None:
    def seconds(count: int) -> float:
        registry = _registry()
        start = time.perf_counter()
        for number in range(count):
            registry.resolve(f"Центр развития чтения и письма посёлка № {number}", "nomn", str(number))
            registry.resolve("Центр", "nomn", str(number))
        assert len(registry.entries) == count
        return time.perf_counter() - start

    seconds(50)  # the dictionary is loaded
    assert seconds(1000) < 12 * max(seconds(250), 0.05)


@pytest.mark.parametrize(
    ("phrase", "subjects"),
    [
        ("Управление и структура", []),
        ("Управление и кадры", []),
        ("Управление и школы", ["Управление", "Школы"]),
        ("Управление образования и молодёжи", ["Управление образования и молодёжи"]),
        ("Луговой городской округ", []),
        ("Луговой муниципальный округ", []),
        ("Луговой методический округ", ["Луговой методический округ"]),
        ("Стажёр", ["Стажёр"]),
    ],
)
def test_what_is_an_activity_or_a_territory_is_no_body(phrase: str, subjects: list[str]) -> None:
    assert [e.name.capitalize() for e in Registry().resolve(phrase, "nomn", "1")] == [s.capitalize() for s in subjects]


@pytest.mark.parametrize(
    ("writings", "subjects"),
    [
        (["Муниципальные тьюторы", "Тьютор"], ["муниципальные тьюторы"]),
        (["Муниципальные тьюторы", "Региональные тьюторы", "Тьютор"], None),
        (["Куратор", "кураторы образовательных организаций", "кураторов школ|gent"], ["куратор"]),
        (["Куратор", "Кураторы муниципальных программ"], None),
        (["Педагог-наставник", "наставники"], ["педагог-наставник"]),
        (["Руководитель образовательной организации", "руководитель"], ["руководитель образовательной организации"]),
        (["Руководитель школы", "Руководитель Центра чтения", "руководитель"], None),
        (["Кафедры Академии", "Профильная кафедра"], ["кафедры академии"]),
        (["Академия чтения", "её подразделения"], ["академия чтения"]),
        (["заместитель директора", "зам. директора"], ["заместитель директора"]),
    ],
)
def test_a_role_in_another_number_or_of_schools_in_general(writings: list[str], subjects: list[str] | None) -> None:
    met = [name.lower() for name in _one([], *writings)]
    assert met == subjects if subjects else len(met) == len(writings)
