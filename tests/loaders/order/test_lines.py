"""Lines of invented acts that a page, a stamp or a narrow column has broken."""

from __future__ import annotations

import pytest

from loaders.order.read import read_order
from loaders.order.reading import Reading
from loaders.text import blocks, glue

HEAD = """МИНИСТЕРСТВО ОБРАЗОВАНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

Об утверждении Регламента

ПРИКАЗЫВАЮ:
1. Утвердить Регламент (приложение).

Министр    А.Б. Синицын

Приложение
к приказу от 12.05.2031 № 77

РЕГЛАМЕНТ

"""


def _read(body: str) -> Reading:
    return read_order(HEAD + body, "0" * 64, "act.txt")


def _paragraphs(text: str) -> list[str]:
    return [b.text for b in blocks(text) if b.kind == "paragraph"]


def test_a_dash_within_brackets_opens_no_item() -> None:
    assert _paragraphs("1. Областной клуб чтецов (далее\n– Клуб) собирает чтецов области.") == [
        "1. Областной клуб чтецов (далее – Клуб) собирает чтецов области."
    ]


def test_a_number_in_a_list_still_opens_an_item() -> None:
    assert len(_paragraphs("наличие клубов (без пустых и спящих\n- 8) учёт чтецов области")) == 2


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("взаи-", "модействие чтецов", "взаимодействие чтецов"),
        ("тью-", "торское дело", "тьюторское дело"),
        ("круг тьюто-", "ров", "круг тьюторов"),
        ("научно-", "методический", "научно-методический"),
        ("психолого-", "педагогический", "психолого-педагогический"),
        ("педагог-", "наставник", "педагог-наставник"),
        ("клуб", "чтецов", "клуб чтецов"),
    ],
)
def test_cut_words_are_joined_and_compounds_kept(left: str, right: str, whole: str) -> None:
    assert glue(left, right) == whole


def test_stamps_of_an_electronic_document_are_no_text() -> None:
    text = (
        "Клуб проводит смотр\n\nДокумент создан в электронной форме. № 12-34/5 от 01.02.2031. Исполнитель: Ким А.Б.\n"
        "Страница 2 из 6. Страница создана: 01.02.2031 10:44\n\nчтецов области.\n\n"
        "Министр        ДОКУМЕНТ ПОДПИСАН        А.Б. Синицын\n        ЭЛЕКТРОННОЙ ПОДПИСЬЮ\n"
        "Сертификат 00A1B2C3D4E5F60718293A4B5C6D7E8F\nВладелец Синицын Андрей Борисович\n"
        "Действителен с 01.03.2030 по 01.06.2031\n"
    )
    assert _paragraphs(text) == ["Клуб проводит смотр чтецов области.", "Министр А.Б. Синицын"]


def test_the_spaced_operative_word_stands_alone() -> None:
    assert _paragraphs("Об организации смотра чтецов\n\nп р и к а з ы в а ю:\n") == [
        "Об организации смотра чтецов",
        "п р и к а з ы в а ю:",
    ]


def test_points_of_articles_are_cited_with_their_article() -> None:
    reading = _read(
        "Статья 1. Предмет\n\n1. Регламент определяет порядок смотра.\n\nСтатья 2. Смотр\n\n"
        "1. Клуб чтецов организует смотр чтецов области.\n2. Совет чтецов утверждает итоги смотра:\n"
        "а) в начальной школе;\nб) в старшей школе.\n"
    )
    assert {a.clause for a in reading.assignments if "организует смотр" in a.statement} == {"ст. 2, п. 1"}
    assert "ст. 2, п. 2" in reading.clauses


def test_roman_chapters_with_dotted_points() -> None:
    reading = _read(
        "I. Общие положения\n\nI.1. Регламент определяет порядок смотра.\n\nII. Смотр\n\n"
        "II.1. Клуб чтецов организует смотр чтецов области.\n"
    )
    assert [a.clause for a in reading.assignments if "организует смотр" in a.statement] == ["II.1"]


def test_a_captioned_table_is_cited_by_its_number() -> None:
    reading = _read(
        "1. Кто что делает, говорит таблица.\n\nТаблица 3\nСубъект\tФункции\n"
        "Клуб чтецов\tорганизует смотр чтецов области\nСовет чтецов\tутверждает итоги смотра\n"
    )
    assert {a.clause.rsplit(", ", 1)[-1] for a in reading.assignments if a.statement.startswith("орган")} == {"табл. 3"}
