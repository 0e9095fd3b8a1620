"""Load before and after in the terminal, and what came of giving schools to methodists anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from babel.numbers import format_decimal
from rich.markup import escape
from rich.table import Table

from api.context import Context

Row = Mapping[str, Any]
_FIGURES = ("teachers", "fte", "per_methodist", "norm", "posts_missing")


def loads(context: Context, rows: Sequence[Row]) -> Table:
    """Rows of load that differ: each figure before → after."""
    _ = context._
    titles = (_("Teachers"), _("Full-time posts"), _("Teachers per post"), _("Norm"), _("Posts missing"))
    grid = _grid(f"{_('Load')}: {len(rows)}", _("Territory"), _("Methodist"), _("School subject"), *titles)
    for row in rows:
        before, after = row["before"] or {}, row["after"] or {}
        figures = (_turned(context, before.get(name), after.get(name)) for name in _FIGURES)
        grid.add_row(
            escape(row["territory"]["name"]),
            escape(row["methodist"] or ""),
            escape(row["subject_area"] or ""),
            *figures,
        )
    return grid


def rebalanced(context: Context, done: Mapping[str, Any]) -> Iterator[Table]:
    """Who goes to whom, the methodists before and after, the posts missing; only tables that have rows."""
    _ = context._
    everybody = _("all school subjects")
    if done["moves"]:
        grid = _grid(
            f"{_('Schools that go to another methodist')}: {len(done['moves'])}",
            *(_("School"), _("Territory"), _("School subject"), _("From"), _("To"), _("Teachers")),
        )
        for move in done["moves"]:
            part = f"{move['teachers']}" if move["teachers"] == move["of"] else f"{move['teachers']} / {move['of']}"
            grid.add_row(
                *(escape(text) for text in (move["school"]["name"], move["territory"]["name"])),
                escape(move["subject_area"] or everybody),
                *(escape(text) for text in (move["source"] or "–", move["target"], part)),
            )
        yield grid
    changed = [m for m in done["methodists"] if m["before"] != m["after"] or m["after"] > m["most"]]
    if changed:
        grid = _grid(
            f"{_('Methodists')}: {len(changed)}",
            *(_("Methodist"), _("Territory"), _("School subject"), _("Full-time posts"), _("Teachers")),
            _("At most by the norm"),
        )
        for m in changed:
            teachers = _turned(context, m["before"], m["after"])
            area = m["subject_area"] or everybody
            names = (m["methodist"], m["territory"]["name"], area, _number(context, m["fte"]))
            grid.add_row(*(escape(text) for text in names), teachers, _number(context, m["most"]))
        yield grid
    if done["left"]:
        grid = _grid(_("No room within the norm"), _("School subject"), _("Territory"), _("Teachers"))
        for left in done["left"]:
            area = left["subject_area"] or everybody
            grid.add_row(escape(area), escape(left["territory"]["name"]), str(left["teachers"]))
        yield grid
    if done["posts"]:
        grid = _grid(_("Posts missing"), _("School subject"), _("Full-time posts"))
        for post in done["posts"]:
            grid.add_row(escape(post["subject_area"] or everybody), _number(context, post["fte"]))
        yield grid


def _grid(title: str, *headings: str) -> Table:
    grid = Table(title=escape(title), title_justify="left")
    for heading in headings:
        grid.add_column(heading, overflow="fold")
    return grid


def _turned(context: Context, before: float | None, after: float | None) -> str:
    old, new = _number(context, before), _number(context, after)
    return old if old == new else f"{old} → {new}"


def _number(context: Context, value: float | None) -> str:
    return "–" if value is None else str(format_decimal(round(value, 2), locale=context.lang))
