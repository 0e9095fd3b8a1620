"""Findings: what matters most, what it rests on, justifying it in place and taking that back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.viz.example import HOSTILE, REVERSED

if TYPE_CHECKING:
    from tests.browser.conftest import Site

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
REGION = "/findings?territory=ru-bel"
OVERDUE = "agreement-overdue.2ec6f3b0e3d7cfd4"


def give_key(page: Page, key: str) -> None:
    page.locator("#key summary").click() if not page.locator("#token").is_visible() else None
    page.locator("#token").fill(key)
    page.get_by_role("button", name="Применить ключ").click()


def finding(page: Page, id: str = OVERDUE) -> Locator:
    return page.locator(f"article[data-id='{id}']")


def test_the_gravest_first_and_a_kind_is_chosen(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(REGION, base=whole_site.url)
    expect(page.locator(".sentence")).to_contain_text("Важнее всего: «Пункты называют разных ответственных» (2 из 51)")
    keep(page, "findings-1440")
    page.locator(".columns").get_by_role("link", name="Функцию никто не выполняет").click()
    expect(page).to_have_url(re.compile("kind=uncovered-function"))
    expect(page.locator("details.kind")).to_have_count(1)
    expect(page.locator("details.kind summary")).to_contain_text("85 из 146")
    expect(page.locator("article.finding")).to_have_count(25)
    page.get_by_role("link", name="Дальше").click()
    expect(page.locator(".pages")).to_contain_text("страница 2 из 4")


def test_words_find_and_a_clause_leads_to_its_act(open_page: Open, whole_site: Site) -> None:
    page = open_page(REGION, base=whole_site.url)
    page.locator("#words").fill("кандидатура руководителя")
    page.get_by_role("button", name="Показать", exact=True).click()
    found = page.locator("article.finding", has_text="F1.11")
    found.get_by_role("link", name="п. 3.1.1").click()
    expect(page.locator(":target")).to_contain_text("3.1.1", timeout=15_000)
    page.go_back()
    page.get_by_role("link", name="Показать все замечания").click()
    assert page.locator("article.finding").count() > 40


@pytest.mark.parametrize("scripts", [True, False])
def test_narrow_screens_and_no_scripts(open_page: Open, whole_site: Site, keep: Keep, scripts: bool) -> None:
    page = open_page("/findings?territory=x-zarechenskaya-oblast", base=whole_site.url, width=360, scripts=scripts)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.get_by_role("button", name="Обосновать", exact=True).first).to_be_visible(visible=scripts)
    expect(page.locator("noscript .notice")).to_be_visible(visible=not scripts)
    if scripts:
        keep(page, "findings-360")


def test_without_a_key_it_says_what_is_needed(open_page: Open, own_site: Site) -> None:
    page = open_page(REGION, base=own_site.url)
    finding(page).get_by_role("button", name="Обосновать").click()
    form = finding(page).locator("form.decide")
    expect(form.get_by_role("status")).to_have_text("Сначала введите ключ в поле выше, затем отправьте.")
    expect(finding(page).locator("#token")).to_be_focused()
    page.keyboard.press("Tab")
    form.locator("textarea").fill("Есть соглашение")
    form.get_by_role("button", name="Обосновать замечание").click()
    expect(form.get_by_role("status")).to_have_text("Сначала введите ключ в поле выше, затем отправьте.")
    form.locator("textarea").press("Escape")
    expect(page.locator("form.decide")).to_have_count(0)
    expect(page.locator("#key-home #token")).to_have_count(1)  # the field of the key is back where it was
    expect(page.locator("#findings-justified article")).to_have_count(0)


def test_justified_in_place_and_taken_back(open_page: Open, own_site: Site, keep: Keep) -> None:
    page = open_page(REGION, base=own_site.url)
    expect(page.locator(".is-justified b")).to_have_text("0")
    finding(page).get_by_role("button", name="Обосновать").click()
    give_key(page, own_site.key)
    form = finding(page).locator("form.decide")
    form.get_by_role("button", name="Обосновать замечание").click()
    expect(form.get_by_role("status")).to_have_text("Напишите, почему это не нарушение.")
    form.locator("textarea").fill(f"{HOSTILE} {REVERSED}")
    form.locator("[name=until]").fill("2099-12-31")
    keep(page, "findings-justify")
    at = finding(page).bounding_box()
    form.get_by_role("button", name="Обосновать замечание").click()
    note = page.locator("#findings-list .notice")
    expect(note).to_contain_text("Замечание обосновано")
    expect(note).to_be_focused()
    there = note.bounding_box()
    assert at is not None and there is not None and abs(at["y"] - there["y"]) < 3, "the place was lost"
    expect(page.locator(".is-justified b")).to_have_text("1")
    apart = page.locator(f"#findings-justified article[data-id='{OVERDUE}']")
    expect(apart).to_contain_text("Иванова А. А.")
    expect(apart).to_contain_text("действует по 31.12.2099")
    expect(apart).to_contain_text(HOSTILE[:30])
    assert "\u202e" not in apart.inner_text() and page.title() != "caught"
    keep(page, "findings-justified")
    note.get_by_role("link").click()
    apart.get_by_role("button", name="Снять обоснование").click()
    apart.get_by_role("button", name="Да, снять").click()
    expect(page.locator("#findings-justified .notice")).to_contain_text("снова открыто")
    expect(page.locator(f"#findings-list article[data-id='{OVERDUE}']")).to_have_count(1)
    expect(page.locator(".is-justified b")).to_have_text("0")


def test_a_link_to_a_finding_opens_its_group_or_its_page(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"{REGION}&kind=uncovered-function&page=2", base=whole_site.url)
    id = page.locator("article.finding").first.get_attribute("data-id")
    page.goto(f"{whole_site.url}{REGION}#finding-{id}")
    expect(page).to_have_url(re.compile(f"id={id}"))
    expect(page.locator("article.finding")).to_have_count(1)
    overlap = open_page(f"{REGION}&kind=overlap", base=whole_site.url).locator("article.finding").first
    other = overlap.get_attribute("data-id")
    page.goto(f"{whole_site.url}{REGION}#finding-{other}")
    expect(finding(page, str(other))).to_be_visible()
