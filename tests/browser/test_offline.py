"""The exported page and the report in a real browser, as files: nothing is asked of anybody, and they work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ontology.entities.vocabulary import OrderKind
from ontology.models import Order
from queries.stores import open_store
from tests.viz.example import DISTRICT, REGION, entities
from tests.viz.reports.audits import audit, finding
from viz.export_page import export_page
from viz.reports import report

Open = Callable[..., Page]


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`open_file(bytes)`: a page from a file, which must neither complain nor ask for anything but itself."""
    contexts, troubles = [], []
    path = tmp_path / "page.html"

    def opened(content: bytes, *, width: int = 1440, scripts: bool = True) -> Page:
        path.write_bytes(content)
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.split("#")[0] == path.as_uri() else troubles.append(r.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def exported() -> bytes:
    """The map of two territories."""
    store = open_store("sqlite:///:memory:")
    act = Order(
        id="district.o", kind=OrderKind.PRIKAZ, number="1", date=None, title="О службе", issuer="Отдел",
        territory=DISTRICT,
    )  # fmt: skip
    store.write([*entities(), act])
    html = export_page(store, None, lang="ru", as_of=date(2024, 10, 1))
    store.close()
    return html


def test_the_map_is_drawn_and_a_card_opens(open_file: Open, exported: bytes) -> None:
    page = open_file(exported)
    page.wait_for_selector("#canvas[data-ready=true]")
    assert page.locator("section[data-territory]").count() == 1
    page.locator("#subjects a[data-open=cnppm]").click()
    assert "Диагностика профессиональных дефицитов" in page.locator("#card-body").inner_text()
    page.locator("#card-body a[href='#function-2.01']").click()
    assert page.locator("[id='function-2.01']").is_visible()
    page.evaluate("document.getElementById('canvas').scrollIntoView()")
    page.evaluate("document.getElementById('canvas').oporaBring('iro')")
    place = page.evaluate("document.getElementById('canvas').oporaPlace('iro')")
    page.mouse.click(place["x"], place["y"])
    expect(page.locator("#card-body")).to_contain_text("ЗИРО")
    page.keyboard.press("Escape")
    assert page.locator("#card-hint").is_visible()


def test_kinds_are_switched_off_and_subjects_hidden_without_a_server(open_file: Open, exported: bytes) -> None:
    page = open_file(exported)
    page.wait_for_selector("#canvas[data-ready=true]")
    gone = "() => [...window.oporaMap.scene.gone].map(i => window.oporaMap.data.nodes[i].ref).sort()"
    page.get_by_role("checkbox", name="совет").uncheck()
    assert page.evaluate(gone) == ["evil", "ped", "rtl"]
    page.locator("#subjects a[data-open=cnppm]").click()
    page.get_by_role("button", name="Скрыть").click()
    assert page.evaluate(gone) == ["cnppm", "evil", "ped", "rtl"]
    page.get_by_role("button", name="Показать скрытые").click()
    assert page.evaluate(gone) == ["evil", "ped", "rtl"]
    assert page.get_by_role("button", name="Держать на схеме").count() == 0  # there is no server to arrange it anew


def test_another_territory_is_chosen_and_its_address_keeps_it(open_file: Open, exported: bytes) -> None:
    page = open_file(exported)
    assert page.locator("section[data-territory]").get_attribute("data-territory") == REGION
    page.select_option("#territory", DISTRICT)
    page.wait_for_selector(f"section[data-territory='{DISTRICT}'] #canvas[data-ready=true]")
    assert page.url.endswith(f"#territory={DISTRICT}")
    page.reload()
    assert page.locator("section[data-territory]").get_attribute("data-territory") == DISTRICT


def test_without_scripts_the_tables_are_there(open_file: Open, exported: bytes) -> None:
    page = open_file(exported, scripts=False)
    assert page.locator("section[data-territory]").count() == 2
    assert page.get_by_text("Диагностика профессиональных дефицитов").first.is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_screen(open_file: Open, exported: bytes, width: int) -> None:
    for content in (exported, report(audit(), "html")):
        page = open_file(content, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_findings_are_filtered(open_file: Open) -> None:
    other = finding(9, "overdue", severity="warning", territory={"id": "y", "name": "Ясный район"})
    page = open_file(report(audit(findings=[*audit().findings, other]), "html"))
    shown = page.locator(".finding:visible")
    assert shown.count() == 16 and page.locator("#shown").inner_text() == "Показано: 16 из 16"
    page.select_option("#kind", "two-answers")
    assert shown.count() == 2 and page.locator(".kind:visible").count() == 1
    page.select_option("#kind", "")
    page.select_option("#territory", "Ясный район")
    assert shown.count() == 1 and page.locator("#shown").inner_text() == "Показано: 1 из 16"
    page.get_by_role("button", name="Показать все").click()
    expect(page.locator("#shown")).to_have_text("Показано: 16 из 16")


def test_a_report_without_scripts_shows_everything(open_file: Open) -> None:
    page = open_file(report(audit(), "html"), scripts=False)
    assert page.locator(".finding:visible").count() == 15 and not page.locator("#filters").is_visible()
