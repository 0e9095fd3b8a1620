"""The level of a subject where no heading tells it: its own name, its definition, what it is by nature, the issuer."""

from __future__ import annotations

import pytest

from loaders.order.levels import defined
from loaders.order.places import municipality_in
from loaders.order.read import read_order
from loaders.order.reading import Reading

REGION = "МИНИСТЕРСТВО ПРОСВЕЩЕНИЯ ДОЛИННОЙ ОБЛАСТИ"
TOWN = "АДМИНИСТРАЦИЯ ГОРОДСКОГО ОКРУГА ВЕРХ-НА-ЛУГЕ\n\nДОЛИННОЙ ОБЛАСТИ"


def _read(issuer: str, *lines: str) -> Reading:
    head = f"{issuer}\n\nПРИКАЗ\n\n05.05.2031 № 7\n\nО системе чтения\n\nПРИКАЗЫВАЮ:\n\n"
    body = "1. Утвердить Положение о системе чтения согласно приложению.\n\nМинистр И.И. Лугов\n\n"
    text = f"{head}{body}Приложение\nк приказу\n\nПОЛОЖЕНИЕ о системе чтения\n\n" + "\n\n".join(lines)
    return read_order(text, "0" * 64, "x.txt")


def _levels(reading: Reading) -> dict[str, str | None]:
    return {s.name.lower(): s.level for s in reading.subjects}


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Наставник", "institutional"),
        ("Наставляемый", "institutional"),
        ("Педагог-психолог", "institutional"),
        ("Первичная профсоюзная организация", "institutional"),
        ("Базовая площадка", "institutional"),
        ("Муниципальная опорная площадка", "municipal"),
        ("Региональный наставник", "regional"),
        ("Руководители образовательных учреждений", "institutional"),
        ("Руководитель площадки чтения", "institutional"),
        ("Научно-методический центр сопровождения педагогических работников", "federal"),
        ("Муниципальный научно-методический центр сопровождения педагогических работников", "municipal"),
        ("Методический клуб чтения", "regional"),
        ("Заместители директоров", "institutional"),
        ("Заместитель директора по воспитательной работе", "institutional"),
        ("Творческие группы", "institutional"),
    ],
)
def test_what_is_of_a_level_by_nature_in_a_regional_act_without_level_headings(name: str, level: str) -> None:
    reading = _read(REGION, f"1. {name}:", "1) проводит открытые занятия по чтению;", "2) готовит сборник упражнений.")
    assert _levels(reading)[name.lower()] == level


def test_a_role_is_of_the_level_its_definition_says() -> None:
    duties = ("2. Куратор:", "1) собирает отзывы о занятиях;", "2) готовит отчёт о занятиях.")
    plain = _read(REGION, *duties)
    told = _read(REGION, "1. Понятия:", "куратор – сотрудник школы, который отвечает за занятия;", *duties)
    assert _levels(plain)["куратор"] == "regional"
    assert _levels(told)["куратор"] == "institutional"


def test_a_definition_tells_a_level_only_by_whose_worker_the_role_is() -> None:
    texts = [
        "куратор – работник школы, отвечающий за чтение;",
        "тьютор – педагог, сопровождающий работников школ;",
        "координатор – сотрудник муниципальной методической службы;",
    ]
    assert defined(texts) == {"куратор": "institutional", "координатор": "municipal"}


def test_bodies_of_an_act_of_a_town_are_municipal_even_when_the_town_is_not_recognised() -> None:
    duties = ("1. Клуб «Первая строка»:", "1) проводит вечера чтения;", "2) ведёт летопись клуба.")
    for issuer in (TOWN, "АДМИНИСТРАЦИЯ МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ\n\nОТДЕЛ ОБРАЗОВАНИЯ"):
        assert _levels(_read(issuer, *duties))["клуб «первая строка»"] == "municipal"


def test_groups_of_a_municipal_act_are_municipal_and_a_college_is_regional() -> None:
    reading = _read(
        TOWN,
        "1. Творческие группы:",
        "1) готовят сборник упражнений;",
        "2. Долинный гуманитарный колледж:",
        "1) проводит практику студентов;",
    )
    levels = _levels(reading)
    assert (levels["творческие группы"], levels["долинный гуманитарный колледж"]) == ("municipal", "regional")


def test_a_town_in_capitals_keeps_its_name_and_preposition() -> None:
    order = _read(TOWN, "1. Совет чтения проводит вечера чтения.").order
    assert order.municipality == "городской округ Верх-на-Луге"
    assert order.issuer is not None and "Верх-на-Луге" in order.issuer


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("администрация городского округа Дальней области", None),
        ("администрация городского округа Республики Агидель", None),
        ("администрация городского округа Управление образования", None),
        ("администрация городского округа Озёрск Республики Агидель", "городской округ Озёрск"),
        ("школы города Ростова-на-Дону", "город Ростов-на-Дону"),
    ],
)
def test_what_follows_the_words_for_a_town_is_not_always_its_name(text: str, town: str | None) -> None:
    assert municipality_in(text) == town
