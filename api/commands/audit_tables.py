"""An audit in the terminal: a table per kind, the justified apart, and how many were checked of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from rich.markup import escape
from rich.table import Table

from api.context import Context
from queries.findings.audit import Audit
from queries.findings.finding import Finding
from queries.findings.rule import Rule
from queries.shown import shown_day


def show(context: Context, done: Audit, rules: Sequence[Rule]) -> None:
    """Print it: gravest first, then the justified, the figures and what could not be judged."""
    _ = context._
    where = done.territory["name"] if done.territory else _("everything that is loaded")
    context.out.print(f"{_('Audit')}: {where}", markup=False)
    context.out.print(f"{_('as_of')}: {shown_day(done.as_of, context.lang)}", markup=False)
    for rule in rules:
        found = [f for f in done.findings if f.kind == rule.kind]
        if found:
            context.out.print(_kind(context, rule, found))
            context.out.print(rule.advice(context.lang), markup=False)
    if done.justified:
        context.out.print(_justified(context, done.justified))
    context.out.print(_figures(context, done, rules))
    for note in done.notes:
        context.out.print(note, markup=False)


def _kind(context: Context, rule: Rule, found: Sequence[Finding]) -> Table:
    _ = context._
    title = f"{rule.title(context.lang)}: {len(found)} ({_(rule.severity.value)}; {rule.kind})"
    columns = {
        _("About"): [_about(context, f, f.about) for f in found],
        _("Territory"): _where(found),
        _("Reason"): [f.explanation or "" for f in found],
        _("Clauses"): [clauses(context, f) for f in found],
    }
    return _table(title, columns, found)


def _about(context: Context, found: Finding, about: str) -> str:
    """What it is about, the level, and the id, which `opora justify` takes."""
    level = f"{context._('Level')}: {context._(found.level.value)}" if found.level else ""
    return "\n".join(filter(None, (about, level, found.id)))


def _where(found: Sequence[Finding]) -> list[str]:
    """Names of the territories; nothing when all are of one."""
    names = [_name(f.territory) for f in found]
    return names if len(set(names)) > 1 else [""] * len(names)


def _justified(context: Context, found: Sequence[Finding]) -> Table:
    _ = context._
    said = [f.justification or {} for f in found]
    columns = {
        _("About"): [_about(context, f, f"{f.title}: {f.about}") for f in found],
        _("Territory"): _where(found),
        _("Why"): [s.get("reason", "") for s in said],
        _("Who"): [s.get("by", "") for s in said],
        _("Until"): [_until(context, s.get("until")) for s in said],
    }
    return _table(f"{_('Justified')}: {len(found)}", columns, found)


def _figures(context: Context, done: Audit, rules: Sequence[Rule]) -> Table:
    _ = context._
    lang = context.lang
    found, said = Counter(f.kind for f in done.findings), Counter(f.kind for f in done.justified)
    grid = Table(title=_("Summary"), title_justify="left")
    for name in (_("Kind of finding"), _("Code"), _("Severity")):
        grid.add_column(name, overflow="fold")
    for name in (_("Found"), _("Justified"), _("Checked")):
        grid.add_column(name, justify="right")
    grid.add_column(_("What was checked"), overflow="fold")
    for rule in rules:
        words = (rule.title(lang), rule.kind, _(rule.severity.value))
        numbers = (found[rule.kind], said[rule.kind], done.denominators[rule.kind])
        grid.add_row(*(escape(w) for w in words), *(str(n) for n in numbers), escape(rule.counted(lang)))
    return grid


def _table(title: str, columns: dict[str, list[str]], found: Sequence[Finding]) -> Table:
    """Columns in which nothing stands are left out; ids stand whole in the first one, so that they can be copied."""
    kept = {name: cells for name, cells in columns.items() if any(cells)}
    grid = Table(title=escape(title), title_justify="left", show_lines=True)
    widest = max(len(f.id) for f in found)
    for place, name in enumerate(kept):
        grid.add_column(name, overflow="fold", min_width=None if place else widest)
    for cells in zip(*kept.values(), strict=True):
        grid.add_row(*(escape(cell) for cell in cells))
    return grid


def clauses(context: Context, found: Finding) -> str:
    """«№ 7 от 10.01.2022, 3.1.1; 3.1.5»: the clauses of each act, each once."""
    acts: dict[str, list[str]] = {}
    for row in found.evidence:
        if row["clause"] and row["order"]:
            acts.setdefault(_act(context, row["order"]), []).append(row["clause"])
    return "\n".join(f"{act}: {'; '.join(dict.fromkeys(places))}" for act, places in acts.items())


def _act(context: Context, order: dict[str, Any]) -> str:
    if not order["date"]:
        return f"№ {order['number']}"
    day = shown_day(date.fromisoformat(order["date"]), context.lang)
    return context._("No. {number} of {day}", number=order["number"], day=day)


def _name(territory: dict[str, Any] | None) -> str:
    return str(territory["name"]) if territory else ""


def _until(context: Context, day: str | None) -> str:
    return shown_day(date.fromisoformat(day), context.lang) if day else context._("no end")
