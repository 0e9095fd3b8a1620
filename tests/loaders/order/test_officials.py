"""Officials of invented acts: names and posts in the nominative, no junk of stamps and signature lines."""

from __future__ import annotations

import pytest

from loaders.order import surnames
from loaders.order.read import read_order

ACT = """МИНИСТЕРСТВО ЧТЕНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

О смотре чтецов

ПРИКАЗЫВАЮ:

1. Директору МАУ «Дом чтения» Лосевой Е.Ю. организовать смотр чтецов.
2. Отделу чтения (Щукин М.М.) разместить итоги смотра на сайте.
3. Контроль за исполнением приказа возложить на заместителя министра Гурьянова П.Е.

Министр        ДОКУМЕНТ ПОДПИСАН        А.Б. Синицын

С приказом ознакомлены:
Окунева И.В. ______________
"""


def test_names_and_posts_stand_in_the_nominative() -> None:
    people = read_order(ACT, "0" * 64, "act.txt").persons
    assert [(p.name, p.post, p.role) for p in people] == [
        ("Лосева Е.Ю.", "Директор МАУ «Дом чтения»", "executes"),
        ("Щукин М.М.", None, "executes"),
        ("Гурьянов П.Е.", "заместитель министра", "controls"),
        ("Синицын А.Б.", "Министр", "signs"),
    ]


def _people(points: str, signature: str = "Министр        А.Б. Синицын") -> list[tuple[str, str | None, str]]:
    text = f"{ACT.split('1. ')[0]}{points}\n\n{signature}\n"
    return [(p.name, p.post, p.role) for p in read_order(text, "0" * 64, "act.txt").persons]


SIGNER = ("Синицын А.Б.", "Министр", "signs")


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (
            "1. Контроль возложить на начальника отдела – заместителя директора департамента Седову И.И.",
            ("Седова И.И.", "начальник отдела – заместитель директора департамента", "controls"),
        ),
        ("1. Поручить Кравчуку О.Д. подготовить смотр.", ("Кравчук О.Д.", None, "executes")),
        ("1. Седовой Инне Ильиничне подготовить смотр.", ("Седова Инна Ильинична", None, "executes")),
        (
            "1. Директору дома чтения (Седова И.И.) подготовить смотр.",
            ("Седова И.И.", "Директор дома чтения", "executes"),
        ),
        (
            "1. Назначить ответственным за подготовку сводной справки главного специалиста отдела чтения Пахомову Т.Ю.",
            ("Пахомова Т.Ю.", "главный специалист отдела чтения", "executes"),
        ),
        ("1. Сектору контроля и учёта (Дятлова А.А.) разработать график.", ("Дятлова А.А.", None, "executes")),
        (
            "1. Контроль возложить на заместителя министра Коваленко Е.А.",
            ("Коваленко Е.А.", "заместитель министра", "controls"),
        ),
        (
            "1. Контроль возложить на заместителя министра Образцову\nН.Н.",
            ("Образцова Н.Н.", "заместитель министра", "controls"),
        ),
        ("1. Дому чтения имени И.И. Седова провести смотр.", None),
    ],
)
def test_who_is_charged_by_a_point(point: str, expected: tuple[str, str | None, str] | None) -> None:
    assert _people(point) == ([expected] if expected else []) + [SIGNER]


