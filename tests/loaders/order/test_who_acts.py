"""Who acts towards whom where the construct, not the verb alone, tells it; agreements of whole sections."""

from __future__ import annotations

import pytest

from tests.loaders.order.test_relations import QUIET, act, agreed, towards


@pytest.mark.parametrize(
    ("statement", "kind", "other"),
    [
        ("отчитывается на заседании Областного совета чтения", "reports", "Областной совет чтения"),
        ("представляет методические материалы на Областном совете чтения", "provides-data", "Областной совет чтения"),
        ("проводит методические выезды в опорные школы", "supports", "опорные школы"),
        ("проводит консультации и занятия для педагогов опорных школ", "supports", "опорные школы"),
        ("посещает занятия опорных школ и проводит их анализ", "controls", "опорные школы"),
        ("отбирает педагогов в Областной совет чтения", "approves", "Областной совет чтения"),
    ],
)
def test_wordings(statement: str, kind: str, other: str) -> None:
    assert ("ЦНППМ", kind, other) in towards(act(statement))


def test_whoever_learns_with_a_body_is_trained_by_it() -> None:
    found = towards(act("повышает квалификацию у Федерального института чтения"))
    assert ("Федеральный институт чтения", "trains", "ЦНППМ") in found


@pytest.mark.parametrize(
    "statement",
    [
        "представляет на утверждение состав Областного совета чтения",
        "разрабатывает Концепцию методического сопровождения опорных школ",
        "размещает на сайте План мероприятий, направленный на сопровождение опорных школ",
        "собирает банк практик по сопровождению опорных школ",
    ],
)
def test_what_a_paper_is_about_is_no_deed(statement: str) -> None:
    assert not {k for who, k, _ in towards(act(statement)) if who == "ЦНППМ"} & {"approves", "supports"}


def test_the_partner_gives_what_is_agreed_about() -> None:
    more = "2.2. ММС взаимодействует с ЦНППМ по вопросам:\n\n- обмена опытом чтения;\n\n- обучения школьных тьюторов.\n"
    found = towards(act("проводит диагностику", more=more))
    assert ("ММС", "coordinates", "ЦНППМ") in found
    assert ("ЦНППМ", "trains", "школьные тьюторы") in found
    assert ("ММС", "trains", "школьные тьюторы") not in found


def test_who_is_only_recommended_something_is_not_controlled() -> None:
    points = (
        "2. Институту чтения (Выдумкин И.И.) провести смотр.\n\n"
        "3. Рекомендовать муниципальным управлениям чтения составить списки.\n\n"
        "4. Контроль за исполнением приказа возложить на заместителя министра Небылицына Н.Н.\n"
    )
    controlled = {
        whom.lower() for _, kind, whom in towards(act("проводит диагностику", points=points)) if kind == "controls"
    }
    assert any("институт" in whom for whom in controlled)
    assert not any("управлени" in whom for whom in controlled)


def test_a_participle_tells_who_agrees_with_others() -> None:
    more = (
        "2.2. ЦНППМ возглавляет заведующий, назначаемый Институтом чтения по согласованию с Областным советом чтения.\n"
    )
    points = "2. Институту чтения (Выдумкин И.И.) провести смотр.\n\n3. Областному совету чтения назначить жюри."
    found = towards(act("проводит диагностику", more=more, points=points))
    assert ("ЦНППМ", "requests", "Областной совет чтения") not in found
    assert ("Институт чтения", "requests", "Областной совет чтения") in found


def test_heads_do_not_act_towards_their_own_bodies() -> None:
    reading = act(
        "проводят мониторинг опорных школ", "контролируют Областной совет чтения", of="Руководители опорных школ"
    )
    assert len(reading.assignments) == 2
    assert towards(reading) == {("Руководители опорных школ", "controls", "Областной совет чтения")}


def test_an_apposition_names_no_second_body() -> None:
    more = (
        "2.2. Институт чтения (далее – ИЧ):\n\n- издаёт журнал.\n\n"
        "2.3. Центр смотров (далее – ЦС), структурное подразделение ИЧ:\n\n- координирует деятельность опорных школ.\n"
    )
    who = {w for w, k, whom in towards(act("проводит диагностику", more=more)) if whom == "опорные школы"}
    assert who == {"ЦС"}


def test_an_agreement_with_those_the_doer_takes_on() -> None:
    found = agreed(act("привлекает к работе Областной союз чтецов на основании договоров"))
    assert [parties for parties, _ in found] == [{"ЦНППМ", "Областной союз чтецов"}]


def test_organisations_partners_are_a_party_with_the_host() -> None:
    more = "2.2. На основании соглашений с организациями-партнёрами в ЦНППМ может работать клуб.\n"
    found = agreed(act("проводит диагностику", more=more, points=QUIET))
    assert [parties for parties, _ in found] == [{"ЦНППМ", "организации-партнёры"}]
