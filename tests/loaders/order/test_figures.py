"""Figures and dates of invented acts: indicators, bounds, terms of activities, terms that an act defines."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.order.norms import TEACHERS_PER_METHODIST, metric_of
from loaders.order.read import read_order
from loaders.order.reading import Reading
from loaders.order.terms import due, periodicity

HEAD = """МИНИСТЕРСТВО ЧТЕНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

Об утверждении Положения

ПРИКАЗЫВАЮ:
1. Утвердить Положение (приложение).

Министр    А.Б. Синицын

Приложение
к приказу от 12.05.2031 № 77

ПОЛОЖЕНИЕ
о смотре чтецов

"""


def _read(body: str) -> Reading:
    return read_order(HEAD + body, "0" * 64, "act.txt")


@pytest.mark.parametrize(
    ("term", "day", "how_often"),
    [
        ("II полугодие 2032 года", date(2032, 12, 31), "once"),
        ("2031-2033 гг.", date(2033, 12, 31), "once"),
        ("до 01.09.32", date(2032, 9, 1), "once"),
        ("I-II кв. 2033", date(2033, 6, 30), "once"),
        ("III и IV квартал 2032", date(2032, 12, 31), "once"),
        ("2032/33 учебный год", date(2033, 8, 31), "once"),
        ("лето 2033", date(2033, 8, 31), "once"),
        ("с 01.02.2032 по 30.06.2032", date(2032, 6, 30), "once"),
        ("раз в два года", None, None),
        ("сентябрь 2032, далее постоянный контроль", None, "ongoing"),
        ("июль ежегодно", None, "annual"),
        ("99.99.2032", None, "once"),
    ],
)
def test_terms_become_days_and_periods(term: str, day: date | None, how_often: str | None) -> None:
    assert (due(term), periodicity(term)) == (day, how_often)


def test_values_told_in_the_wording_of_an_indicator() -> None:
    reading = _read(
        "1. Показателями смотра являются:\n"
        "доля клубов, вышедших на смотр (2032 год – 10 %, 2033 год – 20,5 %);\n"
        "доля школ, в которых есть клуб, – 100 %;\n"
        "количество чтецов (не менее 150 человек к концу 2033 года).\n"
        "2. Показатели выступают основой для рейтинга клубов.\n"
    )
    first, second, third = reading.indicators
    assert first.name == "доля клубов, вышедших на смотр"
    assert [(o.period, o.kind, o.value, o.text) for o in first.observations] == [
        ("2032", "plan", 10.0, "10 %"),
        ("2033", "plan", 20.5, "20,5 %"),
    ]
    assert second.name == "доля школ, в которых есть клуб"
    assert second.target is not None and (second.target.op, second.target.value) == ("=", 100.0)
    assert third.target is not None
    assert (third.target.op, third.target.value, third.target.period) == (">=", 150.0, "2033")


def test_years_beside_a_base_value_are_plans() -> None:
    reading = _read(
        "1. Показатели смотра приведены в таблице.\n\n"
        "Показатель\tБазовое значение 2030\t2031\t2032\t2033\n"
        "Доля клубов на смотре, %\t10\tне менее 12\t15-20\t30\n"
    )
    (one,) = reading.indicators
    assert [(o.period, o.kind, o.value, o.text) for o in one.observations] == [
        ("2030", "actual", 10.0, "10"),
        ("2031", "plan", 12.0, "не менее 12"),
        ("2032", "plan", None, "15-20"),
        ("2033", "plan", 30.0, "30"),
    ]


def test_years_under_one_heading_are_columns() -> None:
    reading = _read(
        "1. Показатели смотра приведены в таблице.\n\n"
        "№\tПоказатель\tЗначения по годам\t\t\n\t\t2030\t2031\t2032\n1\tДоля клубов на смотре\t10\t20\t30\n"
    )
    (one,) = reading.indicators
    assert [(o.period, o.kind, o.value) for o in one.observations] == [
        ("2030", "actual", 10.0),
        ("2031", "plan", 20.0),
        ("2032", "plan", 30.0),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "На одного регионального методиста приходится не более 300 педагогов.",
        "Не более чем на 300 педагогов приходится один региональный методист.",
        "За региональным методистом закрепляется не более 300 педагогов области.",
    ],
)
def test_teachers_per_methodist_have_one_metric(sentence: str) -> None:
    (norm,) = _read(f"1. {sentence}\n").norms
    assert (norm.op, norm.value) == ("<=", 300.0)
    assert metric_of(norm.metric) == TEACHERS_PER_METHODIST


def test_bounds_in_sentences_say_of_what() -> None:
    reading = _read(
        "1. Заседания клуба проводятся не реже одного раза в квартал.\n"
        "2. Ведущий клуба обязан не менее двух раз в месяц читать вслух.\n"
        "3. Сбор книг осуществляется два раза в год: весной и осенью.\n"
        "4. Чтецы хранят записи вечеров в течение пяти лет, заявки клуб рассматривает в течение 10 рабочих дней.\n"
        "5. Клуб не может быть более 12 человек, продолжительность вечера – не менее 1,5 часов.\n"
        "6. Ведущим становится чтец со стажем чтения не менее трёх лет, клуб открыт для чтецов в возрасте до 35 лет.\n"
    )
    assert [(n.metric, n.op, n.value, n.unit, n.period, n.clause) for n in reading.norms] == [
        ("Заседания клуба проводятся", ">=", 1.0, "раз", "квартал", "1"),
        ("Ведущий клуба обязан читать вслух", ">=", 2.0, "раз", "месяц", "2"),
        ("Сбор книг осуществляется", "=", 2.0, "раз", "год", "3"),
        ("Чтецы хранят записи вечеров", ">=", 5.0, "лет", None, "4"),
        ("заявки клуб рассматривает", "<=", 10.0, "рабочих дней", None, "4"),
        ("Клуб", "<=", 12.0, "человек", None, "5"),
        ("продолжительность вечера", ">=", 1.5, "часов", None, "5"),
        ("Ведущим становится чтец со стажем чтения", ">=", 3.0, "лет", None, "6"),
        ("возраст чтецов", "<=", 35.0, "лет", None, "6"),
    ]


def test_two_bounds_of_one_sentence_are_two_norms() -> None:
    reading = _read("1. Один наставник сопровождает не более 25 педагогов и не более десяти молодых специалистов.\n")
    assert [(n.metric, n.value, n.unit) for n in reading.norms] == [
        ("педагогов на одного наставника", 25.0, "педагогов"),
        ("молодых специалистов на одного наставника", 10.0, "молодых специалистов"),
    ]


def test_who_is_counted_and_what_is_quoted_bounds_nothing() -> None:
    reading = _read(
        "1. Доля чтецов в возрасте до 35 лет составляет 22 %.\n"
        "2. В пункте 4 слова «один раз в год» заменить словами «два раза в год».\n"
        "3. Показателями смотра являются:\n"
        "доля чтецов со стажем не более 3 лет, вышедших на смотр.\n"
    )
    assert reading.norms == ()
    assert [(i.name, i.target) for i in reading.indicators] == [
        ("доля чтецов со стажем не более 3 лет, вышедших на смотр", None)
    ]


def test_targets_told_in_prose_under_a_heading() -> None:
    reading = _read(
        "1. Ожидаемые результаты\n\nРеализация плана позволит к 2037 году достигнуть следующих результатов:\n"
        "доля чтецов, прошедших смотр, составит не менее 60 %;\n"
        "число чтецов, которых ведёт один наставник, к 2035 году не будет превышать 250 человек;\n"
        "количество клубов – 9.\n\n2. Критерии смотра\n\n"
        "– доля клубов, вышедших на смотр (целевое значение – не ниже 85 %);\n"
        "– количество прочитанных книг.\n"
    )
    assert [(i.name, i.target and (i.target.op, i.target.value, i.target.period)) for i in reading.indicators] == [
        ("доля чтецов, прошедших смотр", (">=", 60.0, "2037")),
        ("число чтецов, которых ведёт один наставник", ("<=", 250.0, "2035")),
        ("количество клубов", ("=", 9.0, "2037")),
        ("доля клубов, вышедших на смотр", (">=", 85.0, None)),
        ("количество прочитанных книг", None),
    ]


def test_terms_of_a_list_within_a_clause() -> None:
    reading = _read(
        "1. Общие положения\n\n1.1. Положение определяет порядок смотра.\n"
        "1.2. В настоящем Положении используются следующие понятия:\n"
        "смотр чтецов – совокупность встреч, на которых читают вслух;\n"
        "клуб – объединение людей, которые читают вслух.\n\n2. Смотр\n\n2.1. Клуб чтецов организует смотр.\n"
    )
    assert [(t.term, t.clause) for t in reading.terms] == [("смотр чтецов", "1.2"), ("клуб", "1.2")]


def test_abbreviations_are_no_terms_and_presence_is_an_indicator() -> None:
    reading = _read(
        "1.1. В Положении используются следующие термины и сокращения:\nКЧ – клуб чтецов области;\n"
        "ДЧ – дом чтения области.\n\n2. Показателями смотра являются:\n"
        "разработан и реализуется план смотра на год;\nдоля клубов, вышедших на смотр.\n"
    )
    assert reading.terms == ()
    assert [i.name for i in reading.indicators] == [
        "разработан и реализуется план смотра на год",
        "доля клубов, вышедших на смотр",
    ]
