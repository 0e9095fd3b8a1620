"""What a path holds, and in which order files are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from ontology.errors import UnreadableFile

FileKind = Literal["order", "graph", "table"]

ORDER_SUFFIXES = {".txt", ".md", ".docx", ".docm", ".pdf", ".html", ".htm", ".xhtml"}
# Not read, but acts are kept so: each gets a line that says how to save it, none is passed over in a folder.
FOREIGN_SUFFIXES = {".doc", ".rtf", ".odt"}
GRAPH_SUFFIXES = {".trig", ".ttl", ".jsonld"}
TABLE_SUFFIXES = {".csv", ".xlsx"}


def kind_of(path: Path) -> FileKind:
    """Return what a file holds, by its suffix; raises UnreadableFile for a suffix that nothing here reads."""
    suffix = path.suffix.lower()
    if suffix in ORDER_SUFFIXES | FOREIGN_SUFFIXES or not suffix:
        return "order"
    if suffix in GRAPH_SUFFIXES:
        return "graph"
    if suffix in TABLE_SUFFIXES:
        return "table"
    raise UnreadableFile(
        "files of the type {suffix} are not read",
        where=str(path),
        mend="Save an act as .docx, .pdf, .html or .txt, facts as .trig, .ttl or .jsonld, a table as .csv or .xlsx.",
        suffix=suffix,
    )


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named and those inside folders, sorted; in folders, hidden and unknown ones are passed over.

    «~$act.docx» is what Word keeps beside a file that is open.
    """
    for path in paths:
        if path.is_dir():
            known = ORDER_SUFFIXES | FOREIGN_SUFFIXES | GRAPH_SUFFIXES | TABLE_SUFFIXES
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in known)
            found = [p for p in inside if not any(part.startswith((".", "~$")) for part in p.relative_to(path).parts)]
            if not found:
                raise UnreadableFile("the folder holds no file that can be loaded", where=str(path))
            yield from found
        else:
            if not path.exists():
                raise UnreadableFile("there is no such file", where=str(path), mend="Check the path.")
            yield path
