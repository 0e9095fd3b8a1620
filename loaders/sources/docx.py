"""DOCX: paragraphs with their automatic numbers, tables, text boxes; insertions in, deletions out.

Read straight from the parts of the package: the libraries at hand write an automatic number as «2)» where the screen
shows «3.1.2.» (docs/decisions/031-inputs.md), and a clause is cited by what is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from loaders.sources.docx_runs import MORE, Runs
from loaders.sources.docx_styles import Styles, spacing_of
from loaders.sources.grid import Cell, laid_out, width
from loaders.sources.layout import PageBreak, Paragraph, Piece, Row, Sheet, flat
from loaders.sources.numbering import Numbering
from loaders.sources.ooxml import Package, R, W, damaged, flag, value

_DEEPEST = 40
_APART = 120  # twentieths of a point: more than this between two lines of capitals, and they are no one title
_WRAPPERS = frozenset(W + n for n in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "txbxContent"))


def read_docx(raw: bytes, where: str) -> Sheet:
    """Read a DOCX. Raises UnreadableFile when it is damaged or larger than any act."""
    package = Package(raw, where)
    main = next(iter(package.related("", "officeDocument").values()), "word/document.xml")
    body = package.xml(main).find(W + "body")
    if body is None:
        raise damaged(where)
    return _Reader(package, main).sheet(body)


class _Reader:
    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        self.styles = Styles(package.optional(self._part("styles")))
        self.numbering = Numbering(package.optional(self._part("numbering")), self.styles.lists)
        self.runs = Runs(self.styles)
        self.carried = ""  # text before a paragraph mark that was deleted
        self.after = 0
        self.apart = True

    def _part(self, kind: str) -> str | None:
        return next(iter(self.package.related(self.main, kind).values()), None)

    def sheet(self, body: Element) -> Sheet:
        pieces = list(self._blocks(body, 0))
        text = {flat(p.text) for p in pieces if isinstance(p, Paragraph)}
        head = [p for p in self._letterhead(body) if not isinstance(p, Paragraph) or flat(p.text) not in text]
        return Sheet([*head, *pieces], footnotes=self._footnotes())

    def _letterhead(self, body: Element) -> list[Piece]:
        """The header of the first page alone: there the form of a ministry has its name. Other headers run on."""
        first = next(body.iter(W + "sectPr"), None)
        if first is None or not flag(first.find(W + "titlePg")):
            return []
        ids = {h.get(R + "id", "") for h in first.findall(W + "headerReference") if h.get(W + "type") == "first"}
        parts = self.package.related(self.main, "header")
        pieces = [p for id in sorted(ids) if (part := self.package.optional(parts.get(id))) is not None
                  for p in self._blocks(part, 0)]  # fmt: skip
        return pieces if any(isinstance(p, Row) or re.search(r"[^\W\d_]{3}", _text(p)) for p in pieces) else []

    def _footnotes(self) -> list[str]:
        result = []
        for kind, node in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self.package.optional(self._part(kind))
            notes = {n.get(W + "id"): n for n in root.iter(W + node)} if root is not None else {}
            for id in self.runs.notes[node]:
                note = notes.get(id)
                text = " ".join(_text(p) for p in self._blocks(note, 1)) if note is not None else ""
                if flat(text):
                    result.append(flat(text))
        return result

    def _blocks(self, node: Element, depth: int) -> Iterator[Piece]:
        if depth > _DEEPEST:
            raise damaged(self.package.where)
        columns = 0  # of the table directly before, empty paragraphs aside
        for child in node:
            if child.tag == W + "p":
                for piece in self._paragraph(child, depth):
                    columns = 0
                    yield piece
            elif child.tag == W + "tbl":
                rows = list(self._rows(child, depth + 1))
                yield from laid_out(rows, alone=width(rows) != columns)
                columns = width(rows)
                self.apart = True
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child, depth + 1)
                columns = 0

    def _paragraph(self, node: Element, depth: int) -> Iterator[Piece]:
        properties = node.find(W + "pPr")
        style = (value(properties, "pStyle") if properties is not None else "") or self.styles.default
        text, bold, boxes = self.runs.read(node, style)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.carried += text
        else:
            text, self.carried = self.carried + text, ""
            number = self._number(properties, style)
            before, after = self._spacing(properties, style)
            while text.startswith("\f"):
                text = text[1:]
                yield PageBreak()
            if text.strip():
                if self.styles.contents(style):
                    text = re.sub(r"\t+(?=\d+$)", " ........ ", text)
                heading = self.styles.heading(style) and len(text) < MORE and not text.rstrip().endswith((";", "."))
                gap = self.apart or before + self.after >= _APART
                yield Paragraph(number + text.lstrip(), "heading" if heading else "bold" if bold else "", gap)
                self.apart, self.after = False, after
            elif number and depth:
                yield Paragraph(number.strip())  # a column of a table that holds nothing but its numbers
            else:
                self.apart = True
        for box in boxes:
            yield from self._blocks(box, depth + 1)

    def _number(self, properties: Element | None, style: str) -> str:
        own = properties.find(W + "numPr") if properties is not None else None
        number = value(own, "numId") if own is not None else ""
        level = value(own, "ilvl") if own is not None else ""
        at: int | None = int(level) if level.isdigit() else None
        if not number:
            for id, inherited in self.styles.chain(style):
                if inherited.number is not None:
                    number = inherited.number
                    if at is None:
                        at = self.numbering.level_of_style(number, id)
                    if at is None and inherited.level and inherited.level.isdigit():
                        at = int(inherited.level)
                    break
        elif at is None:
            at = self.numbering.level_of_style(number, style)
        return self.numbering.next(number, at or 0) if number and number != "0" else ""

    def _spacing(self, properties: Element | None, style: str) -> tuple[int, int]:
        before, after = spacing_of(properties)
        inherited = self.styles.spacing(style)
        return inherited[0] if before is None else before, inherited[1] if after is None else after

    def _rows(self, table: Element, depth: int) -> Iterator[list[Cell]]:
        for row in _inside(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            start = _size(value(properties, "gridBefore")) if properties is not None else 0
            cells: list[Cell] = []
            for cell in _inside(row, W + "tc"):
                about = cell.find(W + "tcPr")
                span = max(1, _size(value(about, "gridSpan"))) if about is not None else 1
                merged = about is not None and (_goes_on(about, "vMerge") or _goes_on(about, "hMerge"))
                pieces = () if merged else tuple(self._blocks(cell, depth))
                cells.append(Cell(start, span, pieces))
                start += span
            yield cells


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Paragraph) else " ".join(piece.cells) if isinstance(piece, Row) else ""


def _goes_on(properties: Element, name: str) -> bool:
    """Whether a cell goes on with the one above (or to the left of) it."""
    node = properties.find(W + name)
    return node is not None and node.get(W + "val", "continue") != "restart"


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls included."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _size(text: str) -> int:
    return min(int(text), 200) if re.fullmatch(r"\d{1,4}", text) else 0
