"""Words of an address that narrow a list: one of some codes, a page of a list."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.errors import BadParameter
from viz.text import clean

_DIGITS = 9  # no list is longer


def one_of(name: str, value: str | None, known: Iterable[str]) -> str | None:
    """The value of the filter `name`; None when it is empty. Raises BadParameter when it is none of those known."""
    codes = list(known)
    if not value or value in codes:
        return value or None
    raise BadParameter(
        "«{value}» is no value of the parameter «{name}»",
        mend="Expected: {expected}",
        value=clean(value)[:80],
        name=name,
        expected=", ".join(codes),
    )


def page_of(words: str | None, found: int, per_page: int) -> tuple[int, int]:
    """(the page, the last page), from 1; a page past the last is the last. Raises BadParameter for what is no page."""
    last = max(1, -(-found // per_page))
    if not words:
        return 1, last
    if not (words.isascii() and words.isdigit() and len(words) <= _DIGITS and int(words)):
        raise BadParameter(
            "«{value}» is no value of the parameter «{name}»",
            mend="Write a whole number",
            value=clean(words)[:80],
            name="page",
        )
    return min(int(words), last), last
