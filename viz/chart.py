"""Bars against a norm, as SVG that is part of the page: it prints, scales, and says its numbers as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ontology.i18n import Lang, translator
from viz.formats import number
from viz.text import shorten

WIDTH, LABEL, VALUE, ROW, HEAD = 960, 300, 110, 30, 46


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` and `norm` in teachers per full-time post; None when there is no methodist, or no norm."""

    label: str
    value: float | None
    norm: float | None


@dataclass(frozen=True, slots=True)
class NormLine:
    """A norm drawn across all bars; `planned` ones, not in force on the day, are dashed."""

    value: float
    label: str
    planned: bool


def bars(rows: Sequence[Bar], lines: Sequence[NormLine], lang: Lang, title: str) -> Markup:
    """SVG of horizontal bars. A bar above its norm has another colour and a hatch, so that it shows without colour."""
    _ = translator(lang)
    height = HEAD + ROW * len(rows) + 12
    top = max([r.value or 0 for r in rows] + [line.value for line in lines] + [1])
    step = (WIDTH - LABEL - VALUE) / (top * 1.04)
    parts = [
        Markup('<svg class="bar-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, height, title),
        Markup(
            '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><path d="M0 0v6" class="bar-over-hatch"/></pattern></defs>'
        ),
    ]
    parts += [_bar(row, HEAD + ROW * index, step, lang) for index, row in enumerate(rows)]
    parts += _norms(lines, step, height)
    return Markup("").join([*parts, Markup("</svg>")])


def _bar(row: Bar, y: float, step: float, lang: Lang) -> Markup:
    _ = translator(lang)
    middle = y + ROW / 2
    label = Markup('<text x="{}" y="{}" text-anchor="end" dominant-baseline="central">{}</text>').format(
        LABEL - 10, middle, shorten(row.label, 42)
    )
    if row.value is None:
        return label + Markup('<text class="soft" x="{}" y="{}" dominant-baseline="central">{}</text>').format(
            LABEL + 6, middle, _("no methodist")
        )
    width = round(max(1.0, row.value * step), 1)
    over = row.norm is not None and row.value > row.norm
    shape = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
        "bar-over" if over else "bar-ok", LABEL, y + 5, width, ROW - 10
    )
    if over:
        shape += Markup('<rect fill="url(#hatch)" x="{}" y="{}" width="{}" height="{}"/>').format(
            LABEL, y + 5, width, ROW - 10
        )
    # The value stands at the right edge, clear of bars and norm lines.
    value = Markup('<text x="{}" y="{}" text-anchor="end" dominant-baseline="central">{}{}</text>').format(
        WIDTH - 6, middle, "✕ " if over else "", number(row.value, lang, 1)
    )
    return label + shape + value


def _norms(lines: Sequence[NormLine], step: float, height: float) -> list[Markup]:
    drawn: list[Markup] = []
    taken: list[float] = []
    for line in sorted({(n.value, n.label, n.planned) for n in lines}):
        value, label, planned = line
        x = round(LABEL + value * step, 1)
        # Labels of near norms would lie on each other: the second goes a line higher.
        raised = any(abs(x - other) < 90 for other in taken)
        taken = [] if raised else [*taken, x]
        drawn.append(
            Markup(
                '<path class="norm{}" d="M{} {}V{}"/><text class="soft" x="{}" y="{}" text-anchor="middle">{}</text>'
            ).format(" planned" if planned else "", x, HEAD - 8, height - 8, x, 14 if raised else 32, label)
        )
    return drawn
