"""Coverage, responsibility, load: what an auditor and a ministry do there."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.viz.example import HOSTILE, REGION

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
ADDRESSES = {
    "coverage": f"/coverage?territory={REGION}",
    "responsibility": f"/responsibility?territory={REGION}&q={quote('кто ведёт реестр работников методических служб')}",
    "nobody": f"/responsibility?territory={REGION}&function=2.03",
    "load": f"/load?territory={REGION}",
    "load-methodist": f"/load?territory={REGION}&by=methodist",
    "subject": "/subjects/evil",
    "error": "/?territory=" + quote("Тридевятое царство"),
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_page_opens_fits_and_speaks_both_languages(open_page: Open, keep: Keep, name: str) -> None:
    page = open_page(ADDRESSES[name], status=404 if name == "error" else 200)
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        keep(page, f"{name}-{width}")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    said = " ".join(page.locator("label, button, thead th, .menu a").all_inner_texts())
    assert not re.search("[А-Яа-я]", said), said


def test_a_cell_opens_its_clauses(open_page: Open, keep: Keep) -> None:
    page = open_page(ADDRESSES["coverage"])
    page.locator("a.cell[data-function='1.01'][data-level=regional]").click()
    why = page.locator("tr.why")
    expect(why).to_contain_text("Заречный институт развития образования – отвечает за функцию: п. 3.1.2")
    expect(why).to_contain_text("№ 12-од от 20.07.2021")
    keep(page, "coverage-clauses")
    page.locator("a.cell[data-function='2.03'][data-level=regional]").press("Space")
    expect(why).to_have_count(1)
    expect(why).not_to_contain_text("Заречный институт")
    expect(why).to_contain_text("Весь ответ об этой функции")


def test_a_state_narrows_the_matrix_and_keeps_the_totals(open_page: Open) -> None:
    page = open_page(ADDRESSES["coverage"])
    totals = page.locator(".totals").inner_text()
    all_rows = page.locator("tbody tr:not(.group)").count()
    page.locator(".totals a.is-uncovered").click()
    expect(page).to_have_url(re.compile("status=uncovered"))
    assert page.locator(".totals").inner_text() == totals
    rows = page.locator("tbody tr:not(.group)")
    assert 0 < rows.count() < all_rows
    for n in range(rows.count()):  # only functions with such a cell; their other cells keep what they say
        assert "✕" in rows.nth(n).locator(".sign").all_inner_texts()


def test_a_filter_by_level_and_direction(open_page: Open) -> None:
    page = open_page(ADDRESSES["coverage"])
    page.locator("#level").select_option("municipal")
    page.locator("#direction").select_option(index=1)
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("thead th")).to_have_count(2)
    expect(page.locator("tr.group")).to_have_count(1)


def test_a_whole_question_is_answered_in_sentences(open_page: Open) -> None:
    page = open_page(f"/responsibility?territory={REGION}")
    page.locator("#question").fill("Кто отвечает за ведение реестра работников методических служб в Заречной области?")
    page.get_by_role("button", name="Спросить").click()
    sentence = page.locator(".sentences li").first
    expect(sentence).to_contain_text("Заречный институт развития образования")
    expect(sentence).to_contain_text("п. 3.1.2")
    sentence.get_by_role("link", name="Заречный институт развития образования").click()
    expect(page).to_have_url(re.compile("/subjects/iro"))


def test_nobody_says_why(open_page: Open) -> None:
    page = open_page(ADDRESSES["nobody"])
    expect(page.locator("#nobody")).to_contain_text("Никто.")
    expect(page.locator("main strong").first).to_contain_text(HOSTILE[:20])
    page.locator("#nobody").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/(coverage|orders|findings)"))


def test_words_that_mean_nothing_are_answered_on_the_page(open_page: Open) -> None:
    page = open_page(f"/responsibility?territory={REGION}&q={quote('кто отвечает за щъщъщъ')}")
    expect(page.get_by_role("status")).to_be_visible()


def test_invented_staffing_is_marked_and_held_against_each_norm(open_page: Open) -> None:
    page = open_page(ADDRESSES["load"])
    expect(page.get_by_role("note")).to_contain_text("Выдуманные данные")
    norms = page.locator("section[aria-labelledby=norms] tbody")
    for value, missing in (("400", "0,86"), ("300", "2,15"), ("250", "3,18")):
        expect(norms.locator("tr", has_text=value)).to_contain_text(missing)
        expect(norms.locator("tr", has_text=value)).to_contain_text("прил. 2, п. 4")
    page.locator("#by").select_option("methodist")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator(".bar-chart svg")).to_contain_text("М-01")
    expect(page).to_have_url(re.compile("by=methodist"))


def test_forms_work_without_scripts(open_page: Open) -> None:
    page = open_page(ADDRESSES["coverage"], scripts=False)
    page.locator("#level").select_option("municipal")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("thead th")).to_have_count(2)
    page.locator("#as_of").fill("2018-01-01")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("main")).to_contain_text("акт на эту дату не действует")
    expect(page.locator("footer")).to_contain_text("01.01.2018")
