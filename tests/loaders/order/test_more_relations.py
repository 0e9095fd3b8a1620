"""More wordings of interactions, construct by construct: communication, requests, papers of others, the system."""

from __future__ import annotations

import pytest

from tests.loaders.order.test_relations import QUIET, act, towards


@pytest.mark.parametrize(
    ("statement", "kind", "other"),
    [
        ("доводит результаты диагностики до сведения опорных школ", "provides-data", "опорные школы"),
        ("довести приказ до опорных школ", "provides-data", "опорные школы"),
        ("знакомит опорные школы с итогами диагностики", "provides-data", "опорные школы"),
        ("вырабатывает предложения для Федерального института чтения", "provides-data", "Федеральный институт чтения"),
        ("осуществляет информационный обмен с опорными школами", "provides-data", "опорные школы"),
        ("направляет учителей на диагностику в Федеральный институт чтения", "requests", "Федеральный институт чтения"),
        ("направляет студентов на практику в опорные школы", "coordinates", "опорные школы"),
        ("координирует участие опорных школ в конкурсах", "coordinates", "опорные школы"),
        ("организует сетевое взаимодействие опорных школ", "coordinates", "опорные школы"),
        ("планирует работу школьных методических объединений", "coordinates", "школьные методические объединения"),
        ("организует стажировки учителей на базе опорных школ", "coordinates", "опорные школы"),
        ("проводит инструктаж муниципальных координаторов", "trains", "муниципальные координаторы"),
        ("обеспечивает деятельность школьных методических объединений", "supports",
         "школьные методические объединения"),
        ("проводит методические десанты в опорные школы", "supports", "опорные школы"),
        ("осуществляет контроль за участием опорных школ в конкурсах", "controls", "опорные школы"),
        ("контролирует своевременность представления сведений опорными школами", "controls", "опорные школы"),
        ("рассматривает итоги работы опорных школ", "controls", "опорные школы"),
        ("проводит экспертизу программ, представленных опорными школами", "controls", "опорные школы"),
        ("утверждает план занятий, представленный Федеральным институтом чтения", "approves",
         "Федеральный институт чтения"),
        ("согласовывает анкеты, разработанные Федеральным институтом чтения", "approves",
         "Федеральный институт чтения"),
        ("осуществляет общее руководство формированием и развитием РСМР", "coordinates", "субъекты РСМР"),
        ("формирование рабочей группы по внедрению программ", "coordinates", "Рабочая группа"),
        ("является региональным оператором РСМР", "coordinates", "субъекты РСМР"),
    ],
)  # fmt: skip
def test_a_statement_says_who_acts_towards_whom(statement: str, kind: str, other: str) -> None:
    assert ("ЦНППМ", kind, other) in towards(act(statement))


@pytest.mark.parametrize(
    ("statement", "kind", "other"),
    [
        ("проводит диагностику по заявкам ММС", "requests", "ММС"),
        ("осуществляет информационный обмен с опорными школами", "provides-data", "опорные школы"),
        ("проводит экспертизу программ, представленных опорными школами", "provides-data", "опорные школы"),
    ],
)
def test_the_other_body_acts_too(statement: str, kind: str, other: str) -> None:
    assert (other, kind, "ЦНППМ") in towards(act(statement))


def test_whose_request_it_is_is_not_turned_round() -> None:
    assert ("ЦНППМ", "requests", "ММС") not in towards(act("проводит диагностику по заявкам ММС"))


@pytest.mark.parametrize(
    "statement",
    [
        "назначает муниципального координатора РСМР",
        "координирует участие опорных школ в мероприятиях РСМР",
    ],
)
def test_the_system_is_spoken_of_and_not_acted_on(statement: str) -> None:
    assert not any(other == "субъекты РСМР" for _, _, other in towards(act(statement, points=QUIET)))


def test_a_report_expected_as_a_result_goes_to_whom_it_names() -> None:
    table = (
        "Приложение 2\nк приказу министерства\nот 12.03.2031 № 15-п\n\nДорожная карта\n\n"
        "№\tМероприятие\tСрок\tОтветственный\tРезультат\n"
        "1\tПодведение итогов года\tдо 01.10.2032\tЦНППМ\tДоклад в Федеральный институт чтения\n"
    )
    found = towards(act("изучает опыт", more=table))
    assert ("ЦНППМ", "reports", "Федеральный институт чтения") in found


def test_sources_named_in_one_sentence_give_data_to_the_operator() -> None:
    body = (
        "2.2. Оператором мониторинга является ЦНППМ.\n\n"
        "2.3. Источниками данных являются: сведения Института чтения, отчёты опорных школ, сайты районных центров.\n"
    )
    found = towards(act(more=body))
    assert {x for x, kind, y in found if (kind, y) == ("provides-data", "ЦНППМ")} == {
        "Институт чтения", "опорные школы", "районные центры",
    }  # fmt: skip


def test_the_one_leader_of_a_body_is_an_end_and_leaders_in_general_are_none() -> None:
    found = towards(act("отчитывается перед директором Института чтения"))
    assert any(who == "ЦНППМ" and kind == "reports" and other.startswith("директор") for who, kind, other in found)
    assert towards(act("проводит диагностику директоров опорных школ")) == set()


def test_parties_of_an_agreement_act_together_unless_none_is_named_first() -> None:
    told = "2.2. ММС работает на основании договора с Институтом чтения.\n"
    assert ("ММС", "coordinates", "Институт чтения") in towards(act(more=told))
    between = "2.2. Подписаны соглашения между ММС и Институтом чтения.\n"
    assert towards(act(more=between)) == set()


def test_a_bare_plural_names_a_role_of_the_system_only_where_it_is_taught_or_listed() -> None:
    assert ("ЦНППМ", "trains", "наставники") in towards(act("проводит обучение наставников"))
    assert towards(act("изучает опыт наставников")) == set()
