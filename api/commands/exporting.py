"""`export`: the graph out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from api.context import Context
from api.files import write_whole


def export(
    ctx: typer.Context,
    format: Annotated[Literal["trig", "ttl", "jsonld"], typer.Option("--format", help="trig | ttl | jsonld")] = "trig",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
    territory: Annotated[str | None, typer.Option(help="Только эта территория: название, код или id")] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="С текстами пунктов вашего экземпляра акта")] = False,
) -> None:
    """Export facts with clauses and hashes; texts of acts only on request."""
    from api.export import export_graph

    context: Context = ctx.obj
    with context.store() as store:
        text = export_graph(store, format, territory, with_text=with_text)
    if output:
        write_whole(output, text)
    else:
        context.put(text)
