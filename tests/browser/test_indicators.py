"""Indicators: look at values against the plan, choose a state, find by words; on a narrow screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
REGION = "/indicators?territory=ru-vla"


def test_values_stand_against_the_plan_and_a_state_is_chosen(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"{REGION}&as_of=2023-06-01", base=whole_site.url)
    expect(page.locator(".sentence")).to_contain_text("Показателей: 34. Без достигнутого значения: 7 из 34.")
    chart = page.locator("svg.drawn").first
    expect(chart.locator("[aria-label='январь 2023, достигнуто: 58 %']")).to_be_visible()
    keep(page, "indicators-1440")
    page.locator(".totals a.is-overlap").click()
    expect(page).to_have_url(re.compile("state=no-value"))
    expect(page.locator("tr[id^=indicator-]")).to_have_count(5)
    expect(page.locator(".sentence")).to_contain_text("Показателей: 34.")


def test_words_find_an_indicator_and_its_clause(open_page: Open, whole_site: Site) -> None:
    page = open_page(REGION, base=whole_site.url)
    page.locator("#words").fill("региональному методисту")
    page.get_by_role("button", name="Показать").click()
    found = page.locator("tr[id^=indicator-]", has_text="400 чел.")
    expect(found).to_contain_text("+150")
    found.locator("summary").press("Enter")
    expect(found).to_contain_text("2024, запланировано: 250 чел.")
    found.get_by_role("link", name="прил. 3, п. 3").click()
    expect(page.locator(":target")).to_contain_text("п. 3", timeout=15_000)  # a long act


def test_narrow_without_scripts_and_the_next_page(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(REGION, base=whole_site.url, width=360, scripts=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, "indicators-360")
    page.get_by_role("link", name="Дальше").click()
    expect(page.locator(".pages")).to_contain_text("страница 2 из 3")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # an upright sheet of A4 less its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    expect(page.locator(".pages")).to_be_hidden()
