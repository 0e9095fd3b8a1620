"""Styles of a DOCX: what a paragraph inherits (its list, spacing, bold) through `basedOn`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.sources.ooxml import W, flag, value

_HEADING = re.compile(r"^(?:heading|заголовок)\s*\d", re.I)
_CONTENTS = re.compile(r"^(?:toc|оглавление)\s*\d", re.I)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written: `numbered` and `level` name its list, the rest is None where it says nothing."""

    name: str = ""
    base: str = ""
    number: str | None = None
    level: str | None = None
    bold: bool | None = None
    capitals: bool | None = None
    before: int | None = None
    after: int | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        self.lists: dict[str, str] = {}
        defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr") if root is not None else None
        self._defaults = _read(Style(), defaults, None)
        for node in root.findall(W + "style") if root is not None else ():
            id = node.get(W + "styleId", "")
            style = Style(name=value(node, "name"), base=value(node, "basedOn"))
            self._styles[id] = _read(style, node.find(W + "pPr"), node.find(W + "rPr"))
            if node.get(W + "type") == "paragraph" and node.get(W + "default") in {"1", "true", "on"}:
                self.default = id
            if node.get(W + "type") == "numbering" and (number := self._styles[id].number):
                self.lists[id] = number

    def chain(self, id: str) -> Iterator[tuple[str, Style]]:
        """A style and those it is based on, nearest first."""
        for _ in range(_DEEPEST):
            style = self._styles.get(id)
            if style is None:
                return
            yield id, style
            id = style.base

    def bold(self, id: str) -> bool:
        """Whether text of this style is bold."""
        return next((s.bold for _, s in self.chain(id) if s.bold is not None), False)

    def capitals(self, id: str) -> bool:
        """Whether text of this style is shown in capitals."""
        return next((s.capitals for _, s in self.chain(id) if s.capitals is not None), False)

    def spacing(self, id: str) -> tuple[int, int]:
        """Space before and after a paragraph, in twentieths of a point."""
        chain = [*(s for _, s in self.chain(id)), self._defaults]
        before = next((s.before for s in chain if s.before is not None), 0)
        return before, next((s.after for s in chain if s.after is not None), 0)

    def heading(self, id: str) -> bool:
        """Whether it is one of the built-in headings, or based on one."""
        return any(_HEADING.match(s.name) for _, s in self.chain(id))

    def contents(self, id: str) -> bool:
        """Whether it is a line of the table of contents."""
        return any(_CONTENTS.match(s.name) for _, s in self.chain(id))


def _read(style: Style, paragraph: Element | None, run: Element | None) -> Style:
    number = paragraph.find(W + "numPr") if paragraph is not None else None
    before, after = spacing_of(paragraph)
    return Style(
        name=style.name,
        base=style.base,
        number=value(number, "numId") or None if number is not None else None,
        level=value(number, "ilvl") or None if number is not None else None,
        bold=switch(run, "b"),
        capitals=switch(run, "caps"),
        before=before,
        after=after,
    )


def switch(properties: Element | None, name: str) -> bool | None:
    """A switch of a run's properties; None when they do not mention it."""
    node = properties.find(W + name) if properties is not None else None
    return None if node is None else flag(node)


def spacing_of(paragraph: Element | None) -> tuple[int | None, int | None]:
    """Space before and after, as a paragraph's properties say; None where they do not."""
    node = paragraph.find(W + "spacing") if paragraph is not None else None
    if node is None:
        return None, None
    return _twips(node.get(W + "before")), _twips(node.get(W + "after"))


def _twips(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else None
