"""What a planner does to the map: layers, kinds, hide, focus, neighbours, keys, groups, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from bench.map import REGION as LARGE
from bench.map import region
from queries.stores import open_store
from tests.browser.conftest import Site, serving
from tests.viz.example import REGION as EXAMPLE

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
REGION = "x-zarechenskaya-oblast"
MAP = f"/?territory={REGION}"


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An invented region whose schools are too many for the map."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('large') / 'graph.db'}")
    store.write(list(region(600, 2000)))
    with serving(store) as url:
        urlopen(f"{url}/?territory={LARGE}").close()  # the first page of a process imports the drawing library
        yield url


def opened(open_page: Open, site: Site, query: str = "", **options: int) -> Page:
    page = open_page(MAP + query, base=site.url, **options)
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    return page


def state(page: Page, what: str) -> object:
    return page.evaluate(f"() => {{ const {{ data, scene }} = window.oporaMap; return {what}; }}")


def refs(page: Page) -> set[str]:
    return set(page.evaluate("window.oporaMap.data.nodes.map(n => n.ref)"))


def until(page: Page, what: str) -> None:
    """Wait for something of the map; the policy of the page forbids the waiting that Playwright has for it."""
    for _ in range(150):
        if state(page, what):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not within 15 seconds: {what}")


def at(page: Page, ref: str) -> tuple[float, float]:
    page.evaluate("id => document.getElementById('canvas').oporaBring(id)", ref)
    place = page.evaluate("id => document.getElementById('canvas').oporaPlace(id)", ref)
    return place["x"], place["y"]


def test_layers_are_switched_and_the_address_keeps_them(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = opened(open_page, whole_site)
    assert state(page, "[...scene.on]") == ["part-of"]
    page.get_by_role("checkbox", name="обучает").check()
    page.get_by_role("checkbox", name="соглашение").check()
    page.get_by_role("checkbox", name="входит в состав").uncheck()
    expect(page).to_have_url(re.compile(r"layers=agreement%2Ctrains%2C-part-of|layers=-part-of%2Cagreement%2Ctrains"))
    expect(page.locator("#map-tables")).to_contain_text("Связи с пунктами")
    expect(page.locator("#map-tables details[open] tbody tr").first).to_contain_text("соглашение")
    keep(page, "map-layers")
    page.reload()
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    assert sorted(state(page, "[...scene.on]")) == ["agreement", "trains"]  # type: ignore[call-overload]
    expect(page.get_by_role("checkbox", name="обучает")).to_be_checked()


def test_kinds_vanish_from_the_map_and_the_table_and_come_back(open_page: Open, whole_site: Site) -> None:
    page = opened(open_page, whole_site)
    before = refs(page)
    box = page.get_by_role("checkbox", name="организация")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#map-chips")).to_contain_text("Показаны не все виды")
    expect(page.get_by_role("checkbox", name="организация")).to_be_focused()
    fewer = refs(page)
    assert fewer < before
    assert {row.get_attribute("data-row") for row in page.locator("#subjects tr[data-row]").all()} == fewer
    page.locator("#map-chips a", has_text="Сбросить вид").click()
    expect(page.locator("#map-chips")).to_be_hidden()
    assert refs(page) == before


def test_hide_keep_and_focus_by_menu_and_button(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = opened(open_page, whole_site)
    before = refs(page)
    ref = str(state(page, "data.nodes[data.relations[0].from].ref"))
    page.mouse.click(*at(page, ref), button="right")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    keep(page, "map-menu")
    menu.get_by_role("menuitem", name="Скрыть").click()
    expect(page.locator("#map-chips")).to_contain_text("Показать скрытые (1)")
    assert refs(page) == before - {ref}
    page.locator("#map-chips a", has_text="Показать скрытые").click()
    expect(page.locator("#map-chips")).to_be_hidden()
    assert refs(page) == before
    page.mouse.click(*at(page, ref))
    expect(page.locator("#card-body article")).to_be_visible()
    page.get_by_role("button", name="Держать на схеме").click()
    expect(page.get_by_role("button", name="Не держать на схеме")).to_be_visible()
    page.get_by_role("button", name="Только он и соседи").click()
    expect(page.locator("#map-chips")).to_contain_text("и соседи")
    focused = refs(page)
    assert ref in focused and focused < before
    page.reload()
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    assert refs(page) == focused and state(page, "[...scene.pinned]") == [ref]


def test_a_double_click_lights_the_neighbours(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = opened(open_page, whole_site)
    ref = str(state(page, "data.nodes[data.relations[0].from].ref"))
    page.mouse.dblclick(*at(page, ref))
    expect(page).to_have_url(re.compile("expand="))
    until(page, "scene.lit !== null")
    lit = page.evaluate("[...window.oporaMap.scene.lit].map(i => window.oporaMap.data.nodes[i].ref)")
    assert ref in lit and 1 < len(lit) < len(refs(page))
    keep(page, "map-neighbours")


def test_the_map_by_keyboard(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = opened(open_page, whole_site)
    page.keyboard.press("Tab")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = state(page, "scene.cursor")
    page.keyboard.press("ArrowDown")
    second = state(page, "scene.cursor")
    assert first is not None and first != second
    name = str(state(page, "data.nodes[scene.cursor].title")).split("\n")[0]
    expect(page.locator("#map-said")).to_contain_text(name)
    keep(page, "map-keys")
    page.keyboard.press("Enter")
    expect(page.locator("#card-body h2")).to_have_text(name)
    expect(page.locator("#card-body")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#canvas")).to_be_focused()
    expect(page.locator("#card-body article")).to_have_count(0)
    scale = float(str(page.evaluate("window.oporaMap.scale()")))
    page.keyboard.press("+")
    assert float(str(page.evaluate("window.oporaMap.scale()"))) > scale
    page.keyboard.press("0")
    box = page.locator("#canvas").bounding_box()
    assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 901
    keep(page, "map-whole")
    page.keyboard.press("Space")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#canvas")).to_be_focused()


def test_the_map_is_taken_away(open_page: Open, site: str, tmp_path: Path) -> None:
    page = open_page(f"/?territory={EXAMPLE}&subject=iro&layers=agreement")
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    with page.expect_download() as png:
        page.get_by_role("button", name="рисунок PNG").click()
    png.value.save_as(tmp_path / "map.png")
    head = (tmp_path / "map.png").read_bytes()[:24]
    wide, high = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    layout = page.evaluate("({w: window.oporaMap.layout.width, h: window.oporaMap.layout.height})")
    assert head[:8] == b"\x89PNG\r\n\x1a\n" and wide == 2 * (layout["w"] + 48) and high > 2 * layout["h"]
    with page.expect_download() as svg:
        page.get_by_role("button", name="чертёж SVG").click()
    svg.value.save_as(tmp_path / "map.svg")
    drawing = ElementTree.parse(tmp_path / "map.svg").getroot()
    kinds = {element.tag.partition("}")[2] for element in drawing.iter()}
    texts = [element.text or "" for element in drawing.iter() if element.tag.endswith("}text")]
    assert kinds == {"svg", "path", "rect", "text"}
    assert "Как устроена система: Заречная область" in texts and "ЗИРО" in texts
    assert any(t.startswith("По состоянию на") for t in texts) and any(t.startswith("институт: ") for t in texts)
    assert any(t.startswith("<img") for t in texts)


def test_print_has_the_picture_and_the_table(open_page: Open, site: str) -> None:
    page = open_page(f"/?territory={EXAMPLE}")
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("svg#map-print")).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()
    expect(page.locator("#subjects")).to_be_visible()
    expect(page.locator("#map-legend")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("svg#map-print").count() == 0


def test_a_large_region_opens_group_by_group(open_page: Open, large_site: str, keep: Keep) -> None:
    page = open_page(f"/?territory={LARGE}", base=large_site)
    expect(page.locator("#canvas[data-ready]")).to_be_attached()
    assert len(refs(page)) < 70
    page.locator("#subjects a", has_text="Школа № 155 ").click()  # stands in a group, and comes out of it
    expect(page.locator("#card-body h2")).to_have_text("Школа № 155 (m05)", timeout=20_000)
    until(page, "scene.chosen !== null && data.nodes[scene.chosen].ref === 'b-00155'")
    page.get_by_role("button", name="Закрыть карточку").click()
    group = "group.institutional.organisation"
    page.mouse.dblclick(*at(page, group))
    expect(page.locator("#map-chips")).to_contain_text("Свернуть группу «Организация: 540»", timeout=20_000)
    inside = {ref for ref in refs(page) if ref.startswith(f"{group}.")}
    assert len(inside) == 25
    page.mouse.dblclick(*at(page, f"{group}.xx-bench.m03"))
    until(page, "data.nodes.some(n => n.ref === 'b-00153')")
    keep(page, "map-large")
    page.locator("#map-chips a", has_text="Организация: 540").click()
    until(page, "data.nodes.length < 70")
    assert "open=" not in page.url


@pytest.mark.parametrize("width", [360, 2560])
def test_nothing_overflows(open_page: Open, whole_site: Site, keep: Keep, width: int) -> None:
    page = opened(open_page, whole_site, "&layers=coordinates", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    keep(page, f"map-{width}-layers")
    if width == 2560:
        assert float(str(page.evaluate("window.oporaMap.layout.columns"))) >= 8


def test_a_word_nobody_knows_is_one_clear_line(open_page: Open, whole_site: Site) -> None:
    page = open_page(MAP + "&layers=%3Cimg%20src=x%20onerror=alert(1)%3E", base=whole_site.url, status=422)
    expect(page.locator("main")).to_contain_text("нет слова «<img src=x onerror=alert(1)>»")


def test_without_scripts_the_form_narrows_the_table(open_page: Open, site: str) -> None:
    page = open_page(f"/?territory={EXAMPLE}&focus=iro", scripts=False)
    page.get_by_role("checkbox", name="совет").uncheck()
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("tr[data-row=iro]")).to_be_visible()
    expect(page.locator("tr[data-row=evil]")).to_have_count(0)
