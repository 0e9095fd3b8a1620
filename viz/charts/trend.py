"""The load over time as a line, and the norm of each day as steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, translator
from viz.charts.bars import INK, OK, OVER
from viz.charts.svg import drawn
from viz.formats import day, number

_WIDTH, _HEIGHT = 640, 230
_MOST_DAYS = 8  # written under the axis; more would lie on each other


@dataclass(frozen=True, slots=True)
class Moment:
    """A day: teachers per full-time post (None: not known) and the norm of the day. `counted`: a day of data, not only
    one from which another norm holds."""

    day: date
    value: float | None
    norm: float | None
    counted: bool


def trend_lines(moments: Sequence[Moment], *, title: str, lang: Lang, name: str = "trend") -> Markup:
    """The chart of the days, in their order. Without any known value there is nothing to draw."""
    counted = [m for m in moments if m.counted and m.value is not None]
    top = 1.12 * max([m.value or 0 for m in counted] + [m.norm or 0 for m in moments] + [1])
    y = {"field": "value", "type": "quantitative", "scale": {"domain": [0, top], "nice": False},
         "axis": {"title": None, "tickCount": 4}}  # fmt: skip
    spec = {
        "width": _WIDTH,
        "height": _HEIGHT,
        "data": {"values": [_datum(m, lang) for m in counted]},
        "encoding": {"x": _across([m.day for m in moments], lang)},
        "layer": [
            *_steps(moments, y, lang),
            {"mark": {"type": "line", "strokeWidth": 2.5, "color": OK, "aria": False}, "encoding": {"y": y}},
            {
                "mark": {"type": "point", "filled": True, "size": 160, "opacity": 1, "stroke": "#fff"},
                "encoding": {
                    "y": y,
                    "shape": {"field": "over", "type": "nominal", "legend": None,
                              "scale": {"domain": [False, True], "range": ["circle", "diamond"]}},
                    "color": {"field": "over", "type": "nominal", "legend": None,
                              "scale": {"domain": [False, True], "range": [OK, OVER]}},
                    "description": {"field": "said"},
                },
            },
            {"mark": {"type": "text", "dy": -14, "fontWeight": "bold", "aria": False, "stroke": "#fff",
                      "strokeWidth": 3, "strokeOpacity": 0.9},
             "encoding": {"y": y, "text": {"field": "shown"}}},
            {"mark": {"type": "text", "dy": -14, "fontWeight": "bold", "aria": False},
             "encoding": {"y": y, "text": {"field": "shown"}}},
        ],
    }  # fmt: skip
    return drawn(spec, name=name, title=title, lang=lang)


def _across(days: Sequence[date], lang: Lang) -> dict[str, Any]:
    labelled = days if len(days) <= _MOST_DAYS else [*days[:: -(-len(days) // _MOST_DAYS)]]
    stamps = [1000 * int(datetime(d.year, d.month, d.day, tzinfo=UTC).timestamp()) for d in labelled]
    form = "%d.%m.%Y" if lang == "ru" else "%-d %b %Y"
    axis = {"title": None, "values": stamps, "labelExpr": f"utcFormat(datum.value, '{form}')", "grid": False,
            "labelOverlap": "greedy", "labelSeparation": 8, "labelFlush": False}  # fmt: skip
    return {"field": "day", "type": "temporal", "scale": {"type": "utc", "padding": 40}, "axis": axis}


def _datum(moment: Moment, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    shown = number(moment.value, lang, 1)
    over = moment.norm is not None and moment.value is not None and moment.value > moment.norm
    said = f"{day(moment.day, lang)}: {shown}"
    if moment.norm is not None:
        norm = number(moment.norm, lang)
        said += ", " + _("above the norm of {norm}" if over else "within the norm of {norm}", norm=norm)
    return {"day": moment.day.isoformat(), "value": moment.value, "over": over, "said": said,
            "shown": f"✕ {shown}" if over else shown}  # fmt: skip


def _steps(moments: Sequence[Moment], y: dict[str, Any], lang: Lang) -> list[dict[str, Any]]:
    """The norm from day to day, and its value where it begins."""
    known = [m for m in moments if m.norm is not None]
    begun = [m for n, m in enumerate(known) if n == 0 or m.norm != known[n - 1].norm]
    _ = translator(lang)
    line = [{"day": m.day.isoformat(), "value": m.norm} for m in known]
    words = [
        {
            "day": m.day.isoformat(),
            "value": m.norm,
            "shown": _("norm {value}", value=number(m.norm, lang)),
            "said": _("from {day} the norm is {value}", day=day(m.day, lang), value=number(m.norm, lang)),
        }
        for m in begun
    ]
    mark = {"type": "line", "interpolate": "step-after", "strokeWidth": 1.8, "strokeDash": [6, 4], "color": INK,
            "aria": False}  # fmt: skip
    text = {"type": "text", "align": "left", "dx": 5, "dy": 11, "fontSize": 12, "color": INK}
    return [
        {"data": {"values": line}, "mark": mark, "encoding": {"y": y}},
        {
            "data": {"values": words},
            "mark": text,
            "encoding": {"y": y, "text": {"field": "shown"}, "description": {"field": "said"}},
        },
    ]
