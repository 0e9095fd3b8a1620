"""`extract`, `load`, `check`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from api.context import Context
from api.files import write_whole
from api.progress import progress
from api.summary import reviewed, summary
from ontology.errors import BadParameter

# Readers, SHACL and RDF are imported by the commands that need them: a question should not wait for them.

Files = Annotated[list[Path], typer.Argument(help="Файлы или папки", metavar="ФАЙЛ...")]


def extract(
    ctx: typer.Context,
    paths: Files,
    format: Annotated[Literal["json", "ttl", "trig"], typer.Option("--format", help="json | ttl | trig")] = "json",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
) -> None:
    """Read order texts and print what was understood."""
    from loaders.extract import extract as read_file
    from loaders.files import kind_of, walk
    from loaders.many import each
    from loaders.merge import merge
    from loaders.order.entities import to_entities
    from ontology import rdf

    context: Context = ctx.obj
    files = list(walk(paths))
    for path in files:
        if kind_of(path) != "order":
            raise BadParameter(
                "only texts of orders can be read", where=str(path), mend="Give .docx, .pdf, .html, .txt or .md files."
            )
    with progress(context) as bar:
        readings = each(read_file, files, bar, workers=None)
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


def load(
    ctx: typer.Context,
    paths: Files,
    draft: Annotated[bool, typer.Option("--draft", help="Отложить акты до подтверждения: opora review")] = False,
) -> None:
    """Load orders, facts and tables: all or nothing."""
    from loaders import load as loading

    context: Context = ctx.obj
    if draft:
        _keep_aside(context, paths)
        return
    with context.store() as store, progress(context) as bar:
        report = loading.load(store, paths, bar, workers=None)
    context.err.print(summary(context, report.files))
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
    for line in reviewed(context, report.review):
        context.say(line)


def _keep_aside(context: Context, paths: Sequence[Path]) -> None:
    """Read orders into drafts, and say how to go on."""
    from loaders.review.drafts import keep_aside

    with context.store() as store, progress(context) as bar:
        made = keep_aside(store, paths, bar, workers=None)
    context.err.print(summary(context, [d.report for d in made if d.report]))
    for drafted in made:
        context.say(
            context._(
                "Draft: {title}. To review it: opora review {id}", title=drafted.draft.title, id=drafted.draft.order_id
            )
        )
        for line in reviewed(context, drafted.review):
            context.say(line)


def check(ctx: typer.Context, paths: Files) -> None:
    """SHACL and integrity only; nothing is written."""
    from loaders import load as loading

    context: Context = ctx.obj
    with context.store() as store, progress(context) as bar:
        batch = loading.check(store, paths, bar, workers=None)
    context.err.print(summary(context, batch.reports))
    context.say(context._("No fault found; nothing was written"))
