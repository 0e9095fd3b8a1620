"""Which runs of words two texts share: how the tests see that no order's text lies in the repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# Numbers and single letters (clause marks, initials, spaced-out headings) are no words: they neither make a run
# longer nor break it. The letter ё is е, since acts write both.
_WORD = re.compile(r"[a-zа-я]{2,}")
_MASK = "|"  # never a word, so no run crosses it


def words(text: str) -> list[str]:
    """The words of a text in lower case, without numbers, punctuation, mark-up and line breaks between them."""
    return _WORD.findall(text.lower().replace("ё", "е"))


class Shelf:
    """Texts that must not be copied: every run of `length` consecutive words of theirs is known."""

    def __init__(self, length: int) -> None:
        self.length = length
        self._runs: set[tuple[str, ...]] = set()

    def add(self, text: str) -> None:
        """Put one more text on the shelf."""
        self._runs.update(self._windows(words(text)))

    def copied(self, text: str, allowed: Iterable[str] = ()) -> list[str]:
        """The longest runs of `text` that stand in a shelved text; no run reaches into an allowed phrase."""
        return [" ".join(run) for run in self._longest(_without(words(text), allowed))]

    def _longest(self, text: list[str]) -> Iterator[list[str]]:
        start = None
        for position, window in enumerate([*self._windows(text), ()]):
            hit = window in self._runs
            if hit and start is None:
                start = position
            elif not hit and start is not None:
                yield text[start : position + self.length - 1]
                start = None

    def _windows(self, text: list[str]) -> Iterator[tuple[str, ...]]:
        return zip(*(text[offset:] for offset in range(self.length)), strict=False)


def _without(text: list[str], allowed: Iterable[str]) -> list[str]:
    """The text with a break in place of each allowed phrase, the longest phrases first."""
    joined = f" {' '.join(text)} "
    for phrase in sorted((" ".join(words(phrase)) for phrase in allowed), key=len, reverse=True):
        if phrase:
            joined = joined.replace(f" {phrase} ", f" {_MASK} ")
    return joined.split()
