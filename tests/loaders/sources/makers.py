"""The same act as HTML and as DOCX: lists numbered by the program, real tables with merged cells.

What is made from is the act's text in `tests/acts`: its paragraphs and rows. Marks that the format can count by itself
are left to it, so the reader has to work them out as the screen shows them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from loaders.sources.numbering import RUSSIAN
from loaders.text import Block, blocks

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CLAUSE = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.\s+(?=\S)")
ITEM = re.compile(r"^(\d{1,2}|[а-я])\)\s+(?=\S)")
BULLET = re.compile(r"^[-–—•]\s+(?=\S)")
ROUND = re.compile(r"^•\s+(?=\S)")


def pieces(text: str) -> list[Block]:
    """What the text consists of, page numbers and rules left out."""
    return [b for b in blocks(text) if b.kind != "furniture"]


def as_html(text: str, encoding: str = "utf-8") -> bytes:
    """The act as a web page: clauses 1. 2. 3. that stand together as <ol>, bullets as <ul>, rows as <table>."""
    body: list[str] = []
    for rows, group in groupby(pieces(text), key=lambda b: b.kind == "row"):
        together = list(group)
        body.append(_html_table(together) if rows else "\n".join(_html_prose(together)))
    page = (
        f'<!DOCTYPE html>\n<html lang="ru"><head><meta charset="{encoding}"><title>Акт</title>'
        "<style>p { margin: 0 0 3mm }</style><script>document.write('<p>1. Чужое</p>')</script></head>\n"
        "<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )
    return page.encode(encoding, "xmlcharrefreplace")


def _html_prose(group: Sequence[Block]) -> Iterator[str]:
    i = 0
    while i < len(group):
        run = _run(group, i, CLAUSE)
        if run:
            yield f'<ol start="{run[0]}">'
            yield from (f"<li><p>{escape(CLAUSE.sub('', b.text))}</p></li>" for b in group[i : i + len(run)])
            yield "</ol>"
            i += len(run)
            continue
        run = _bullets(group, i)
        if run:
            yield (
                "<ul>"
                + "".join(f"<li>{escape(BULLET.sub('', b.text))}</li>" for b in group[i : i + len(run)])
                + "</ul>"
            )
            i += len(run)
            continue
        lines = [group[i]]
        while i + len(lines) < len(group) and _goes_on(lines[-1], group[i + len(lines)]):
            lines.append(group[i + len(lines)])
        text = "<br>".join(escape(b.text) for b in lines)
        yield f"<p><b>{text}</b></p>" if group[i].strong else f"<p>{text}</p>"
        i += len(lines)


def _goes_on(before: Block, b: Block) -> bool:
    """Whether the next line of the text is one more line of a title."""
    marked = CLAUSE.match(b.text) or ITEM.match(b.text) or BULLET.match(b.text)
    return not (b.gap or marked or b.strong or before.text.endswith((".", ";", ":")))


def _run(group: Sequence[Block], at: int, mark: re.Pattern[str]) -> list[int]:
    """Numbers of the clauses from here on that follow one another."""
    numbers: list[int] = []
    for b in group[at:]:
        found = mark.match(b.text)
        if not found or "." in found.group(1) or b.strong or (numbers and int(found.group(1)) != numbers[-1] + 1):
            break
        numbers.append(int(found.group(1)))
    return numbers


def _bullets(group: Sequence[Block], at: int) -> list[int]:
    count = 0
    while at + count < len(group) and ROUND.match(group[at + count].text) and not group[at + count].strong:
        count += 1
    return [0] * count


def _html_table(rows: Sequence[Block]) -> str:
    lines = []
    columns = max(len(r.cells) for r in rows)
    for r in rows:
        filled = [c for c in r.cells if c]
        if len(filled) == 1 and r.cells[0] and columns > 2:
            lines.append(f'<tr><td colspan="{columns}">{escape(filled[0])}</td></tr>')
        else:
            lines.append("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in r.cells) + "</tr>")
    return '<table border="1" cellspacing="0" width="100%">\n' + "\n".join(lines) + "\n</table>"


# DOCX ---------------------------------------------------------------------------------------------------------------

LISTS = {
    "clause": [("decimal", "".join(f"%{i}." for i in range(1, k + 1))) for k in range(1, 6)],
    "item": [("decimal", "%1)")],
    "letter": [("russianLower", "%1)")],
    **{sign: [("bullet", sign)] for sign in "-–—•"},
}


class Lists:
    """Gives each numbered paragraph its list and level; a list that does not follow on is a new one with its start."""

    def __init__(self) -> None:
        self.lists: list[tuple[str, int]] = []  # kind, number its first level starts with
        self.current: dict[str, tuple[int, list[int]]] = {}

    def place(self, text: str) -> tuple[str, str]:
        """(properties of the paragraph, its text without the mark); a mark no list would show stays typed."""
        placed = ""
        if found := CLAUSE.match(text):
            placed = self._property("clause", [int(x) for x in found.group(1).split(".")])
        elif found := ITEM.match(text):
            sign = found.group(1)
            if sign.isdigit():
                placed = self._property("item", [int(sign)])
            elif sign in RUSSIAN:
                placed = self._property("letter", [RUSSIAN.index(sign) + 1])
        elif found := BULLET.match(text):
            placed = self._property(found.group(0).strip(), [1])
        return (placed, text[found.end() :]) if found and placed else ("", text)

    def _property(self, kind: str, number: list[int]) -> str:
        id, current = self.current.get(kind, (0, []))
        level = len(number) - 1
        follows = current[:level] == number[:-1] and number[-1] == (current[level] + 1 if len(current) > level else 1)
        if not follows and level:
            return ""
        if not id or (not follows and kind not in "-–—•"):
            self.lists.append((kind, number[0]))
            id = len(self.lists)
        self.current[kind] = (id, list(number))
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>'

    def part(self) -> str:
        """numbering.xml"""
        abstract, numbers = [], []
        for id, (kind, start) in enumerate(self.lists, 1):
            levels = "".join(
                f'<w:lvl w:ilvl="{k}"><w:start w:val="{1 if k else start}"/><w:numFmt w:val="{form}"/>'
                f'<w:suff w:val="space"/><w:lvlText w:val="{shape}"/></w:lvl>'
                for k, (form, shape) in enumerate(LISTS[kind])
            )
            abstract.append(
                f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
            numbers.append(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>')
        return f"{HEAD}<w:numbering {NAMESPACES}>{''.join(abstract)}{''.join(numbers)}</w:numbering>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{kept}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(text: str, properties: str = "", bold: bool = False) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, '<w:b/>' if bold else '')}</w:p>"


def as_docx(text: str) -> bytes:
    """The act as DOCX: every clause, item and bullet numbered by the program, tables ruled, cells merged."""
    lists = Lists()
    body: list[str] = []
    for rows, group in groupby(pieces(text), key=lambda b: b.kind == "row"):
        if rows:
            body.append(docx_table([list(b.cells) for b in group]))
            continue
        lines = list(group)
        for b, following in zip(lines, [*lines[1:], None], strict=True):
            after = 160 if following is None or following.gap else 0
            numbered, rest = lists.place(b.text)
            indent = "" if numbered else '<w:ind w:firstLine="700"/>'
            body.append(paragraph(rest, f'{numbered}<w:spacing w:after="{after}"/>{indent}', b.strong))
    return docx("".join(body), numbering=lists.part())


def docx_table(rows: Sequence[Sequence[str]]) -> str:
    """A ruled table: a row of one cell goes over all columns, an empty first cell goes on with the one above it."""
    columns = max(len(r) for r in rows)
    lines = []
    for n, cells in enumerate(rows):
        filled = [c for c in cells if c]
        if len(filled) == 1 and cells[0] and columns > 2:
            across = _cell(filled[0], f'<w:gridSpan w:val="{columns}"/>')
            lines.append(f"<w:tr>{across}</w:tr>")
            continue
        row = []
        for i, cell in enumerate(cells):
            below = i < 2 and n + 1 < len(rows) and len(rows[n + 1]) == columns and not rows[n + 1][i] and cell
            merge = '<w:vMerge w:val="restart"/>' if below else "<w:vMerge/>" if i < 2 and n and not cell else ""
            row.append(_cell(cell, merge))
        lines.append(f"<w:tr>{''.join(row)}</w:tr>")
    edges = "".join(
        f'<w:{e} w:val="single" w:sz="4"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in _widths(rows, columns))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'
    )


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Widths of the columns as a typist would set them: room for the longest word, more for more text."""
    cells = [[r[i] for r in rows if i < len(r) and sum(map(bool, r)) > 1] for i in range(columns)]
    words = [max((len(w) for c in column for w in c.split()), default=1) for column in cells]
    wishes = [10 + 3 * longest + sum(map(len, column)) ** 0.5 for longest, column in zip(words, cells, strict=True)]
    return [int(9300 * wish / sum(wishes)) for wish in wishes]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


TYPES = {
    "numbering": "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    "styles": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "footnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "header": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "running": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
}
KINDS = {"running": "header"}
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of a body and further parts: numbering, styles, footnotes, header (of page 1), running (of all pages)."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "".join(f'<Override PartName="/word/{p}.xml" ContentType="{TYPES[p]}"/>' for p in parts)
    links = "".join(f'<Relationship Id="{p}" Type="{RELATION}{KINDS.get(p, p)}" Target="{p}.xml"/>' for p in parts)
    package = "http://schemas.openxmlformats.org/package/2006"
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>'
    head = '<w:headerReference w:type="first" r:id="header"/><w:titlePg/>' if "header" in parts else ""
    if "running" in parts:
        head = '<w:headerReference w:type="default" r:id="running"/>' + head
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{RELATION}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}"
        f"<w:sectPr>{head}{page}</w:sectPr></w:body></w:document>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content if content.startswith("<?xml") else HEAD + content)
    return result.getvalue()
