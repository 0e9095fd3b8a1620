"""HTML: paragraphs, lists with the numbers a browser shows, tables with merged cells; scripts and menus left out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from loaders.sources.grid import laid_out, width
from loaders.sources.html_lists import Counter, mark
from loaders.sources.html_tables import grid
from loaders.sources.layout import Paragraph, Piece, Sheet, flat
from loaders.text import decode
from ontology.errors import UnreadableFile
from ontology.i18n import gettext as _

MOST_BYTES = 30_000_000
DEEPEST = 150
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_DECLARED = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{2,30})", re.I)
_SILENT = re.compile(
    "head|script|style|noscript|template|nav|footer|aside|button|select|option|textarea|input|svg|math|iframe|object|"
    "embed|audio|video|canvas|map|del|title|meta|link"
)
_APART = re.compile("p|h[1-6]|blockquote|pre|center|hr|dt|dd|[uo]l|dl|figure|figcaption|caption")
_JOINED = re.compile("div|li|section|article|main|header|address|fieldset|form|body|html|details|tr|td")
_BOLD = frozenset(("b", "strong", "th"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read_html(raw: bytes, where: str) -> Sheet:
    """Read an HTML page. Nothing outside the file is ever fetched. Raises UnreadableFile when it holds no text."""
    if len(raw) > MOST_BYTES:
        raise UnreadableFile(
            _("the file is too large for an act"), where=where, mend=_("Give the text of the act alone.")
        )
    text = _decoded(raw, where)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(
            _("the file is damaged"), where=where, mend=_("Save the page anew, or its text as .docx.")
        ) from error
    reader = _Reader()
    reader.walk(_body(root), 0)
    reader.flush()
    return Sheet(reader.pieces, footnotes=reader.footnotes)


def _decoded(raw: bytes, where: str) -> str:
    """The page as text: a byte order mark decides, then what it says of itself, then what it looks like."""
    if not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        said = _META.search(raw[:4096]) or _DECLARED.search(raw[:300])
        if said and not said.group(1).lower().startswith(b"utf-16"):
            try:
                return raw.decode(said.group(1).decode("ascii"))
            except (LookupError, UnicodeDecodeError):
                pass  # a page that tells a wrong encoding is common: look at its bytes instead
        if b"\x00" not in raw:
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                return raw.decode("cp1251", "replace")
    return decode(raw, where)[0]


def _body(root: HtmlElement) -> HtmlElement:
    """The part of a page that holds the act: its main part when that has most of the text."""
    body = root.find("body")
    if body is None:
        return root
    whole = len(flat(body.text_content()))
    for name in ("main", "article"):
        found = body.findall(f".//{name}")
        if len(found) == 1 and 2 * len(flat(found[0].text_content())) > whole:
            return found[0]
    return body


class _Reader:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.footnotes: list[str] = []
        self._text: list[tuple[str, bool]] = []
        self._mark = ""
        self._apart = True
        self._heading = False
        self._columns = 0

    def flush(self, apart: bool = True) -> None:
        """End the paragraph; `apart`: what follows stands apart from it."""
        text = re.sub(r" *\n *", "\n", "".join(t for t, _ in self._text)).strip(" ")
        if text.strip():
            shown = sum(len(t.strip()) for t, _ in self._text)
            bold = sum(len(t.strip()) for t, b in self._text if b) == shown
            style = "heading" if self._heading and len(text) < 300 else "bold" if bold else ""
            gap = self._apart or "\n\n" in text
            self.pieces.append(Paragraph(self._mark + text.strip(), style, gap))  # type: ignore[arg-type]
            self._mark, self._apart, self._columns = "", False, 0
        self._text.clear()
        self._apart = self._apart or apart

    def walk(self, node: HtmlElement, depth: int, bold: bool = False, pre: bool = False) -> None:
        """Read an element and all in it."""
        if depth > DEEPEST:
            self._say(flat(node.text_content()), bold, pre)
            return
        self._say(node.text, bold, pre)
        counter = Counter(node) if node.tag in {"ol", "ul", "menu"} else None
        for child in node:
            if isinstance(child.tag, str):
                self._child(child, depth, bold, pre, counter)
            self._say(child.tail, bold, pre)

    def _child(self, node: HtmlElement, depth: int, bold: bool, pre: bool, counter: Counter | None) -> None:
        tag, style = str(node.tag).lower(), re.sub(r"\s", "", node.get("style", "")).lower()
        if (
            _SILENT.fullmatch(tag)
            or node.get("hidden") is not None
            or "display:none" in style
            or "visibility:hidden" in style
        ):
            return
        if tag == "br":
            self._text.append(("\n", bold))
        elif tag == "table":
            self._table(node, depth)
        elif _is_footnote_sign(node, tag):
            return
        elif tag == "div" and re.match(r"(?:sdfootnote|sdendnote|ftn|edn)\d+$", node.get("id", "")):
            self.footnotes.append(re.sub(r"^(?:\[?\d{1,3}\]?|\*)\s+", "", flat(node.text_content())))
        elif (apart := bool(_APART.fullmatch(tag))) or _JOINED.fullmatch(tag):
            self.flush(apart)
            if tag == "li":
                number = mark(node, counter)
                self._mark = number or self._mark
            self._heading = bool(re.fullmatch(r"h[1-6]", tag))
            self.walk(node, depth + 1, bold, pre or tag == "pre")
            self.flush(apart)
            self._heading = False
            if tag == "li":
                self._mark = ""
        else:
            strong = tag in _BOLD or bool(re.search(r"font-weight:(?:bold|[6-9]00)", style))
            self.walk(node, depth + 1, (bold or strong) and "font-weight:normal" not in style, pre)

    def _table(self, node: HtmlElement, depth: int) -> None:
        self.flush()
        for caption in node.findall("caption"):
            self.pieces.append(Paragraph(flat(caption.text_content())))
        rows = grid(node, lambda cell: self._inside(cell, depth + 1))
        self.pieces.extend(laid_out(rows, alone=width(rows) != self._columns))
        self._columns, self._apart = width(rows), True

    def _inside(self, cell: HtmlElement, depth: int) -> list[Piece]:
        inner = _Reader()
        inner.walk(cell, depth)
        inner.flush()
        self.footnotes.extend(inner.footnotes)
        return inner.pieces

    def _say(self, text: str | None, bold: bool, pre: bool) -> None:
        if not text:
            return
        if pre:
            self._text.append((text, bold))
            return
        text = _SPACES.sub(" ", text)
        if text == " " and (not self._text or self._text[-1][0].endswith((" ", "\n"))):
            return
        self._text.append((text, bold))


def _is_footnote_sign(node: HtmlElement, tag: str) -> bool:
    """The raised number of a footnote: no part of the sentence."""
    if tag == "a" and re.search(
        r"footnote|endnote|ftnref|sdendnote", f"{node.get('class', '')} {node.get('name', '')}"
    ):
        return True
    return tag == "sup" and bool(_links(node)) and len(flat(node.text_content())) <= 5


def _links(node: HtmlElement) -> list[HtmlElement]:
    found: Iterator[HtmlElement] = node.iter("a")
    return [a for a in found if a.get("href", "").startswith("#")]
