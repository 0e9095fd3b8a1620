"""Coverage in its three views, and asking in plain words: what an auditor, a ministry and a planner do there."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.viz.example import REGION

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
WIDE = {
    "coverage-subject": "/coverage?territory=ru-bel&by=subject",
    "coverage-municipality": "/coverage?territory=ru-vla&by=municipality&everywhere=yes",
    "asking": "/responsibility?territory=ru-bel",
    "answer-bottlenecks": "/responsibility?q=" + quote("узкие места Белгородской области"),
    "answer-findings": "/responsibility?q=" + quote("какие замечания по Чегемскому району"),
}


@pytest.mark.parametrize("name", WIDE)
def test_nothing_is_wider_than_the_screen(open_page: Open, whole_site: Site, keep: Keep, name: str) -> None:
    page = open_page(WIDE[name], base=whole_site.url)
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        keep(page, f"{name}-{width}")


def test_a_cell_of_a_subject_opens_its_own_clauses_by_the_keyboard(open_page: Open, whole_site: Site) -> None:
    page = open_page(WIDE["coverage-subject"], base=whole_site.url)
    cell = page.locator("a.cell[data-function='F6.01'][data-cell*=subject]")
    cell.press("Space")
    expect(page.locator("tr.why a.clause-link")).to_have_text(["п. 3.1.5"], timeout=15_000)
    expect(page.locator("tr.why a.clause-link")).to_have_attribute("href", re.compile(r"^/orders/.+#clause-3-1-5$"))
    cell.press("Escape")
    expect(page.locator("tr.why")).to_have_count(0)


def test_the_first_column_stays_while_the_matrix_scrolls(open_page: Open, whole_site: Site) -> None:
    page = open_page(WIDE["coverage-municipality"], base=whole_site.url, width=800)
    head = page.locator("tbody tr:not(.group) th").first
    before = head.bounding_box()
    page.locator(".matrix-wide").evaluate("area => area.scrollLeft = 600")
    after = head.bounding_box()
    assert before is not None and after is not None and abs(before["x"] - after["x"]) < 2


def test_columns_are_changed_by_the_form_and_the_state_stays(open_page: Open, whole_site: Site) -> None:
    page = open_page("/coverage?territory=ru-kb&status=uncovered", base=whole_site.url)
    page.locator("#by").select_option("municipality")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("thead th")).to_have_count(3)
    expect(page.locator("thead")).to_contain_text("Чегемский муниципальный район")
    assert "by=municipality" in page.url and "status=uncovered" in page.url


def test_a_suggestion_answers_at_once(open_page: Open, keep: Keep) -> None:
    page = open_page(f"/responsibility?territory={REGION}")
    page.locator("#question").press_sequentially("диагностика дефицитов", delay=5)
    options = page.locator("#suggestions-of-question li")
    expect(options.first).to_contain_text("Диагностика профессиональных дефицитов")
    keep(page, "asking-suggestions")
    page.locator("#question").press("ArrowDown")
    page.locator("#question").press("Enter")
    expect(page.locator(".sentence").first).to_contain_text("отвечает за функцию «Диагностика")
    expect(page.locator(".chain li").first).to_contain_text("Заречный институт развития образования")


def test_what_was_understood_is_changed_in_place(open_page: Open, whole_site: Site) -> None:
    asked = quote("какие мероприятия просрочены в Октябрьском районе")
    page = open_page(f"/responsibility?q={asked}", base=whole_site.url)
    expect(page.locator(".taken")).to_contain_text("Октябрьский район")
    page.get_by_text("Изменить, что понято").click()
    page.locator(".fields input[name=territory]").fill("Владимирская область")
    page.get_by_role("button", name="Спросить снова").click()
    expect(page.locator(".taken")).to_contain_text("Владимирская область")
    expect(page.locator(".taken")).to_contain_text("просрочено")


def test_a_table_is_sorted_by_its_heads_and_leads_to_the_clause(open_page: Open, whole_site: Site) -> None:
    page = open_page("/responsibility?q=" + quote("мероприятия Владимирской области"), base=whole_site.url)
    page.get_by_role("link", name="Мероприятие").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Мероприятие")
    rows = page.locator("tbody tr td:first-child").all_inner_texts()
    assert rows == sorted(rows, key=str.casefold)
    page.locator("a.clause-link").first.click()
    expect(page).to_have_url(re.compile(r"/orders/ru-vla.*#clause-"))


def test_an_example_is_one_click_away_from_its_answer(open_page: Open, whole_site: Site) -> None:
    page = open_page(WIDE["asking"], base=whole_site.url)
    page.get_by_role("link", name="Белгородская область: узкие места").click()
    expect(page.locator("tbody tr").first).to_contain_text("Центр непрерывного повышения")


def test_a_question_of_the_list_is_asked_by_its_form_without_scripts(open_page: Open, whole_site: Site) -> None:
    page = open_page("/responsibility?territory=ru-vla", base=whole_site.url, scripts=False)
    form = page.locator("form:has(input[value=workload])")
    page.get_by_text("Сколько функций, мероприятий, соглашений").click()
    form.get_by_role("button").click()
    expect(page.locator("h1")).to_contain_text("Сколько функций")
    assert page.locator("tbody tr").count() > 10
