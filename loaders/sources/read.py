"""A file of any format that is read → `Source`: its text, the SHA-256 of its bytes, what stands beside the text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from loaders.sources.layout import Sheet, compose
from loaders.sources.sniff import MOST_BYTES, Format, format_of
from loaders.text import Source, decode
from ontology.errors import UnreadableFile


def read_source(path: Path) -> Source:
    """Read a file; raises UnreadableFile when it is missing, empty, damaged, a scan or of a format that is not read."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(
            "the file cannot be opened", where=str(path), mend="Check the path and the rights"
        ) from error
    return source_of(raw, path.name, where=str(path))


def source_of(raw: bytes, name: str, where: str = "") -> Source:
    """Read the bytes of a file called `name`. The content decides what it is; raises UnreadableFile as above."""
    where = where or name
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("the file is empty", where=where, mend="Give a file with the text of an act")
    format = format_of(raw, where, Path(name).suffix.lower())
    sha256 = hashlib.sha256(raw).hexdigest()
    if format == "text":
        text, encoding = decode(raw, where)
        return Source(name, text, encoding, sha256)
    sheet = _sheet(format, raw, where)
    text = compose(sheet.pieces)
    if not re.search(r"\w", text):
        raise UnreadableFile("the file has no text in it", where=where, mend="Give a file with the text of an act")
    return Source(name, text, format, sha256, tuple(sheet.footnotes), tuple(sheet.blank_pages))


def _sheet(format: Format, raw: bytes, where: str) -> Sheet:
    # Each format has a library of its own: it is imported when such a file is met, not before.
    if format == "docx":
        from loaders.sources.docx import read_docx

        return read_docx(raw, where)
    if format == "pdf":
        from loaders.sources.pdf import read_pdf

        return read_pdf(raw, where)
    from loaders.sources.html import read_html

    return read_html(raw, where)
