"""Agreements in a browser: narrow them, see who concludes with whom, tell that one is concluded."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
INVENTED = "/agreements?territory=x-zarechenskaya-oblast"


def test_the_overdue_of_the_country_are_one_click_away(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page("/agreements?territory=ru", base=whole_site.url)
    totals = page.locator("#totals").inner_text()
    every = page.locator("tr[id]").count()
    keep(page, "agreements-1440")
    page.locator(".totals a.is-uncovered").click()
    expect(page).to_have_url(re.compile("state=overdue"))
    expect(page.locator(".totals a.is-uncovered")).to_have_attribute("aria-current", "true")
    rows = page.locator("tr[id]")
    assert 0 < rows.count() < every and page.locator("#totals").inner_text() == totals
    for text in rows.all_inner_texts():
        assert "просрочено, дней" in text
    page.get_by_role("link", name="Срок", exact=True).click()
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")


def test_the_party_and_the_words_narrow_the_list_without_scripts(open_page: Open, whole_site: Site) -> None:
    page = open_page(INVENTED, base=whole_site.url, scripts=False)
    page.get_by_label("Слова в тексте").fill("базовой школы")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator("tr[id]")).to_have_count(1)
    expect(page.locator("tr[id]")).to_contain_text("договор о прохождении стажировки")
    expect(page.locator(".tell").first).to_be_hidden()  # nothing can be told without a script
    page.get_by_role("link", name="п. 4.2").click()
    expect(page).to_have_url(re.compile("/orders/.+#clause-4-2"))


def test_the_pairs_of_levels_lead_to_their_agreements(open_page: Open, whole_site: Site) -> None:
    page = open_page("/agreements?territory=ru", base=whole_site.url)
    cell = page.locator(".pairs a[href*='pair=regional-municipal']").first
    count = int(cell.inner_text().split()[-1])
    cell.click()
    expect(page.locator("tr[id]")).to_have_count(count)
    assert 0 < count < 11


def test_it_fits_a_telephone(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(INVENTED, base=whole_site.url, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".tell summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, "agreements-360")


def test_a_person_with_a_key_tells_that_it_is_concluded(open_page: Open, own_site: Site, keep: Keep) -> None:
    page = open_page(f"{INVENTED}&state=overdue", base=own_site.url)
    row = page.locator("tr[id]").first
    id = row.get_attribute("id")
    page.get_by_text("Чтобы сообщить о заключении, укажите ключ").click()
    page.get_by_label("Ваш ключ").fill(own_site.key)
    page.get_by_role("button", name="Применить ключ").click()
    row.get_by_text("Сообщить о заключении").click()
    row.get_by_label("Номер соглашения").fill("15-с")
    row.get_by_label("Дата заключения").fill("2025-06-20")
    row.get_by_role("button", name="Записать").click()
    row = page.locator(f"tr[id='{id}']")
    expect(row.locator(".status.good")).to_have_text("Записано.")
    expect(row).to_contain_text("✓ заключено")
    expect(row).to_contain_text("№ 15-с от 20.06.2025")
    expect(page.locator("#totals")).to_contain_text("Заключено: 1 из 2.")
    expect(page.locator(".pairs a[href*='pair=regional-municipal']").first).to_have_text("1 из 1")
    keep(page, "agreements-told")
    again = open_page(INVENTED, base=own_site.url).locator(f"tr[id='{id}']")
    expect(again).to_contain_text("№ 15-с от 20.06.2025")
    row.get_by_text("Исправить сообщённое").click()
    row.get_by_role("button", name="Снять запись").click()
    expect(page.locator(f"tr[id='{id}'] .status.good")).to_contain_text("Запись снята")
    expect(page.locator(f"tr[id='{id}']")).to_contain_text("✕ просрочено")


def test_without_a_key_nothing_is_written(open_page: Open, own_site: Site) -> None:
    page = open_page(INVENTED, base=own_site.url)
    row = page.locator("tr[id]").first
    row.get_by_text("Сообщить о заключении").click()
    row.get_by_label("Дата заключения").fill("2025-06-20")
    row.get_by_role("button", name="Записать").click()
    expect(row.locator(".status.bad")).to_have_text("Сначала укажите ключ: поле над таблицей.")
    expect(page.get_by_label("Ваш ключ")).to_be_visible()
    expect(row.get_by_label("Примечание")).to_be_enabled()
    address = row.locator("[data-fact]").get_attribute("data-fact")
    told = {"verdict": "corrected", "changes": {"status": "concluded"}}
    assert page.request.post(f"{own_site.url}{address}", data=told).status == 401
    expect(open_page(INVENTED, base=own_site.url).locator("tr[id]").first).to_contain_text("✕ просрочено")
