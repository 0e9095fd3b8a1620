"""Activities in a browser: what is overdue and whose duty it is, the timeline, telling that one is done, the files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from api.auth import make_token, read_tokens
from queries.stores import open_store
from tests.browser.conftest import Site, serving
from tests.viz.example import REGION
from tests.viz.plans_example import plans

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
VLADIMIR = "/activities?territory=ru-vla"
INVENTED = "/activities?territory=x-zarechenskaya-oblast"


def test_what_is_overdue_and_whose_duty_it_is(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(VLADIMIR, base=whole_site.url)
    keep(page, "activities-1440")
    page.locator(".totals a.is-uncovered").click()
    expect(page).to_have_url(re.compile("state=overdue"))
    overdue = page.locator("tr[id]").count()
    page.get_by_label("Кто отвечает").select_option(label=_option(page))
    page.get_by_label("Группировка").select_option("direction")
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("by=direction"))
    rows = page.locator("tr[id]")
    assert 0 < rows.count() < overdue
    for text in rows.all_inner_texts():
        assert "ЦНППМ" in text and "просрочено, дней" in text
    expect(page.locator("th[scope=rowgroup]").first).to_contain_text("Направление 1")


def _option(page: Page) -> str:
    """The option of the centre, as it is written in the list."""
    found = page.locator("#subject option").all_inner_texts()
    return next(text for text in found if text.startswith("Центр непрерывного"))


def test_the_timeline_leads_to_the_rows(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"{INVENTED}&as_of=2025-07-01", base=whole_site.url)
    page.get_by_role("link", name="На ленте времени").click()
    chart = page.locator(".timeline svg")
    expect(chart).to_have_attribute("aria-label", re.compile("Мероприятия по срокам с .+ мероприятий: 8"))
    mark = page.locator(".timeline [aria-label^='4. Диагностика']")
    expect(mark).to_have_attribute("aria-label", re.compile("Срок: 30.09.2025. предстоит. .+ прил. 2, п. 4"))
    expect(mark.locator("title")).to_have_text(re.compile("^4. Диагностика"))
    mark.click()
    target = page.locator("tr:target")
    expect(target).to_contain_text("Диагностика профессиональных затруднений учителей математики и физики")
    expect(target).to_be_in_viewport()
    keep(page, "activities-timeline")


def test_what_comes_next_in_ninety_days(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"{INVENTED}&as_of=2026-11-01", base=whole_site.url, scripts=False)
    expect(page.locator(".soon-list li")).to_have_count(1)
    page.get_by_role("link", name="на 90 дней вперёд").click()
    expect(page.locator(".soon-list")).to_contain_text("норма вступает в силу")
    page.get_by_role("link", name="Областной съезд наставников").first.click()
    expect(page.locator("tr[id]")).to_have_count(1)
    page.get_by_role("link", name="Показать весь список").click()
    expect(page.locator("tr[id]")).to_have_count(8)


@pytest.mark.parametrize("view", ["table", "timeline"])
def test_it_fits_a_telephone(open_page: Open, whole_site: Site, keep: Keep, view: str) -> None:
    page = open_page(f"{INVENTED}&view={view}", base=whole_site.url, width=360)
    page.locator(".tell summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, f"activities-{view}-360")


def test_files_have_the_filters_of_the_page(open_page: Open, whole_site: Site, tmp_path: Path) -> None:
    page = open_page(f"{INVENTED}&state=due&as_of=2025-07-01", base=whole_site.url)
    with page.expect_download() as begun:
        page.get_by_role("link", name="календарь сроков").click()
    begun.value.save_as(tmp_path / "days.ics")
    text = (tmp_path / "days.ics").read_bytes().decode()
    assert begun.value.suggested_filename == "activities.ics"
    assert text.count("BEGIN:VEVENT") == page.locator("tr[id]").count() == 3
    with page.expect_download() as begun:
        page.get_by_role("link", name="XLSX").click()
    assert begun.value.suggested_filename == "activities.xlsx"


def test_a_person_with_a_key_tells_that_it_is_done(open_page: Open, own_site: Site, keep: Keep) -> None:
    page = open_page(f"{INVENTED}&state=overdue", base=own_site.url)
    row = page.locator("tr[id]").first
    id = row.get_attribute("id")
    page.get_by_text("Чтобы сообщить о выполнении, укажите ключ").click()
    page.get_by_label("Ваш ключ").fill(own_site.key)
    page.get_by_role("button", name="Применить ключ").click()
    row.get_by_text("Сообщить о выполнении").click()
    row.get_by_label("В какой день").fill("2025-04-28")
    row.get_by_label("Примечание").fill("отчёт института")
    row.get_by_role("button", name="Записать").click()
    row = page.locator(f"tr[id='{id}']")
    expect(row.locator(".status.good")).to_be_focused()
    expect(row).to_contain_text("✓ выполнено")
    expect(row).to_contain_text("28.04.2025")
    expect(page.locator("#totals")).to_contain_text("Выполнено: 1 из 8. Просрочено: 3 из 5")
    keep(page, "activities-told")


def test_without_a_key_nothing_is_written(open_page: Open, own_site: Site) -> None:
    page = open_page(INVENTED, base=own_site.url)
    row = page.locator("tr[id]").first
    row.get_by_text("Сообщить о выполнении").click()
    row.get_by_role("button", name="Записать").click()
    expect(row.locator(".status.bad")).to_have_text("Сначала укажите ключ: поле над таблицей.")
    expect(page.get_by_label("Ваш ключ")).to_be_visible()
    expect(row.get_by_label("Примечание")).to_be_enabled()
    address = row.locator("[data-fact]").get_attribute("data-fact")
    told = {"verdict": "corrected", "changes": {"status": "done"}}
    assert page.request.post(f"{own_site.url}{address}", data=told).status == 401
    expect(open_page(INVENTED, base=own_site.url).locator("#totals")).to_contain_text("Выполнено: 0 из 8")


def test_hostile_names_are_text_wherever_they_stand(open_page: Open, tmp_path: Path, keep: Keep) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'hostile.db'}")
    store.write(plans())
    _key, entry = make_token("Проверка", ["write"])
    with serving(store, read_tokens(entry)) as url:
        for width in (1440, 360):
            for path in ("/activities?view=timeline&", "/agreements?"):
                page = open_page(f"{path}territory={REGION}&as_of=2024-06-01", base=url, width=width)
                expect(page.locator("main")).to_contain_text("<img src=x onerror=")
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                assert page.title() != "caught" and page.locator("main img").count() == 0
                keep(page, f"plans-hostile-{path[1:5]}-{width}")
