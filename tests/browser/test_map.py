"""The map: what a planner does there."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.viz.example import DISTRICT, EMPTY, HOSTILE, REGION

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]


def _ready(page: Page) -> None:
    expect(page.locator("#canvas[data-ready]")).to_be_attached()


def _click(page: Page, id: str) -> None:
    page.evaluate("id => document.getElementById('canvas').oporaBring(id)", id)
    at = page.evaluate("id => document.getElementById('canvas').oporaPlace(id)", id)
    page.mouse.click(at["x"], at["y"])


def test_a_click_on_the_map_opens_the_card(open_page: Open, keep: Keep) -> None:
    page = open_page(f"/?territory={REGION}")
    _ready(page)
    keep(page, "map")
    _click(page, "iro")
    card = page.locator("#card-body article")
    expect(card.get_by_role("heading", name="Заречный институт развития образования")).to_be_visible()
    expect(card).to_contain_text("Региональный уровень")
    expect(card).to_contain_text("Министерство просвещения Заречной области")
    expect(card).to_contain_text("Ведение реестра работников методических служб")
    expect(card).to_contain_text("п. 3.1.2, акт № 12-од от 20.07.2021")
    expect(card).to_contain_text("слова пункта")
    expect(page).to_have_url(re.compile("subject=iro"))
    expect(page.locator("tr[data-row=iro]")).to_have_attribute("aria-current", "true")
    keep(page, "map-card")
    page.get_by_role("button", name="Закрыть карточку").click()
    expect(card).to_have_count(0)
    expect(page).not_to_have_url(re.compile("subject="))


def test_the_address_reproduces_the_view(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}&subject=cnppm&lang=en")
    _ready(page)
    expect(page.locator("#card-body")).to_contain_text("Regional level")
    expect(page.locator("#card-body")).to_contain_text("cl. 3.2.1")
    expect(page.locator("tr[data-row=cnppm]")).to_have_attribute("aria-current", "true")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_search_by_any_form_centres_and_opens(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}")
    _ready(page)
    for words, id, name in (
        ("методической службе", "mms", "Муниципальная методическая служба"),
        ("цнппм", "cnppm", "Центр непрерывного повышения"),
        ("муниципальными службами", "mms", "Муниципальная методическая служба"),
        ("институтом", "iro", "Заречный институт развития образования"),
        ("ММС", "mms", "Муниципальная методическая служба"),
    ):
        page.locator("#q").fill("")
        page.locator("#q").press_sequentially(words, delay=5)
        option = page.get_by_role("option", name=re.compile(name)).first
        expect(option).to_be_visible()
        option.click()
        expect(page.locator("#card-body h2")).to_contain_text(name)
        expect(page.locator(f"tr[data-row={id}]")).to_have_attribute("aria-current", "true")
        at = page.evaluate("id => document.getElementById('canvas').oporaPlace(id)", id)
        assert 0 < at["x"] < 1440 and 0 < at["y"] < 900


def test_suggestions_by_keyboard(open_page: Open, keep: Keep) -> None:
    page = open_page(f"/?territory={REGION}")
    _ready(page)
    field = page.locator("#q")
    field.press_sequentially("реестр работников", delay=5)
    expect(page.get_by_role("option").first).to_contain_text("Ведение реестра")
    keep(page, "search")
    field.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/responsibility"))
    expect(page.locator(".sentences")).to_contain_text("Заречный институт развития образования")


def test_nothing_found_says_what_to_do(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}")
    field = page.locator("#q")
    field.press_sequentially("ъъъщщщ", delay=5)
    expect(page.locator(".suggestions")).to_contain_text("Попробуйте одно слово")


def test_the_table_says_the_same_and_opens_cards_by_keyboard(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}")
    _ready(page)
    rows = page.locator("#subjects tr[data-row]")
    drawn = page.evaluate("JSON.parse(document.getElementById('map-data').textContent).nodes.map(n => n.ref)")
    assert sorted(drawn) == sorted(row.get_attribute("data-row") or "" for row in rows.all())
    page.locator("tr[data-row=mms] a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card-body h2")).to_have_text("Муниципальная методическая служба")
    expect(page.locator("#card-body")).to_be_focused()


def test_hostile_names_are_shown_as_text(open_page: Open, keep: Keep) -> None:
    page = open_page(f"/?territory={REGION}&subject=evil")
    _ready(page)
    expect(page.locator("#card-body h2")).to_have_text(HOSTILE)
    _click(page, "rtl")
    expect(page.locator("#card-body h2")).to_contain_text("Совет")
    assert page.locator("main img, main script:not([type='application/json'])").count() == 0
    assert page.title().startswith("Структура")
    _click(page, "evil")
    expect(page.locator("#card-body h2")).to_have_text(HOSTILE)
    keep(page, "map-hostile")


def test_without_scripts_the_table_and_the_search_answer(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}&subject=iro", scripts=False)
    expect(page.locator("#card-body h2")).to_have_text("Заречный институт развития образования")
    page.locator("#q").fill("методической службой")
    page.get_by_role("button", name="Найти").click()
    expect(page.locator("main")).to_contain_text("Муниципальная методическая служба")


def test_nothing_overflows_on_a_telephone(open_page: Open, keep: Keep) -> None:
    page = open_page(f"/?territory={REGION}", width=360, height=740)
    _ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, "map-360")
    _click(page, "cnppm")
    expect(page.locator("#card-body h2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.screenshot(path=".cache/screenshots/map-360-card.png")


def test_a_territory_without_an_order_says_what_to_load(open_page: Open) -> None:
    page = open_page(f"/?territory={EMPTY}")
    expect(page.locator("main")).to_contain_text("opora load")


def test_a_municipality_shows_what_stands_above_it(open_page: Open) -> None:
    page = open_page(f"/?territory={DISTRICT}")
    _ready(page)
    expect(page.locator("tr[data-row=school-0]")).to_be_visible()


def _place(page: Page, id: str) -> tuple[float, float]:
    at = page.evaluate("id => document.getElementById('canvas').oporaPlace(id)", id)
    return at["x"], at["y"]


def test_two_fingers_scale_and_move_the_map_and_one_scrolls_the_page(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}", width=400)
    _ready(page)
    page.evaluate("() => document.getElementById('canvas').oporaBring('iro')")
    hand = page.context.new_cdp_session(page)
    hand.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})

    def touch(kind: str, *fingers: tuple[float, float]) -> None:
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in fingers]})

    x, y = _place(page, "iro")
    before = page.evaluate("() => window.oporaMap.scale()")
    scrolled = page.evaluate("() => window.scrollY")
    touch("touchStart", (x - 20, y), (x + 20, y))
    for step in (1, 2, 3, 4):  # to twice as far apart, and 30 pixels down
        touch("touchMove", (x - 20 - 5 * step, y + 7.5 * step), (x + 20 + 5 * step, y + 7.5 * step))
    touch("touchEnd")
    after = page.evaluate("() => window.oporaMap.scale()")
    assert 1.8 < after / before < 2.2
    assert page.evaluate("() => window.scrollY") == scrolled
    moved = _place(page, "iro")
    assert abs(moved[0] - x) < 3 and abs(moved[1] - y - 30) < 3
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x, y - 10 * step))
    touch("touchEnd")
    page.wait_for_function("was => window.scrollY > was + 30", arg=scrolled)
    assert page.evaluate("() => window.oporaMap.scale()") == after


def test_the_wheel_with_ctrl_scales_about_the_pointer(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}")
    _ready(page)
    page.evaluate("() => document.getElementById('canvas').oporaBring('iro')")
    x, y = _place(page, "iro")
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.wait_for_function("([x, y]) => window.oporaMap.scale() > 1.05", arg=[x, y])
    page.keyboard.up("Control")
    now = _place(page, "iro")
    assert abs(now[0] - x) < 3 and abs(now[1] - y) < 3
