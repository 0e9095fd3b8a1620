"""The new wording an amending act quotes: «Пункт 3.1 изложить в следующей редакции: «3.1. Центр: …».»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from loaders.text import Block

# How the clauses of a quoted wording are cited where their own number is not enough.
LABEL: Final = "новая редакция"
AMENDS: Final = re.compile(
    r"(?:изложить\s+(?:[^:]{0,40}\s)?в\s+(?:следующей\s+|новой\s+)?редакции|(?:следующего|такого)\s+содержания|дополнить\s+[^:]{3,60})"
    r"\s*:\s*$",
    re.I,
)
TARGET: Final = re.compile(r"\b(?:пункт|подпункт|раздел|стать)\w*\s+(\d{1,2}(?:\.\d{1,3}){0,4})\b", re.I)


@dataclass
class Quotation:
    """Where a quoted wording begins and ends: fed the paragraphs of the act one after another."""

    target: str = ""  # the clause the words before the quotation amend
    expected: bool = False
    depth: int = 0

    def heed(self, text: str) -> None:
        """Take note of a point of the act: which clause it amends, whether a quotation follows."""
        if found := TARGET.search(text):
            self.target = found.group(1)
        self.expected = bool(AMENDS.search(text))

    def opens(self, text: str) -> bool:
        """Whether the paragraph begins the quotation that was announced."""
        return self.expected and text.startswith(("«", '"', "“", "„"))

    def inner(self, block: Block) -> tuple[Block, bool]:
        """The paragraph without the marks of the quotation, and whether the quotation goes on after it."""
        text = block.text
        if self.depth == 0:
            self.expected = False
        self.depth += sum(text.count(c) for c in "«“„") - sum(text.count(c) for c in "»”")
        opened = text.startswith(("«", '"', "“", "„"))
        ends = self.depth <= 0 or bool(re.search(r'"[.;]?$', text))
        if ends:
            self.depth = 0
            text = re.sub(r'[»”"]\s*[.;,]?\s*$', "", text)
        text = text[1:] if opened else text
        return replace(block, text=text.strip()), not ends
