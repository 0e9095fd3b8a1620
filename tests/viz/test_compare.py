"""The page of comparison: states with signs, counts with denominators, both sides with clauses, what to choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from ontology.errors import BadParameter, UnknownTerritory
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.editions import BARE, HILLS, NEW, OLD, OTHER, WOODS, editions
from tests.viz.example import HOSTILE, REGION
from tests.viz.test_pages import Outline
from viz import pages


@pytest.fixture(scope="module")
def acts() -> Iterator[GraphStore]:
    """Two editions and another region."""
    opened = open_store("sqlite:///:memory:")
    opened.write(editions())
    yield opened
    opened.close()


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def _rows(html: str) -> list[tuple[str, str, str, str]]:
    """(state, function, left, right) of each row, as text."""
    found = re.findall(r'<tr data-state="([\w-]+)">(.*?)</tr>', html, re.DOTALL)
    rows = []
    for state, row in found:
        head = re.search(r'<th scope="row">(.*?)</th>', row, re.DOTALL)
        sides = re.findall(r'<td class="side"[^>]*>(.*?)</td>', row, re.DOTALL)
        assert head is not None and len(sides) == 2
        rows.append((state, _text(head[1])[:5], _text(sides[0]), _text(sides[1])))
    return rows


def test_two_editions_say_what_became_of_each_statement(acts: GraphStore) -> None:
    html = pages.compare_page(acts, left=OLD, right=NEW, lang="ru")
    Outline(html)
    rows = _rows(html)
    assert [(state, code) for state, code, _, _ in rows] == [
        ("unchanged", "F1.01"), ("reworded", "F1.02"), ("moved", "F1.03"), ("lost", "F2.01"), ("gained", "F2.02"),
        ("gained", "F2.02"), ("gained", "нет ф"),
    ]  # fmt: skip
    moved = rows[2]
    assert "Министерство холмов отвечает п. 3.3 , акт № 1 от 03.02.2020" in moved[2].replace("приказ", "акт")
    assert "Институт" in moved[3] and "№ 2 от 06.05.2024" in moved[3] and "согласует" in moved[3]
    assert "ничего об этом не сказано" in rows[3][3] and "ничего об этом не сказано" in rows[4][2]
    assert "Сравнено положений: 7; различаются: 6 (85,7 %)" in _text(html).replace("\xa0", " ")


def test_two_territories_show_everybody_who_holds_a_function(acts: GraphStore) -> None:
    rows = _rows(pages.compare_page(acts, left=HILLS, right=WOODS, lang="ru"))
    assert [(state, code) for state, code, _, _ in rows] == [
        ("both", "F1.01"), ("lost", "F1.02"), ("moved", "F1.03"), ("gained", "F2.01"), ("lost", "F2.02")
    ]  # fmt: skip
    assert "Региональный уровень" in rows[2][2] and "Муниципальный уровень" in rows[2][3]
    assert "п. 3.5" in rows[4][2] and "п. 3.6" in rows[4][2]  # one subject by two clauses
    assert rows[4][2].count("Институт") == 1


def test_counts_are_filters_and_keep_their_denominator(acts: GraphStore) -> None:
    html = pages.compare_page(acts, left=OLD, right=NEW, state="gained", lang="ru")
    assert {row[0] for row in _rows(html)} == {"gained"}
    totals = re.search(r'<ul class="totals".*?</ul>', html, re.DOTALL)
    assert totals is not None
    assert _text(totals[0]) == (
        "= без изменений 1 из 7 ≈ изложено иначе 1 из 7 ⇄ перешло к другому 1 из 7 − утрачено 1 из 7 + появилось 3 из 7"
    )
    assert totals[0].count("aria-current") == 1


def test_differences_only_and_one_direction(acts: GraphStore) -> None:
    only = _rows(pages.compare_page(acts, left=OLD, right=NEW, differences="1", lang="ru"))
    assert len(only) == 6 and "unchanged" not in {row[0] for row in only}
    html = pages.compare_page(acts, left=OLD, right=NEW, direction="F2", lang="ru")
    assert [row[1] for row in _rows(html)] == ["F2.01", "F2.02", "F2.02"] and "из 3" in _text(html)
    nothing = pages.compare_page(acts, left=OLD, right=NEW, direction="F9", lang="ru")
    assert "ничего не сказано ни с одной стороны" in nothing


def test_sides_change_places_with_what_they_gained_and_lost(acts: GraphStore) -> None:
    html = pages.compare_page(acts, left=OLD, right=NEW, state="lost", direction="F2", lang="ru")
    link = re.search(r'class="button plain" href="([^"]*)"', html)
    assert link is not None
    assert f"left={NEW}" in link[1] and f"right={OLD}" in link[1] and "state=gained" in link[1]
    turned = _rows(pages.compare_page(acts, left=NEW, right=OLD, state="gained", direction="F2", lang="ru"))
    assert [row[1] for row in turned] == ["F2.01"]


def test_nothing_chosen_suggests_editions_first_then_territories(acts: GraphStore) -> None:
    html = pages.compare_page(acts, lang="ru")
    suggested = re.search(r'<ul class="suggested">.*?</ul>', html, re.DOTALL)
    assert suggested is not None
    links = re.findall(r'href="/compare\?left=([\w-]+)&amp;right=([\w-]+)', suggested[0])
    assert links == [(OLD, NEW), (WOODS, HILLS)]
    assert "акт справа отменяет акт слева" in suggested[0] and BARE not in html


def test_where_the_reader_comes_from_is_the_left_side(acts: GraphStore) -> None:
    html = pages.compare_page(acts, territory=WOODS, lang="ru")
    left = re.search(r'<select id="left".*?</select>', html, re.DOTALL)
    assert left is not None and re.search(f'<option value="{WOODS}" selected>', left[0])
    assert "selected" not in (re.search(r'<select id="right".*?</select>', html, re.DOTALL) or [""])[0]


def test_words_of_people_are_understood(acts: GraphStore) -> None:
    assert _rows(pages.compare_page(acts, left="в Холмистом крае", right="лесная область", lang="ru"))
    assert _rows(pages.compare_page(acts, left="№ 1", right="№ 2", lang="ru"))


def test_what_cannot_be_compared_is_said_beside_the_form(acts: GraphStore) -> None:
    mixed = pages.compare_page(acts, left=HILLS, right=OTHER, lang="ru")
    assert "Территорию нельзя сравнить с актом" in mixed and not _rows(mixed) and "С чего начать" not in mixed
    assert "Слева и справа одно и то же" in pages.compare_page(acts, left=OLD, right=OLD, lang="ru")
    with pytest.raises(UnknownTerritory):
        pages.compare_page(acts, left="Тридевятое царство", right=HILLS, lang="ru")
    with pytest.raises(BadParameter):
        pages.compare_page(acts, left=OLD, right=NEW, state="both", lang="ru")


def test_a_side_without_acts_is_named(acts: GraphStore) -> None:
    html = pages.compare_page(acts, left=HILLS, right=BARE, lang="ru")
    assert "никому не поручают там функций: Голая область" in _text(html)
    early = pages.compare_page(acts, left=HILLS, right=WOODS, as_of=date(2001, 1, 1), lang="ru")
    assert "На эту дату сравнивать нечего" in early and not _rows(early)


def test_one_act_alone_says_what_to_load() -> None:
    opened = open_store("sqlite:///:memory:")
    opened.write(e for e in editions() if type(e).__name__ in {"Territory", "Direction", "Function"} or _of_woods(e))
    html = pages.compare_page(opened, lang="ru")
    opened.close()
    assert "Пока загружен только один акт" in html


def _of_woods(entity: object) -> bool:
    return str(getattr(entity, "id", "")).startswith(OTHER)


def test_names_of_anybody_are_text_in_both_languages(acts: GraphStore, store: GraphStore) -> None:
    html = pages.compare_page(acts, left=OLD, right=NEW, lang="en")
    html += pages.compare_page(acts, left=HILLS, right=WOODS, lang="ru")
    html += pages.compare_page(store, territory=REGION, lang="ru")
    assert HOSTILE not in html and "&lt;img src=x" in html
    assert "placed differently" not in html.split("<!doctype html>")[2]
