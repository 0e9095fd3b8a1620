"""What a file is, by its content: a suffix may be wrong. What cannot be read is named, with the way to mend it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from loaders.sources.ooxml import damaged
from ontology.errors import UnreadableFile
from ontology.i18n import gettext as _

Format = Literal["text", "docx", "pdf", "html"]

MOST_BYTES = 60_000_000
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"AT&TFORM", b"RIFF")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)\b",
    re.I | re.S,
)
_TAGS = re.compile(rb"<(?:p|div|br|table|tr|td|li|h[1-6]|span|body)\b[^<>]{0,300}>", re.I)


def format_of(raw: bytes, where: str, suffix: str = "") -> Format:
    """The format of a file; `suffix` only helps to tell text with tags from HTML.

    Raises UnreadableFile for formats that are not read (with the one to save as), archives, pictures and giants.
    """
    if len(raw) > MOST_BYTES:
        raise _other(where, _("the file is too large for an act"), _("Give the text of the act alone."))
    start = raw[:1024]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK"):
        return _package(raw, where)
    if start.startswith(_OLE):
        return _old_office(raw, where)
    if start.startswith(b"{\\rtf"):
        raise _office(where, "RTF")
    if start.startswith(_PICTURES):
        raise _other(where, _("the file is a picture, not a text"), _("Recognise it first, then give the text."))
    plain = _wide(start)
    if b"schemas.microsoft.com/office/word/2003" in plain or b"opendocument:xmlns:office" in plain:
        raise _office(where, "XML")
    if re.match(rb"^(?:[\w-]+:[^\r\n]*\r?\n){0,12}?MIME-Version:", plain, re.I):
        raise _office(where, "MHTML")
    if _HTML.match(plain) or (suffix in {".html", ".htm", ".xhtml"} and _TAGS.search(raw[:100_000])):
        return "html"
    return "text"


def _wide(start: bytes) -> bytes:
    """The first bytes with one byte to a character, if they were UTF-16."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start[2:].replace(b"\x00", b"")
    return start


def _package(raw: bytes, where: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            names = frozenset(file.namelist())
            kind = file.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError, KeyError) as error:
        raise damaged(where) from error
    if any(n.startswith("word/") for n in names):
        return "docx"
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        raise _office(where, "ODT")
    if any(n.startswith("xl/") for n in names) or b"spreadsheet" in kind:
        raise _other(
            where, _("the file is a spreadsheet, not the text of an act"), _("Give the act itself, as .docx or .pdf.")
        )
    raise _other(where, _("the file is an archive, not an act"), _("Unpack it and give the files in it."))


def _old_office(raw: bytes, where: str) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise locked(where)
    raise _office(where, "DOC")


def locked(where: str) -> UnreadableFile:
    """The file asks for a password."""
    return _other(where, _("the file is protected with a password"), _("Save a copy without the password."))


def _office(where: str, kind: str) -> UnreadableFile:
    return UnreadableFile(
        _("files of the format {kind} are not read"),
        where=where,
        mend=_("Open it in an office program and save it as .docx."),
        kind=kind,
    )


def _other(where: str, what: str, mend: str) -> UnreadableFile:
    return UnreadableFile(what, where=where, mend=mend)
