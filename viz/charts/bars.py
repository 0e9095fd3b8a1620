"""Bars held against norms: what is above its norm has another colour, a hatch, a sign and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, translator
from viz.charts.svg import drawn
from viz.formats import number
from viz.text import shorten

OK, OVER, INK, SOFT, BEFORE = "#2f6f9f", "#b4552d", "#1b2733", "#4a5866", "#c9d3dc"
_WIDTH, _STEP, _BAR, _LABEL, _VALUE = 440, 28, 17, 250, 86
_HATCH = (
    '<defs><pattern id="{}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0v6" stroke="#fff" stroke-width="1.6" opacity=".6"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` and `norm` in teachers per full-time post. `absent`: what is said in place of a value."""

    label: str
    value: float | None
    norm: float | None
    absent: str = ""

    @property
    def over(self) -> bool:
        """Whether it is above its norm."""
        return self.value is not None and self.norm is not None and self.value > self.norm


@dataclass(frozen=True, slots=True)
class NormLine:
    """A norm drawn across all bars, with its words; one that does not hold on the day is dashed."""

    value: float
    words: str
    holds: bool


def load_bars(rows: Sequence[Bar], lines: Sequence[NormLine], *, title: str, lang: Lang, name: str = "bars") -> Markup:
    """The bars as SVG, in the order given. Labels of data are text and nothing else."""
    top = 1.04 * max([r.value or 0 for r in rows] + [r.norm or 0 for r in rows] + [n.value for n in lines] + [1])
    across = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False}, "axis": None}
    spec = {
        "width": _WIDTH,
        "height": {"step": _STEP},
        "data": {"values": [_datum(index, row, lang) for index, row in enumerate(rows)]},
        "encoding": {"y": {"field": "n", "type": "ordinal", "axis": None}},
        "layer": [
            _bar({"field": "value", **across}),
            _hatch({"field": "value", **across}, name),
            _own_norms({"field": "own", **across}, {n.value for n in lines}),
            # Beside its name a value is seen first where the chart scrolls sideways, as on a telephone.
            _text("label", x=-_VALUE, align="right", limit=_LABEL),
            _text("shown", x=-10, align="right"),
            _text("absent", x=6, align="left"),
            _text("judged", x=_WIDTH + 10, align="left"),
            *(part for index, line in enumerate(_raised(lines)) for part in _norm(line, index, top, across)),
        ],
    }
    return hatched(drawn(spec, name=name, title=title, lang=lang), name)


def hatched(svg: Markup, name: str) -> Markup:
    """The chart with the pattern that `url(#hatch)` in its specification means."""
    head, end, rest = svg.partition(">")
    return Markup("").join([head, end, Markup(_HATCH).format(name), rest])


def fill_over(field: str = "over") -> dict[str, Any]:
    """Colour by whether a bar is above its norm."""
    return {
        "field": field,
        "type": "nominal",
        "scale": {"domain": [False, True], "range": [OK, OVER]},
        "legend": None,
    }


def _datum(index: int, row: Bar, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    value = row.absent if row.value is None else number(row.value, lang, 1)
    shown = "–" if row.value is None else f"✕ {value}" if row.over else value
    said = f"{shorten(row.label, 200)}: {value}"
    if row.value is not None and row.norm is not None:
        norm = number(row.norm, lang)
        said += ", " + _("above the norm of {norm}" if row.over else "within the norm of {norm}", norm=norm)
    label = shorten(row.label, 60)
    return {"n": index, "label": label, "value": row.value, "own": row.norm, "over": row.over, "shown": shown,
            "absent": value if row.value is None else "", "judged": _("above the norm") if row.over else "",
            "said": said}  # fmt: skip


def _bar(x: dict[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "bar", "height": _BAR, "cornerRadiusEnd": 2},
        "encoding": {"x": x, "color": fill_over(), "description": {"field": "said"}},
    }


def _hatch(x: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "transform": [{"filter": "datum.over"}],
        "mark": {"type": "bar", "height": _BAR, "cornerRadiusEnd": 2, "fill": "url(#hatch)", "aria": False},
        "encoding": {"x": x},
    }


def _own_norms(x: dict[str, Any], drawn_already: set[float]) -> dict[str, Any]:
    """A tick at the norm of a bar that no line across the chart shows."""
    known = " && ".join(["datum.own !== null", *(f"datum.own !== {value}" for value in sorted(drawn_already))])
    return {
        "transform": [{"filter": known}],
        "mark": {"type": "tick", "thickness": 2.5, "size": _STEP - 4, "color": INK, "aria": False},
        "encoding": {"x": x},
    }


def _text(field: str, *, x: float, align: str, limit: int = 0) -> dict[str, Any]:
    return {
        "mark": {"type": "text", "align": align, "baseline": "middle", "limit": limit, "aria": False},
        "encoding": {"x": {"value": x}, "text": {"field": field}},
    }


def _raised(lines: Sequence[NormLine]) -> list[NormLine]:
    """The least norm lowest: words end at their line, so those of a greater norm pass above the lesser lines."""
    return sorted(lines, key=lambda n: n.value)


def _norm(line: NormLine, index: int, top: float, across: dict[str, Any]) -> list[dict[str, Any]]:
    """A line across the bars, and its words above them, a row for each norm so that they never lie on each other."""
    up = -10 - 18 * index
    to_left = line.value > top / 2
    data = {"values": [{"value": line.value, "words": line.words}]}
    x = {"field": "value", **across}
    look: dict[str, Any] = {"type": "rule", "strokeWidth": 1.8, "color": INK, "aria": False}
    words = {"type": "text", "align": "right" if to_left else "left", "dx": -5 if to_left else 5,
             "baseline": "middle", "fontSize": 12, "color": INK if line.holds else SOFT,
             "fontWeight": "bold" if line.holds else "normal"}  # fmt: skip
    halo = {"stroke": "#fff", "strokeWidth": 4, "aria": False}
    place = {"x": x, "y": {"value": up}, "text": {"field": "words"}}
    return [
        {
            "data": data,
            "mark": look | ({} if line.holds else {"strokeDash": [6, 4], "color": SOFT}),
            "encoding": {"x": x, "y": {"value": up - 7}, "y2": {"value": "height"}},
        },
        {"data": data, "mark": words | halo, "encoding": place},
        {"data": data, "mark": words, "encoding": place | {"description": {"field": "words"}}},
    ]
