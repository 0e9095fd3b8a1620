"""Answers as tables in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from babel.numbers import format_decimal
from rich.markup import escape
from rich.table import Table

from api.context import Context
from queries.shown import cells, heading, headings, word

# Columns that stay readable in a narrow terminal: their least width, in characters.
WIDTHS: Mapping[str, int] = MappingProxyType(
    {"subject": 24, "function": 24, "territory": 14, "quote": 30, "level": 12, "role": 10}
)
# Columns a person reads, where an answer's heading says the rest. A question that is not listed shows all it has.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "responsibility": ("role", "subject", "subject.level", "territory", "clause", "order", "quote"),
        "chain_upward": ("hop", "subject", "relation", "role", "clause", "order", "quote"),
        "executors": ("duty", "item", "written", "post", "subjects", "clause", "order"),
        "activities": ("no", "title", "state", "due", "days_overdue", "periodicity", "responsible", "clause", "order"),
        "agreements": ("status", "parties", "deadline", "days_overdue", "territory", "clause", "order", "quote"),
        "interactions": ("source", "kind", "target", "territory", "clause", "order", "quote"),
        "data_flows": ("source", "kind", "target", "territory", "clause", "order", "quote"),
        "indicators": (
            "name",
            "unit",
            "state",
            "actual",
            "actual_period",
            "plan",
            "plan_period",
            "target",
            "clause",
            "order",
        ),
        "coverage": ("function", "level", "status", "subjects", "reason"),
        "overlaps": ("function", "level", "role", "lawful", "left", "right"),
        "conflicts": ("function", "territory", "level", "left", "right"),
        "contested": ("function", "territory", "level", "left", "right"),
        "unmapped": ("subject", "doubt", "function", "confidence", "score", "clause", "order", "quote"),
        "process_routes": ("route", "step", "subject", "function", "breaks", "explanation", "clause", "order"),
        "calendar": ("date", "timing", "kind", "title", "responsible", "clause", "order"),
        "workload": (
            *("subject", "functions", "activities", "agreements", "interactions_out", "interactions_in", "steps"),
            *("total", "share"),
        ),
        "load": (
            *("territory", "methodist", "subject_area", "teachers", "fte", "per_methodist", "norm", "norm_clause"),
            "posts_missing",
        ),
    }
)


def show(context: Context, body: dict[str, Any]) -> None:
    """Print an answer: what the words were taken for, the rows, the reason when nobody, what else was possible."""
    _ = context._
    _heading(context, body)
    rows = body["rows"]
    if rows:
        shown = headings(rows)
        columns = [key for key in COLUMNS.get(body["question"], shown) if key in shown]
        lines = [cells(row, context.lang) for row in rows]
        grid = Table(show_lines=body["question"] == "responsibility")
        for key in columns:
            numbers = all(isinstance(line.get(key), int | float | None) for line in lines)
            grid.add_column(
                heading(key, context.lang, body["question"]),
                overflow="fold",
                min_width=WIDTHS.get(key),
                justify="right" if numbers else "left",
            )
        for line in lines:
            grid.add_row(*(escape(_cell(context, line.get(key))) for key in columns))
        context.out.print(grid)
    if body.get("denominator") is not None:
        context.out.print(_("Checked: {number}", number=_plain(body["denominator"])), markup=False)
    if norms := body.get("norms"):
        context.out.print(_norms(context, norms))
    for note in body.get("notes") or []:
        context.out.print(note, markup=False)
    if nobody := body.get("nobody"):
        context.out.print(f"{_('Nobody')}: {_(nobody['reason'])}. {nobody['explanation']}", markup=False)
    for other in body.get("alternatives") or []:
        name = other.get("label") or other.get("name") or other.get("id")
        context.out.print(f"{_('It could also mean')}: {name}", markup=False)


def _norms(context: Context, norms: list[dict[str, Any]]) -> Table:
    """Every norm that bears on the territory: the one in force is marked."""
    _ = context._
    columns = (
        ("Norm", "value"),
        ("Kind", "kind"),
        ("Period", "period"),
        ("In force", "in_force"),
        ("Posts missing", "posts_missing"),
        ("Clause", "clause"),
        ("Order", "order"),
    )
    grid = Table(title=_("Norms"), title_justify="left")
    for title, _key in columns:
        grid.add_column(_(title), overflow="fold")
    for norm in norms:
        line = cells(norm, context.lang)
        grid.add_row(*(escape(_cell(context, line.get(key))) for _title, key in columns))
    return grid


def _heading(context: Context, body: dict[str, Any]) -> None:
    for name, value in (body["params"] | {"as_of": body.get("as_of")}).items():
        if value not in (None, ""):
            context.out.print(f"{context._(name)}: {_meant(context, value)}", markup=False)


def _meant(context: Context, value: object) -> str:
    """What a parameter was taken for: a name with its code, a day, a word."""
    if not isinstance(value, dict):
        return _cell(context, word(value, context.lang) if isinstance(value, str) else value)
    code, label = value.get("code"), value.get("label") or value.get("name") or value.get("id")
    return f"{label} ({code})" if code else str(label)


def _plain(value: object) -> str:
    return ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else str(value)


def _cell(context: Context, value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return context._("yes") if value else context._("no")
    if isinstance(value, int | float):
        return format_decimal(round(value, 2), locale=context.lang)
    return str(value)
