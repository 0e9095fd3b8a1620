"""Load of methodists: what a ministry and a planner do there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from queries.stores import open_store
from tests.browser.conftest import Site, serving
from tests.viz.example import HOSTILE
from tests.viz.staffing import REGION, hamlets, staffed

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
VLADIMIR = "/load?territory=ru-vla"


@pytest.fixture(scope="module")
def staffed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An invented region where schools can change hands, with many municipalities."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('staffed') / 'graph.db'}")
    store.write([*staffed(), *hamlets()])
    with serving(store) as url:
        yield url


def test_bars_say_who_is_above_the_norm_and_the_table_says_the_same(
    open_page: Open, whole_site: Site, keep: Keep
) -> None:
    page = open_page(VLADIMIR, base=whole_site.url)
    expect(page.locator(".sums")).to_contain_text("До норматива 250 учителей на ставку не хватает ставок методистов")
    bars = page.locator(".bar-chart [role=graphics-symbol][aria-label*=',']")
    over = [b.get_attribute("aria-label") or "" for b in bars.all() if "выше" in (b.get_attribute("aria-label") or "")]
    lines = page.locator("section[aria-labelledby=lines] tbody tr")
    marked = lines.filter(has=page.locator(".is-uncovered"))
    assert len(over) == marked.count() > 0
    first = lines.first.locator("th").inner_text()
    assert over[0].startswith(first) and first in (page.locator(".bar-chart svg").text_content() or "")
    keep(page, "load-bars")
    lines.first.get_by_role("link").first.click()  # from a municipality to its methodists
    expect(page).to_have_url(re.compile("by=methodist"))
    expect(page.locator("h1")).to_contain_text(first)


def test_the_trend_leads_to_a_day(open_page: Open, whole_site: Site) -> None:
    page = open_page(VLADIMIR, base=whole_site.url)
    trend = page.locator("section[aria-labelledby=trend]")
    expect(trend.locator("svg")).to_contain_text("норматив 300")
    trend.get_by_role("link", name="01.09.2023").click()
    expect(page.locator("footer")).to_contain_text("01.09.2023")
    expect(page.locator(".sums")).to_contain_text("До норматива 300")


def test_many_rows_are_shown_when_asked_for(open_page: Open, staffed_site: str) -> None:
    page = open_page(f"/load?territory={REGION}", base=staffed_site)
    lines = page.locator("section[aria-labelledby=lines] tbody tr")
    expect(lines).to_have_count(25)
    page.get_by_role("link", name="Показать все: 33").first.click()
    expect(lines).to_have_count(33)
    # Each bar has a row of its own: no label lies on another.
    texts = page.locator(".bar-chart svg text", has_text="Хутор").all()
    heights = sorted(text.bounding_box()["y"] for text in texts if text.bounding_box())  # type: ignore[index]
    assert len(heights) == 30 and min(b - a for a, b in pairwise(heights)) > 12


def test_a_proposal_is_worked_out_in_place(open_page: Open, staffed_site: str, keep: Keep) -> None:
    page = open_page(f"/load?territory={REGION}", base=staffed_site)
    status = page.locator("[data-proposal-status]")
    told: list[str] = []

    def slow(route: Route) -> None:
        told.append(status.inner_text())
        route.continue_()

    page.route("**/load/rebalance?*", slow)
    page.locator("#norm").fill("110")
    page.get_by_role("button", name="Предложить").click()
    result = page.locator("[data-proposal-result]")
    expect(result).to_contain_text("не более 110 учителей на ставку (как указали вы)")
    assert told and told[0].startswith("Считаем…")
    expect(status).to_have_text("")
    expect(result.locator("table").first).to_contain_text("Г-02")
    assert page.evaluate("document.title") != "caught" and page.locator("[data-proposal-result] img").count() == 0
    expect(page).to_have_url(re.compile("rebalance=1"))
    keep(page, "load-proposal")
    page.reload()  # the address reproduces it, norm and all
    expect(result).to_contain_text("не более 110 учителей на ставку")
    expect(page.locator("#norm")).to_have_value("110")
    with page.expect_download() as download:
        result.get_by_role("link", name="Предложение в XLSX").click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"


def test_the_proposal_needs_no_scripts(open_page: Open, staffed_site: str) -> None:
    page = open_page(f"/load?territory={REGION}", base=staffed_site, scripts=False)
    page.locator("#norm").fill("110")
    page.get_by_role("button", name="Предложить").click()
    expect(page.locator("[data-proposal-result]")).to_contain_text("не более 110 учителей на ставку")
    assert page.get_by_text(HOSTILE[:20]).count() > 0


def test_a_norm_that_is_no_number_is_one_clear_line(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"{VLADIMIR}&rebalance=1&norm=сто", base=whole_site.url, status=422)
    expect(page.get_by_role("alert")).to_contain_text("«сто» – не число учителей на ставку")


@pytest.mark.parametrize("width", [360, 2560])
def test_charts_scroll_in_their_place_and_never_the_page(
    open_page: Open, whole_site: Site, keep: Keep, width: int
) -> None:
    page = open_page(f"{VLADIMIR}&rebalance=1&by=methodist", base=whole_site.url, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    keep(page, f"load-proposal-{width}")
    chart = page.locator(".bar-chart").first
    scrolls = chart.evaluate("e => e.scrollWidth > e.clientWidth")
    assert scrolls == (width == 360) and chart.get_attribute("tabindex") == "0"
    shown = page.locator(".bar-chart svg").first.bounding_box()
    assert shown is not None and shown["width"] > 600  # still legible
