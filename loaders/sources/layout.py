"""What every format is brought to: paragraphs and rows, written down as the plain text that `loaders.text` reads.

A paragraph stands between blank lines; a line break inside it is a line end. A row is one line, its cells between
tabs. A heading opens with «## », a paragraph all in bold with «**»; a new page is a form feed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from loaders.text import MARK

Style = Literal["", "heading", "bold"]

# Signs of Symbol and Wingdings live in the private use area: what a list of them shows is a bullet.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SIGNS = {"\uf02d": "–", "\uf0be": "–", "\uf02a": "*", "\uf0b0": "°", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029\xa0\u2000-\u200a\u202f\u3000]+")
# A mark that was typed by hand and pushed off its text with a tab.
_TABBED_MARK = re.compile(r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[а-яa-z]|[ivxlIVXL]{1,5})[.)]?|[-–—•·▪◦○●■□*o])\t+", re.I)
_BOLD_LIMIT = 300
_LINE, _PAIRS = 130, 12  # characters a printed line has at most; pairs of lines that tell something
_TITLE_LINE = 80


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as seen on the screen, its number included. `gap`: it stands apart from the one before."""

    text: str
    style: Style = ""
    gap: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with all its cells; what is merged stands in the first of its cells."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next piece begins a new page."""


Piece = Paragraph | Row | PageBreak


@dataclass(slots=True)
class Sheet:
    """A document taken apart: its body, and what stands beside it (footnotes, pages that are pictures)."""

    pieces: list[Piece] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    blank_pages: list[int] = field(default_factory=list)


def shown(text: str) -> str:
    """The characters as they are seen: private signs as bullets, no control characters, no soft hyphens."""
    text = _PRIVATE.sub(lambda m: _SIGNS.get(m.group(0), "•"), text)
    return _CONTROL.sub("", text).replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")


def flat(text: str) -> str:
    """One line: every run of white space is one space."""
    return _SPACES.sub(" ", text).strip()


def compose(pieces: Sequence[Piece]) -> str:
    """Write the pieces down as text, in the conventions above."""
    lines: list[str] = []
    bold, wrapped = _bold_is_telling(pieces), _wrapped(pieces)
    previous: Piece | None = None
    for piece in pieces:
        if isinstance(piece, PageBreak):
            lines.append("\f")
        elif isinstance(piece, Row):
            if not isinstance(previous, Row):
                lines.append("")
            lines.append("\t".join(flat(shown(c)) for c in piece.cells))
        else:
            body = _paragraph(piece, bold)
            if not body:
                continue
            together = isinstance(previous, Paragraph) and (wrapped or _one_title(previous.text, piece.text))
            if piece.gap or not together:
                lines.append("")
            lines.extend(body)
        previous = piece
    return "\n".join(lines).strip("\n") + "\n"


def _paragraph(piece: Paragraph, bold: bool) -> list[str]:
    text = shown(piece.text).replace("\r", "").replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    lines = [_line(x) for x in re.split(r"[\n\f\x85]", text)]
    lines = [x for x in lines if x.strip()]
    if lines and piece.style == "heading":
        lines[0] = "## " + lines[0].lstrip()
    elif lines and bold and piece.style == "bold" and len(piece.text) <= _BOLD_LIMIT:
        lines = [f"**{x.strip()}**" for x in lines]
    return lines


def _line(text: str) -> str:
    """A line with its inner tabs kept (they may stand for a table), an indent and the tab after a mark dropped."""
    text = text.strip(" \xa0")
    if len(re.findall(r"\t+", text.strip("\t"))) == 1:
        text = _TABBED_MARK.sub(lambda m: m.group(0).rstrip("\t") + " ", text)
    if re.match(r"^\t[^\t]", text) and "\t" not in text[1:]:
        text = text[1:]
    return re.sub(r"[ \xa0\u2000-\u200a\u202f\u3000]+", " ", text.rstrip())


def _one_title(left: str, right: str) -> bool:
    """Whether two paragraphs may be lines of one title: only such may go without a blank line between them."""
    if left.isupper() and right.isupper():
        return True
    short = max(len(left), len(right)) < _TITLE_LINE
    return short and not left.rstrip().endswith((".", ";", ":", "!", "?")) and not MARK.match(right)


def _wrapped(pieces: Sequence[Piece]) -> bool:
    """Whether each line of the page is a paragraph, as recognition programs save them: many go on in the next."""
    pairs = [
        (a.text.rstrip(), b.text.lstrip())
        for a, b in itertools.pairwise(pieces)
        if isinstance(a, Paragraph) and isinstance(b, Paragraph) and not b.gap
    ]
    broken = sum(bool(a and b) and a[-1] not in ".;:!?" and b[0].islower() for a, b in pairs)
    long = sum(len(a) > _LINE for a, _ in pairs)
    return len(pairs) >= _PAIRS and 4 * broken > len(pairs) and 10 * long < len(pairs)


def _bold_is_telling(pieces: Iterable[Piece]) -> bool:
    """Bold marks headings unless most of the act is bold."""
    texts = [(len(p.text), p.style == "bold") for p in pieces if isinstance(p, Paragraph)]
    return 2 * sum(n for n, b in texts if b) < sum(n for n, _ in texts)
