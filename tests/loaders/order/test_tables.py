"""Road maps of invented acts whose tables a recogniser has damaged at page breaks."""

from __future__ import annotations

import pytest

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


PLAIN = HEAD.split("№ п/п")[0]


def _plain(text: str) -> Reading:
    return read_order(PLAIN + text, "0" * 64, "act.txt")


def _told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(a.title, a.responsible, a.due) for a in _plain(text).activities]


TWO = [("Создание клуба чтецов", ("МКУ «Родник»",), "2032-05-31"), ("Вечер чтецов", ("Школы района",), "2032-06-30")]


@pytest.mark.parametrize(
    "table",
    [
        "№\tМероприятие\tСрок\tОтветственный\n1\t2\t3\t4\n1\tСоздание клуба чтецов\tмай 2032\tМКУ «Родник»\n"
        "2\tВечер чтецов\tиюнь 2032\tШколы района\n",
        "| № | Мероприятие | Срок | Ответственный |\n|---|:---:|---|---|\n| 1 | Создание клуба чтецов | май 2032 | "
        "МКУ «Родник» |\n| 2 | Вечер чтецов | июнь 2032 | Школы района |\n",
        "Мероприятие | Срок | Ответственный\n--- | --- | ---\nСоздание клуба чтецов | май 2032 | МКУ «Родник»\n"
        "Вечер чтецов | июнь 2032 | Школы района\n",
        "Когда\tЧто делаем\tКто отвечает\nмай 2032\tСоздание клуба чтецов\tМКУ «Родник»\n"
        "июнь 2032\tВечер чтецов\tШколы района\n",
        "1.\tСоздание клуба чтецов\tмай 2032\tМКУ «Родник»\n2.\tВечер чтецов\tиюнь 2032\tШколы района\n",
        "№\tМероприятие\tСрок\tОтветственный\n1\tСоздание клуба\tмай 2032\tМКУ\n\f\n12\n"
        "№\tМероприятие\tСрок\tОтветственный\n\tчтецов\t\t«Родник»\n2\tВечер чтецов\tиюнь 2032\tШколы района\n",
        "№    Мероприятие          Срок         Ответственный\n1    Создание клуба       май 2032     МКУ «Родник»\n"
        "     чтецов\n2    Вечер чтецов         июнь 2032    Школы района\n",
        "Срок         Мероприятие          Ответственный\nмай 2032     Создание клуба       МКУ «Родник»\n"
        "             чтецов\nиюнь 2032    Вечер чтецов         Школы района\n",
        "№\tМероприятие\tСрок\t\tОтветственный\n\t\tначало\tокончание\t\n"
        "1\tСоздание клуба чтецов\t01.05.2032\t31.05.2032\tМКУ «Родник»\n"
        "2\tВечер чтецов\t01.06.2032\t30.06.2032\tШколы района\n",
    ],
    ids=[
        "counted",
        "pipes",
        "open-pipes",
        "term-first",
        "headless",
        "page",
        "fixed",
        "fixed-term-first",
        "two-row-head",
    ],
)
def test_one_road_map_however_it_is_laid_out(table: str) -> None:
    assert _told(table) == TWO


def test_section_rows_give_a_year_or_a_direction() -> None:
    found = _plain(
        "№\tМероприятие\tСрок\tОтветственный\nРаздел I. Клубы\t\t\t\n2032 год\t2032 год\t2032 год\t2032 год\n"
        "1\tСоздание клуба\tоктябрь\tМКУ «Родник»\nРаздел II. Обучение\t\t\t\n2033 год\t\t\t\n"
        "2\tКурсы чтецов\tдо 15 мая\tМКУ «Родник»\n3\tКурсы ведущих\tиюнь 2040\tМКУ «Родник»\n"
    ).activities
    assert [(a.direction, a.due) for a in found] == [
        ("Раздел I. Клубы", "2032-10-31"),
        ("Раздел II. Обучение", "2033-05-15"),
        ("Раздел II. Обучение", "2040-06-30"),
    ]


