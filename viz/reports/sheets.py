"""Names of sheets as a workbook allows them."""

from __future__ import annotations

import re

from viz.text import clean

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")


class SheetNames:
    """Gives each title a name of its own: at most 31 characters, none of `[]:*?/\\`, no apostrophe at an end, told
    apart without regard to case, never the reserved «History»."""

    def __init__(self) -> None:
        self._taken = {"history"}

    def take(self, title: str) -> str:
        """The name for the sheet with this title."""
        wish = " ".join(_FORBIDDEN.sub(" ", clean(title)).split()).strip("'") or "–"
        name, number = _cut(wish, _LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            tail = f" ({number})"
            name = _cut(wish, _LONGEST - len(tail)) + tail
        self._taken.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    """At most so many characters as the format counts them (a character beyond the first plane is two)."""
    while len(text.encode("utf-16-le")) // 2 > most:
        head, space, _ = text.rpartition(" ")
        text = head if space and len(head) >= most // 2 else text[:-1]
    return text.strip(" '") or "–"
