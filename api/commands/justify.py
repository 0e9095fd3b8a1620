"""`justify`: why a finding is no fault, who says so, until when; taken back; all that is said."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.context import Context
from ontology.errors import BadParameter
from ontology.models import Justification
from queries.findings.audit import titles
from queries.findings.justify import justify as carry_out
from queries.findings.justify import withdraw as take_back
from queries.shown import shown_day
from queries.store import GraphStore


def justify(
    ctx: typer.Context,
    finding: Annotated[
        str | None, typer.Argument(help="Номер замечания, как его печатает opora audit", metavar="ЗАМЕЧАНИЕ")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Кто обосновывает")] = None,
    why: Annotated[str | None, typer.Option("--why", help="Почему это не нарушение")] = None,
    until: Annotated[str | None, typer.Option("--until", help="По какой день действует, ГГГГ-ММ-ДД")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Снять обоснование")] = False,
    list_all: Annotated[bool, typer.Option("--list", help="Показать все обоснования")] = False,
) -> None:
    """Write why a finding is no fault, or take that back."""
    context: Context = ctx.obj
    _ = context._
    if not list_all and not finding:
        raise BadParameter("no finding is named", mend="opora audit shows them.")
    if withdraw and (by or why or until):
        raise BadParameter("to withdraw, nothing else is said", where="--withdraw")
    with context.store() as store:
        if list_all or finding is None:
            _list(context, store)
            return
        if withdraw:
            gone = take_back(store, finding)
            context.say(_("Withdrawn: {finding}; it was justified by {who}", finding=finding, who=gone.justified_by))
            return
        for option, value in (("--by", by), ("--why", why)):
            if not (value or "").strip():
                raise BadParameter("this option is needed", where=option, mend="opora justify ID --by WHO --why TEXT")
        said, found = carry_out(
            store, finding, by or "", why or "", until=_day(until), as_of=context.settings.as_of, lang=context.lang
        )
    words = {"title": found.title, "finding": found.id, "who": said.justified_by}
    if said.until is None:
        context.say(_("Justified: {title} ({finding}); by {who}, with no end", **words))
    else:
        day = shown_day(said.until, context.lang)
        context.say(_("Justified: {title} ({finding}); by {who}, until {day}", day=day, **words))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadParameter("the day must be written as YYYY-MM-DD", where="--until") from None


def _list(context: Context, store: GraphStore) -> None:
    _ = context._
    named = titles(context.lang)
    found = sorted(store.all(Justification), key=lambda said: (said.kind, said.finding))
    if found:
        grid = Table(show_lines=True)
        for name in (_("Kind of finding"), _("Finding"), _("Why"), _("Who"), _("When"), _("Until")):
            grid.add_column(name, overflow="fold")
        for said in found:
            until = shown_day(said.until, context.lang) if said.until else _("no end")
            when = shown_day(said.justified_at.date(), context.lang)
            title = named.get(said.kind, said.kind)
            grid.add_row(*(escape(c) for c in (title, said.finding, said.reason, said.justified_by, when, until)))
        context.out.print(grid)
    context.say(_("Justifications: {count}", count=len(found)))
