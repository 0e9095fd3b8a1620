"""The pages as HTML: well formed, labelled, escaped, in one language, with nothing to fetch from outside."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest

from ontology.errors import UnknownSubject, UnknownTerritory
from ontology.i18n import LANGS, Lang
from queries.store import GraphStore
from tests.viz.example import DISTRICT, EMPTY, HOSTILE, REGION
from viz import pages

Make = Callable[[GraphStore, Lang], str]
PAGES: dict[str, Make] = {
    "map": lambda s, lang: pages.map_page(s, territory=REGION, lang=lang),
    "map with a card": lambda s, lang: pages.map_page(s, territory=REGION, around="evil", lang=lang),
    "map with a search": lambda s, lang: pages.map_page(s, territory=REGION, q="службе", lang=lang),
    "map of a district": lambda s, lang: pages.map_page(s, territory=DISTRICT, lang=lang),
    "map of nothing": lambda s, lang: pages.map_page(s, territory=EMPTY, lang=lang),
    "coverage": lambda s, lang: pages.coverage_page(s, territory=REGION, lang=lang),
    "coverage of nothing": lambda s, lang: pages.coverage_page(s, territory=EMPTY, lang=lang),
    "coverage narrowed": lambda s, lang: pages.coverage_page(
        s, territory=REGION, level="regional", direction="2", status="overlap", lang=lang
    ),
    "responsibility unasked": lambda s, lang: pages.responsibility_page(s, lang=lang),
    "responsibility": lambda s, lang: pages.responsibility_page(s, function="2.02", territory=DISTRICT, lang=lang),
    "nobody": lambda s, lang: pages.responsibility_page(s, function="2.03", territory=REGION, lang=lang),
    "a question": lambda s, lang: pages.responsibility_page(s, q=f"кто отвечает за {HOSTILE}?", lang=lang),
    "load": lambda s, lang: pages.load_page(s, territory=REGION, lang=lang),
    "load by methodist": lambda s, lang: pages.load_page(s, territory=REGION, by="methodist", lang=lang),
    "load of nothing": lambda s, lang: pages.load_page(s, territory=EMPTY, lang=lang),
    "subject": lambda s, lang: pages.subject_page(s, "evil", lang=lang),
    "error": lambda s, lang: pages.error_page(UnknownTerritory("No {name}", mend=HOSTILE, name=HOSTILE), lang=lang),
}
VOID = {"meta", "link", "input", "img", "br", "path", "rect"}


class Outline(HTMLParser):
    """What a browser would build: checks nesting, collects ids, labels, links, scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags[tag] += 1
        self.ids.update([given["id"]] if given.get("id") else [])
        self.handlers += [name for name, _value in attrs if name.startswith("on") or name == "style"]
        self.addresses += [str(given[a]) for a in ("href", "src", "action") if a in given]
        if tag == "label":
            self.labelled.add(str(given.get("for")))
        if tag in {"input", "select"} and given.get("type") != "hidden" and "label" not in self.open:
            self.fields.append(given)  # one that stands inside its label is labelled by it
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes another element"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_sound(store: GraphStore, name: str, lang: Lang) -> None:
    html = PAGES[name](store, lang)
    page = Outline(html)
    assert html.startswith("<!doctype html>") and f'<html lang="{lang}">' in html
    assert [id for id, count in page.ids.items() if count > 1] == []
    assert page.tags["h1"] == page.tags["main"] == page.tags["title"] == 1
    assert all(f.get("aria-label") or f.get("id") in page.labelled for f in page.fields)
    assert [a for a in page.addresses if not a.startswith(("/", "#"))] == []
    assert page.handlers == []
    assert page.tags["img"] == 1  # the mark of the head; none from a label
    assert "alert(1)</script>" not in html
    shown = re.sub(r"<script.*?</script>|data-texts=\"[^\"]*\"", "", html, flags=re.DOTALL)
    assert "{" not in shown, "a message whose places were not filled"


@pytest.mark.parametrize("name", [n for n in PAGES if n not in {"subject", "error", "map with a card"}])
def test_an_empty_store_says_what_to_load(empty_store: GraphStore, name: str) -> None:
    try:
        html = PAGES[name](empty_store, "ru")
    except UnknownTerritory:
        return  # an address that names what the store has never heard of: the error page says so
    assert "opora load" in html


