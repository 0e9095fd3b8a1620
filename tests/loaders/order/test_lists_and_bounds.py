"""Lists of indicators and terms, levels told by verbs, bounds of a range and of a term, of invented acts."""

from __future__ import annotations

import pytest

from loaders.order.bounds import told
from loaders.order.glossary import explained
from loaders.order.reading import Reading
from tests.loaders.order.test_figures import _read


def _bounds(reading: Reading) -> list[tuple[str, float, str | None, str]]:
    return [(n.op, n.value, n.unit, n.clause) for n in reading.norms]


def test_indicators_after_a_road_map_under_a_title_of_their_own() -> None:
    reading = _read(
        "№ п/п\tМероприятие\tОтветственные\tСрок\tРезультат\n"
        "1.1\tСлёт чтецов\tЦентр чтения\tмай 2032 г.\tпрограмма слёта\n"
        "1.2\tОткрытие клубов\tЦентр чтения\tдо 01.09.2032\tне менее 7 клубов\n\n"
        "Показатели смотра\n\n"
        "№ п/п\tПоказатель\tЕд. изм.\t2031 г. (факт)\t2032 г.\t2033 г.\n"
        "1\tДоля клубов, вышедших на смотр\t%\t8,5\t20\t40\n"
        "2\tКоличество читальных залов\tед.\t–\t3\t5\n"
    )
    assert [a.title for a in reading.activities] == ["Слёт чтецов", "Открытие клубов"]
    assert [(i.name, i.unit) for i in reading.indicators] == [
        ("Доля клубов, вышедших на смотр", "%"),
        ("Количество читальных залов", "ед."),
    ]
    assert [(o.period, o.kind, o.value) for o in reading.indicators[0].observations] == [
        ("2031", "actual", 8.5),
        ("2032", "plan", 20.0),
        ("2033", "plan", 40.0),
    ]


@pytest.mark.parametrize(
    ("text", "name", "op", "value", "period"),
    [
        ("количество клубов чтецов достигнет 5", "количество клубов чтецов", ">=", 5.0, None),
        ("доля пустых залов снизится до 10 %", "доля пустых залов", "<=", 10.0, None),
        ("число чтецов к 2033 году вырастет до 1 200 человек", "число чтецов", ">=", 1200.0, "2033"),
        ("доля чтецов составит 60 процентов", "доля чтецов", "=", 60.0, None),
    ],
)
def test_levels_told_by_a_verb(text: str, name: str, op: str, value: float, period: str | None) -> None:
    found, target, seen = told(text)
    assert (found, target and (target.op, target.value, target.period)) == (name, (op, value, period))
    assert [o.value for o in seen] == [value]


def test_a_year_above_a_list_holds_for_levels_told_by_verbs() -> None:
    reading = _read(
        "VI. Ожидаемые результаты\n\nК концу 2034 года:\n– количество клубов чтецов достигнет 5;\n"
        "– доля пустых залов снизится до 10 %.\n"
    )
    assert [i.name for i in reading.indicators] == ["количество клубов чтецов", "доля пустых залов"]
    assert {(n.op, n.value, n.period) for n in reading.norms} == {(">=", 5.0, "2034"), ("<=", 10.0, "2034")}


def test_what_a_monitoring_is_led_by_are_indicators() -> None:
    reading = _read(
        "3. Показатели смотра\n\n3.1. Мониторинг проводится по показателям:\n"
        "по выявлению лучших чтецов;\nпо поддержке клубов чтения.\n\n"
        "4. Участники\n\n4.1. Центр чтения:\nа) проводит смотр;\nб) ведёт летопись смотра.\n"
    )
    assert [(i.name, i.clause) for i in reading.indicators] == [
        ("по выявлению лучших чтецов", "3.1"),
        ("по поддержке клубов чтения", "3.1"),
    ]
    assert len(reading.assignments) == 2


def test_terms_among_abbreviations() -> None:
    reading = _read(
        "1. Общие положения\n\n1.1. Положение определяет порядок смотра.\n"
        "1.2. В Положении применяются следующие термины и сокращения:\n"
        "читальный округ – объединение двух и более клубов для общих чтений;\n"
        "ДЧ – дом чтения области;\n"
        "опорный клуб – клуб, у которого есть читальный зал.\n\n2. Смотр\n\n2.1. Клуб чтецов организует смотр.\n"
    )
    assert [(t.term, t.clause) for t in reading.terms] == [("читальный округ", "1.2"), ("опорный клуб", "1.2")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Под читальным округом в Положении понимается союз клубов, под опорным клубом – клуб с залом.",
         ["читальный округ", "опорный клуб"]),
        ("Под Смотром понимается встреча чтецов.", ["Смотр"]),
        ("Под наставниками клуба понимаются опытные чтецы.", ["наставники клуба"]),
        ("Под руководством старосты клуб понимает задачу.", []),
    ],
)  # fmt: skip
def test_terms_explained_by_what_they_stand_for(text: str, terms: list[str]) -> None:
    assert explained(text) == terms


def test_a_range_a_term_and_counts_promised_are_norms() -> None:
    reading = _read(
        "1. Наставники\n\n1.1. Наставники клубов помогают чтецам. На одного наставника приходится от 3 до 7 чтецов.\n"
        "1.2. Творческие группы чтецов создаются на срок до одного года и готовят смотр.\n"
        "1.3. Чтецы со стажем от 3 до 7 лет читают на смотре.\n\n"
        "| № | Мероприятие | Ответственный | Срок | Результат |\n|---|---|---|---|---|\n"
        "| 1 | Слёт чтецов | Центр чтения | май 2032 г. | не менее 150 участников |\n"
        "| 2 | Обучение ведущих | Центр чтения | май 2032 г. | Обучено не менее 68 ведущих |\n"
        "| 3 | Сбор анкет | Центр чтения | май 2032 г. | анкеты сданы не позднее 5 дней, не более 2 раз |\n"
    )
    assert [n for n in _bounds(reading) if n[3] == "1.1"] == [
        (">=", 3.0, "чтецов", "1.1"),
        ("<=", 7.0, "чтецов", "1.1"),
    ]
    assert [(n.value, n.metric) for n in reading.norms if n.clause == "1.2"] == [
        (1.0, "срок: Творческие группы чтецов")
    ]
    assert not [n for n in _bounds(reading) if n[3] == "1.3"]
    assert [(n.value, n.op, n.metric) for n in reading.norms if "Слёт" in n.metric or "Обучение" in n.metric] == [
        (150.0, ">=", "Слёт чтецов: участников"),
        (68.0, ">=", "Обучение ведущих: ведущих"),
    ]
    assert not [n for n in reading.norms if "Сбор" in n.metric]


@pytest.mark.parametrize("tail", ["в состав которого входят чтецы области", "на базе которого читают вслух"])
def test_a_relative_clause_with_words_before_it_is_no_name(tail: str) -> None:
    reading = _read(
        f"1. Участники\n\n1.1. Областной читательский совет, {tail}:\n1) проводит смотр;\n2) ведёт летопись смотра.\n"
    )
    names = {s.id: s.name for s in reading.subjects}
    assert {names[a.subject] for a in reading.assignments} == {"Областной читательский совет"}
    assert [a.clause for a in reading.assignments] == ["1.1.1", "1.1.2"]
