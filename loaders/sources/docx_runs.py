"""The text of a DOCX paragraph: runs, fields, breaks, marks of change; and the text boxes anchored in it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from loaders.sources.docx_styles import Styles, switch
from loaders.sources.ooxml import MC, W, value

MORE = 300  # a heading of more characters is a clause that was given a heading's style for its number
_DROPPED = frozenset(W + n for n in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt"))
_BREAKS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_TEXT = frozenset((W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))


class Runs:
    """Reads paragraphs one after another; a field (a table of contents) may go on over several of them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # for each open field: whether its result has begun
        self.notes: dict[str, list[str | None]] = {"footnote": [], "endnote": []}

    def read(self, paragraph: Element, style: str) -> tuple[str, bool, list[Element]]:
        """The text of a paragraph, whether all of it is bold, and its text boxes."""
        boxes: list[Element] = []
        parts: list[str] = []
        shown = strong = 0
        plain_bold, plain_capital = self._styles.bold(style), self._styles.capitals(style)
        for run in self._runs(paragraph):
            properties = run.find(W + "rPr")
            if switch(properties, "vanish"):
                continue
            text = "".join(self._text(run, boxes))
            if not text:
                continue
            own = value(properties, "rStyle") if properties is not None else ""
            is_bold, is_capital = switch(properties, "b"), switch(properties, "caps")
            if is_bold is None:
                is_bold = plain_bold or (own != "" and self._styles.bold(own))
            if is_capital is None:
                is_capital = plain_capital or (own != "" and self._styles.capitals(own))
            visible = len(text.strip())
            shown, strong = shown + visible, strong + (visible if is_bold else 0)
            parts.append(text.upper() if is_capital else text)
        return "".join(parts), bool(shown) and strong == shown, boxes

    def _runs(self, node: Element) -> Iterator[Element]:
        """The runs of a paragraph, those in links, content controls and insertions included."""
        stack = list(reversed(node))
        while stack:
            child = stack.pop()
            if child.tag in _DROPPED:
                continue
            if child.tag == W + "r" or child.tag in _TEXT:
                yield child
            else:
                stack.extend(reversed(child))

    def _text(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        if run.tag in _TEXT:
            yield run.text or ""
            return
        for node in run:
            if node.tag == W + "fldChar":
                self._field(node.get(W + "fldCharType", ""))
            elif self._fields and not all(self._fields):
                continue  # the instruction of a field, not what it shows
            elif node.tag in _TEXT:
                yield node.text or ""
            elif node.tag in _BREAKS:
                yield _BREAKS[node.tag]
            elif node.tag == W + "br":
                yield "\f" if node.get(W + "type") == "page" else "\n"
            elif node.tag == W + "sym":
                yield _symbol(node.get(W + "char", ""))
            elif node.tag in {W + "footnoteReference", W + "endnoteReference"}:
                self.notes[node.tag[len(W) : -len("Reference")]].append(node.get(W + "id"))
            elif node.tag == MC + "AlternateContent":
                choice = node.find(MC + "Choice")
                boxes.extend(_boxes(choice if choice is not None else node))
            elif node.tag in {W + "drawing", W + "pict", W + "object"}:
                boxes.extend(_boxes(node))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _boxes(node: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing; the older picture of the same box is passed over."""
    stack = list(reversed(node))
    while stack:
        child = stack.pop()
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag != MC + "Fallback":
            stack.extend(reversed(child))


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
