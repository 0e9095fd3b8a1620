"""A DOCX as a package of XML parts: opened within limits, without document types or anything outside the file."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ontology.errors import UnreadableFile
from ontology.i18n import gettext as _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The strict variant of the format differs in its namespaces alone.
_SAME = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# An act of a thousand pages is about 20 MB of XML; what unpacks into more is no act.
MOST_XML = 80_000_000
_FILES = 5_000


class Package:
    """The parts of an office file, found through its relationships. Raises UnreadableFile for what is damaged."""

    def __init__(self, raw: bytes, where: str) -> None:
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged(where) from error
        self._left = MOST_XML
        if len(self._zip.infolist()) > _FILES:
            raise too_large(where)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; all parts together stay within the limit, whatever their headers claim."""
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise damaged(self.where) from error
        if len(data) > self._left:
            raise too_large(self.where)
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """A part as XML."""
        return parse(self.read(name), self.where)

    def optional(self, name: str | None) -> Element | None:
        """A part as XML; None when there is none."""
        return self.xml(name) if name and name in self.names else None

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Parts of one kind («styles», «footnotes» …) a part refers to: relationship id → name within the file."""
        folder, name = posixpath.split(part)
        found = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        result: dict[str, str] = {}
        for relation in found.iter(_RELATION) if found is not None else ():
            if relation.get("TargetMode") != "External" and relation.get("Type", "").endswith(f"/{kind}"):
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                result[relation.get("Id", "")] = target
        return result


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Office files have no document type; entities are declared in it."""
        raise ValueError(name)


def parse(data: bytes, where: str) -> Element:
    """Parse a part. A document type, and with it any entity, is refused. Raises UnreadableFile."""
    for old, new in _SAME:
        data = data.replace(old, new)
    parser = ElementTree.XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise damaged(where) from error
    return root


def value(node: Element, name: str, attribute: bool = False) -> str:
    """The `w:val` of a child called so, or an attribute of the node itself; "" when it is absent."""
    if attribute:
        return node.get(W + name, "")
    child = node.find(W + name)
    return child.get(W + "val", "") if child is not None else ""


def flag(node: Element | None) -> bool:
    """Whether a switch (`<w:b/>`) is on."""
    return node is not None and node.get(W + "val", "true") not in {"0", "false", "off", "none"}


def damaged(where: str) -> UnreadableFile:
    """The file is cut short or broken inside."""
    return UnreadableFile(
        _("the file is damaged"), where=where, mend=_("Open it in an office program and save it anew as .docx.")
    )


def too_large(where: str) -> UnreadableFile:
    """The file unpacks into more than any act has."""
    return UnreadableFile(
        _("the file is too large for an act"),
        where=where,
        mend=_("Save the text of the act alone, without pictures and attachments."),
    )
