"""axe-core sees what it should: planted defects. Every view is held against it in `test_pages_everywhere`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site

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
