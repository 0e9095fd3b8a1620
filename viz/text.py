"""Text as it may be shown: labels come from files nobody here has seen, so they are cleaned before they are drawn."""

from __future__ import annotations

import re
import unicodedata

# Marks that turn the direction of what follows: a label must not reorder the page around it.
_DIRECTION = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_FORBIDDEN = "\ufffe\uffff"
_SPACE = re.compile(r"\s+")


def clean(text: str | None) -> str:
    """Return `text` on one line, without control characters (and what XML forbids) and without marks that change its
    direction."""
    if not text:
        return ""
    spaced = _SPACE.sub(" ", text.translate(_DIRECTION))
    return "".join(
        c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs", "Co") and c not in _FORBIDDEN
    ).strip()


def shorten(text: str | None, limit: int) -> str:
    """Return `text` cleaned and cut at a word to at most `limit` characters, with an ellipsis when it was cut."""
    whole = clean(text)
    if len(whole) <= limit:
        return whole
    cut = whole[: limit - 1]
    head, _, tail = cut.rpartition(" ")
    return f"{(head if head and len(tail) < limit // 2 else cut).rstrip(' ,;:–-')}…"


def capital(text: str) -> str:
    """Return `text` with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
