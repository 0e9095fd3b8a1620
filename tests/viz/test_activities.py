"""What the page of activities says: states, headings of the road map, what comes next, the timeline, filters, files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from ontology.errors import BadParameter
from ontology.models import Activity
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import EMPTY, HOSTILE, REGION
from tests.viz.plans_example import DAY, FIRST, plans
from viz.pages import activities_page
from viz.plans.activities import ActivityFilter, activities_found, activity_entries, directions

ALL = ActivityFilter(territory=REGION)
LINE = replace(ALL, view="timeline")


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    opened = open_store("sqlite:///:memory:")
    opened.write(plans())
    yield opened
    opened.close()


def _page(store: GraphStore, wanted: ActivityFilter = ALL, **more: str) -> html.HtmlElement:
    return html.document_fromstring(activities_page(store, wanted, as_of=DAY, lang="ru", **more))


def _ids(page: html.HtmlElement) -> list[str]:
    return [str(id).removeprefix("act-") for id in page.xpath("//tr[@id]/@id")]


def _text(page: html.HtmlElement, path: str) -> str:
    return " ".join(" ".join(found.text_content() for found in page.xpath(path)).split())


def test_states_come_overdue_first_with_their_counts(store: GraphStore) -> None:
    page = _page(store)
    assert _ids(page) == ["later", "late", "due", "evil", "ongoing", "annual", "undated", "done", "dropped"]
    chips = _text(page, "//ul[contains(@class,'totals')]")
    for said in ("все мероприятия 9", "✕ просрочено 2 из 9", "○ предстоит 2 из 9", "↻ периодическое 2 из 9",
                 "? без даты 1 из 9", "✓ выполнено 1 из 9", "– отменено 1 из 9"):  # fmt: skip
        assert said in chips
    assert "Выполнено: 1 из 9. Просрочено: 2 из 5" in _text(page, "//div[@id='totals']")


def test_a_row_says_who_by_when_what_and_by_which_clause(store: GraphStore) -> None:
    page = _page(store)
    later, late = _text(page, "//tr[@id='act-later']"), _text(page, "//tr[@id='act-late']")
    assert "просрочено, дней: 702" in later and "30.06.2022" in later and "июнь 2022" in later
    assert "просрочено, дней: 1" in late and "отдел" in late and "Приказ" in late and "2.1. Диагностика" in late
    assert "прил. 2, п. 4" in late and "№ 12-од от 20.07.2021" in late and "Заречный институт" in late
    assert page.xpath("//tr[@id='act-later']//a[@title]")[0].text_content() == "ЦНППМ"  # the whole name fills a column
    assert "Отдел кадров такой субъект не опознан" in _text(page, "//tr[@id='act-ongoing']")
    assert "никто не назван" in _text(page, "//tr[@id='act-undated']")
    assert "05.05.2023" in _text(page, "//tr[@id='act-done']")


def test_the_road_map_is_kept_by_direction_and_event(store: GraphStore) -> None:
    page = _page(store, replace(ALL, by="direction"))
    assert _ids(page) == ["due", "ongoing", "annual", "done", "dropped", "later", "late", "evil", "undated"]
    headings = [" ".join(th.text_content().split()) for th in page.xpath("//th[@scope='rowgroup']")]
    assert headings[0] == f"{FIRST} акт № 12-од от 20.07.2021"
    assert "2.1. Диагностика" in headings and headings[-1].startswith("Направление не названо")
    assert next(iter(directions(activities_found(store, ALL, DAY, "ru").every).values())) == FIRST


def test_by_who_is_responsible_nobody_comes_first(store: GraphStore) -> None:
    page = _page(store, replace(ALL, by="responsible"))
    assert _text(page, "(//th[@scope='rowgroup'])[1]") == "Никто не назван"
    assert "Отдел кадров" in _text(page, "//th[@scope='rowgroup']")


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (replace(ALL, state="done"), ["done"]),
        (replace(ALL, subject="ЗИРО"), ["late", "annual", "done", "dropped"]),
        (replace(ALL, direction="управление"), ["due", "ongoing", "annual", "done", "dropped"]),
        (replace(ALL, since=date(2024, 5, 31), until=date(2024, 6, 20)), ["late", "due"]),
        (replace(ALL, q="сведений"), ["due"]),
        (replace(ALL, q="обучения наставника"), ["later"]),
        (replace(ALL, q="2.10"), ["late"]),
        (replace(ALL, only="act-evil"), ["evil"]),
    ],
    ids=lambda value: "",
)
def test_filters(store: GraphStore, wanted: ActivityFilter, ids: list[str]) -> None:
    assert _ids(_page(store, wanted)) == ids


def test_a_direction_is_chosen_from_the_list_by_a_short_key(store: GraphStore) -> None:
    key = str(_page(store).xpath("//select[@id='direction']/option[2]/@value")[0])
    page = _page(store, replace(ALL, direction=key))
    assert len(key) == 8 and _ids(page) == ["due", "ongoing", "annual", "done", "dropped"]
    assert page.xpath("//select[@id='direction']/option[@selected]/@value") == [key]


def test_what_comes_next_names_days_and_says_which_are_counted(store: GraphStore) -> None:
    near, far = _text(_page(store), "//ul[@class='soon-list']"), _page(store, horizon="90")
    assert "20.06.2024" in near and "Собрать сведения о методистах" in near and "15.07.2024" not in near
    assert "15.07.2024" in _text(far, "//ul[@class='soon-list']")
    said = {
        month: _text(
            html.document_fromstring(activities_page(store, ALL, as_of=date(2024, month, 10), lang="ru")),
            "//ul[@class='soon-list']",
        )
        for month in (9, 12)
    }
    assert "01.10.2024" in said[9]
    assert "в акте: «ежегодно, до 1 октября», день посчитан по этим словам" in said[9]
    assert "срок соглашения" in said[12] and "Подвести итоги" not in said[12]


def test_the_timeline_marks_days_and_lists_apart_what_has_none(store: GraphStore) -> None:
    page = _page(store, LINE)
    svg = page.xpath("//div[contains(@class,'timeline')]//*[local-name()='svg']")[0]
    marks = [str(mark) for mark in svg.xpath(".//@aria-label") if "Срок" in str(mark)]
    assert len(marks) == 8  # six days, two bands; the undated one stands apart
    late = next(mark for mark in marks if mark.startswith("2.10"))
    assert late.endswith("прил. 2, п. 4, акт № 12-од от 20.07.2021") and "Срок: 31.05.2024. просрочено" in late
    assert svg.text_content().count("✕") == 2 and "на 01.06.2024" in svg.text_content()
    assert "Провести выездные встречи" in _text(page, "//ul[@class='apart']")
    rows = json.loads(page.xpath("//script[@id='timeline-rows']")[0].text_content())
    assert set(rows) == set(marks) and set(rows.values()) <= set(page.xpath("//tr/@id"))
    assert not svg.xpath(".//*[local-name()='script' or local-name()='image']")


def test_a_list_without_any_day_has_no_timeline(store: GraphStore) -> None:
    page = _page(store, replace(LINE, only="act-undated"))
    assert "на ленту времени их не поставить" in _text(page, "//main") and not page.xpath(
        "//main//*[local-name()='svg']"
    )


def test_names_and_words_of_acts_are_text(store: GraphStore) -> None:
    page = _page(store, LINE)
    assert not page.xpath("//main//img") and "onerror" in _text(page, "//tr[@id='act-evil']")
    assert [str(s.attrib["type"]) for s in page.xpath("//main//script")] == ["application/json"]


@pytest.fixture(scope="module")
def long_store() -> Iterator[GraphStore]:
    opened = open_store("sqlite:///:memory:")
    more = [
        Activity(
            id=f"many-{n:03}", no=str(n), position=100 + n, title=f"Дело {n}", due=date(2025, 1 + n % 12, 1),
            clause="zar-12.c5",
        )
        for n in range(240)
    ]  # fmt: skip
    opened.write([*plans(), *more])
    yield opened
    opened.close()


def test_a_long_list_has_pages_and_can_be_shown_whole(long_store: GraphStore) -> None:
    seen = [id for n in range(1, 6) for id in _ids(_page(long_store, page=str(n)))]
    assert len(seen) == len(set(seen)) == 249
    assert _ids(_page(long_store, page="all")) == seen
    assert _ids(_page(long_store, page="99")) == seen[200:]
    assert "страница 1 из 5" in _text(_page(long_store), "//nav[contains(@class,'pages')]")


def test_the_timeline_of_a_long_list_has_the_lines_of_its_page(long_store: GraphStore) -> None:
    page = _page(long_store, LINE, page="5")
    rows = json.loads(page.xpath("//script[@id='timeline-rows']")[0].text_content())
    assert len(_ids(page)) == 49 and len(rows) == 48  # one has no day


@pytest.mark.parametrize(
    ("wanted", "more", "name"),
    [
        (replace(ALL, state=HOSTILE), {}, "state"),
        (replace(ALL, view="x"), {}, "view"),
        (replace(ALL, by="x"), {}, "by"),
        (ALL, {"horizon": "31"}, "days"),
        (ALL, {"page": "-1"}, "page"),
        (ALL, {"page": "²"}, "page"),
    ],
)
def test_a_word_of_no_list_is_told(store: GraphStore, wanted: ActivityFilter, more: dict[str, str], name: str) -> None:
    with pytest.raises(BadParameter) as told:
        activities_page(store, wanted, lang="ru", **more)
    assert f"«{name}»" in told.value.message("ru")


def test_days_in_the_wrong_order_are_told(store: GraphStore) -> None:
    with pytest.raises(BadParameter, match="later"):
        _page(store, replace(ALL, since=date(2024, 2, 1), until=date(2024, 1, 1)))


def test_nothing_found_and_nothing_loaded_say_what_to_do(store: GraphStore, empty_store: GraphStore) -> None:
    assert "Под эти условия ничего не подходит" in _text(_page(store, replace(ALL, q="жираф")), "//main")
    assert "opora load" in _text(_page(store, ActivityFilter(territory=EMPTY)), "//main")
    assert "opora load" in _text(_page(empty_store, ActivityFilter()), "//main")


def test_without_the_text_it_says_how_to_load_it() -> None:
    bare = open_store("sqlite:///:memory:")
    bare.write(plans(quotes=False))
    assert "Результаты и слова акта будут видны" in _text(_page(bare), "//p[@class='notice']")
    bare.close()


def test_english_has_no_russian_of_its_own(store: GraphStore) -> None:
    page = html.document_fromstring(activities_page(store, LINE, as_of=DAY, lang="en"))
    said = _text(page, "//label | //button | //thead | //ul[contains(@class,'totals')] | //summary | //h2 | //h3")
    assert not re.search("[А-Яа-я]", said), said


def test_the_calendar_has_the_days_only(store: GraphStore) -> None:
    entries = {entry.id: entry for entry in activity_entries(activities_found(store, ALL, DAY, "ru").lines, "ru")}
    assert set(entries) == {"act-late", "act-later", "act-due", "act-done", "act-dropped", "act-evil"}
    late = entries["act-late"]
    assert (late.day, late.title) == (date(2024, 5, 31), "2.10. Утвердить порядок диагностики")
    assert "Состояние: просрочено" in late.text and "Заречный институт" in late.text
