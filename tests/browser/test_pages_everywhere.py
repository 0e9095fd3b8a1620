"""Every view: no grave violation of WCAG 2.1 AA, fits each width, prints without controls, is walked by keyboard alone,
speaks the language asked for.

That it complains of nothing and asks nobody outside is seen by `open_page` itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tools.views import VIEWS, View

Open = Callable[..., Page]
Show = Callable[..., Page]
Axe = Callable[[Page], str]

WIDTHS = (320, 360, 768, 1440, 2560)

SCRIPT = Path(__file__).with_name("everywhere.js").read_text(encoding="utf-8")


def _told(page: Page, what: str) -> Any:
    return page.evaluate(f"() => {SCRIPT.strip()}.{what}()")


@pytest.fixture
def show(open_page: Open, whole_site: Site) -> Show:
    """`show(view, "en")`: the page of a view, its scripts done."""

    def shown(view: View, lang: str = "ru") -> Page:
        page = open_page(view.address(lang), base=whole_site.url, status=view.answer)
        expect(page.locator(view.ready).first).to_be_visible()
        return page

    return shown


def test_planted_defects_are_found(show: Show) -> None:
    page = show(VIEWS["responsibility"], "en")
    page.add_style_tag(content=".ask { display: none } .bare:focus { outline: none }")

    def plant(html: str) -> None:
        page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", html)

    assert _told(page, "wider") == [] and _told(page, "stops")["odd"] == []
    plant("<a class=bare href='#'>Nowhere</a><h2>Итого</h2><p tabindex=7>First</p>")
    assert "Итого" in _told(page, "said")
    assert [told.split(":")[0] for told in _told(page, "stops")["odd"]] == ["tabindex 7", "no sign of focus"]
    page.emulate_media(media="print")
    assert _told(page, "printed") == {"controls": [], "cut": []}
    plant("<button>Go</button><div style='overflow:hidden;width:9px'>unbroken</div><p style='width:4000px'>Wide</p>")
    assert [len(told) for told in _told(page, "printed").values()] == [1, 1]
    assert "Wide" in _told(page, "wider")[1]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_serves_everybody(show: Show, axe: Axe, keep: Callable[..., None], name: str) -> None:
    """One visit for all checks: opening a page is what takes the time."""
    view = VIEWS[name]
    page = show(view, "ru")
    expect(page.locator("h1")).to_have_count(1)
    told = [f"by keyboard: {what}" for what in _walked(page)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        told += [f"at {width} px: {what}" for what in _told(page, "wider")]
        if width in (360, 1440):
            keep(page, f"view-{name}-{width}", whole=False)
            told += [f"axe at {width} px: {what}" for what in axe(page).splitlines()]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _told(page, "sheet"), "height": 1000})
    told += [f"on paper: {what}" for what in _told(page, "wider")]
    told += [f"on paper, {what}: {where}" for what, where in _told(page, "printed").items() if where]
    keep(page, f"view-{name}-print", whole=False)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})

    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(view.ready).first).to_be_visible()
    told += [f"in English: {text}" for text in _told(page, "said") if re.search("[А-Яа-яЁё]", text)]
    told += [f"axe in English: {what}" for what in axe(page).splitlines()]
    expect(page.get_by_role("link", name="Русский", exact=True)).to_be_visible()
    assert not told, "\n".join(told)


def _walked(page: Page) -> list[str]:
    """What hinders a reader without a mouse: the skip link, the way of Tab, stops that do not show."""
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    # From the content on, Tab goes forward through the document and is caught nowhere.
    told = []
    last = _told(page, "focused")["place"]
    for _ in range(12):
        page.keyboard.press("Tab")
        now = _told(page, "focused")
        if not now["content"]:
            break  # past the last element: round to the browser's own
        if not (now["place"] > last or now["parts"]):
            told.append(f"Tab goes back or stays at {now['html']}")
        last = now["place"]
    stops = _told(page, "stops")
    if stops["count"] <= 10:
        told.append(f"only {stops['count']} stops")
    return [*told, *stops["odd"]]
