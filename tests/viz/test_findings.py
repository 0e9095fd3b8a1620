"""The page of findings as HTML: denominators, parts and the whole, justified ones apart, hostile words, wrong words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ontology.errors import BadParameter, UnknownSubject, UnknownTerritory
from ontology.i18n import LANGS, Lang
from queries.findings.audit import audit
from queries.findings.justify import justify
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import HOSTILE, REGION, REVERSED, entities
from tests.viz.test_pages import Outline
from viz.filters import page_of
from viz.pages.findings import PER_KIND, findings_page


@pytest.fixture(scope="module")
def audited() -> Iterator[GraphStore]:
    """The invented example, one of its findings justified by somebody with hostile words."""
    store = open_store("sqlite:///:memory:")
    store.write(entities())
    found = audit(store, REGION).findings[0]
    justify(store, found.id, f"Проверяющий {HOSTILE}", f"Так решено {REVERSED} {HOSTILE}", until=date(2099, 12, 31))
    yield store
    store.close()


def shown(html: str) -> list[str]:
    return re.findall(r'<article class="finding" id="finding-([^"]+)"', html)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", [{}, {"territory": "all"}, {"kind": "overlap"}, {"state": "justified"}, {"q": "ЪЪ"}])
def test_the_page_is_sound(audited: GraphStore, words: dict[str, Any], lang: Lang) -> None:
    html = findings_page(audited, lang=lang, **words)
    page = Outline(html)
    assert [id for id, count in page.ids.items() if count > 1] == []
    assert page.tags["h1"] == page.tags["main"] == 1 and page.tags["img"] == 1 and page.handlers == []
    assert all(f.get("aria-label") or f.get("id") in page.labelled for f in page.fields)
    assert "alert(1)</script>" not in html and not set("\u202e\u2067") & set(html)
    texts = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert "{" not in texts, "a message whose places were not filled"
    if lang == "en":
        assert not re.search("[А-Яа-я]", " ".join(re.findall(r"<(?:label|button|h2)[^>]*>([^<]*)<", html)))


def test_each_kind_says_how_many_of_how_many(audited: GraphStore) -> None:
    html = findings_page(audited, territory=REGION, lang="ru")
    done = audit(audited, REGION, name="Заречная область")
    for kind in {f.kind for f in done.findings}:
        found = sum(f.kind == kind for f in done.findings)
        tag = r'(?: <span class="tag[^<]*</span>)?'
        line = re.search(rf'kind={kind}[^>]*>[^<]*</a>{tag} <span class="of"[^>]*><b>(\d+)</b> из (\d+)', html)
        assert line and (int(line[1]), int(line[2])) == (found, done.denominators[kind])
    assert f"Открытых замечаний: {len(done.findings)}." in html
    assert "нечего проверять" in html


def test_counts_of_kinds_stay_those_of_the_whole_when_a_part_is_shown(audited: GraphStore) -> None:
    whole = findings_page(audited, territory=REGION, lang="ru")
    part = findings_page(audited, territory=REGION, level="municipal", lang="ru")
    counts = re.compile(r'<span class="of"[^>]*><b>\d+</b> из \d+')
    assert counts.findall(part) == counts.findall(whole) and 0 < len(shown(part)) < len(shown(whole))
    assert "Показана часть замечаний:" in part and "Показана часть замечаний:" not in whole
    assert "&amp;level=municipal" in part  # and the reports are of the same part


@pytest.mark.parametrize("territory", [REGION, "all"])
def test_links_keep_the_territory(audited: GraphStore, territory: str) -> None:
    html = findings_page(audited, territory=territory, lang="ru")
    links = re.findall(r'href="(/findings\?[^"]*)"', html.split('id="main"')[1])
    assert len(links) > 5 and [link for link in links if "territory=" not in link] == []
    assert all(f"territory={territory}&" in link for link in links if "kind=" in link)


def test_a_kind_alone_is_paged_and_of_many_kinds_some_are_shown(audited: GraphStore) -> None:
    done = audit(audited, REGION)
    most = max({f.kind for f in done.findings}, key=lambda kind: sum(f.kind == kind for f in done.findings))
    there = [f.id for f in done.findings if f.kind == most]
    assert len(shown(findings_page(audited, territory=REGION, kind=most, lang="ru"))) == min(25, len(there))
    everything = shown(findings_page(audited, territory=REGION, state="open", lang="ru"))
    assert [id for id in everything if id.startswith(f"{most}.")] == there[:PER_KIND]
    assert [page_of(words, 60, 25) for words in (None, "2", "99")] == [(1, 3), (2, 3), (3, 3)]


def test_the_justified_stand_apart_with_who_and_until(audited: GraphStore) -> None:
    (said,) = audit(audited, REGION).justified
    both = findings_page(audited, territory=REGION, lang="ru")
    listed, apart = both.split('id="findings-justified"')
    assert said.id not in shown(listed) and shown(apart) == [said.id]
    assert "Проверяющий &lt;img" in apart and "действует по 31.12.2099" in apart and "data-withdraw" in apart
    assert said.id not in shown(findings_page(audited, territory=REGION, state="open", lang="ru"))
    assert shown(findings_page(audited, territory=REGION, state="justified", lang="ru")) == [said.id]
    later = findings_page(audited, territory=REGION, as_of=date(2100, 1, 1), lang="ru")
    assert said.id not in shown(later.split('id="findings-justified"')[1])


def test_one_finding_by_its_number_and_those_of_a_subject(audited: GraphStore) -> None:
    some = next(f for f in audit(audited, REGION).findings if f.subjects)
    assert shown(findings_page(audited, id=some.id, lang="ru")) == [some.id]
    (said,) = audit(audited, REGION).justified
    assert "Это замечание обосновано" in findings_page(audited, id=said.id, lang="ru")
    about = findings_page(audited, subject=some.subjects[0], state="open", lang="ru")
    assert some.id in shown(about) and "Только замечания о субъекте:" in about
    assert set(shown(about)) <= {f.id for f in audit(audited).findings if some.subjects[0] in f.subjects}
    gone = findings_page(audited, id="overlap.0000000000000000", lang="ru")
    assert shown(gone) == [] and "с таким номером на эту дату нет" in gone


def test_quotes_stand_where_the_text_is_loaded(audited: GraphStore, bare_store: GraphStore) -> None:
    html = findings_page(audited, territory=REGION, lang="ru")
    assert re.search(r'href="/orders/zar-12\?[^"]*#clause-3-1-2"', html)
    assert "<blockquote><bdi>слова пункта 2 &lt;img" in html
    assert "<blockquote>" not in findings_page(bare_store, territory=REGION, lang="ru")


def test_nothing_to_check_says_what_to_do(audited: GraphStore, empty_store: GraphStore) -> None:
    assert "opora load" in findings_page(empty_store, lang="ru")
    before = findings_page(audited, territory=REGION, as_of=date(2000, 1, 1), lang="ru")
    assert "Проверять нечего" in before and shown(before) == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"kind": "no-such"}, BadParameter),
        ({"severity": "grave"}, BadParameter),
        ({"level": "high"}, BadParameter),
        ({"state": "closed"}, BadParameter),
        ({"page": "-1"}, BadParameter),
        ({"page": "²"}, BadParameter),
        ({"subject": "nobody"}, UnknownSubject),
        ({"territory": "Тридевятое царство"}, UnknownTerritory),
    ],
)
def test_wrong_words_are_one_clear_line(audited: GraphStore, words: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        findings_page(audited, lang="ru", **words)
