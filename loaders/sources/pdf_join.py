"""Lines of a PDF joined to one text: hyphens, cut words and years, spaces that were written or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.morph import is_word
from loaders.sources.pdf_lines import Line
from loaders.text import glue

_SMALL = frozenset("авикосуя")  # words of one letter


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the lines of a paragraph. `spaces_told`: the file writes a space at the end of a line that ends a word."""

    spaces_told: bool = False

    def join(self, left: str, line: Line, before: Line, narrow: bool = False) -> str:
        """`left`, which ends with the line `before`, and the next line; `narrow`: a cell, where words are cut."""
        right = line.text
        if not left:
            return right
        if self.spaces_told and before.spaced:
            return f"{left} {right}"
        if re.search(r"[а-яёa-z][-‐‑]$", left, re.I) and right[:1].islower():
            return _hyphened(left, right, narrow)
        if re.search(r"\S[-‐‑]$", left) and re.match(r"\w", right):
            return left + right
        if re.search(r"\w[/–—]$", left) or re.match(r"[,.;:)»]", right):
            return left + right
        told = self.spaces_told and before.room > 0.36 * before.size  # a space that has no room is not written
        if narrow and _is_cut(left, right, before, told):
            return left + right
        return f"{left} {right}"


def _hyphened(left: str, right: str, narrow: bool) -> str:
    """A hyphen at the end of a line: of a cut word, or of a compound whose second part a narrow cell has cut again."""
    part = re.match(r"[а-яё]+$", right)
    first = re.search(r"([а-яё]{3,}[ое])[-‐‑]$", left)
    if narrow and part and first and not is_word(part.group(0)) and not is_word(first.group(1) + part.group(0)):
        return left + right
    return glue(left[:-1] + "-", right)


def _is_cut(left: str, right: str, before: Line, told: bool) -> bool:
    """Whether a narrow cell has cut a word or a year in two: not one sign more would have had room."""
    if before.room > 0.75 * before.size or " " in before.text:
        return False  # a word is cut only where it has the line to itself
    one, two = re.search(r"[^\W\d_]+$|\b\d+$", left), re.match(r"[^\W\d_]+|\d+", right)
    if not one or not two or (right[:1].isupper() and not one.group(0).isupper()):
        return False
    first, second = one.group(0).lower(), two.group(0).lower()
    if first.isdigit() or second.isdigit():
        return bool(re.fullmatch(r"(?:19|20)\d\d", first + second))
    if told or is_word(first + second) or re.match(r"[а-яё]{1,2}\s[А-ЯЁ]\.", right):
        return True  # the last: a surname cut before its initials
    # «персо» and «наль»: both unknown, for a piece may be cut again; a single letter is a word if a small one
    return not is_word(first) and (second not in _SMALL if len(second) == 1 else not is_word(second))


def joiner_for(wrapped: Iterable[Line]) -> Joiner:
    """Whether this file writes a space at the end of a line that goes on: of `wrapped` lines most then have one."""
    ends = [line.spaced for line in wrapped if re.search(r"[^\W\d_]$", line.text)]
    return Joiner(len(ends) >= 10 and sum(ends) > 0.5 * len(ends))
