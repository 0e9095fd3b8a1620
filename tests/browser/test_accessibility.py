"""No view has a violation of WCAG 2.1 A or AA that axe-core calls serious, in either language, wide or narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tools.views import VIEWS

Open = Callable[..., Page]
Axe = Callable[[Page], str]

DEFECTS = {
    "label": "<input id=planted>",
    "color-contrast": "<p style='color:#999;background:#fff'>едва видно</p>",
    "image-alt": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>",
    "button-name": "<button></button>",
    "aria-required-parent": "<div role=option>одно</div>",
    "heading-order": "<h5>Через две ступени</h5>",
}


@pytest.mark.parametrize("rule", DEFECTS)
def test_a_planted_defect_is_found(open_page: Open, whole_site: Site, axe: Axe, rule: str) -> None:
    page = open_page("/responsibility", base=whole_site.url)
    assert axe(page) == ""
    page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", DEFECTS[rule])
    assert f": {rule}: " in axe(page)


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_serious(open_page: Open, whole_site: Site, axe: Axe, name: str, lang: str) -> None:
    view = VIEWS[name]
    page = open_page(view.address(lang), base=whole_site.url, status=view.answer)
    expect(page.locator(view.ready).first).to_be_visible()
    found = {}
    for width, height in ((1440, 900), (360, 740)):
        page.set_viewport_size({"width": width, "height": height})
        found[width] = axe(page)
    told = [f"{name} {lang} {width}:\n{said}" for width, said in found.items() if said]
    assert not told, "\n".join(told)