def test_a_plan_of_a_school_year_by_months() -> None:
    found = _plain(
        "ПЛАН РАБОТЫ\nклуба на 2032/2033 учебный год\n\nСодержание деятельности\tИсполнители\nСЕНТЯБРЬ\t\n"
        "Утверждение плана клуба\tРуководитель клуба\nМАРТ\t\nПроведение смотра чтецов\tУчителя чтения\n"
    ).activities
    assert [(a.title, a.due, a.periodicity) for a in found] == [
        ("Утверждение плана клуба", "2032-09-30", "once"),
        ("Проведение смотра чтецов", "2033-03-31", "once"),
    ]


def test_two_actions_with_two_dates_in_one_row_are_two_activities() -> None:
    assert _told(
        "№\tМероприятие\tСрок\tОтветственный\n1\t<p>Создание клуба</p><p>Проведение смотра</p>\t"
        "<p>май 2032</p><p>июнь 2032</p>\tМКУ «Родник»\n2\tВечер чтецов\tдо 01.09.2032 до 01.12.2032\tШколы района\n"
    ) == [
        ("Создание клуба", ("МКУ «Родник»",), "2032-05-31"),
        ("Проведение смотра", ("МКУ «Родник»",), "2032-06-30"),
        ("Вечер чтецов", ("Школы района",), "2032-12-01"),
    ]


def test_titles_that_slipped_a_row_up_stand_in_their_own_again() -> None:
    found = _map(
        "1.\tКлубы\tАнализ работы клубов чтецов района Разработка правил\tпостоянно\tМКУ «Родник»\tСправка",
        "\t\tИтоги смотра чтецов\tпостоянно\tМКУ «Родник»\tПравила",
        "\t\tИтоги смотра чтецов\tпо мере проведения\tМКУ «Родник»\tСписок",
    )
    assert [(a.title, a.result) for a in found] == [
        ("Анализ работы клубов чтецов района", "Справка"),
        ("Разработка правил", "Правила"),
        ("Итоги смотра чтецов", "Список"),
    ]


def test_targets_and_values_of_a_table_of_indicators() -> None:
    first, second, third = _plain(
        "Показатель\tЦелевое значение\tСрок достижения\nДоля клубов на смотре\tне менее 80 %\t2033 год\n"
        "Число чтецов\t1 250\t2034 год\nНаличие плана\tда\t\n"
    ).indicators
    assert first.target is not None and second.target is not None and third.target is None
    assert (first.target.op, first.target.value, first.target.period) == (">=", 80.0, "2033")
    assert (second.target.op, second.target.value, second.target.period) == ("=", 1250.0, "2034")


def _held(text: str) -> list[tuple[str, str, str, str | None]]:
    reading = _plain(text)
    named = {s.id: s for s in reading.subjects}
    return [(named[a.subject].name, a.statement, a.role, named[a.subject].level) for a in reading.assignments]


def test_a_matrix_of_functions_and_subjects() -> None:
    found = _held(
        "Функция\tИнститут чтения\tЦентр книги\tМетодический кабинет района\n"
        "Организация смотра чтецов\tО\tУ\t\nВедение реестра клубов\t\tО\tИ\nУтверждение плана смотра\tК\t\t\n"
    )
    assert [f[:3] for f in found] == [
        ("Институт чтения", "Организация смотра чтецов", "responsible"),
        ("Центр книги", "Организация смотра чтецов", "contributes"),
        ("Центр книги", "Ведение реестра клубов", "responsible"),
        ("Методический кабинет района", "Ведение реестра клубов", "informed"),
        ("Институт чтения", "Утверждение плана смотра", "accountable"),
    ]


def test_a_matrix_of_levels_names_the_bodies_in_its_cells() -> None:
    found = _held(
        "Направление\tРегиональный уровень\tМуниципальный уровень\n"
        "Диагностика чтецов\tИнститут чтения\tМетодический кабинет района\nОбучение чтецов\tЦентр книги\t\n"
    )
    assert [(f[0], f[1], f[3]) for f in found] == [
        ("Институт чтения", "Диагностика чтецов", "regional"),
        ("Методический кабинет района", "Диагностика чтецов", "municipal"),
        ("Центр книги", "Обучение чтецов", "regional"),
    ]


