"""`ask`: any question of the registry."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.markup import escape
from rich.table import Table

from api.commands.rendering import show
from api.context import Context
from api.files import write_whole
from api.formats import to_csv, to_xlsx
from ontology.errors import BadParameter
from queries.answer import answer, names_of
from queries.plain_words import FINDINGS
from queries.questions import BY_USER
from queries.understand import understand
from queries.words import resolve_territory


def _words(extra: list[str]) -> dict[str, str]:
    """`--function "…" --territory=…` → {"function": "…", "territory": "…"}."""
    words: dict[str, str] = {}
    rest = iter(extra)
    for word in rest:
        if not word.startswith("--"):
            raise BadParameter("{word} is not a parameter", mend="Write --name value.", word=word)
        name, sign, value = word[2:].partition("=")
        if not sign:
            try:
                value = next(rest)
            except StopIteration:
                raise BadParameter(
                    "the parameter --{name} has no value", mend="Write --name value.", name=name
                ) from None
        words[name.replace("-", "_")] = value
    return words


def ask(
    ctx: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="Имя вопроса или вопрос обычными словами", metavar="ВОПРОС")
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="Показать все вопросы")] = False,
    format: Annotated[
        Literal["table", "json", "csv", "xlsx"], typer.Option("--format", help="table | json | csv | xlsx")
    ] = "table",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
) -> None:
    """Ask; parameters are given as --name value in plain Russian, a code or an id."""
    context: Context = ctx.obj
    if list_all:
        _list(context)
        return
    if not question:
        raise BadParameter("no question is named", mend="opora ask --list shows them.")
    words = _words(list(ctx.args))
    as_of = context.settings.as_of
    if "as_of" in words:
        as_of = _day(words.pop("as_of"))
    with context.store() as store:
        if " " in question.strip():  # no name of a question has a space: this is one asked in plain words
            meant = understand(store, question, as_of or date.today(), context.lang)
            if meant.question == FINDINGS:
                named = meant.words.get("territory")
                raise BadParameter(
                    "This asks for the findings of the audit",
                    mend="opora audit --territory «{territory}» shows them.",
                    territory=resolve_territory(store, named).taken.name if named else context._("NAME"),
                )
            question, words, as_of = meant.question, meant.words | words, as_of or meant.as_of
        result = answer(store, question, words, lang=context.lang, as_of=as_of)
    body: dict[str, Any] = result.model_dump(mode="json")
    if format == "table":
        show(context, body)
        return
    if format == "xlsx":
        if output is None:
            raise BadParameter("a spreadsheet needs a file", mend="Add -o FILE.xlsx.")
        write_whole(output, to_xlsx(body["rows"], question, context.lang))
        return
    text = json.dumps(body, ensure_ascii=False, indent=2) if format == "json" else to_csv(body["rows"])
    if output:
        write_whole(output, text)
    else:
        context.put(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadParameter("the day must be written as YYYY-MM-DD", where="--as-of") from None


def _list(context: Context) -> None:
    grid = Table(show_header=True)
    for name in (context._("Question"), context._("Parameters"), context._("Asks")):
        grid.add_column(name, overflow="fold")
    titles = {
        "ministry": context._("A ministry"),
        "auditor": context._("An auditor"),
        "planner": context._("A planner"),
    }
    for user, group in BY_USER.items():
        grid.add_section()
        grid.add_row(f"[bold]{titles[user]}[/bold]")
        for q in group:
            called = {p: name for name, p in names_of(q).items()}  # the name people use stands last
            names = [f"--{called.get(p, p).replace('_', '-')}" for p in q.params.model_fields]
            grid.add_row(q.name, " ".join(names), escape(q.summary(context.lang)))
    context.out.print(grid)
