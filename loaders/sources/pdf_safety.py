"""Guards around PDF: decompression bombs, scans, text layers whose letters are not those on the page."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from ontology.errors import UnreadableFile
from ontology.i18n import gettext as _

MOST_UNPACKED = 400_000_000
_STREAM = re.compile(rb"stream\r?\n")
_STEP = 1 << 20
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LETTER = re.compile(r"[^\W\d_]")
_GARBAGE = re.compile(r"\(cid:\d+\)|[\ufffd\u00c0-\u00ff\u0100-\u024f\u0250-\u03ff\u0590-\u1fff\ue000-\uf8ff]")


def check_size(raw: bytes, where: str) -> None:
    """Refuse a file whose packed streams unpack into more than any act has. Raises UnreadableFile."""
    left = MOST_UNPACKED
    for found in _STREAM.finditer(raw):
        if raw[found.end() : found.end() + 1] not in {b"\x78", b"\x68", b"\x58", b"\x48"}:
            continue  # not packed by zlib
        unpacker = zlib.decompressobj()
        data: bytes = raw[found.end() : found.end() + _STEP]
        at = found.end() + _STEP
        try:
            while data and not unpacker.eof:
                left -= len(unpacker.decompress(data, _STEP))
                if left < 0:
                    raise UnreadableFile(
                        _("the file is too large for an act"), where=where, mend=_("Give the text of the act alone.")
                    )
                data = unpacker.unconsumed_tail
                if not data:
                    data, at = raw[at : at + _STEP], at + _STEP
        except zlib.error:
            continue  # broken streams are the parser's to judge


def check_letters(texts: Sequence[str], where: str) -> None:
    """Refuse a text layer of wrong letters: a Russian act is in Cyrillic. Raises UnreadableFile."""
    text = " ".join(texts)
    letters, wrong = len(_LETTER.findall(text)), len(_GARBAGE.findall(text))
    cyrillic = len(_CYRILLIC.findall(text))
    if letters + wrong > 50 and (wrong > 0.15 * (letters + wrong) or (cyrillic < 0.3 * letters and wrong > 20)):
        raise UnreadableFile(
            _("the text layer of the PDF is broken: its letters are not those on the page"),
            where=where,
            mend=_("Recognise the pages with a recognition program, save them as .docx and load that."),
        )


def scanned(where: str) -> UnreadableFile:
    """The pages are pictures."""
    return UnreadableFile(
        _("the PDF is a scan: its pages are pictures without text"),
        where=where,
        mend=_("Recognise it with a program for recognition of text (OCR), save it as .docx or .txt and load that."),
    )


def damaged(where: str) -> UnreadableFile:
    """The PDF cannot be taken apart."""
    return UnreadableFile(
        _("the PDF is damaged"), where=where, mend=_("Open it in a viewer and print it to PDF anew, or give .docx.")
    )
