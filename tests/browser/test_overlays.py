"""What is laid over the map: a planner chooses a layer, asks for a route between two bodies, closes one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.viz.example import HOSTILE, REGION

if TYPE_CHECKING:
    from tests.browser.conftest import Site

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
CENTRE = "ru-bel.centr-nepreryvnogo-povysheniya-p-6cb9b112"
INSTITUTE = "ru-bel.oblastnoe-gosudarstvennoe-avtono-eb620a84"


def show(page: Page) -> None:
    page.locator("#map-form").get_by_role("button", name="Показать", exact=True).click()


def test_a_layer_is_chosen_and_its_table_leads_to_the_clause(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page("/?territory=ru-bel", base=whole_site.url)
    expect(page.locator("#route")).to_be_hidden()
    page.locator("#overlay").select_option(label="Перекрытия: функцию исполняют несколько")
    show(page)
    told = page.locator("#overlay-told")
    expect(told.locator(".overlay-legend")).to_contain_text("10")
    rows = page.locator("#overlay-rows")
    expect(rows.locator("tbody").first).to_contain_text("F1.08 Данные для паспорта и реестров системы")
    clause = rows.get_by_role("link", name="п. 3.1.4").first
    assert "/orders/ru-bel.order" in (clause.get_attribute("href") or "")
    keep(page, "map-overlap")
    rows.locator(f"a[data-open='{INSTITUTE}']").first.click()
    expect(page.locator("#card-body h2")).to_contain_text("Белгородский институт развития образования")
    expect(page).to_have_url(re.compile("overlay=overlap"))


def test_a_route_between_two_bodies_from_their_cards(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"/?territory=ru-bel&subject={INSTITUTE}", base=whole_site.url)
    page.locator("#card-body .deeds").get_by_role("link", name="Маршрут отсюда").click()
    told = page.locator("#overlay-told")
    expect(told).to_contain_text("Теперь выберите, к кому")
    page.locator("#overlay-to").fill("советом образовательной организации")
    show(page)
    expect(told.locator("h2")).to_contain_text("до «Методический")
    rows = page.locator("#overlay-rows")
    expect(rows.locator("tbody tr").nth(1)).to_contain_text("звено 1")
    expect(rows.get_by_role("link", name=re.compile("^п. "))).not_to_have_count(0)
    keep(page, "map-between")
    told.get_by_role("link", name="В обратную сторону").click()
    expect(told.locator("h2")).to_contain_text("От «Методический")


def test_closing_a_body_and_giving_its_functions_away(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"/?territory=ru-bel&subject={INSTITUTE}", base=whole_site.url)
    page.locator("#card-body .deeds").get_by_role("link", name="Что если упразднить?").click()
    told = page.locator("#overlay-told")
    expect(told).to_contain_text("В данных ничего не изменено")
    expect(told.locator(".overlay-legend")).to_contain_text("останутся без исполнителя функции 6")
    expect(page.locator("#overlay-rows tr.group").first).to_contain_text("Функции, которые останутся без исполнителя")
    keep(page, "map-what-if")
    told.get_by_role("link", name="А если функции получит «ЦНППМ»?").click()
    expect(page).to_have_url(re.compile(f"into={re.escape(CENTRE)}"))
    expect(told.locator(".overlay-legend")).to_contain_text("перейдут к другому субъекту закрепления функций 11")
    expect(page.locator("#overlay-into")).to_have_value(CENTRE)


def test_a_card_unfolds_what_is_urgent(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"/?territory=ru-bel&subject={CENTRE}", base=whole_site.url)
    card = page.locator("#card-body")
    expect(card.locator("h3")).to_contain_text("Функции 15")
    card.locator("summary", has_text="Замечания").click()
    expect(card).to_contain_text("Пункты называют разных ответственных")
    keep(page, "map-card-findings")
    card.get_by_role("link", name=re.compile("^Все: ")).first.click()
    expect(page).to_have_url(re.compile(f"/findings.*subject={re.escape(CENTRE)}"))


@pytest.mark.parametrize("scripts", [True, False])
def test_narrow_screens_and_no_scripts(open_page: Open, whole_site: Site, keep: Keep, scripts: bool) -> None:
    page = open_page("/?territory=ru-vla&overlay=load", base=whole_site.url, width=360, scripts=scripts)
    expect(page.locator("#overlay-told")).to_contain_text("Выдуманные данные")
    expect(page.locator("#overlay-told .overlay-legend")).to_contain_text("в пределах нормы")
    assert page.locator("#route").is_visible() is not scripts
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, f"map-load-360{'' if scripts else '-plain'}")


def test_hostile_names_are_text_in_every_field(open_page: Open) -> None:
    page = open_page(f"/?territory={REGION}&close=evil")
    told = page.locator("#overlay-told")
    expect(told.locator("h2")).to_contain_text('"><b>')
    expect(page.locator("#overlay-close option:checked")).to_contain_text(HOSTILE[:40])
    assert page.locator("main img, main script:not([type='application/json'])").count() == 0
    page.locator("#overlay").select_option("between")
    page.locator("#overlay-from").fill(HOSTILE)
    page.locator("#overlay-to").fill("ЗИРО")
    show(page)
    expect(told.locator("h2")).to_contain_text("до «ЗИРО»")
    assert page.title().startswith("Структура")


def test_the_subject_s_page_prints_and_leads_to_the_map(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"/subjects/{CENTRE}", base=whole_site.url)
    expect(page.locator("section[aria-labelledby=findings] tbody tr")).to_have_count(8)
    keep(page, "subject")
    page.emulate_media(media="print")
    expect(page.locator(".deeds")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("section[aria-labelledby=routes] ol").first).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("section[aria-labelledby=routes] ol").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".deeds").get_by_role("link", name="На схеме").click()
    expect(page).to_have_url(re.compile(f"subject={re.escape(CENTRE)}"))
