"""Whole questions in plain Russian: which question of the registry is meant, and what stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from ontology.errors import UnknownResource
from queries.answer import answer
from queries.days import find_days
from queries.plain_words import PLAIN
from queries.sentence import split_question
from queries.store import GraphStore
from queries.understand import parameters_of, understand
from tests.queries.small import DISTRICT, REGION, TODAY, clause, order, store_of, subject


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """A region with a centre, a service and an act; a district with a body of the same name."""
    with store_of(
        order("o", REGION, number="15-А"),
        clause("c", "o"),
        subject("centre", REGION, "regional", name="Центр непрерывного повышения мастерства", short="ЦНППМ"),
        subject("mms", REGION, "municipal", generic=True, name="Муниципальная методическая служба", short="ММС"),
        subject("dep", REGION, "regional", name="Департамент образования Зареченской области"),
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        ("какие соглашения просрочены в Зареченской области?", "agreements",
         {"overdue": "true", "territory": "в Зареченской области"}),
        ("Просроченные соглашения", "agreements", {"overdue": "true"}),
        ("соглашения ЦНППМ", "agreements", {"subject": "ЦНППМ"}),
        ("какие соглашения требуются от ММС", "agreements", {"status": "required", "subject": "ММС"}),
        ("какие соглашения не заключены", "agreements", {}),
        ("какие соглашения есть у департамента образования Зареченской области", "agreements",
         {"subject": "департамента образования", "territory": "Зареченской области"}),
        ("что должен сделать ЦНППМ до 1 июня", "activities", {"until": "2025-06-01", "subject": "ЦНППМ"}),
        ("что ЦНППМ обязан выполнить до конца 2024 года", "activities", {"until": "2024-12-31", "subject": "ЦНППМ"}),
        ("какие мероприятия просрочены у ММС", "activities", {"state": "overdue", "subject": "ММС"}),
        ("мероприятия Ёлкинского района в 2024 году", "activities",
         {"since": "2024-01-01", "until": "2024-12-31", "territory": "Ёлкинского района"}),
        ("кому ЦНППМ передаёт данные в Зареченской области", "data_flows",
         {"source": "ЦНППМ", "territory": "в Зареченской области"}),
        ("кто передаёт данные в ЦНППМ Зареченской области", "data_flows",
         {"target": "ЦНППМ", "territory": "Зареченской области"}),
        ("от кого ММС получает сведения", "data_flows", {"target": "ММС"}),
        ("кто кому передаёт данные", "data_flows", {}),
        ("на чём основан приказ № 15-А", "legal_basis", {"order": "приказ № 15-А"}),
        ("Какие акты опираются на приказ № 15-А от 10.01.2022?", "legal_basis",
         {"order": "приказ № 15-А от 10.01.2022"}),
        ("какие акты действуют в Ёлкинском районе", "acts_in_force", {"territory": "в Ёлкинском районе"}),
        ("какие показатели достигнуты в Зареченской области", "indicators",
         {"state": "met", "territory": "в Зареченской области"}),
        ("какие показатели утвердил приказ № 15-А", "indicators", {"order": "приказ № 15-А"}),
        ("кто исполняет приказ № 15-А", "executors", {"duty": "executes", "order": "приказ № 15-А"}),
        ("кто контролирует исполнение приказа № 15-А", "executors", {"duty": "controls", "order": "приказа № 15-А"}),
        ("кому подчиняется ЦНППМ", "superiors", {"subject": "ЦНППМ"}),
        ("кто контролирует ММС", "superiors", {"subject": "ММС"}),
        ("в каких маршрутах участвует ЦНППМ", "subject_routes", {"subject": "centre"}),
        ("за что отвечает центр непрерывного повышения мастерства", "holdings", {"subject": "centre"}),
        ("какие функции закреплены за ММС", "holdings", {"subject": "mms"}),
        ("какие функции в Ёлкинском районе никем не закреплены", "coverage",
         {"status": "uncovered", "territory": "в Ёлкинском районе"}),
        ("нагрузка методистов в Зареченской области", "load", {"territory": "в Зареченской области"}),
        ("что нужно сделать до 1 июня в Зареченской области", "calendar",
         {"until": "2025-06-01", "territory": "в Зареченской области"}),
        ("как связан ЦНППМ с ММС", "chains", {"source": "centre", "target": "mms"}),
        ("маршрут от ММС до департамента образования Зареченской области", "chains",
         {"source": "mms", "target": "dep"}),
        ("узкие места Зареченской области", "bottlenecks", {"territory": "Зареченской области"}),
        ("чем Ёлкинский район отличается от города Зареченска", "compare_territories",
         {"left": DISTRICT, "right": "x-z.zarechny"}),
    ],
)  # fmt: skip
def test_understood(store: GraphStore, text: str, question: str, words: dict[str, str]) -> None:
    found = understand(store, text, TODAY)
    assert (found.question, found.words) == (question, words)
    answer(store, found.question, found.words, as_of=TODAY)  # every parameter is one the question has


@pytest.mark.parametrize(
    "text",
    [
        "кто отвечает за заключение соглашений в Зареченской области",
        "заключение соглашений с организациями",
        "мониторинг показателей",
        "показатели эффективности",
        "кто передаёт данные мониторинга в Зареченской области",
        "кто контролирует ведение реестра в Зареченской области",
        "на чём основана система",
        "какие акты действовали до 1 июня в Зареченской области",
        "за что отвечает космодром",
        "что делает муниципалитет в Ёлкинском районе",
        "какие акты",
        "обучение методистов",
        "",
        "???",
        "№",
    ],
)
def test_anything_else_stays_a_question_of_responsibility_coverage_or_load(store: GraphStore, text: str) -> None:
    found, split = understand(store, text, TODAY), split_question(text)
    assert found.question == split.question
    assert found.words == {k: v for k, v in split.model_dump(exclude={"question"}).items() if v}


def test_an_act_that_is_not_loaded_is_said_so(store: GraphStore) -> None:
    found = understand(store, "на чём основан приказ № 999", TODAY)
    with pytest.raises(UnknownResource) as caught:
        answer(store, found.question, found.words)
    assert "приказ № 999" in caught.value.message("ru") and "15-А" in caught.value.message("ru")


def test_a_day_asked_about(store: GraphStore) -> None:
    found = understand(store, "какие приказы действовали на 01.06.2022 в Зареченской области", TODAY)
    assert (found.question, found.as_of) == ("acts_in_force", date(2022, 6, 1))
    assert understand(store, "просроченные мероприятия", TODAY).as_of is None


@pytest.mark.parametrize(
    ("text", "since", "until", "on", "rest"),
    [
        ("до 1 июня", None, "2025-06-01", None, ""),
        ("до 1 сентября", None, "2024-09-01", None, ""),
        ("к 15.10.2024 г. сдать", None, "2024-10-15", None, "сдать"),
        ("с 1 марта 2024 года по 31 мая 2024 года", "2024-03-01", "2024-05-31", None, ""),
        ("не позднее 5 мая 2025", None, "2025-05-05", None, ""),
        ("до конца года", None, "2024-12-31", None, ""),
        ("на 1 июня 2023 года", None, None, "2023-06-01", ""),
        ("на 2023-06-01", None, None, "2023-06-01", ""),
        ("за 2023 год", "2023-01-01", "2023-12-31", None, ""),
        ("в IV квартале 2024 года", "2024-10-01", "2024-12-31", None, ""),
        ("в мае", "2025-05-01", "2025-05-31", None, ""),
        ("в марте 2023 года", "2023-03-01", "2023-03-31", None, ""),
        ("до 31 февраля 2024", None, None, None, "до 31 февраля 2024"),
        ("в массовых школах до класса", None, None, None, "в массовых школах до класса"),
        ("в 2024 школах", None, None, None, "в 2024 школах"),
        ("в Октябрьском районе", None, None, None, "в Октябрьском районе"),
        ("в ноябре", "2024-11-01", "2024-11-30", None, ""),
        ("сроки этого квартала", "2024-07-01", "2024-09-30", None, "сроки"),
        ("на следующий год", "2025-01-01", "2025-12-31", None, ""),
        ("в прошлом месяце", "2024-08-01", "2024-08-31", None, ""),
        ("до конца месяца", None, "2024-09-30", None, ""),
        ("до конца следующей недели", None, "2024-09-08", None, ""),
        ("на 2025 год", "2025-01-01", "2025-12-31", None, ""),
        ("в ближайшие 10 дней", "2024-09-01", "2024-09-11", None, ""),
        ("в следующих классах", None, None, None, "в следующих классах"),
    ],
)
def test_days(text: str, since: str | None, until: str | None, on: str | None, rest: str) -> None:
    found = find_days(text, TODAY)
    assert [d.isoformat() if d else None for d in (found.since, found.until, found.on)] == [since, until, on]
    assert found.rest == rest


def test_plain_words_name_questions_and_parameters_there_are() -> None:
    for plain in PLAIN:
        names = parameters_of(plain.question)
        assert {param for param, _ in (*plain.flags.values(), *plain.sets)} | set(plain.required) <= names
        assert not plain.leftover or plain.leftover in names


def test_a_body_of_a_district_is_told_by_its_territory(store: GraphStore) -> None:
    found = understand(store, "кому подчиняется ММС в Ёлкинском районе", TODAY)
    assert found.words == {"subject": "ММС", "territory": "в Ёлкинском районе"}
    assert answer(store, found.question, found.words).params["territory"]["id"] == DISTRICT