def test_the_menu_marks_where_the_reader_is(store: GraphStore) -> None:
    for name, path in (("coverage", "/coverage"), ("load", "/load"), ("map", "/"), ("error", None), ("subject", None)):
        marked = re.findall(r'<a href="([^"?]*)[^"]*" aria-current="page"', PAGES[name](store, "ru"))
        assert marked == ([path] if path else []), name


def test_without_words_the_first_region_with_an_order_is_shown(store: GraphStore, empty_store: GraphStore) -> None:
    assert "Заречная область" in pages.map_page(store, lang="ru")
    assert "Ни один приказ ещё не загружен" in pages.map_page(empty_store, lang="ru")


def test_the_map_data_names_every_subject_of_the_table(store: GraphStore) -> None:
    html = pages.map_page(store, territory="в Заречной области", lang="ru")
    data = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    drawn = {node["ref"] for node in json.loads(data[1])["nodes"]}
    assert drawn == set(re.findall(r'data-row="([^"]+)"', html))
    assert {"fed", "min", "iro", "mms", "ped", "lost"} <= drawn


def test_the_card_says_how_to_get_the_words(store: GraphStore, bare_store: GraphStore) -> None:
    with_text = pages.subject_card_fragment(store, "iro", lang="ru")
    without = pages.subject_card_fragment(bare_store, "iro", lang="ru")
    assert "<blockquote>" in with_text and "загрузите текст самого акта" not in with_text
    assert "<blockquote>" not in without and "загрузите текст самого акта" in without
    for card in (with_text, without):
        assert "п. 3.1.2" in card and "№ 12-од от 20.07.2021" in card and "Министерство просвещения" in card
    Outline(with_text)


def test_a_subject_that_is_not_there_is_an_error_of_ours(store: GraphStore) -> None:
    with pytest.raises(UnknownSubject):
        pages.subject_page(store, "nobody", lang="ru")
    assert "Заречная область" in pages.map_page(store, territory=REGION, around="nobody", lang="ru")


def test_an_unknown_territory_is_an_error_of_ours(store: GraphStore) -> None:
    with pytest.raises(UnknownTerritory):
        pages.coverage_page(store, territory="Тридевятое царство", lang="ru")


def test_links_keep_the_day_and_the_language(store: GraphStore) -> None:
    html = pages.map_page(store, territory=REGION, as_of=date(2022, 1, 2), lang="en")
    links = [a for a in Outline(html).addresses if a.startswith(("/coverage", "/load", "/responsibility"))]
    assert links and all("as_of=2022-01-02" in a and "lang=en" in a and f"territory={REGION}" in a for a in links)
    other = re.search(r'<a href="([^"]*)" lang="ru"', html)
    assert other is not None and "as_of=2022-01-02" in other[1] and "lang=ru" in other[1]


def test_the_day_decides_what_is_in_force(store: GraphStore) -> None:
    now = pages.responsibility_page(store, function="1.02", territory=REGION, lang="ru")
    then = pages.responsibility_page(store, function="1.02", territory=REGION, as_of=date(2020, 1, 1), lang="ru")
    assert "№ 9 от" in then and "Муниципальная методическая служба" not in then
    assert "№ 9 от" not in now.split('class="sentences"')[1]


def test_coverage_counts_agree_with_its_cells(store: GraphStore) -> None:
    html = pages.coverage_page(store, territory=REGION, lang="ru")
    totals = {css: int(n) for css, n in re.findall(r'<li class="is-(\w+)">.*?<b>(\d+)</b>', html, re.DOTALL)}
    cells = Counter(re.findall(r'class="cell is-(\w+)"(?:(?!</a>).)*?</a>', html, re.DOTALL))
    extra = html.count("здесь не ожидается")
    assert sum(totals.values()) == sum(cells.values()) - extra
    assert f"(функция × уровень): {sum(totals.values())}" in html


def test_invented_subjects_are_marked_on_the_map(store: GraphStore) -> None:
    district = pages.map_page(store, territory=DISTRICT, lang="ru")
    assert "Выдуманные данные" in district and "выдуманные данные" in district
    assert "Выдуманные данные" not in pages.map_page(store, territory=REGION, lang="ru")


def test_load_marks_invented_data_and_names_the_clause_of_each_norm(store: GraphStore) -> None:
    html = pages.load_page(store, territory=REGION, lang="ru")
    assert "Выдуманные данные" in html and html.count("прил. 2, п. 4") >= 3
    for value in ("0,86", "2,15", "3,18"):  # posts missing to 400, 300, 250 teachers for 1544 teachers and 3 posts
        assert value in html
