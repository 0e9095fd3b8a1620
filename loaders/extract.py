"""Reading one order from a file: what `opora extract` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.match import match_statement
from loaders.order.read import read_order
from loaders.order.reading import FunctionMatch, Reading, Unread
from loaders.sources.read import read_source, source_of
from loaders.text import Source
from ontology.i18n import gettext as _

REASON_FOOTNOTE = _("is a footnote")
REASON_PICTURE = _("a page of the file is a picture without text")


def _matches(statement: str) -> Sequence[FunctionMatch]:
    return [FunctionMatch(code=m.code, score=m.score, why=m.why) for m in match_statement(statement)]


def read(source: Source) -> Reading:
    """Read a decoded order, its statements matched to the catalogue. Raises NotAnOrder.

    What stands beside the text (footnotes, pages that are pictures) is unread; its position is the text's end.
    """
    reading = read_order(source.text, source.sha256, source.name, matcher=_matches)
    beside = [(note, REASON_FOOTNOTE) for note in source.footnotes]
    beside += [(f"[{page}]", REASON_PICTURE) for page in source.blank_pages]
    if not beside:
        return reading
    more = tuple(Unread(text=text, position=len(source.text), reason=reason) for text, reason in beside)
    return reading.model_copy(update={"unread": reading.unread + more})


def extract(path: Path) -> Reading:
    """Read one order from a file: text, Markdown, DOCX, PDF or HTML. Raises UnreadableFile or NotAnOrder."""
    return read(read_source(path))


def extract_bytes(raw: bytes, name: str) -> Reading:
    """Read one order from the bytes of a file that was sent. Raises UnreadableFile or NotAnOrder."""
    return read(source_of(raw, name))