def test_functions_that_go_on_in_the_next_row_stay_apart() -> None:
    found = _held(
        "Уровень\tСубъект\tФункции\nРегиональный\tИнститут чтения\tорганизует смотр чтецов\n\t\tведёт реестр клубов\n"
        "\t\tпроведение чтений\n\t\tв каждой школе\nМуниципальный\tМетодический кабинет района\tсобирает сведения\n"
    )
    assert [f[:2] for f in found] == [
        ("Институт чтения", "организует смотр чтецов"),
        ("Институт чтения", "ведёт реестр клубов"),
        ("Институт чтения", "проведение чтений в каждой школе"),
        ("Методический кабинет района", "собирает сведения"),
    ]


def test_an_activity_told_for_several_terms_is_several() -> None:
    assert _told(
        "Мероприятие\tСрок\tОтветственный\nСоздание клуба\tмай 2032\tМКУ «Родник»\n\tиюнь 2032\tШколы района\n"
    ) == [("Создание клуба", ("МКУ «Родник»",), "2032-05-31"), ("Создание клуба", ("Школы района",), "2032-06-30")]


def test_a_numbered_row_without_a_term_heads_those_under_it() -> None:
    found = _plain(
        "№\tМероприятие\tСрок\tОтветственный\n1.\tКлубы\t\t\n1.1.\tСоздание клуба\tмай 2032\tМКУ «Родник»\n"
        "2.\tВечера\t\t\n2.1.\tВечер чтецов\tиюнь 2032\tШколы района\n"
    ).activities
    assert [(a.no, a.direction, a.title) for a in found] == [
        ("1.1", "1. Клубы", "Создание клуба"),
        ("2.1", "2. Вечера", "Вечер чтецов"),
    ]


def test_stamps_side_by_side_are_no_table() -> None:
    reading = _plain(
        "СОГЛАСОВАНО            ПРИНЯТО            УТВЕРЖДАЮ\nПрофсоюз               Совет              Директор\n"
        "Протокол № 1           Протокол № 2       Приказ № 5\n"
    )
    assert not any(u.reason == "a table of no known kind" for u in reading.unread)


def test_columns_of_time_with_marks_tell_the_term() -> None:
    found = _plain(
        "План на 2032 год\n\n№\tМероприятие\tОтветственный\tI кв.\tII кв.\tIII кв.\tIV кв.\n"
        "1\tСоздание клуба\tМКУ «Родник»\t+\t\t\t\n2\tСмотр чтецов\tМКУ «Родник» Школы района\t\t+\t\t+\n"
    ).activities
    assert [(a.term_text, a.due, a.responsible) for a in found] == [
        ("I кв.", "2032-03-31", ("МКУ «Родник»",)),
        ("II кв., IV кв.", "2032-12-31", ("МКУ «Родник»", "Школы района")),
    ]


def test_prose_with_wide_spaces_is_no_table() -> None:
    reading = _plain("Министр чтения                    А.Б. Синицын\n\n1.  Клуб   чтецов   проводит   смотр   книг.\n")
    assert reading.activities == () and reading.indicators == ()
    assert not any(u.reason == "a table of no known kind" for u in reading.unread)


def test_aligning_leaves_fitting_and_unclear_rows_alone() -> None:
    fits = ["1.", "Клубы", "Ежегодно собирать чтецов", "Июнь 2031", "МКУ", "Отчёт"]
    assert aligned(fits, COLUMNS) == fits
    assert aligned(["", "слова", "без срока", "", "", ""], COLUMNS) == ["", "слова", "без срока", "", "", ""]
    assert aligned(["4.", "Собрать чтецов", "2031 год", "МКУ", "Отчёт"], COLUMNS) == [
        "4.", "", "Собрать чтецов", "2031 год", "МКУ", "Отчёт",
    ]  # fmt: skip
