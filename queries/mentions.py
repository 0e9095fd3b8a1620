"""Whether a text names a subject: all words of one of its names, in this order, in any grammatical form."""

from __future__ import annotations

from collections.abc import Iterable

from queries.lexicon import terms


def names_any(text: str, names: Iterable[str]) -> bool:
    """Whether the words of one of the names stand in the text one after the other, normal form by normal form."""
    said = terms(text)
    return any(_within(terms(name), said) for name in dict.fromkeys(names))


def _within(name: tuple[str, ...], said: tuple[str, ...]) -> bool:
    size = len(name)
    return bool(name) and any(said[at : at + size] == name for at in range(len(said) - size + 1))
