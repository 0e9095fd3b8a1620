"""The values of one indicator: a bar for each, what is planned with a dashed edge, a line for the target.

Bars begin at nought and stand in the order of their periods; nothing is drawn between them, for the act says nothing
there. What is drawn stands in the mark as words, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_ACTUAL, _PLAN, _TARGET = "#1f4e79", "#7a4b00", "#9b1c2b"
_HEIGHT, _STEP = 72, 84  # pixels


@dataclass(frozen=True, slots=True)
class Bar:
    """A value: `period` and `text` as they are shown, `said`: all of it in words, for those who do not see it."""

    period: str
    value: float
    text: str
    planned: bool
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """The target: its value, its label, and all of it in words."""

    value: float
    text: str
    said: str


def values_spec(bars: Sequence[Bar], target: Line | None = None) -> dict[str, Any]:
    """The chart as Vega-Lite; labels are data, never expressions. `bars`: in the order they are to stand."""
    rows = [
        {"at": n, "value": b.value, "period": b.period, "text": b.text, "planned": b.planned, "said": b.said}
        for n, b in enumerate(bars)
    ]
    at = {"field": "at", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.35, "paddingOuter": 0.2}}
    height = {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True, "nice": False}}
    chosen = [{"test": {"field": "planned", "equal": True}, "value": "#ffffff"}]
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "bar", "strokeWidth": 1.5},
            "encoding": {
                "x": at,
                "y": height,
                "fill": {"condition": chosen, "value": _ACTUAL},
                "stroke": {"condition": [{**chosen[0], "value": _PLAN}], "value": _ACTUAL},
                "strokeDash": {"condition": [{**chosen[0], "value": [4, 3]}], "value": [1, 0]},
                "description": {"field": "said"},
            },
        },
        {
            "mark": {"type": "text", "dy": -7, "aria": False},
            "encoding": {"x": at, "y": height, "text": {"field": "text"}},
        },
        {
            "mark": {"type": "text", "dy": 11, "fontSize": 12, "color": "#4a5866", "aria": False, "limit": _STEP - 4},
            "encoding": {"x": at, "y": {"value": _HEIGHT}, "text": {"field": "period"}},
        },
    ]
    if target is not None:
        data = {"values": [{"value": target.value, "text": target.text, "said": target.said}]}
        level = {"field": "value", "type": "quantitative"}
        layers += [
            {
                "data": data,
                "mark": {"type": "rule", "color": _TARGET, "strokeWidth": 1.5},
                "encoding": {"y": level, "description": {"field": "said"}},
            },
            {
                "data": data,
                "mark": {
                    "type": "text", "align": "left", "dx": 4, "fontSize": 12, "color": _TARGET, "aria": False,
                    "limit": 90,
                },
                "encoding": {"y": level, "x": {"value": _STEP * len(bars)}, "text": {"field": "text"}},
            },
        ]  # fmt: skip
    return {
        "width": _STEP * len(bars),
        "height": _HEIGHT,
        "padding": {"left": 4, "right": 4, "top": 16, "bottom": 6},
        "data": {"values": rows},
        "layer": layers,
    }
