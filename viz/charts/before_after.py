"""Teachers of each methodist before and after a proposal, against what the norm allows the post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, translator
from viz.charts.bars import BEFORE, INK, fill_over, hatched
from viz.charts.svg import drawn
from viz.formats import number
from viz.text import shorten

_WIDTH, _STEP, _LABEL = 440, 38, 270


@dataclass(frozen=True, slots=True)
class Pair:
    """Teachers of a methodist before and after; `most`: how many the norm allows."""

    label: str
    before: int
    after: int
    most: int


def pairs(rows: Sequence[Pair], *, title: str, lang: Lang, name: str = "pairs") -> Markup:
    """Two bars for each methodist: pale before, dark after; a tick at what the norm allows."""
    top = 1.04 * max([r.before for r in rows] + [r.after for r in rows] + [r.most for r in rows] + [1])
    across = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False}, "axis": None}

    def bar(field: str, dy: float, **look: Any) -> dict[str, Any]:
        return {
            "mark": {"type": "bar", "height": 11, "yOffset": dy, "aria": False} | look,
            "encoding": {"x": {"field": field, **across}},
        }

    after = bar("after", 7, aria=True)
    after["encoding"] |= {"color": fill_over(), "description": {"field": "said"}}
    spec = {
        "width": _WIDTH,
        "height": {"step": _STEP},
        "data": {"values": [_datum(index, row, lang) for index, row in enumerate(rows)]},
        "encoding": {"y": {"field": "n", "type": "ordinal", "axis": None}},
        "layer": [
            bar("before", -5, color=BEFORE, stroke="#6b7884", strokeWidth=0.8),
            after,
            bar("after", 7, fill="url(#hatch)") | {"transform": [{"filter": "datum.over"}]},
            {
                "mark": {"type": "tick", "thickness": 2.5, "size": _STEP - 8, "color": INK, "aria": False},
                "encoding": {"x": {"field": "most", **across}},
            },
            _text("label", -10, "right", _LABEL),
            _text("shown", _WIDTH + 10, "left", 0),
        ],
    }
    return hatched(drawn(spec, name=name, title=title, lang=lang), name)


def _text(field: str, x: float, align: str, limit: int) -> dict[str, Any]:
    return {
        "mark": {"type": "text", "align": align, "baseline": "middle", "limit": limit, "aria": False},
        "encoding": {"x": {"value": x}, "text": {"field": field}},
    }


def _datum(index: int, row: Pair, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    before, after, most = (number(n, lang) for n in (row.before, row.after, row.most))
    over = row.after > row.most
    change = before if row.before == row.after else f"{before} → {after}"
    shown = _("{change} of {most}", change=change, most=most)
    said = _("{name}: {before} teachers before, {after} after, at most {most} by the norm",
             name=shorten(row.label, 200), before=before, after=after, most=most)  # fmt: skip
    if over:
        shown, said = f"{shown}  ✕ {_('above the norm')}", f"{said}, {_('above the norm')}"
    return {"n": index, "label": shorten(row.label, 60), "before": row.before, "after": row.after, "most": row.most,
            "over": over, "shown": shown, "said": said}  # fmt: skip
