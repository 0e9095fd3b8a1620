"""Answers as tables in the terminal."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from rich.markup import escape
from rich.table import Table

from api.context import Context
from api.formats import flatten
from ontology.i18n import Lang

# Columns that stay readable in a narrow terminal: their least width, in characters.
WIDTHS = {"subject.name": 24, "function.label": 24, "territory.name": 14, "quote": 30, "level": 12, "role": 10}
# Columns a person reads, per question, as (heading, path in the row). A question that is not listed shows all it has.
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "responsibility": (
        ("Role", "role"),
        ("Subject", "subject.name"),
        ("Level", "subject.level"),
        ("Territory", "territory.name"),
        ("Clause", "clause"),
        ("Order", "order"),
        ("Text of the statement", "quote"),
    ),
    "coverage": (
        ("Code", "function.code"),
        ("Function", "function.label"),
        ("Level", "level"),
        ("State", "status"),
        ("Subjects", "subjects"),
        ("Reason", "reason"),
    ),
    "load": (
        ("Territory", "territory.name"),
        ("Methodist", "methodist"),
        ("School subject", "subject_area"),
        ("Teachers", "teachers"),
        ("Full-time posts", "fte"),
        ("Teachers per post", "per_methodist"),
        ("Norm", "norm"),
        ("Clause of the norm", "norm_clause"),
        ("Posts missing", "posts_missing"),
    ),
}


def show(context: Context, body: dict[str, Any]) -> None:
    """Print an answer: what the words were taken for, the rows, the reason when nobody, what else was possible."""
    _ = context._
    _heading(context, body)
    rows = body["rows"]
    if rows:
        columns = COLUMNS.get(body["question"]) or tuple((k, k) for k in flatten(rows[0]))
        flat_rows = [flatten(row) | {"order": _order(context.lang, row.get("order"))} for row in rows]
        columns = tuple(c for c in columns if any(r.get(c[1]) is not None for r in flat_rows))
        grid = Table(show_lines=body["question"] == "responsibility")
        for heading, path in columns:
            grid.add_column(
                _(heading),
                overflow="fold",
                min_width=WIDTHS.get(path),
                justify="right" if _numeric(rows, path) else "left",
            )
        for row in flat_rows:
            grid.add_row(*(escape(_cell(context, row.get(path))) for _heading, path in columns))
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
    for heading, _path in columns:
        grid.add_column(_(heading), overflow="fold")
    for norm in norms:
        flat = flatten(norm) | {"order": _order(context.lang, norm.get("order"))}
        grid.add_row(*(escape(_cell(context, flat.get(path))) for _heading, path in columns))
    return grid


def _heading(context: Context, body: dict[str, Any]) -> None:
    for name, value in body["params"].items():
        if value in (None, ""):
            continue
        text = value
        if isinstance(value, dict):
            code = value.get("code")
            label = value.get("label") or value.get("name") or value.get("id")
            text = f"{label} ({code})" if code else label
        context.out.print(f"{context._(name)}: {_cell(context, text)}", markup=False)
    day = body.get("as_of")
    if day:
        context.out.print(f"{context._('as_of')}: {_cell(context, day)}", markup=False)


def _order(lang: Lang, order: dict[str, Any] | None) -> str | None:
    if not order:
        return None
    written = _date(order.get("date"), lang)
    return f"№ {order.get('number')}" + (f" ({written})" if written else "")


def _date(value: object, lang: Lang) -> str | None:
    try:
        return format_date(date.fromisoformat(str(value)), "dd.MM.yyyy" if lang == "ru" else "d MMM yyyy", locale=lang)
    except ValueError:
        return None


def _numeric(rows: list[dict[str, Any]], path: str) -> bool:
    values = [flatten(r).get(path) for r in rows]
    return all(isinstance(v, int | float) and not isinstance(v, bool) for v in values if v is not None) and any(
        v is not None for v in values
    )


def _plain(value: object) -> str:
    return ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else str(value)


def _cell(context: Context, value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return context._("yes") if value else context._("no")
    if isinstance(value, int | float):
        return format_decimal(round(value, 2), locale=context.lang)
    text = str(value)
    if len(text) == 10 and (day := _date(text, context.lang)):
        return day
    return context._(text) if text.isascii() and text.replace("-", "").isalpha() else text
