"""Comparison of territories and acts: what a planner and an auditor do there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from queries.stores import open_store
from tests.browser.conftest import Site, serving
from tests.viz.editions import HILLS, NEW, OLD, WOODS, editions
from tests.viz.example import HOSTILE, LONG

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def editions_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two editions of an act, the second of which repeals the first, and another region; hostile names."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('editions') / 'graph.db'}")
    store.write(editions())
    with serving(store) as url:
        yield url


def test_two_regions_are_compared_from_the_empty_page(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page("/compare", base=whole_site.url)
    keep(page, "compare-empty")
    page.get_by_role("link", name="Белгородская область ⇄ Владимирская область").click()
    chips = page.locator(".totals li")
    counted = [int(c.locator("b").inner_text()) for c in chips.all()]
    rows = page.locator("tr[data-state]")
    expect(rows).to_have_count(sum(counted))
    assert all(f"из {sum(counted)}" in text for text in chips.all_inner_texts())
    page.get_by_role("link", name=re.compile("только слева")).click()
    expect(rows).to_have_count(counted[2])
    keep(page, "compare-territories")
    assert {row.get_attribute("data-state") for row in rows.all()} == {"lost"}
    page.get_by_role("link", name="Поменять местами").click()
    expect(page.locator(".versus")).to_have_text(re.compile("Владимирская область.*Белгородская область"))
    expect(rows).to_have_count(counted[2])  # what only the left one had, only the right one has now
    assert {row.get_attribute("data-state") for row in rows.all()} == {"gained"}


def test_a_new_edition_shows_what_it_changes_by_which_clause(open_page: Open, editions_site: str, keep: Keep) -> None:
    page = open_page("/compare", base=editions_site)
    page.locator("#left").select_option(OLD)
    page.locator("#right").select_option(NEW)
    page.locator("#differences").check()
    page.get_by_role("button", name="Сравнить").click()
    rows = page.locator("tr[data-state]")
    expect(rows).to_have_count(6)
    moved = page.locator("tr[data-state=moved]")
    expect(moved.locator(".side").first).to_contain_text("Министерство холмов")
    expect(moved.locator(".side").last).to_contain_text("п. 3.3")
    expect(moved.locator("blockquote").last).to_contain_text("согласует")
    expect(page.locator("#differences")).to_be_checked()
    assert HOSTILE in moved.locator("blockquote").last.inner_text() and page.title() != "caught"
    keep(page, "compare-editions")
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "compare_editions.xlsx"


def test_a_direction_narrows_both_sides(open_page: Open, editions_site: str) -> None:
    page = open_page(f"/compare?left={HILLS}&right={WOODS}", base=editions_site)
    page.locator("#direction").select_option("F2")
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator("tr.group")).to_have_count(1)
    expect(page.locator("tr[data-state]")).to_have_count(2)
    expect(page).to_have_url(re.compile("direction=F2"))


@pytest.mark.parametrize("scripts", [True, False])
def test_sides_stand_one_below_the_other_on_a_telephone(
    open_page: Open, editions_site: str, keep: Keep, scripts: bool
) -> None:
    page = open_page(f"/compare?left={HILLS}&right={WOODS}", base=editions_site, width=360, scripts=scripts)
    row = page.locator("tr[data-state=moved]")
    left, right = (row.locator(".side").nth(n).bounding_box() for n in (0, 1))
    assert left and right and right["y"] >= left["y"] + left["height"]
    expect(row.locator(".side-name").first).to_be_visible()
    expect(page.locator(".side a", has_text=LONG[:40]).first).to_be_visible()
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        keep(page, "compare-360")


def test_a_territory_and_an_act_are_refused_in_words(open_page: Open, editions_site: str) -> None:
    page = open_page(f"/compare?left={HILLS}&right={OLD}", base=editions_site)
    expect(page.get_by_role("alert")).to_contain_text("Территорию нельзя сравнить с актом")
    expect(page.locator("#right")).to_have_value(OLD)
