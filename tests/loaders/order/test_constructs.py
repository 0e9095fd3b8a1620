"""The constructs of the genre, one by one, in sentences of our own."""

from __future__ import annotations

import pytest

from loaders.order.read import read_order
from loaders.order.reading import Reading
from tests.loaders.order.frame import QUIET, frame

HEAD = frame(
    ministry="ОБРАЗОВАНИЯ ТРИДЕВЯТОГО КРАЯ",
    written="12 марта 2024",
    day="12.03.2024",
    number="15-р",
    heading="Субъекты системы",
)


def act(body: str = "", points: str = QUIET) -> Reading:
    return read_order(HEAD.format(body=body, points=points), "0" * 64, "invented.txt")


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """(subject's short form or name, statement, clause) of all assignments."""
    names = {s.id: s.short or s.name for s in reading.subjects}
    return [(names[a.subject], a.statement, a.clause) for a in reading.assignments]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("2.1. ЦНППМ.\n\nФункции:\n\n– проводит диагностику;\n\n– ведёт реестр.",
         [("ЦНППМ", "проводит диагностику", "2.1"), ("ЦНППМ", "ведёт реестр", "2.1")]),
        ("2.1. Функции ЦНППМ:\n\nпроводит диагностику;\n\nведёт реестр.",
         [("ЦНППМ", "проводит диагностику", "2.1"), ("ЦНППМ", "ведёт реестр", "2.1")]),
        ("2.1. К полномочиям ЦНППМ относятся:\n1) ведение реестра;\n2) согласование планов.",
         [("ЦНППМ", "ведение реестра", "2.1.1"), ("ЦНППМ", "согласование планов", "2.1.2")]),
        ("2.1. На ЦНППМ возлагаются следующие функции:\nа) ведение реестра;\nб) отбор наставников.",
         [("ЦНППМ", "ведение реестра", "2.1.а"), ("ЦНППМ", "отбор наставников", "2.1.б")]),
        ("2.1. Основными задачами ЦНППМ являются:\n- сопровождение педагогов.",
         [("ЦНППМ", "сопровождение педагогов", "2.1")]),
        ("2.1. ЦНППМ участвует в:\n- разработке программ;\n- проведении семинаров.",
         [("ЦНППМ", "разработке программ", "2.1"), ("ЦНППМ", "проведении семинаров", "2.1")]),
        ("2.1. Деятельность ЦНППМ направлена на:\n- развитие наставничества.",
         [("ЦНППМ", "развитие наставничества", "2.1")]),
        ("2.1. Мониторинг осуществляется ЦНППМ ежегодно.",
         [("ЦНППМ", "Мониторинг осуществляется ЦНППМ ежегодно", "2.1")]),
        ("2.1. Координатором системы является ЦНППМ.",
         [("ЦНППМ", "Координатором системы является ЦНППМ", "2.1")]),
        ("2.1. Ведение реестра возлагается на ЦНППМ.",
         [("ЦНППМ", "Ведение реестра возлагается на ЦНППМ", "2.1")]),
        ("2.1. Руководство работой осуществляет ЦНППМ.",
         [("ЦНППМ", "Руководство работой осуществляет ЦНППМ", "2.1")]),
        ("2.1. Методист школы обязан:\nа) посещать уроки.",
         [("Методист школы", "посещать уроки", "2.1.а")]),
        ("2.1. Функции ЦНППМ:\n- составляет карту:\n  ○ по предметам;\n  ○ по районам;\n- ведёт реестр.",
         [("ЦНППМ", "составляет карту: ○ по предметам; ○ по районам", "2.1"), ("ЦНППМ", "ведёт реестр", "2.1")]),
        ("2.1. Функции ЦНППМ:\n- проводит диагностику педагогических\n\n7\n\nработников края;\n- ведёт реестр.",
         [("ЦНППМ", "проводит диагностику педагогических работников края", "2.1"), ("ЦНППМ", "ведёт реестр", "2.1")]),
    ],
)  # fmt: skip
def test_statements(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(act(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "2.1. Задачи системы:\n- развитие наставничества.",
        "2.1. Принципы работы:\n- открытость и адресность.",
        "2.1. ЦНППМ имеет право:\n- запрашивать сведения.",
        "2.1. Педагоги проходят диагностику раз в три года.",
        "2.1. Взаимодействие строится на основе соглашений.",
        "2.1. Результаты мониторинга размещаются на сайте.",
    ],
)
def test_what_gives_nobody_a_function_is_listed_unread(body: str) -> None:
    reading = act(body)
    assert told(reading) == []
    assert any(u.text and u.reason for u in reading.unread)


@pytest.mark.parametrize(
    ("points", "subject", "clause", "role"),
    [
        ("2. Директору лицея «Заря» (Выдумова А.А.) обеспечить набор.", "Директор лицея «Заря»", "приказ, п. 2",
         "responsible"),
        ("2. Контроль возложить на заместителя министра Б.Б. Небылова.", "заместитель министра", "приказ, п. 2",
         "accountable"),
        ("2. Руководителям школ:\n2.1. Назначить кураторов.", "Руководители школ", "приказ, п. 2.1", "responsible"),
        ("2. Определить ЦНППМ координатором системы.", "ЦНППМ", "приказ, п. 2", "responsible"),
    ],
)  # fmt: skip
def test_points_of_the_act(points: str, subject: str, clause: str, role: str) -> None:
    reading = act(points=points)
    assert [(s, c) for s, _, c in told(reading)] == [(subject, clause)]
    assert reading.assignments[0].role == role


def test_control_kept_by_the_signer_is_the_duty_of_their_post() -> None:
    reading = act(points="2. Контроль за исполнением приказа оставляю за собой.")
    assert told(reading) == [("Министр", "Контроль за исполнением приказа оставляю за собой", "приказ, п. 2")]
    assert reading.assignments[0].role == "accountable"
    assert [(p.name, p.role) for p in reading.persons] == [("Выдумкин И.И.", "signs"), ("Выдумкин И.И.", "controls")]


def test_a_heading_with_two_subjects_gives_its_statements_to_both() -> None:
    reading = act("2.1. Методический совет школы и предметные кафедры\n\nФункции:\n\n- рассматривают программы.")
    assert {s for s, _, _ in told(reading)} == {"Методический совет школы", "предметные кафедры"}
    assert {a.role for a in reading.assignments} == {"consulted"}


def test_one_body_under_several_names_and_slips_is_one_subject() -> None:
    body = (
        "2.1. ЦНППМ ведёт реестр.\n"
        "2.2. Центр непрерывного повышения профессионального мастерства проводит диагностику.\n"
        "2.3. ЦНППM организует стажировки.\n2.4. ЦНПМ готовит методистов."  # a Latin M, a lost letter
    )
    reading = act(body)
    assert len(reading.assignments) == 4
    assert {s for s, _, _ in told(reading)} == {"ЦНППМ"}


def test_levels_generic_and_municipality() -> None:
    body = (
        "2.1. Муниципальный уровень\n\n2.1.1. Муниципальная методическая служба\n\nФункции:\n- проводит семинары.\n\n"
        "2.1.2. МКУ «Методический центр» города Небылинска\n\nФункции:\n- готовит отчёты.\n\n"
        "2.2. Уровень образовательной организации\n\n2.2.1. Наставник\n\nФункции:\n- посещает уроки."
    )
    found = {s.name: s for s in act(body).subjects}
    service, centre, mentor = (found[n] for n in (
        "Муниципальная методическая служба", "МКУ «Методический центр» города Небылинска", "Наставник"))  # fmt: skip
    assert (service.level, service.kind, service.generic, service.municipality) == (
        "municipal",
        "methodical-service",
        True,
        None,
    )
    assert (centre.level, centre.kind, centre.generic, centre.municipality) == (
        "municipal",
        "centre",
        False,
        "город Небылинск",
    )
    assert (mentor.level, mentor.kind) == ("institutional", "role")


def test_tables_of_activities_and_indicators() -> None:
    body = (
        "2.1. ЦНППМ ведёт реестр.\n\nПриложение 2\nк приказу министерства\n\n"
        "№\tМероприятие\tСрок\tОтветственный\tРезультат\n"
        "1.\tСлёт методистов\tII квартал 2024 г.\tЦНППМ\tРезолюция\n2.\tСеминар для\tежегодно\tЦНППМ\tСправка\n\n"
        "№\tМероприятие\tСрок\tОтветственный\tРезультат\n\tнаставников\t\t\tо семинаре\n\n"
        "Приложение 3\nк приказу министерства\n\n№\tПоказатель\tЗначение на январь 2024 года\tПлан на 2025 год\n"
        "1\tКоличество педагогов, закреплённых за одним региональным методистом\t410 чел.\t250 чел.\n"
    )
    reading = act(body)
    first, second = reading.activities
    assert (first.title, first.due, first.periodicity, first.clause) == (
        "Слёт методистов",
        "2024-06-30",
        "once",
        "прил. 2, п. 1",
    )
    assert (second.title, second.due, second.periodicity, second.result) == (
        "Семинар для наставников",
        None,
        "annual",
        "Справка о семинаре",
    )
    assert first.responsible_ids == (reading.assignments[0].subject,)
    (indicator,) = reading.indicators
    assert [(o.period, o.kind, o.value) for o in indicator.observations] == [
        ("2024-01", "actual", 410),
        ("2025", "plan", 250),
    ]
    assert indicator.unit == "чел."


def test_clause_texts_have_hashes() -> None:
    clauses = act("2.1. ЦНППМ ведёт реестр.\n2.2. ЦНППМ проводит диагностику.").clauses
    assert clauses["2.1"].text == "2.1. ЦНППМ ведёт реестр."
    assert len(clauses["2.1"].sha256) == 64
    assert clauses["2.1"].sha256 != clauses["2.2"].sha256


def test_metadata() -> None:
    order = act(points="2. Признать утратившим силу приказ министерства от 01.02.2020 № 7 «О методистах».").order
    assert (order.kind, order.number, order.date, order.region, order.municipality) == (
        "приказ",
        "15-р",
        "2024-03-12",
        "Тридевятый край",
        None,
    )
    assert order.issuer == "Министерство образования Тридевятого края"
    assert order.title == "Об утверждении Положения"
    assert [(r.number, r.date) for r in order.repeals] == [("7", "2020-02-01")]
