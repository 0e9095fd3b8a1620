"""`extract`, `load`, `check`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from api.context import Context
from api.files import write_whole
from ontology.errors import BadParameter

if TYPE_CHECKING:
    from loaders.load import FileReport

# Readers, SHACL and RDF are imported by the commands that need them: a question should not wait for them.

Files = Annotated[list[Path], typer.Argument(help="Файлы или папки", metavar="ФАЙЛ...")]


@contextmanager
def _progress(context: Context) -> Iterator[Callable[[Path], None]]:
    columns = (SpinnerColumn(), TextColumn("{task.completed} · {task.description}"))
    with Progress(*columns, console=context.err, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda path: bar.update(task, advance=1, description=escape(path.name))


def extract(
    ctx: typer.Context,
    paths: Files,
    format: Annotated[Literal["json", "ttl", "trig"], typer.Option("--format", help="json | ttl | trig")] = "json",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
) -> None:
    """Read order texts and print what was understood."""
    from loaders.extract import extract as read_file
    from loaders.files import kind_of, walk
    from loaders.merge import merge
    from loaders.order.entities import to_entities
    from ontology import rdf

    context: Context = ctx.obj
    files = list(walk(paths))
    for path in files:
        if kind_of(path) != "order":
            raise BadParameter("only texts of orders can be read", where=str(path), mend="Give .txt or .md files.")
    with _progress(context) as step:
        readings = []
        for path in files:
            step(path)
            readings.append(read_file(path))
    if format == "json":
        parts = [json.loads(r.as_json()) for r in readings]
        text = json.dumps(parts[0] if len(parts) == 1 else parts, ensure_ascii=False, indent=2)
    else:
        entities = merge(e for r in readings for e in to_entities(r))
        text = rdf.dump(entities, format, with_text=False)
    if output:
        write_whole(output, text)
    else:
        context.put(text)


def load(ctx: typer.Context, paths: Files) -> None:
    """Load orders, facts and tables: all or nothing."""
    from loaders import load as loading

    context: Context = ctx.obj
    with context.store() as store, _progress(context) as step:
        report = loading.load(store, paths, step)
    table = _summary(context, report.files)
    context.err.print(table)
    written = report.written
    context.say(
        context._(
            "Written: {added} new, {changed} changed, {unchanged} as before, {removed} removed",
            added=sum(written.added.values()),
            changed=sum(written.changed.values()),
            unchanged=sum(written.unchanged.values()),
            removed=sum(written.removed.values()),
        )
    )


def check(ctx: typer.Context, paths: Files) -> None:
    """SHACL and integrity only; nothing is written."""
    from loaders import load as loading

    context: Context = ctx.obj
    with context.store() as store, _progress(context) as step:
        batch = loading.check(store, paths, step)
    context.err.print(_summary(context, batch.reports))
    context.say(context._("No fault found; nothing was written"))


def _summary(context: Context, files: Sequence[FileReport]) -> Table:
    _ = context._
    table = Table()
    for name in (_("File"), _("Subjects"), _("Assignments"), _("Unmapped"), _("Not understood"), _("Understood")):
        table.add_column(name, overflow="fold")
    for f in files:
        share = f"{f.understood_share:.0%}" if f.understood_share is not None else "–"
        table.add_row(
            escape(Path(f.path).name),
            str(f.counts.get("Subject", 0)),
            str(f.counts.get("Assignment", 0)),
            str(f.unmapped),
            str(f.unread),
            share,
        )
    return table
