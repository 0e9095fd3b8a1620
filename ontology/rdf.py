"""Entities ↔ RDF, driven by the declarations (`Prop.iri`, `Ref.iri`): what is written is read back equal.

entities ── to_graph, to_dataset, dump ──► rdflib graph; Turtle, TriG, JSON-LD
         ◄── from_graph, load ────────────
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, get_args

from rdflib import Dataset

from ontology.entities.base import Entity
from ontology.errors import BadParameter, InvalidGraph, UnreadableFile
from ontology.i18n import gettext
from ontology.rdf_json import jsonld, refuse_remote
from ontology.rdf_read import from_graph
from ontology.rdf_write import to_dataset, to_graph, trig, turtle

__all__ = ["FORMATS", "RdfFormat", "dump", "format_of", "from_graph", "load", "parse", "to_dataset", "to_graph"]

RdfFormat = Literal["trig", "ttl", "jsonld"]
FORMATS: tuple[RdfFormat, ...] = get_args(RdfFormat)
MAX_BYTES = 256 * 1024 * 1024  # a hostile file must not fill the memory: parsing takes some 20 times its size
_SUFFIXES: dict[str, RdfFormat] = {".trig": "trig", ".ttl": "ttl", ".jsonld": "jsonld", ".json": "jsonld"}
_MEND = gettext("Give Turtle, TriG or JSON-LD in UTF-8")


def _known(format: str, where: str = "") -> RdfFormat:
    for known in FORMATS:
        if format == known:
            return known
    raise BadParameter(
        "the format «{format}» is not one of {formats}", where=where, format=format, formats=", ".join(FORMATS)
    )


def format_of(path: Path) -> RdfFormat:
    """Return the format a file's suffix tells. Raises BadParameter for any other suffix."""
    return _SUFFIXES.get(path.suffix.lower()) or _known(path.suffix, where=str(path))


def dump(entities: Iterable[Entity], format: str, with_text: bool = False) -> str:
    """Return the entities as text in `trig` (one named graph per order, one for shared things), `ttl` or `jsonld`.

    The same facts give the same text. The act's own words (`Prop.local`) are left out unless `with_text`.
    """
    match _known(format):
        case "trig":
            return trig(entities, with_text=with_text)
        case "ttl":
            return turtle(entities, with_text=with_text)
        case "jsonld":
            return jsonld(entities, with_text=with_text)


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs a traceback for each ill-typed literal; we name the first one ourselves."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _text_of(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(
                "the file is too large ({size} MB)", where=str(path), mend="Split it by order", size=size // 1024**2
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("the file is not in UTF-8", where=str(path), mend=_MEND) from error
    except OSError as error:
        raise UnreadableFile("the file cannot be read ({reason})", where=str(path), reason=error.strerror) from error


def parse(source: str | Path, format: str | None = None) -> Dataset:
    """Parse text, or the file at a path, into a dataset; nothing is fetched from anywhere.

    Raises UnreadableFile when a file cannot be read, InvalidGraph when the text is not of its format.
    """
    where = str(source) if isinstance(source, Path) else ""
    kind = format_of(source) if isinstance(source, Path) and format is None else _known(format or "", where)
    text = _text_of(source) if isinstance(source, Path) else source
    dataset = Dataset()
    try:
        if kind == "jsonld":
            refuse_remote(json.loads(text), where)
        with _quiet():
            dataset.parse(data=text, format={"ttl": "turtle", "trig": "trig", "jsonld": "json-ld"}[kind])
    except InvalidGraph:
        raise
    except Exception as error:  # rdflib's parsers raise whatever they stumble over
        line = getattr(error, "lines", getattr(error, "lineno", None))
        place = f"{where}:{line + (kind != 'jsonld')}" if isinstance(line, int) else where
        raise InvalidGraph("the text is not {format}", where=place, mend=_MEND, format=kind) from error
    return dataset


def load(source: str | Path, format: str | None = None) -> tuple[Entity, ...]:
    """Return the entities of a text, or of the file at a path (its suffix tells the format unless one is given).

    Raises UnreadableFile, InvalidGraph or BadParameter; never an exception of rdflib.
    """
    graph = parse(source, format)
    try:
        return from_graph(graph)
    except InvalidGraph as error:
        if not isinstance(source, Path):
            raise
        where = f"{source}: {error.where}" if error.where else str(source)  # the user wants the file as well
        raise InvalidGraph(error.what, where=where, mend=error.mend, rule=error.rule, **error.params) from error
