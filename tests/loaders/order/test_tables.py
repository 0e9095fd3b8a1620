"""Road maps of invented acts whose tables a recogniser has damaged at page breaks."""

from __future__ import annotations

from loaders.order.align import aligned
from loaders.order.read import read_order
from loaders.order.reading import Activity, Reading

HEAD = """УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ КЛЮЧЕВСКОГО РАЙОНА

ПРИКАЗ

от 12.05.2031 № 77

Об утверждении дорожной карты

ПРИКАЗЫВАЮ:
1. Утвердить дорожную карту (приложение).

Начальник управления    А.Б. Синицын

Приложение
к приказу от 12.05.2031 № 77

Дорожная карта

№ п/п\tНаправление\tНаименование мероприятий\tСроки\tОтветственный\tРезультат
"""
COLUMNS = ("no", "event", "title", "term", "responsible", "result")


def _read(*rows: str) -> Reading:
    return read_order(HEAD + "\n".join(rows) + "\n", "0" * 64, "act.txt")


def _map(*rows: str) -> tuple[Activity, ...]:
    return _read(*rows).activities


def test_a_row_that_goes_on_with_years_in_it_is_no_header() -> None:
    found = _map(
        "1.\tСоздание клуба\tПровести смотр клубов по плану на\tИюнь 2031\tМКУ «Родник»\tПриказ о смотре по плану",
        "\tчтения в районе\tклубной работы на 2031-2033 годы\t\t\tмероприятий на 2031-2033 годы",
        "2.\tОбмен опытом\tСобрать слёт чтецов\tИюль 2031\tМКУ «Родник»\tСправка",
    )
    assert [a.title for a in found] == [
        "Провести смотр клубов по плану на клубной работы на 2031-2033 годы",
        "Собрать слёт чтецов",
    ]
    assert found[0].result == "Приказ о смотре по плану мероприятий на 2031-2033 годы"


def test_rows_moved_left_stand_under_their_columns_again() -> None:
    found = _map(
        "1.\tКлубы\tОткрыть клуб чтецов\tИюнь 2031\tМКУ «Родник»\tПриказ",
        "\tПодобрать книги клуба\tIII квартал 2031\tМКУ «Родник»\tСписок",
        "Провести вечер чтецов\t\tПостоянно\tМКУ «Родник»\tОтчёт\t",
    )
    assert [(a.title, a.term_text, a.responsible, a.result) for a in found[1:]] == [
        ("Подобрать книги клуба", "III квартал 2031", ("МКУ «Родник»",), "Список"),
        ("Провести вечер чтецов", "Постоянно", ("МКУ «Родник»",), "Отчёт"),
    ]
    assert {a.no for a in found} == {"1"}
    assert {a.event for a in found} == {"Клубы"}


def test_words_in_the_number_column_go_on_with_the_next_one() -> None:
    found = _map(
        "3.\tОбучение ведущих\tСобрать ведущих клуба\tИюнь 2031\tМКУ «Родник»\tСписок",
        "и/или их замена\t\t\tДиректор МКУ «Родник»\tведущих клуба",
    )
    (one,) = found
    assert (one.no, one.event, one.result) == ("3", "Обучение ведущих и/или их замена", "Список ведущих клуба")
    assert one.responsible == ("МКУ «Родник»", "Директор МКУ «Родник»")


def test_officials_of_a_cell_without_line_breaks_are_told_apart() -> None:
    (one,) = _map(
        "1.\tКлубы\tОткрыть клуб\tИюнь 2031\t"
        "Директор МКУ «Родник» Заместитель директора МКУ «Родник» Руководители ОО\tПриказ"
    )
    assert one.responsible == ("Директор МКУ «Родник»", "Заместитель директора МКУ «Родник»", "Руководители ОО")


def test_a_body_with_commas_in_its_name_stays_whole() -> None:
    (one,) = _map("1.\tКлубы\tОткрыть клуб\tИюнь 2031\tМинистерство образования, науки и спорта, МКУ «Родник»\tПриказ")
    assert one.responsible == ("Министерство образования, науки и спорта", "МКУ «Родник»")


def test_fused_rows_become_two_activities() -> None:
    found = _map(
        "1.\tКлубы\tРазработка правил клуба чтецов района Проведение смотра «Книга года» среди клубов\t"
        "в течение 2031 года\tМКУ «Родник»\tПриказ"
    )
    assert [a.title for a in found] == [
        "Разработка правил клуба чтецов района",
        "Проведение смотра «Книга года» среди клубов",
    ]


def test_a_table_of_no_known_kind_is_listed_as_unread() -> None:
    reading = _read(
        "1.\tКлубы\tОткрыть клуб\tИюнь 2031\tМКУ «Родник»\tПриказ",
        "",
        "Памятка для ведущего клуба",
        "Буква\tЦвет\tПтица\tДерево\tКамень\tРека\tГора",
        "А\tалый\tаист\tакация\tагат\tАмга\tАргун",
    )
    assert any("аист" in u.text for u in reading.unread)


def test_aligning_leaves_fitting_and_unclear_rows_alone() -> None:
    fits = ["1.", "Клубы", "Ежегодно собирать чтецов", "Июнь 2031", "МКУ", "Отчёт"]
    assert aligned(fits, COLUMNS) == fits
    assert aligned(["", "слова", "без срока", "", "", ""], COLUMNS) == ["", "слова", "без срока", "", "", ""]
    assert aligned(["4.", "Собрать чтецов", "2031 год", "МКУ", "Отчёт"], COLUMNS) == [
        "4.", "", "Собрать чтецов", "2031 год", "МКУ", "Отчёт",
    ]  # fmt: skip
