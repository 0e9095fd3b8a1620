"""The text of a clause in pieces, each with the facts whose words it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from viz.text import clean

# An item of a list stands on a line of its own again: what was read is one line long.
_ITEM = re.compile(r"(?<=[;:.,]) (?=[–—•-] )")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text; `facts`: marks of those whose words it holds, as few or as many as there are."""

    text: str
    facts: tuple[str, ...] = ()


def pieces(text: str | None, said: Sequence[tuple[str, str]]) -> list[Piece]:
    """Cut `text` where the words of facts begin and end. `said`: (mark of the fact, its words); words that do not
    stand in the text mark nothing."""
    whole = clean(text)
    spans: list[tuple[int, int, str]] = []
    for mark, words in said:
        shown = clean(words)
        at = whole.find(shown) if shown else -1
        if at >= 0:
            spans.append((at, at + len(shown), mark))
    whole = _ITEM.sub("\n", whole)  # one character for one: places stay
    cuts = sorted({0, len(whole), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    return [
        Piece(whole[a:b], tuple(dict.fromkeys(m for s, e, m in spans if s <= a and b <= e)))
        for a, b in pairwise(cuts)
        if b > a
    ]