def test_two_persons_charged_in_one_point_have_a_post_each() -> None:
    point = "1. Контроль возложить на заместителя министра Дятлова И.И. и начальника отдела Щукину А.А."
    assert _people(point)[:2] == [
        ("Дятлов И.И.", "заместитель министра", "controls"),
        ("Щукина А.А.", "начальник отдела", "controls"),
    ]


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (
            "Председатель Правительства\nРеспублики Долина      Э.Ю. Совин",
            [("Совин Э.Ю.", "Председатель Правительства Республики Долина", "signs")],
        ),
        ("Директор департамента     В.В. Чайкин", [("Чайкин В.В.", "Директор департамента", "signs")]),
        ("И.о. министра ____________ /М.Н. Чижов/", [("Чижов М.Н.", "И.о. министра", "signs")]),
        (
            "Министр\n\nА.Б. Синицын\n\nИсп. Галкина Анна Юрьевна\n8(000)12345",
            [SIGNER, ("Галкина Анна Юрьевна", None, "executes")],
        ),
        (
            "Министр   А.Б. Синицын\nЗаместитель министра   П.Е. Гусев\nСОГЛАСОВАНО\nНачальник отдела   О.О. Уткина",
            [SIGNER, ("Гусев П.Е.", "Заместитель министра", "signs")],
        ),
        ("Министр   3.А. Синицын", [("Синицын З.А.", "Министр", "signs")]),
    ],
)
def test_who_signs(signature: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert _people("1. Провести смотр чтецов.", signature) == expected


def test_a_local_act_is_signed_by_who_approved_it() -> None:
    text = (
        "Муниципальное общеобразовательное учреждение «Лицей № 3 города Чтецова»\n\nУТВЕРЖДАЮ\nДиректор лицея\n"
        "__________ Л.Л. Совина\nприказ от 31.08.2032 № 88\n\nПОЛОЖЕНИЕ\nо методическом совете лицея\n\n"
        "1. Общие положения\n\n1.1. Методический совет анализирует работу кафедр.\n"
    )
    people = read_order(text, "0" * 64, "act.txt").persons
    assert [(p.name, p.post, p.role) for p in people] == [("Совина Л.Л.", "Директор лицея", "signs")]


@pytest.mark.parametrize(
    ("written", "case", "expected"),
    [
        ("Иванову", "accs", "Иванова"),
        ("Иванову", "datv", "Иванов"),
        ("Иванова", "accs", "Иванов"),
        ("Ивановой", "datv", "Иванова"),
        ("Выдумскую", "accs", "Выдумская"),
        ("Выдумскому", "datv", "Выдумский"),
        ("Зиминой", "datv", "Зимина"),
        ("Кравчука", "accs", "Кравчук"),
        ("Коваленко", "accs", "Коваленко"),
        ("Черных", "datv", "Черных"),
        ("Петрову-Водкину", "accs", "Петрова-Водкина"),
        ("Придуманного", "accs", "Придуманный"),
        ("Букварёву", "accs", "Букварёва"),
        ("Иванову", "nomn", "Иванову"),
    ],
)
def test_the_nominative_of_a_surname(written: str, case: str, expected: str) -> None:
    assert surnames.nominative(written, case) == expected


@pytest.mark.parametrize(
    ("writings", "people"),
    [
        (["Чижкунова Г.К.", "Чичкунова Г.К.", "Чижкуннова Г.К.", "Чижкунова Г.К."], 1),
        (["Г.К. Чижкунова", "Чижкунова Г. К."], 1),
        (["Чижкунова Галина Карповна", "Чижкунова Г.К."], 1),
        (["Чижкунову Г.К.", "Чижкунова Г.К."], 1),
        (["Чижкунов Г.К.", "Чижкунова Г.К."], 2),
        (["Чижкунова Г.К.", "Чижкунова Г.Н."], 2),
        (["Петров И.И.", "Перов И.И."], 2),
        (["Захарова С.И.", "Сахарова С.И."], 2),
    ],
)
def test_several_writings_of_one_person(writings: list[str], people: int) -> None:
    named = [n for w in writings if (n := surnames.named(w))]
    assert len(named) == len(writings)
    assert len(set(surnames.groups(named).values())) == people
    assert set(surnames.groups(named).values()) == set(surnames.groups(reversed(named)).values())


def test_the_note_gives_the_writings_taken_for_one_person() -> None:
    table = (
        "№\tМероприятие\tСрок\tОтветственные\n1\tПровести смотр чтецов\tмай 2032 года\tЧижкунова Г.К.\n"
        "2\tПодвести итоги смотра\tмай 2032 года\tЧижкунова Г.К.\n3\tНаградить чтецов\tиюнь 2032 года\tЧичкунова Г.К.\n"
    )
    text = f"{ACT}\n\nПриложение 1\nк приказу\n\nДорожная карта\n\n{table}"
    found = [p for p in read_order(text, "0" * 64, "act.txt").persons if p.name.startswith("Чи")]
    assert [(p.name, p.role, p.note) for p in found] == [
        ("Чижкунова Г.К.", "executes", "Чижкунова Г.К. = Чичкунова Г.К.")
    ]
