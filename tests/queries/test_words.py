"""People's words: forms, abbreviations, slips, look-alikes, whole questions; and what nobody is called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ontology.errors import BadParameter, UnknownFunction, UnknownQuestion, UnknownSubject, UnknownTerritory
from ontology.models import Territory
from ontology.russian import as_cyrillic, repair, stem
from queries.answer import answer
from queries.search import search
from queries.sentence import split_question
from queries.store import GraphStore
from queries.words import resolve_direction, resolve_function, resolve_subject, resolve_territory
from tests.queries.small import DISTRICT, REGION, clause, order, store_of, subject


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """A region with a centre, a service and an act."""
    with store_of(
        order("o", REGION, number="15-А", title="О региональной системе"),
        clause("c", "o"),
        subject(
            "centre",
            REGION,
            "regional",
            name="Центр непрерывного повышения профессионального мастерства",
            short="ЦНППМ",
        ),
        subject("mms", REGION, "municipal", generic=True, name="Муниципальная методическая служба"),
        subject("elkin", DISTRICT, "municipal", name="Методический центр Ёлкинского района"),
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("x-z", REGION),
        ("RU-ZAR", REGION),
        ("в Зареченской области", REGION),
        ("Зареченская", REGION),
        ("зареченской обл.", REGION),
        ("99600000", DISTRICT),
        ("в Ёлкинском районе", DISTRICT),
        ("Елкинский", DISTRICT),
        ("Ёлкинский р-н Зареченской области", DISTRICT),
        ("Ёлкинскй район", DISTRICT),
        ("Елкенский район", DISTRICT),
        ("Eлкинский район", DISTRICT),
        ("в Зареченске", "x-z.zarechny"),
        ("г. Зареченск", "x-z.zarechny"),
        ("Россия", "ru"),
        ("КБР", "ru-kb"),
        ("Рязанская область", "ru-rya"),
    ],
)
def test_territories(store: GraphStore, words: str, id: str) -> None:
    assert resolve_territory(store, words).taken.id == id


def test_what_else_a_territory_could_be(store: GraphStore) -> None:
    found = resolve_territory(store, "Зареченск")
    assert found.taken.id == "x-z.zarechny" and REGION in {a.id for a in found.alternatives}


def test_unknown_territory_names_the_nearest(store: GraphStore) -> None:
    with pytest.raises(UnknownTerritory) as caught:
        resolve_territory(store, "Белкинский район")
    assert "Ёлкинский муниципальный район" in caught.value.message("ru")
    for words in ("", "   ", "район", "!?", "'; DROP TABLE territories; --"):
        with pytest.raises(UnknownTerritory):
            resolve_territory(store, words)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("F1.01", "F1.01"),
        ("f1.02", "F1.02"),
        ("f-f1-01", "F1.01"),
        ("ведение реестра работников муниципальных методических служб", "F1.01"),
        ("ведёт реестр методических работников", "F1.01"),
        ("реестров", "F1.01"),
        ("peecтр работников служб", "F1.01"),
        ("риестр работников методических служб", "F1.01"),
        ("обучает работников ММС", "F1.02"),
        ("курсы для методистов", "F1.02"),
        ("банки данных", "F1.01"),
        ("training of workers", "F1.02"),
    ],
)
def test_functions(store: GraphStore, words: str, code: str) -> None:
    assert resolve_function(store, words).taken.code == code


def test_ambiguous_words_have_alternatives(store: GraphStore) -> None:
    found = resolve_function(store, "работники методических служб")
    assert {found.taken.code, *(a.code for a in found.alternatives)} == {"F1.01", "F1.02"}


def test_unknown_functions(store: GraphStore) -> None:
    for words in ("полёты на Луну", "", "и на в", "zzz"):
        with pytest.raises(UnknownFunction):
            resolve_function(store, words)
    with pytest.raises(UnknownFunction):
        resolve_direction(store, "полёты")
    assert resolve_direction(store, "1").taken.id == "d-1"


def test_subjects(store: GraphStore) -> None:
    assert resolve_subject(store, "ЦНППМ").taken.id == "centre"
    assert resolve_subject(store, "центру непрерывного повышения мастерства").taken.id == "centre"
    assert resolve_subject(store, "MMC").taken.id == "mms"  # typed on the wrong keyboard
    assert resolve_subject(store, "mms").taken.id == "mms"
    with pytest.raises(UnknownSubject):
        resolve_subject(store, "космодром")


@pytest.mark.parametrize(
    ("text", "question", "function", "territory"),
    [
        (
            "кто отвечает за ведение реестра работников в Зареченской области",
            "responsibility",
            "ведение реестра работников",
            "Зареченской области",
        ),
        ("Кто в Ёлкинском районе ведёт реестр?", "responsibility", "ведёт реестр", "Ёлкинском районе"),
        ("обучение методистов", "responsibility", "обучение методистов", ""),
        ("какие функции в Ёлкинском районе никем не закреплены", "coverage", "", "Ёлкинском районе"),
        ("нагрузка методистов в Зареченской области", "load", "", "Зареченской области"),
        ("повышение квалификации в системе образования в зареченской области", "responsibility",
         "повышение квалификации в системе образования", "зареченской области"),
        ("Зареченская область: кто ведёт реестр", "responsibility", "ведёт реестр", "Зареченская область"),
        ("", "responsibility", "", ""),
    ],
)  # fmt: skip
def test_whole_questions(text: str, question: str, function: str, territory: str) -> None:
    found = split_question(text)
    assert (found.question, found.function, found.territory) == (question, function, territory)


@pytest.mark.parametrize(
    ("words", "kind", "id"),
    [
        ("ЦНППМ", "subject", "centre"),
        ("MMC", "subject", "mms"),
        ("методических служб муниципальных", "subject", "mms"),
        ("Ёлкинскому району", "territory", DISTRICT),
        ("реестром работников методических служб", "function", "f-f1-01"),
        ("15-А", "order", "o"),
        ("F1.02", "function", "f-f1-02"),
    ],
)
def test_search(store: GraphStore, words: str, kind: str, id: str) -> None:
    best = search(store, words)[0]
    assert (best.kind, best.id) == (kind, id)


def test_search_is_calm_about_anything(store: GraphStore) -> None:
    for words in ("", "  ", "«»", "%_'\"\\", "\x00", "я" * 300, "🙂", "("):
        assert search(store, words) == []
    assert len(search(store, "методический", limit=2)) == 2


def test_search_sees_what_is_written_later() -> None:
    with store_of() as opened:
        assert not [h for h in search(opened, "планетарий") if h.kind == "subject"]
        opened.write([subject("new", REGION, "regional", name="Планетарий")])
        assert search(opened, "планетарием")[0].id == "new"


def test_look_alikes() -> None:
    assert repair("мeтодиcт OCR Word") == "методист OCR Word"
    assert as_cyrillic("MMC") == "ММС" and as_cyrillic("OCR") is None and as_cyrillic("ММС") is None
    assert stem("Губкине") == stem("Губкинский")


def test_wrong_questions_and_parameters(store: GraphStore) -> None:
    with pytest.raises(UnknownQuestion):
        answer(store, "no-such", {})
    for words in (
        {"territory": "x-z"},
        {"territory": "x-z", "function": "F1.01", "level": "galactic"},
        {"territory": "x-z", "function": "F1.01", "nonsense": "1"},
        {"territory": "", "function": "F1.01"},
        {"territory": "x-z", "function": "F1.01", "below": "perhaps"},
    ):
        with pytest.raises(BadParameter):
            answer(store, "responsibility", words)


def test_the_territory_may_stand_behind_the_name_of_a_subject() -> None:
    """«ЦНППМ Белгородской области» is the centre of that region, not a body whose name holds «Белгородской области»."""
    elsewhere = Territory(id="x-y", name="Ясеневская область", kind="region", part_of="ru")
    centres = [
        subject("s1", REGION, "regional", name="Центр повышения мастерства", short="ЦНППМ"),
        subject("s2", "x-y", "regional", name="Центр повышения мастерства", short="ЦНППМ"),
        subject("s3", "x-y", "regional", name="Департамент образования Ясеневской области"),
        subject("s4", "ru", "federal", name="Федеральный оператор"),
    ]
    with store_of(elsewhere, *centres) as store:
        for words, meant in (
            ("ЦНППМ Зареченской области", "s1"),
            ("ЦНППМ Ясеневской области", "s2"),
            ("центр мастерства в Ясеневской области", "s2"),
            ("департамент образования Ясеневской области", "s3"),
            ("федеральный оператор в Ясеневской области", "s4"),
        ):
            assert resolve_subject(store, words).taken.id == meant, words
