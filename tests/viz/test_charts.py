"""Charts: bars against norms, the trend, before and after. What is drawn is read back from the SVG."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

from markupsafe import Markup

from tests.viz.example import HOSTILE
from viz.charts.bars import OVER, Bar, NormLine, load_bars
from viz.charts.before_after import Pair, pairs
from viz.charts.svg import drawn
from viz.charts.trend import Moment, trend_lines

SVG = "{http://www.w3.org/2000/svg}"


def _bars(rows: list[Bar], *lines: NormLine) -> Markup:
    return load_bars(rows, lines, title="Нагрузка", lang="ru")


def _said(svg: str) -> list[str]:
    """What a screen reader says of each mark."""
    return [e.attrib["aria-label"] for e in ElementTree.fromstring(svg).iter() if e.get("role") == "graphics-symbol"]


def _texts(svg: str) -> list[str]:
    return [e.text or "" for e in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def _width(svg: str, label: str) -> float:
    marks = ElementTree.fromstring(svg).iter(f"{SVG}path")
    drawn_ = next(e.attrib["d"] for e in marks if (e.get("aria-label") or "").startswith(label))
    found = re.match(r"M[\d.]+,[\d.]+h([\d.]+)", drawn_)
    assert found is not None
    return float(found[1])


def test_bars_grow_with_their_value_and_the_norm_stands_at_its_own() -> None:
    svg = _bars([Bar("А", 100.0, 250.0), Bar("Б", 500.0, 250.0)], NormLine(250.0, "норматив 250", True))
    assert abs(_width(svg, "Б") - 5 * _width(svg, "А")) < 0.1
    rules = [e for e in ElementTree.fromstring(svg).iter(f"{SVG}line") if e.get("stroke-width") == "1.8"]
    assert len(rules) == 1
    place = re.search(r"translate\(([\d.]+),", rules[0].attrib["transform"])
    assert place is not None and abs(float(place[1]) - 2.5 * _width(svg, "А")) < 1


def test_what_is_above_its_norm_is_told_by_colour_hatch_sign_and_words() -> None:
    svg = _bars([Bar("А", 100.0, 250.0), Bar("Б", 500.25, 250.0), Bar("В", 250.0, 250.0)])
    assert svg.count("url(#bars-hatch)") == 1 and svg.count('id="bars-hatch"') == 1
    assert [t for t in _texts(svg) if "✕" in t] == ["✕ 500,2"] and _texts(svg).count("выше нормы") == 1
    assert svg.count(f'fill="{OVER}"') == 1
    assert _said(svg)[:3] == [
        "А: 100, в пределах норматива 250", "Б: 500,2, выше норматива 250", "В: 250, в пределах норматива 250"
    ]  # fmt: skip


def test_a_row_without_a_value_says_why_and_rows_of_one_name_stay_apart() -> None:
    svg = _bars([Bar("Ключевской район", None, 250.0, "нет методиста"), Bar("Озёрный округ", 9.0, None)] * 2)
    assert _texts(svg).count("нет методиста") == 2 and _texts(svg).count("Озёрный округ") == 2
    heights = {e.attrib["transform"] for e in ElementTree.fromstring(svg).iter(f"{SVG}text") if e.text == "9"}
    assert len(heights) == 2


def test_words_of_near_norms_stand_one_above_the_other_and_only_the_one_that_holds_is_whole() -> None:
    lines = [NormLine(250.0, "норматив 250: п. 1", True), NormLine(252.0, "норматив 252: п. 2", False)]
    root = ElementTree.fromstring(_bars([Bar("А", 100.0, None)], *lines))
    ups = {e.text: e.attrib["transform"].split(",")[1] for e in root.iter(f"{SVG}text") if "норматив" in (e.text or "")}
    assert len(ups) == len(set(ups.values())) == 2
    dashed = [e for e in root.iter(f"{SVG}line") if e.get("stroke-dasharray")]
    assert len(dashed) == 1


def test_labels_are_text_and_nothing_runs() -> None:
    for svg in (
        _bars([Bar(HOSTILE, 5.0, 1.0, HOSTILE)], NormLine(1.0, HOSTILE, False)),
        trend_lines([Moment(date(2024, 1, 1), 5.0, 4.0, True)], title=HOSTILE, lang="ru"),
        pairs([Pair(HOSTILE, 5, 4, 3)], title=HOSTILE, lang="ru"),
    ):
        names = {e.tag.removeprefix(SVG) for e in ElementTree.fromstring(svg).iter()}
        assert names <= {"svg", "g", "path", "line", "text", "defs", "pattern", "rect", "clipPath", "title"}
        given = {name for e in ElementTree.fromstring(svg).iter() for name in e.attrib}
        assert not {n for n in given if n.startswith("on") or n.endswith("href") or n == "style"}
        assert "aria-roledescription" not in given  # Vega has it in English only


def test_a_chart_is_as_wide_as_drawn_and_a_style_sheet_may_shrink_it() -> None:
    spec = {"data": {"values": [{"a": 1}]}, "mark": "point", "width": 200, "height": 50}
    root = ElementTree.fromstring(drawn(spec, name="one", title="Точка", lang="ru"))
    assert float(root.attrib["width"]) >= 200 and "height" not in root.attrib and root.attrib["class"] == "drawn"
    assert root.attrib["aria-label"] == "Точка"


def test_the_trend_says_each_day_and_the_norm_where_it_begins() -> None:
    moments = [
        Moment(date(2023, 1, 15), 400.0, None, True),
        Moment(date(2023, 4, 27), 400.0, 300.0, False),
        Moment(date(2023, 9, 1), 318.56, 300.0, True),
        Moment(date(2024, 9, 1), 240.0, 250.0, True),
    ]
    svg = trend_lines(moments, title="Динамика", lang="ru")
    said = _said(svg)
    assert "15.01.2023: 400" in said and "01.09.2023: 318,6, выше норматива 300" in said
    assert "01.09.2024: 240, в пределах норматива 250" in said
    assert "с 27.04.2023 норматив 300" in said and "с 01.09.2024 норматив 250" in said
    assert "27.04.2023: 400, выше норматива 300" not in said  # nobody was counted on that day
    assert {"15.01.2023", "01.09.2024", "✕ 318,6"} <= set(_texts(svg))
    assert "1 Sep 2024" in _texts(trend_lines(moments, title="Trend", lang="en"))


def test_before_and_after_are_drawn_and_told() -> None:
    svg = pairs([Pair("М-01", 300, 250, 250), Pair("М-02", 100, 400, 250)], title="До и после", lang="ru")
    said = _said(svg)
    assert "М-01: учителей до – 300, после – 250, по нормативу не более 250" in said
    assert "М-02: учителей до – 100, после – 400, по нормативу не более 250, выше нормы" in said
    assert {"300 → 250 из 250", "100 → 400 из 250  ✕ выше нормы"} <= set(_texts(svg))
    assert svg.count("url(#pairs-hatch)") == 1
