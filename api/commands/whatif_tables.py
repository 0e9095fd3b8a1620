"""The difference a scenario makes, in the terminal: the summary, what was done, then a table per sort of change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from rich.markup import escape
from rich.table import Table

from api.commands.whatif_load import loads, rebalanced
from api.context import Context
from ontology.i18n import gettext
from queries.shown import order_name, shown_day, word
from queries.whatif.answer import Difference

Row = Mapping[str, Any]
_TURNS: Mapping[str, str] = MappingProxyType(
    {
        "orphaned": gettext("a party is gone"),
        "moved": gettext("goes to another subject"),
        "concluded": gettext("concluded"),
        "ended": gettext("ended"),
        "cut": gettext("cut"),
        "inner": gettext("within one body now"),
        "without-responsible": gettext("nobody is responsible"),
        "fewer": gettext("fewer are responsible"),
        "broken": gettext("breaks"),
        "mended": gettext("breaks no longer"),
        "part-of": gettext("the body it was a part of is gone"),
        "fills": gettext("the generic subject it filled is gone"),
    }
)
_MANY = 4  # territories named in a cell; of more their number is told


def show(context: Context, answer: Difference) -> None:
    """Print it. A sort of change of which there is none has no table."""
    _, out = context._, context.out
    if answer.title:
        out.print(answer.title, markup=False)
    out.print(answer.summary, markup=False)
    out.print(f"{_('as_of')}: {shown_day(answer.as_of, context.lang)}", markup=False)
    where = "; ".join(place["name"] for place in answer.territories)
    if where:
        out.print(f"{_('Compared')}: {where}", markup=False)
    for step in answer.steps:
        out.print(f"{step['no']}. {step['done']}", markup=False)
        for other in (o for taken in step["taken"] for o in taken["alternatives"][:3]):
            context.say(f"{_('It could also mean')}: {other['name']}")
    for title, rows, columns in _tables(context, answer):
        if rows:
            out.print(_table(f"{title}: {len(rows)}", rows, columns))
    if answer.load:
        out.print(loads(context, answer.load))
    for done in answer.rebalance:
        for grid in rebalanced(context, done):
            out.print(grid)
        for note in done["notes"]:
            out.print(note, markup=False)
    for note in answer.notes:
        out.print(note, markup=False)


Columns = Mapping[str, Callable[[Row], str]]


def _table(title: str, rows: Sequence[Row], columns: Columns) -> Table:
    grid = Table(title=escape(title), title_justify="left")
    for heading in columns:
        grid.add_column(heading, overflow="fold")
    for row in rows:
        grid.add_row(*(escape(cell(row)) for cell in columns.values()))
    return grid


def _tables(context: Context, answer: Difference) -> list[tuple[str, Sequence[Row], Columns]]:
    _, lang = context._, context.lang

    def said(key: str) -> Callable[[Row], str]:
        return lambda row: word(str(row[key]), lang) if row.get(key) else "–"

    def named(key: str) -> Callable[[Row], str]:
        return lambda row: _name(row.get(key))

    def turned(row: Row) -> str:
        return str(_(_TURNS[row["turn"]]))

    def clause(row: Row) -> str:
        return _clause(row, lang)

    def states(row: Row) -> str:
        before, after = (word(row[k], lang) if row[k] else _("none") for k in ("before", "after"))
        return f"{before} → {after}"

    def places(row: Row) -> str:
        names = [place["name"] for place in row["territories"]]
        return "; ".join(names) if len(names) <= _MANY else f"{'; '.join(names[:_MANY])} … ({len(names)})"

    def held(row: Row) -> str:
        return "\n".join(
            f"{h['subject']['name']} ({word(h['role'], lang)}): {_clause(h, lang)}" for h in row["held_by"]
        )

    def parts(key: str) -> Callable[[Row], str]:
        return lambda row: "; ".join(_name(thing) for thing in row[key]) or "–"

    by = {turn: [row for row in answer.functions if row["turn"] == turn] for turn in ("uncovered", "covered", "other")}
    cell: Columns = {
        _("Function"): named("function"),
        _("Level"): said("level"),
        _("Territory"): places,
        _("State"): states,
        _("Reason"): lambda row: row["explanation"] or "–",
    }
    finding: Columns = {
        _("Kind of finding"): lambda row: row["title"],
        _("About"): lambda row: row["about"],
        _("Territory"): named("territory"),
        _("Reason"): lambda row: row["explanation"] or "–",
        _("Finding"): lambda row: row["id"],
    }
    return [
        (_("Functions left with nobody"), by["uncovered"], dict(cell) | {_("Held until now"): held}),
        (_("Functions that get a holder"), by["covered"], cell),
        (_("Other cells that change"), by["other"], cell),
        (
            _("Responsibility lost or handed over"),
            answer.responsibility,
            {
                _("Function"): named("function"),
                _("Role"): said("role"),
                _("From"): named("from"),
                _("To"): named("to"),
                _("Clause"): clause,
            },
        ),
        (
            _("Agreements that change"),
            answer.agreements,
            {
                _("What changes"): turned,
                _("About"): lambda row: row["about"] or "–",
                _("Parties left"): parts("parties"),
                _("Gone"): parts("gone"),
                _("Clause"): clause,
            },
        ),
        (
            _("Interactions that change"),
            answer.interactions,
            {
                _("What changes"): turned,
                _("From"): named("from"),
                _("What is done"): lambda row: row["kind_label"],
                _("To"): named("to"),
                _("Clause"): clause,
            },
        ),
        (
            _("Activities that change"),
            answer.activities,
            {
                _("What changes"): turned,
                _("Activity"): lambda row: f"{row['no'] or ''} {row['title']}".strip(),
                _("Before"): parts("before"),
                _("After"): parts("after"),
                _("Clause"): clause,
            },
        ),
        (
            _("Steps of routes"),
            answer.routes,
            {
                _("What changes"): turned,
                _("Route"): lambda row: row["route"]["name"],
                _("Step"): lambda row: str(row["step"]),
                _("Before"): named("before"),
                _("After"): named("after"),
                _("Reason"): lambda row: _text(row["explanation"]),
                _("Clause"): clause,
            },
        ),
        (
            _("Bodies"),
            answer.bodies,
            {
                _("What changes"): turned,
                _("Subject"): named("subject"),
                _("Before"): named("before"),
                _("After"): named("after"),
            },
        ),
        (_("Findings that appear"), answer.findings["appeared"], finding),
        (_("Findings that disappear"), answer.findings["disappeared"], finding),
    ]


def _name(thing: Mapping[str, Any] | None) -> str:
    if not thing:
        return "–"
    label = thing.get("label") or thing.get("name") or thing.get("id")
    return f"{thing['code']} {label}" if thing.get("code") else str(label)


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "–")


def _clause(row: Row, lang: Any) -> str:
    order = order_name(row.get("order"), lang)
    return ", ".join(part for part in (row.get("clause"), order) if part) or "–"
