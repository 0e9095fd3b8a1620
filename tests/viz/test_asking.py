"""Asking: what the pages of coverage, of who is responsible and of any other question say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from ontology.entities.vocabulary import Level, Role, SubjectKind
from ontology.errors import BadParameter
from ontology.ids import digest
from ontology.models import Assignment, Clause, Order, Subject
from queries.answer import answer
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import DISTRICT, HOSTILE, REGION, entities
from tests.viz.test_pages import Outline
from viz import pages
from viz.pages.coverage import cell_fragment
from viz.pages.responsibility.said import is_plural


@pytest.fixture(scope="module")
def whole() -> Iterator[GraphStore]:
    """The example, and an act of its district."""
    opened = open_store("sqlite:///:memory:")
    text = "klyuch 1.1"
    opened.write(
        [
            *entities(),
            Order(id="kl-3", kind="распоряжение", number="3", date="2022-02-01", territory=DISTRICT, title="О службе",
                  issuer="Управление"),
            Clause(id="kl-3.c", address="1.1", position=0, text_sha256=digest(text), order="kl-3"),
            Subject(id="imc", name="Методические кабинеты района", kind=SubjectKind.METHODICAL_SERVICE,
                    level=Level.MUNICIPAL, territory=DISTRICT, part_of="mms", clause="kl-3.c"),
            Assignment(id="a-imc", statement="s-imc", role=Role.RESPONSIBLE, position=0, quote_sha256=digest("q"),
                       quote=None, confidence=0.6, subject="imc", function="f-1-02", clause="kl-3.c"),
        ]
    )  # fmt: skip
    yield opened
    opened.close()


def test_the_matrix_of_subjects_has_a_column_for_each_holder_and_its_roles(whole: GraphStore) -> None:
    html = pages.coverage_page(whole, territory=REGION, by="subject", lang="ru")
    heads = re.findall(r'<th scope="col" class="level"[^>]*>(?:<a[^>]*>)?<bdi>(.*?)</bdi>', html)
    assert heads[0] == "Состояние ячейки" and heads[1] == "ЗИРО"  # the busiest first, by its short name
    assert "закреплены 4 из 6" in html and "функций: 3" in html
    row = html.split("1.03</span>")[1].split("</tr>")[0]
    assert "утверждает, контролирует" in row and "отвечает" in row
    assert HOSTILE[:10] not in html and "&lt;img src=x" in html  # the hostile body is a column too


def test_the_matrix_of_municipalities_stands_beside_the_region(whole: GraphStore) -> None:
    html = pages.coverage_page(whole, territory=REGION, by="municipality", lang="ru")
    assert "Ключевской район" in html.split("<thead>")[1].split("</thead>")[0]
    assert "Озёрный округ" not in html.split("<thead>")[1].split("</thead>")[0]
    every = pages.coverage_page(whole, territory=REGION, by="municipality", everywhere=True, lang="ru")
    assert "Озёрный округ" in every.split("<thead>")[1].split("</thead>")[0]
    own = pages.coverage_page(whole, territory=DISTRICT, by="municipality", lang="ru")
    assert "У муниципалитета нет своих муниципалитетов" in own


def test_a_cell_held_where_the_catalogue_expects_nobody_says_so(whole: GraphStore) -> None:
    words = {"territory": DISTRICT}
    rows = answer(whole, "coverage", words, lang="ru").rows
    odd = [row for row in rows if row["subjects"] and not row["expected"]]
    html = pages.coverage_page(whole, territory=DISTRICT, lang="ru")
    assert odd and html.count("(здесь не ожидается)") == len(odd)
    for row in odd:
        line = html.split(f"{row['function']['code'].removeprefix('F')}</span>")[1].split("</tr>")[0]
        assert f"субъектов: {row['subjects']}" in line and "(здесь не ожидается)" in line
    level = odd[0]["level"]
    html = pages.coverage_page(whole, territory=DISTRICT, by="subject", level=level, lang="ru")
    assert html.count("(здесь не ожидается)") == len([row for row in odd if row["level"] == level])


@pytest.mark.parametrize("by", ["level", "subject", "municipality"])
def test_the_files_hold_the_view_that_is_shown(whole: GraphStore, by: str) -> None:
    html = pages.coverage_page(whole, territory=REGION, by=by, direction="1", status="uncovered", lang="ru")
    link = re.search(r'<a href="([^"]+)" download>XLSX', html)
    assert link is not None
    asked = {n: v[0] for n, v in parse_qs(urlsplit(link[1].replace("&amp;", "&")).query).items()}
    assert asked.items() >= {"territory": REGION, "direction": "1", "status": "uncovered", "format": "xlsx"}.items()


def test_a_view_that_does_not_exist_is_one_clear_error(whole: GraphStore) -> None:
    with pytest.raises(BadParameter, match="by"):
        pages.coverage_page(whole, territory=REGION, by="colour", lang="ru")


def test_a_cell_tells_its_clauses_or_why_nobody_holds_it(whole: GraphStore) -> None:
    held = cell_fragment(whole, function="1.01", territory=REGION, level="regional", lang="ru")
    assert "п. 3.1.2" in held and 'href="/orders/zar-12?lang=ru#clause-3-1-2"' in held and "<blockquote>" in held
    nobody = cell_fragment(whole, function="2.03", territory=REGION, level="regional", lang="ru")
    assert "Никто." in nobody and "<ul" not in nobody
    alone = cell_fragment(whole, function="2.02", territory=REGION, subject="cnppm", lang="ru")
    assert "мастерства" in alone and "Заречный институт" not in alone


def test_the_answer_is_a_sentence_with_the_kind_of_the_act_and_how_sure_it_is(whole: GraphStore) -> None:
    html = pages.responsibility_page(
        whole, q="кто обучает работников методических служб в Ключевском районе", lang="ru"
    )
    said = re.sub(r"<[^>]+>", "", html.split('class="sentences">')[1].split("</ol>")[0])
    said = " ".join(said.split())
    assert (
        "Методические кабинеты района отвечают за функцию «Обучение работников методических служб» – "
        "п. 1.1 распоряжения № 3 от 01.02.2022." in said
    )
    assert "уверенность низкая, сверьтесь с текстом акта (60 %)" in said


def test_the_chain_upward_names_the_body_it_is_part_of(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, function="2.01", territory=REGION, lang="ru")
    chain = " ".join(re.sub(r"<[^>]+>", "", html.split('class="chain">')[1].split("</ol>")[0]).split())
    assert "Заречный институт развития образования – включает в свой состав: Центр непрерывного" in chain


def test_nobody_says_what_to_do_next(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, function="2.03", territory=REGION, lang="ru")
    assert "Что делать дальше" in html and "/findings?territory=xx-zar&amp;kind=uncovered-function" in html


def test_another_question_is_a_table_with_its_page_its_files_and_a_form(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, q="за что отвечает ЗИРО", lang="ru")
    assert "Какие функции закреплены за субъектом" in html and "Заречный институт развития образования" in html
    assert "/subjects/iro" in html and "/api/v1/questions/holdings?subject=iro&amp;format=xlsx&amp;lang=ru" in html
    assert 'name="question" value="holdings"' in html and "/orders/zar-12?lang=ru#clause-3-1-2" in html
    load = pages.responsibility_page(whole, q="хватает ли методистов в Заречной области", lang="ru")
    assert "/load?territory=xx-zar" in load and "514,67" in load


def test_a_form_asks_the_same_question_again(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, question="holdings", given={"subject": "ЦНППМ"}, lang="ru")
    assert "Диагностика профессиональных дефицитов" in html and "question=holdings" in html
    with pytest.raises(BadParameter):
        pages.responsibility_page(whole, question="nonsense", lang="ru")


def test_a_form_without_what_it_needs_is_answered_on_the_page(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, question="holdings", given={}, lang="ru")
    assert "Не задан параметр «subject»" in html and "Все вопросы, которые можно задать" in html


def test_rows_are_sorted_by_a_column_and_paged(whole: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def first(**how: str) -> str:
        html = pages.responsibility_page(whole, question="subjects_of", given={"territory": REGION}, lang="ru", **how)
        return re.sub(r"<[^>]+>", "", html.split("<tbody>")[1].split("</td>")[0]).strip()

    rising, falling = first(sort="name"), first(sort="-name")
    assert rising != falling and rising.casefold() < falling.casefold()
    monkeypatch.setattr("viz.pages.answer._ROWS", 5)
    assert first(sort="name", page="2") not in (rising, falling)
    html = pages.responsibility_page(whole, question="subjects_of", given={"territory": REGION}, page="2", lang="ru")
    assert "показаны 6–10" in html and "страница 2 из" in html
    wrong = pages.responsibility_page(whole, question="subjects_of", given={"territory": REGION}, page="99", lang="ru")
    assert "В этом списке нет страницы 99" in wrong


def test_what_was_not_understood_gets_the_nearest_and_all_questions(whole: GraphStore) -> None:
    html = pages.responsibility_page(whole, q="абракадабра службы реестры", territory=REGION, lang="ru")
    if "Как понят вопрос" in html:  # the words still name a function
        assert "Реестр" in html or "реестра" in html
    lost = pages.responsibility_page(whole, q="щъщъщъ", territory=REGION, lang="ru")
    assert "Никакая функция" in lost or "щъщъщъ" in lost
    assert lost.count('class="askable"') > 30 and "Заречная область: узкие места" in lost


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "how", [{"by": "subject"}, {"by": "municipality", "everywhere": True}], ids=["subject", "municipality"]
)
def test_the_wide_matrices_are_sound(whole: GraphStore, lang: str, how: dict[str, object]) -> None:
    outline = Outline(pages.coverage_page(whole, territory=REGION, lang=lang, **how))  # type: ignore[arg-type]
    assert max(outline.ids.values()) == 1


@pytest.mark.parametrize("q", ["узкие места", "какие замечания", "кто перегружен", "маршруты", "что нужно сделать"])
def test_answers_of_every_sort_are_sound_in_both_languages(whole: GraphStore, q: str) -> None:
    for lang in ("ru", "en"):
        outline = Outline(pages.responsibility_page(whole, q=q, territory=REGION, lang=lang))
        assert max(outline.ids.values()) == 1


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Методические объединения", True),
        ("Межмуниципальные методические центры", True),
        ("Центр непрерывного повышения мастерства педагогических работников", False),
        ("ЗИРО", False),
        ("Муниципальная методическая служба", False),
        ("Работники ММС", True),
    ],
)
def test_a_name_that_calls_several(name: str, plural: bool) -> None:
    assert is_plural(name) is plural
