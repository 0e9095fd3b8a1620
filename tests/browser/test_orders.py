"""Orders: the list, an act beside what was read from it, the review; with a key and without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from queries.stores import open_store
from tests.browser.conftest import INVENTED_ACT, Site, serving
from tests.viz.act_example import ACT as HOSTILE_ACT
from tests.viz.act_example import act_entities
from tests.viz.example import HOSTILE

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]
ACT = "x-zarechenskaya-oblast.order.215-p-2025-03-14-5cb95871"


@pytest.fixture(scope="module")
def hostile_site() -> Iterator[str]:
    """An act whose text, names and title are hostile."""
    store = open_store("sqlite:///:memory:")
    store.write(act_entities())
    with serving(store) as url:
        yield url


def give(page: Page, key: str) -> None:
    """Put a key into its field."""
    page.locator("#token").fill(key)
    page.get_by_role("button", name="Применить ключ").click()
    expect(page.locator("form[data-token] [role=status]")).to_have_text("Ключ действует в этой вкладке.")


@pytest.mark.parametrize(
    ("name", "address"), [("list", "/orders"), ("act", f"/orders/{ACT}"), ("review", f"/orders/{ACT}?queue=low")]
)
def test_pages_fit_from_a_telephone_to_a_wall(
    open_page: Open, whole_site: Site, keep: Keep, name: str, address: str
) -> None:
    page = open_page(address, base=whole_site.url)
    for width in (2560, 1440, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width in (1440, 360):
            keep(page, f"orders-{name}-{width}")
    page.emulate_media(media="print")
    expect(page.locator("#token, form.filters").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_the_list_finds_an_act_and_opens_it(open_page: Open, whole_site: Site) -> None:
    page = open_page("/orders", base=whole_site.url)
    expect(page.locator("table.acts tbody tr")).to_have_count(5)
    page.get_by_label("Номер или слова названия").fill("мониторинге состояния")
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("q="))
    expect(page.locator("table.acts tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Приказ № 104/3").click()
    expect(page.locator("h1")).to_contain_text("№ 104/3 от 01.07.2022")
    expect(page.get_by_text("Текст этого акта не загружен")).to_be_visible()


def test_an_act_is_loaded_reviewed_as_a_draft_and_confirmed(open_page: Open, own_site: Site, keep: Keep) -> None:
    page = open_page("/orders", base=own_site.url)
    page.locator("#file").set_input_files(INVENTED_ACT)
    page.get_by_role("button", name="Прочитать акт").click()
    expect(page.locator("form[data-upload] [role=status]")).to_contain_text("Сначала укажите ключ")
    give(page, own_site.key)
    expect(page.locator("[data-drafts-said]")).to_have_text("Черновиков нет.")
    page.locator("#file").set_input_files(INVENTED_ACT)
    page.get_by_role("button", name="Прочитать акт").click()
    result = page.locator("[data-result]")
    expect(result).to_contain_text("Понято", timeout=60_000)
    expect(page.locator("[data-drafts] a")).to_contain_text("215-п")
    result.get_by_text("Что не понято и почему").click()
    expect(result.locator("details li")).to_have_count(19)
    assert not [t for t in result.locator("details li").all_inner_texts() if re.search("[a-z]{3}", t)]
    keep(page, "orders-uploaded")
    result.get_by_role("link", name="Открыть черновик").click()
    expect(page.locator("h1")).to_contain_text("Приказ № 215-п")
    expect(page.get_by_text("не участвует в ответах, пока")).to_be_visible()
    expect(page.locator("[data-unread] li")).to_have_count(19)  # this tab still knows what was not understood
    page.get_by_role("link", name=re.compile("Проверить сомнительное")).click()
    expect(page.locator("form[data-fact]")).to_be_visible()
    page.get_by_role("button", name="Верно").click()
    expect(page.locator(".progress")).to_contain_text("1 из 15 решено")
    page.get_by_role("button", name="Подтвердить акт целиком").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("из них сомнительных: 14")
    keep(page, "orders-confirm")
    dialog.get_by_role("button", name="Подтвердить").click()
    confirmed = page.locator("[aria-labelledby=requisites]")
    expect(confirmed).to_contain_text("подтверждено человеком Иванова А. А.", timeout=60_000)
    expect(page.get_by_text("проверено людьми: 155")).to_be_visible()


def test_words_and_facts_light_each_other(open_page: Open, whole_site: Site, keep: Keep) -> None:
    page = open_page(f"/orders/{ACT}#clause-3-1-2", base=whole_site.url)
    clause = page.locator("#clause-3-1-2")
    expect(clause).to_be_in_viewport()
    words = clause.locator(".piece", has_text="организует исследования")
    fact = clause.locator(".fact", has_text="организует исследования")
    words.hover()
    expect(fact).to_have_class(re.compile("lit"))
    keep(page, "orders-lit")
    fact.locator(".fact-title").hover()
    expect(words).to_have_class(re.compile("lit"))
    fact.get_by_role("link", name="Проверить").focus()  # the same by the keyboard
    expect(words).to_have_class(re.compile("lit"))
    words.click()
    expect(fact).to_be_in_viewport()


def test_doubtful_facts_are_stepped_through_and_filtered(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"/orders/{ACT}", base=whole_site.url)
    page.keyboard.press("j")
    expect(page.locator(".fact:focus")).to_have_class(re.compile("is-doubtful"))
    first = page.locator(".fact:focus").get_attribute("id")
    page.keyboard.press("j")
    expect(page.locator(f"[id='{first}']")).not_to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f"[id='{first}']")).to_be_focused()
    page.locator("#only").select_option("unmapped")
    page.get_by_role("button", name="Показать").click()
    expect(page).to_have_url(re.compile("only=unmapped"))
    expect(page.locator(".fact")).to_have_count(6)
    assert page.locator(".fact", has_text="не подходит ни одной функции каталога").count() == 6


def test_a_clause_of_an_answer_leads_to_its_place_in_the_act(open_page: Open, whole_site: Site) -> None:
    page = open_page("/responsibility?function=F5.01&territory=x-zarechenskaya-oblast", base=whole_site.url)
    page.locator("a.clause-link").first.click()
    expect(page.locator(".clause:target")).to_be_in_viewport()


def test_nothing_is_sent_without_a_key(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"/orders/{ACT}?queue=low", base=whole_site.url)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.get_by_role("button", name="Верно").click()
    expect(page.locator("[data-said]")).to_contain_text("Сначала укажите ключ")
    expect(page.locator("#token")).to_be_focused()
    page.reload()
    expect(page.locator(".progress")).to_contain_text("0 из 15 решено")
    assert sent == []


def test_a_wrong_key_is_told_at_the_button_and_loses_nothing(browser: Browser, own_site: Site) -> None:
    page = browser.new_context().new_page()  # the refusal stands on the console: not a page that must not complain
    page.goto(f"{own_site.url}/orders/{ACT}?queue=low")
    give(page, "wrong")
    page.locator("#note").fill("проверить ещё раз")
    page.locator("#field-role").select_option("contributes")
    page.get_by_role("button", name="Сохранить исправление").click()
    expect(page.locator("[data-said]")).to_have_class(re.compile("bad"))
    expect(page.locator("[data-said]")).to_contain_text("Сервер не знает этого ключа")
    expect(page.locator("#note")).to_have_value("проверить ещё раз")
    expect(page.locator("#field-role")).to_have_value("contributes")
    expect(page.locator(".progress")).to_contain_text("0 из 15 решено")
    page.goto(f"{own_site.url}/orders/{ACT}?edition=draft")
    expect(page.locator("[data-draft-frame] [data-said]")).to_contain_text("Сервер не знает этого ключа")
    page.context.close()


def test_facts_are_confirmed_corrected_rejected_and_taken_back(open_page: Open, own_site: Site, keep: Keep) -> None:
    page = open_page(f"/orders/{ACT}?queue=low", base=own_site.url)
    give(page, own_site.key)
    first = page.locator("form[data-fact]").get_attribute("data-fact")
    page.locator("h1").click()
    page.keyboard.press("1")
    expect(page.locator(".progress")).to_contain_text("1 из 15 решено")
    expect(page.locator("[data-last]")).to_contain_text("Записано: верно")
    page.get_by_role("button", name="Сохранить исправление").click()
    expect(page.locator("[data-said]")).to_contain_text("Ничего не исправлено")
    page.locator("#field-role").select_option("contributes")
    page.get_by_role("button", name="Сохранить исправление").click()
    expect(page.locator(".progress")).to_contain_text("2 из 15 решено")
    page.locator("#note").fill("это цель, а не функция")
    page.get_by_role("button", name="Отклонить").click()
    expect(page.locator(".progress")).to_contain_text("3 из 15 решено")
    keep(page, "orders-decided")
    page.reload()
    expect(page.locator(".progress")).to_contain_text("3 из 15 решено")
    page.goto(f"{own_site.url}/orders/{ACT}?queue=low&fact={first}")
    expect(page.locator(".fact").first).to_contain_text("✓ проверено Иванова А. А.")
    page.get_by_role("button", name="Отменить решение").click()
    expect(page.locator("[data-last]")).to_contain_text("Решение отменено")
    expect(page.locator(".progress")).to_contain_text("2 из 15 решено")
    page.get_by_role("button", name="Верно").click()
    page.locator("[data-last]").get_by_role("button", name="Отменить").click()
    expect(page.locator("form[data-fact]")).to_have_attribute("data-fact", first or "")
    expect(page.locator(".progress")).to_contain_text("2 из 15 решено")


def test_hostile_words_stay_words(open_page: Open, hostile_site: str, keep: Keep) -> None:
    page = open_page(f"/orders/{HOSTILE_ACT}", base=hostile_site)
    expect(page.locator("#clause-1-2 .clause-text")).to_contain_text(" ".join(HOSTILE.split()))
    assert page.locator("main img").count() == 0
    page.set_viewport_size({"width": 360, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto(f"{hostile_site}/orders/{HOSTILE_ACT}?queue=all&fact=a-sure")
    expect(page.locator(".clause-text mark")).to_contain_text("<img src=x")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    keep(page, "orders-hostile-360")
    assert "caught" not in page.title()


def test_the_page_answers_without_scripts(open_page: Open, whole_site: Site) -> None:
    page = open_page(f"/orders/{ACT}?queue=low", base=whole_site.url, scripts=False)
    page.get_by_role("link", name="Дальше, не решая").click()
    expect(page.locator("#fact-h")).to_have_text("Факт 2 из 15")
