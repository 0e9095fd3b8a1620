"""Bars against norms."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.viz.example import HOSTILE
from viz.chart import LABEL, Bar, NormLine, bars


def test_bars_grow_with_their_value_and_show_the_excess_without_colour() -> None:
    rows = [Bar("А", 100.0, 250.0), Bar("Б", 500.0, 250.0), Bar(HOSTILE, None, 250.0)]
    svg = str(bars(rows, [NormLine(250.0, "250", False), NormLine(300.0, "300", True)], "ru", "Нагрузка"))
    root = ElementTree.fromstring(svg)
    widths = [float(r.attrib["width"]) for r in root.iter("rect")]
    assert len(widths) == 3 and widths[1] == widths[2] and abs(widths[1] - widths[0] * 5) < 1
    assert svg.count("url(#hatch)") == 1 and "✕ 500" in svg and "нет методиста" in svg
    assert "<img" not in svg
    norm = re.search(r'class="norm" d="M([\d.]+)', svg)
    assert norm is not None and abs(float(norm[1]) - LABEL - widths[0] * 2.5) < 1
    assert svg.count("norm planned") == 1


def test_labels_of_near_norms_do_not_lie_on_each_other() -> None:
    svg = str(bars([Bar("А", 100.0, None)], [NormLine(250.0, "250", False), NormLine(255.0, "255", True)], "ru", ""))
    assert len(set(re.findall(r'<text class="soft" x="[\d.]+" y="(\d+)"', svg))) == 2
