"""`audit`: what is wrong with who answers for what, by which clauses; as a table, JSON or a report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from api.commands.audit_tables import show
from api.context import Context
from api.files import write_whole
from ontology.errors import BadParameter
from queries.findings.audit import Audit, chosen
from queries.findings.audit import audit as carry_out
from queries.words import resolve_territory

Format = Literal["table", "json", "xlsx", "docx", "html"]
ANY = "any"


def audit(
    ctx: typer.Context,
    territory: Annotated[
        str | None, typer.Option(help="Территория со всем, что в неё входит; иначе проверяется всё")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="День проверки, ГГГГ-ММ-ДД; иначе сегодня")] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Только эти виды замечаний (можно через запятую)", metavar="ВИД")
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", help="table | json | xlsx | docx | html")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
    template: Annotated[Path | None, typer.Option(help="Свой бланк протокола .docx")] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option("--fail-on", help="Код выхода 1, если есть замечания этих видов; any – любого", metavar="ВИД"),
    ] = None,
) -> None:
    """Audit a territory; exit code 1 when an open finding of a kind of `--fail-on` is there."""
    context: Context = ctx.obj
    kinds, graver = _words(kind), _words(fail_on)
    _check(kinds, graver)
    wanted = _format(format, output)
    day = _day(as_of) or context.settings.as_of
    with context.store() as store:
        place = resolve_territory(store, territory) if territory else None
        done = carry_out(
            store,
            place.taken.id if place else None,
            name=place.taken.name if place else "",
            as_of=day,
            kinds=kinds,
            lang=context.lang,
        )
    for other in place.alternatives if place else ():
        context.say(f"{context._('It could also mean')}: {other.name}")
    _put(context, done, kinds, wanted, output, template)
    if graver and any(ANY in graver or found.kind in graver for found in done.findings):
        raise typer.Exit(1)


def _words(given: list[str] | None) -> list[str]:
    """`--kind a,b --kind c` is a, b and c."""
    return [word.strip() for words in given or () for word in words.split(",") if word.strip()]


def _check(kinds: list[str], graver: list[str]) -> None:
    """Kinds that there are; a kind the command is to fail on must be among those it looks for."""
    audited = {rule.kind for rule in chosen(kinds)}
    named = [word for word in graver if word != ANY]
    chosen(named)
    for word in named:
        if word not in audited:
            raise BadParameter(
                "findings of the kind «{kind}» are not looked for", where="--fail-on",
                mend="Add --kind {kind}, or leave --kind out.", kind=word,
            )  # fmt: skip


def _format(given: Format | None, output: Path | None) -> Format:
    """As it is said, else by the file's name, else a table."""
    known: tuple[Format, ...] = get_args(Format)
    by_name = next((f for f in known if output is not None and output.suffix.lower() == f".{f}"), None)
    wanted = given or by_name or "table"
    if wanted in ("xlsx", "docx") and output is None:
        raise BadParameter(
            "a report of the form {format} needs a file", where="--format", mend="Add -o FILE.{format}.", format=wanted
        )
    if wanted == "table" and output is not None:
        raise BadParameter(
            "a table is not written to a file", where=str(output), mend="Choose --format json, xlsx, docx or html."
        )
    return wanted


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadParameter("the day must be written as YYYY-MM-DD", where="--as-of") from None


def _put(
    context: Context, done: Audit, kinds: list[str], wanted: Format, output: Path | None, template: Path | None
) -> None:
    if template is not None and wanted != "docx":
        raise BadParameter("a template is for the protocol only", where="--template", mend="Choose the format docx.")
    if wanted == "table":
        show(context, done, chosen(kinds))
        return
    if wanted == "json":
        content: str | bytes = json.dumps(done.model_dump(mode="json"), ensure_ascii=False, indent=2)
    else:
        from viz.reports import report  # workbooks and templates: `opora --help` should not wait for them

        content = report(done, wanted, context.lang, template=template)
    if output is not None:
        write_whole(output, content)
        context.say(context._("Written: {file}", file=output))
    else:
        context.put(content if isinstance(content, str) else content.decode("utf-8"))
