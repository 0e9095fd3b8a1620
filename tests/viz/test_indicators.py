"""The page of indicators as HTML: states with denominators, values in words and as a chart, hostile names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from lxml import etree

from ontology.entities.base import Entity
from ontology.entities.vocabulary import Comparison, ObservationKind
from ontology.errors import BadParameter, UnknownTerritory
from ontology.i18n import LANGS, Lang
from ontology.models import Indicator, Observation
from queries.store import GraphStore
from queries.stores import open_store
from queries.targets import TargetState
from tests.viz.example import HOSTILE, LONG, REGION, REVERSED, entities
from tests.viz.test_pages import Outline
from viz.charts.indicators import Bar, Line, values_spec
from viz.charts.svg import drawn
from viz.pages.indicators import STATES, indicators_page

DAY = date(2024, 6, 1)
PLAN, ACTUAL = ObservationKind.PLAN, ObservationKind.ACTUAL
# name, unit, heading, target, values (period, kind, value, as written)
INDICATORS: tuple[tuple[str, str | None, str | None, float | None, tuple[Any, ...]], ...] = (
    ("Доля педагогов с маршрутом", "%", "Показатели развития", None,
     (("2024", PLAN, 65.0, "65%"), ("2023-01", ACTUAL, 58.5, "58,5%"), ("2023", PLAN, 63.0, "63%"))),
    (f"Количество {HOSTILE}", "чел.", f"Раздел {HOSTILE}", 250.0, (("2024", PLAN, 250.0, "не более 250"),)),
    (f"{LONG} {REVERSED}", None, None, None, ()),
    ("Доля школ с наставником", "%", None, 100.0,
     (("2023", ACTUAL, 100.0, "100 %"), ("2023", PLAN, 90.0, None), ("2022", ACTUAL, None, "не измерялось"))),
)  # fmt: skip


def _indicators() -> Iterator[Entity]:
    for n, (name, unit, group, target, values) in enumerate(INDICATORS):
        yield Indicator(
            id=f"i-{n}", no=str(n + 1), position=n, group=group, name=name, unit=unit, target_value=target,
            target_op=Comparison.AT_MOST if target == 250 else Comparison.AT_LEAST if target else None,
            target_period="2024" if target else None, clause="zar-12.c5",
        )  # fmt: skip
        for m, (period, kind, value, written) in enumerate(values):
            yield Observation(
                id=f"v-{n}-{m}", period=period, kind=kind, value=value, written=written, indicator=f"i-{n}"
            )


@pytest.fixture(scope="module")
def measured() -> Iterator[GraphStore]:
    """The invented example with indicators of all sorts."""
    store = open_store("sqlite:///:memory:")
    store.write([*entities(), *_indicators()])
    yield store
    store.close()


def page(store: GraphStore, lang: Lang = "ru", **words: Any) -> str:
    given: dict[str, Any] = {"territory": REGION, "as_of": DAY}
    return indicators_page(store, **(given | words), lang=lang)


def row(html: str, n: int) -> str:
    found = re.search(rf'<tr id="indicator-i-{n}">(.*?)</tr>', html, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", re.sub(r"<svg.*?</svg>", "", found[1], flags=re.DOTALL)))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "words", [{}, {"territory": "all"}, {"state": "met"}, {"q": "щъщъ"}, {"as_of": date(2000, 1, 1)}]
)
def test_the_page_is_sound(measured: GraphStore, words: dict[str, Any], lang: Lang) -> None:
    html = page(measured, lang, **words)
    outline = Outline(re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL))
    assert [id for id, count in outline.ids.items() if count > 1] == []
    assert outline.tags["h1"] == 1 and outline.tags["img"] == 1 and outline.handlers == []
    assert all(f.get("aria-label") or f.get("id") in outline.labelled for f in outline.fields)
    assert "alert(1)</script>" not in html and not set("\u202e\u2067") & set(html)
    assert "{" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_every_state_of_the_domain_has_a_sign_and_a_meaning() -> None:
    assert set(STATES) == {state.value for state in TargetState}
    assert len({style.sign for style in STATES.values()}) == len(STATES)


def test_plan_actual_target_and_state_of_a_row(measured: GraphStore) -> None:
    html = page(measured)
    first, second = row(html, 0), row(html, 1)
    assert "58,5 % январь 2023" in first and "65 % 2024" in first and "−6,5" in first
    assert "срок не наступил" in first and "прил. 2, п. 4" in first
    assert "не более 250 чел. 2024" in second and "нет значения" in second and "чем меньше, тем лучше" in second
    assert "цель не задана" in row(html, 2) and "акт не даёт значений" in row(html, 2)
    assert "достигнут" in row(html, 3) and "2022, достигнуто: не измерялось" in row(html, 3)
    assert html.index("Показатели развития") < html.index('id="indicator-i-0"') < html.index("Раздел &lt;img")


def test_counts_say_of_how_many_and_stay_when_one_state_is_shown(measured: GraphStore) -> None:
    whole, part = page(measured), page(measured, state="no-value")
    for html in (whole, part):
        assert "Показателей: 4. Без достигнутого значения: 2 из 4. Без плана и цели: 1 из 4." in html
    assert len(re.findall('<tr id="indicator-', part)) == 1 and "1 из 4. " in part
    assert "format=xlsx&amp;state=no-value" in part or "state=no-value&amp;" in part


@pytest.mark.parametrize("territory", [REGION, "all"])
def test_links_keep_the_territory(measured: GraphStore, territory: str) -> None:
    links = re.findall(r'<li><a class="is-[^"]*" href="(/indicators[^"]*)"', page(measured, territory=territory))
    assert links and all(f"territory={territory}&" in link for link in links)


def test_words_in_any_form(measured: GraphStore) -> None:
    assert re.findall('<tr id="indicator-(i-.)', page(measured, q="педагоги с маршрутами")) == ["i-0"]
    assert "Таких показателей нет" in page(measured, q="щъщъщъ")


def test_a_chart_says_its_values_in_the_order_of_periods(measured: GraphStore) -> None:
    svg = re.search(r"<svg.*?</svg>", page(measured), re.DOTALL)
    assert svg
    said = [e.get("aria-label") for e in etree.fromstring(svg[0]).iter("{*}path") if e.get("aria-label")]
    assert said == ["январь 2023, достигнуто: 58,5 %", "2023, запланировано: 63 %", "2024, запланировано: 65 %"]
    assert page(measured).count("<svg") == 2  # one value alone is no chart


def test_a_target_of_its_own_is_a_line_and_labels_are_never_markup() -> None:
    bars = [Bar(HOSTILE[:16], 1.0, "1", False, HOSTILE), Bar("2024", 3.0, "3", True, "2024, план: 3")]
    svg = drawn(values_spec(bars, Line(2.0, "цель: 2", f"цель {HOSTILE}")), name="c", title=HOSTILE, lang="ru")
    root = etree.fromstring(svg)
    assert "mark-rule" in svg and not list(root.iter("{*}img", "{*}script"))
    assert "mark-rule" not in drawn(values_spec(bars), name="c", title="", lang="ru")


def test_nothing_there_says_what_to_do(measured: GraphStore, empty_store: GraphStore) -> None:
    assert "opora load" in indicators_page(empty_store, lang="ru")
    assert "Показателей здесь ни один акт не устанавливает" in page(measured, as_of=date(2000, 1, 1))


@pytest.mark.parametrize(
    ("words", "error"),
    [({"state": "good"}, BadParameter), ({"page": "x"}, BadParameter), ({"territory": "Нигде"}, UnknownTerritory)],
)
def test_wrong_words_are_one_clear_line(measured: GraphStore, words: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        page(measured, **words)
