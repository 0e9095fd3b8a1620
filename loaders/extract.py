"""Reading one order from a file: what `opora extract` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.match import match_statement
from loaders.order.read import read_order
from loaders.order.reading import FunctionMatch, Reading
from loaders.text import Source, read_source


def _matches(statement: str) -> Sequence[FunctionMatch]:
    return [FunctionMatch(code=m.code, score=m.score, why=m.why) for m in match_statement(statement)]


def read(source: Source) -> Reading:
    """Read a decoded order, its statements matched to the catalogue. Raises NotAnOrder."""
    return read_order(source.text, source.sha256, source.name, matcher=_matches)


def extract(path: Path) -> Reading:
    """Read one order from a file. Raises UnreadableFile or NotAnOrder."""
    return read(read_source(path))
