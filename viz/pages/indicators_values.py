"""The values of an indicator as an act gives them, in the order of their periods and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from queries.periods import span
from viz.formats import number, period
from viz.text import clean


@dataclass(frozen=True, slots=True)
class Figure:
    """A value: its period in words, itself (none: it was not measured), `written`: the act's own way of writing it."""

    period: str
    value: float | None
    planned: bool
    written: str
    said: str


def figures(values: Sequence[Mapping[str, Any]], unit: str | None, lang: Lang) -> list[Figure]:
    """All values, earliest first; of one period what was reached before what is planned."""
    _ = translator(lang)

    def made(value: Mapping[str, Any]) -> Figure:
        planned = value["kind"] == "plan"
        when = period(value["period"], lang)
        what = _("planned") if planned else _("was reached")
        shown = _("not measured") if value["value"] is None else f"{number(value['value'], lang)} {clean(unit)}".strip()
        return Figure(when, value["value"], planned, clean(value["written"]), f"{when}, {what}: {shown}")

    return [made(value) for value in sorted(values, key=_when)]


def _when(value: Mapping[str, Any]) -> tuple[date, date, bool, str]:
    known = span(value["period"]) or (date.max, date.max)
    return known[1], known[0], value["kind"] == "plan", value["period"] or ""
