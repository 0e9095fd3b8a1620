"""Terms an act defines: «X» – …; X – … in a section of terms; abbreviation lists are no terms."""

from __future__ import annotations

import re

QUOTED = re.compile(r"^\W{0,3}«(?P<term>(?:[^«»]|«[^«»]*»){2,200})»\W{0,2}\s*(?:\([^()]*\))?\s*(?:[-–—]|это\b)\s*")
PLAIN = re.compile(r"^(?P<term>[А-ЯЁа-яё«][^.:;]{2,160}?)\s*(?:\((?:далее|от|англ)[^()]*\))?\s+[-–—]\s+(?=\S)")
PIECES = re.compile(r";\s+(?=\W{0,2}«)")


def definitions(text: str, section: bool) -> list[tuple[str, str]]:
    """The terms a paragraph defines with their definitions; `section` tells that it stands in a section of terms.

    Outside such a section only a term in quotes counts. A bracket «(ЕФС)» inside the quotes stays part of the term.
    """
    result = []
    for piece in PIECES.split(text):
        found = QUOTED.match(piece) or (PLAIN.match(piece) if section else None)
        if found:
            result.append((found.group("term").strip(" *«»"), piece[found.end() :].strip(" ;.")))
    return result
