"""`export`: the graph out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from api.context import Context
from api.export import FORMATS, KINDS, Format, chosen, export_graph
from api.files import write_whole
from ontology.errors import BadParameter, UnreadableFile
from queries.exports.tables import tables

_HELP = " | ".join(FORMATS)
# The suffix of a file → its format; `.csv` leads to the line that says what a name of several tables is.
_SUFFIXES: Mapping[str, Format] = MappingProxyType(
    {kind.suffix: format for format, kind in KINDS.items()} | {".json": "jsonld", ".htm": "html", ".csv": "csv"}
)


def export(
    ctx: typer.Context,
    format: Annotated[
        Format | None, typer.Option("--format", help=f"{_HELP}; иначе по окончанию файла, без него trig")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Файл для записи; для csv – .zip или папка")
    ] = None,
    territory: Annotated[str | None, typer.Option(help="Только эта территория: название, код или id")] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="С текстами пунктов вашего экземпляра акта")] = False,
) -> None:
    """Export facts with clauses and hashes; texts of acts only on request."""
    context: Context = ctx.obj
    format = format or (_SUFFIXES.get(output.suffix.lower(), "trig") if output else "trig")
    into = _folder(output) if format == "csv" and output else None
    if format == "csv" and output is None and sys.stdout.isatty():
        raise BadParameter("the tables need a file or a folder", mend="Add -o FILE.zip or -o FOLDER.")
    with context.store() as store:
        if into:
            _write_all(into, tables(chosen(store, territory), with_text=with_text, lang=context.lang))
            context.say(context._("Written: {file}", file=into))
            return
        content = export_graph(
            store, format, territory, with_text=with_text, lang=context.lang, as_of=context.settings.as_of
        )
    if output:
        write_whole(output, content)
        context.say(context._("Written: {file}", file=output))
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _folder(output: Path) -> Path | None:
    """The folder for tables; None when they go into one archive."""
    if output.is_dir() or not output.suffix:
        return output
    if output.suffix.lower() == ".zip":
        return None
    raise BadParameter(
        "these are several tables, not one", where=str(output), mend="Name a folder, or a file that ends in .zip."
    )


def _write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableFile(
            "the file cannot be written: {reason}",
            where=str(folder),
            mend="Check the folder and the rights.",
            reason=error.strerror or str(error),
        ) from error
    for name, content in files:
        write_whole(folder / f"{name}.csv", content)
