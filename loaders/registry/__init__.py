"""Registry tables a ministry keeps: each told by its header, whatever the file is called (docs/registries.md).

territories.csv ─► organisations.csv ─► headcounts.csv, methodists.csv
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.registry import headcounts, methodists, organisations, territories
from loaders.registry.known import Known
from loaders.registry.table import DOCS, Column, Table, find, read_table
from loaders.registry.workbook import is_workbook, sheets
from ontology.entities.base import Entity
from ontology.errors import BrokenTable, UnreadableFile


@dataclass(frozen=True, slots=True)
class Registry:
    """A sort of table: its name, its columns, how its header is known, how it is read."""

    name: str
    columns: tuple[Column, ...]
    fits: Callable[[frozenset[str]], bool]
    read: Callable[[Table, Known], list[Entity]]


REGISTRIES = (  # in the order in which they refer to one another
    Registry("territories", territories.COLUMNS, territories.fits, territories.read),
    Registry("organisations", organisations.COLUMNS, organisations.fits, organisations.read),
    Registry("headcounts", headcounts.COLUMNS, headcounts.fits, headcounts.read),
    Registry("methodists", methodists.COLUMNS, methodists.fits, methodists.read),
)
_TOLD_FIRST = ("methodists", "headcounts", "territories", "organisations")


def registry_of(table: Table) -> Registry:
    """The sort of a table, told by its header; BrokenTable when it is none of ours."""
    by_name = {r.name: r for r in REGISTRIES}
    for name in _TOLD_FIRST:
        registry = by_name[name]
        if registry.fits(_named(registry, table)):
            return registry
    raise BrokenTable(
        "the header «{header}» is of no known table",
        where=f"{table.where}:{table.header_line}",
        mend="Tables: {names}; their columns are in {docs}.",
        header="; ".join(table.header)[:120],
        names=", ".join(r.name for r in REGISTRIES),
        docs=DOCS,
    )


def _named(registry: Registry, table: Table) -> frozenset[str]:
    return frozenset(n for title in table.header if (n := find(registry.columns, title)))


def read_registry(source: Path | bytes, known: Iterable[Entity], *, name: str = "") -> list[Entity]:
    """Entities of one table. `known`: the territories and subjects it may refer to; `name`: what to call bytes.

    Raises UnreadableFile, BrokenTable (file, line, column, what is expected).
    """
    table = _table(source, name)
    return registry_of(table).read(table, Known(known))


def in_order(sources: Sequence[Path]) -> list[Path]:
    """Tables sorted so that each comes after those it refers to; one that cannot be read keeps its error for later."""

    def rank(path: Path) -> int:
        try:
            return REGISTRIES.index(registry_of(_table(path, "")))
        except (BrokenTable, UnreadableFile):
            return len(REGISTRIES)

    return sorted(sources, key=rank)


def _table(source: Path | bytes, name: str) -> Table:
    if isinstance(source, bytes):
        return _told(source, name or "CSV")
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            "the file cannot be opened", where=str(source), mend="Check the path and the rights"
        ) from error
    return _told(raw, str(source))


def _told(raw: bytes, where: str) -> Table:
    """The table of a CSV, or of the one sheet of a workbook whose header is known."""
    if not is_workbook(raw):
        return read_table(raw, where)
    tables = sheets(raw, where)
    known = [t for t in tables if any(r.fits(_named(r, t)) for r in REGISTRIES)]
    if len(known) > 1:
        raise BrokenTable(
            "the workbook has several tables: {names}",
            where=where,
            mend="Keep one table in a workbook, or load each as CSV.",
            names=", ".join(t.where.removeprefix(where).strip("[]") for t in known),
        )
    return (known or tables)[0]


__all__ = ["REGISTRIES", "Registry", "in_order", "read_registry", "registry_of"]
