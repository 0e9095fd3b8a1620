"""What the page of agreements says: states, denominators, pairs of levels, filters, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from ontology.errors import BadParameter
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import EMPTY, HOSTILE, REGION
from tests.viz.plans_example import DAY, plans
from viz.pages import agreements_page
from viz.plans.agreements import AgreementFilter, agreement_entries, agreement_rows, agreements_found

ALL = AgreementFilter(territory=REGION)


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    opened = open_store("sqlite:///:memory:")
    opened.write(plans())
    yield opened
    opened.close()


def _page(store: GraphStore, wanted: AgreementFilter = ALL, **more: str) -> html.HtmlElement:
    return html.document_fromstring(agreements_page(store, wanted, as_of=DAY, lang="ru", **more))


def _ids(page: html.HtmlElement) -> list[str]:
    return [str(id) for id in page.xpath("//tr[@id]/@id")]


def _text(page: html.HtmlElement, path: str) -> str:
    return " ".join(" ".join(found.text_content() for found in page.xpath(path)).split())


def test_states_come_overdue_first_with_their_counts(store: GraphStore) -> None:
    page = _page(store)
    assert _ids(page) == ["ag-late", "ag-over", "ag-ahead", "ag-alone", "ag-open", "ag-done"]
    chips = _text(page, "//ul[contains(@class,'totals')]")
    for said in ("все соглашения 6", "✕ просрочено 1 из 6", "◐ истекло 1 из 6", "○ срок впереди 1 из 6",
                 "? срок днём не назван 2 из 6", "✓ заключено 1 из 6"):  # fmt: skip
        assert said in chips
    assert "Заключено: 1 из 6. Просрочено: 1 из 2" in _text(page, "//div[@id='totals']")


def test_a_row_says_who_until_when_by_which_clause(store: GraphStore) -> None:
    page = _page(store)
    late, done = _text(page, "//tr[@id='ag-late']"), _text(page, "//tr[@id='ag-done']")
    assert "просрочено, дней: 30" in late and "02.05.2024" in late and "до 2 мая" in late and "требуется" in late
    assert "Министерство просвещения Заречной области" in late and "муниципальный уровень, обобщённый" in late
    assert "п. 3.1.1" in late and "№ 12-од от 20.07.2021" in late
    assert "№ 7/п от 01.03.2022" in done and "утрачивает силу с 01.03.2025" in done and "выдуманные данные" in done
    assert "вторая сторона не названа" in _text(page, "//tr[@id='ag-alone']")
    assert "Выдуманные данные" in _text(page, "//p[@role='note']")


def test_names_and_words_of_acts_are_text(store: GraphStore) -> None:
    page = _page(store)
    assert not page.xpath("//main//img") and "onerror" in _text(page, "//tr[@id='ag-over']")
    assert len(page.xpath("//main//script")) == 0
    assert HOSTILE.split(">")[0] in _text(page, "//tr[@id='ag-late']//blockquote")


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (replace(ALL, state="overdue"), ["ag-late"]),
        (replace(ALL, status="required"), ["ag-late", "ag-alone", "ag-open"]),
        (replace(ALL, subject="ЗИРО"), ["ag-ahead", "ag-open", "ag-done"]),
        (replace(ALL, pair="regional-municipal"), ["ag-late"]),
        (replace(ALL, pair="alone"), ["ag-alone"]),
        (replace(ALL, q="методических служб"), ["ag-late"]),
        (replace(ALL, q="7/п"), ["ag-done"]),
        (replace(ALL, only="ag-open"), ["ag-open"]),
        (replace(ALL, sort="deadline"), ["ag-late", "ag-ahead", "ag-alone", "ag-done", "ag-open", "ag-over"]),
        (replace(ALL, sort="-deadline"), ["ag-ahead", "ag-late", "ag-alone", "ag-done", "ag-open", "ag-over"]),
    ],
    ids=lambda value: "",
)
def test_filters_and_orders(store: GraphStore, wanted: AgreementFilter, ids: list[str]) -> None:
    assert _ids(_page(store, wanted)) == ids
    assert [row["agreement"] for row in agreement_rows(agreements_found(store, wanted, DAY, "ru").lines)] == ids


def test_a_filter_by_state_keeps_the_denominators(store: GraphStore) -> None:
    assert _text(_page(store), "//div[@id='totals']") == _text(
        _page(store, replace(ALL, state="expired")), "//div[@id='totals']"
    )


def test_pairs_of_levels_are_counted_and_lead_to_their_agreements(store: GraphStore) -> None:
    table = _page(store).xpath("//table[@class='pairs']")[0]
    cells = {str(a.attrib["href"]).split("pair=")[1].split("&")[0]: a.text_content() for a in table.iter("a")}
    assert cells == {
        "federal-regional": "0 из 1", "regional-regional": "0 из 2", "regional-municipal": "0 из 1",
        "regional-institutional": "1 из 1",
    }  # fmt: skip
    assert "Названа только одна сторона: 1" in _text(_page(store), "//section")


def test_every_link_keeps_territory_day_and_language(store: GraphStore) -> None:
    page = _page(store, replace(ALL, q="соглашение"))
    links = [str(a) for a in page.xpath("//main//a/@href") if str(a).startswith("/agreements")]
    assert len(links) > 10
    for link in links:
        assert f"territory={REGION}" in link and "as_of=2024-06-01" in link and "lang=ru" in link and "q=" in link


@pytest.mark.parametrize("name", ["state", "status", "pair", "sort"])
def test_a_word_of_no_list_is_told(store: GraphStore, name: str) -> None:
    with pytest.raises(BadParameter) as told:
        agreements_page(store, replace(ALL, **{name: HOSTILE}), lang="ru")
    assert "Ожидается: " in told.value.message("ru") and f"«{name}»" in told.value.message("ru")


def test_nothing_found_and_nothing_loaded_say_what_to_do(store: GraphStore, empty_store: GraphStore) -> None:
    nothing = _page(store, replace(ALL, q="жираф"))
    assert "Под эти условия ничего не подходит" in _text(nothing, "//main") and not _ids(nothing)
    assert "Снять все условия" in _text(nothing, "//a[@class='button']")
    assert "opora load" in _text(_page(store, AgreementFilter(territory=EMPTY)), "//main")
    assert "opora load" in _text(_page(empty_store, AgreementFilter()), "//main")


def test_without_the_text_it_says_how_to_load_it() -> None:
    bare = open_store("sqlite:///:memory:")
    bare.write(plans(quotes=False))
    assert "О чём соглашение, будет видно" in _text(_page(bare), "//p[@class='notice']")
    bare.close()


def test_english_has_no_russian_of_its_own(store: GraphStore) -> None:
    page = html.document_fromstring(agreements_page(store, ALL, as_of=DAY, lang="en"))
    said = _text(page, "//label | //button | //thead | //ul[contains(@class,'totals')] | //summary | //h2")
    assert not re.search("[А-Яа-я]", said), said


def test_the_calendar_has_what_is_to_conclude_and_what_ends(store: GraphStore) -> None:
    entries = {entry.id: entry for entry in agreement_entries(agreements_found(store, ALL, DAY, "ru").lines, "ru")}
    assert {id: entry.day for id, entry in entries.items()} == {
        "ag-late.due": date(2024, 5, 2), "ag-ahead.due": date(2024, 12, 31), "ag-done.ends": date(2025, 3, 1),
        "ag-over.ends": date(2023, 1, 1),
    }  # fmt: skip
    assert entries["ag-late.due"].title.startswith("Заключить соглашение: ")
    assert "п. 3.1.1, акт № 12-од от 20.07.2021" in entries["ag-late.due"].text
