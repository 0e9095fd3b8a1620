"""Terms an act defines: «X» – …; X – … in a section of terms; abbreviation lists are no terms."""

from __future__ import annotations

import re

from loaders.order.units import Unit

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


LEAD = re.compile(r"^(?!.*сокращени).*(?:поняти|термин)\w*[^.:]*:$", re.I | re.S)
DEFINED = re.compile(
    r"^(?P<term>«?[А-Яа-яЁё][^.:;–—]{2,160}?)\s*(?:\((?:далее|от|англ)[^()]*\))?\s+[-–—]\s+(?P<text>[^\s\d].{10,})$",
    re.S,
)


def listed(units: list[Unit], used: dict[int, str]) -> list[tuple[str, str]]:
    """The terms in a list that a clause opens («1.3. … используются следующие понятия:»), each with its address.

    Items are marked in `used`, so that they are not listed as unread; what is a statement already stays one.
    """
    found: list[tuple[str, str]] = []
    lead: Unit | None = None
    for index, u in enumerate(units):
        if u.kind in {"clause", "plain", "point"} and LEAD.search(u.text.strip()):
            lead = u
            continue
        inside = lead is not None and u.part == lead.part and u.number == lead.number
        if not inside or u.kind not in {"plain", "bullet", "item", "point"}:
            lead = None
            continue
        term = DEFINED.match(u.text.strip())
        if term is None or used.get(index, "prose") not in {"prose", "term"}:
            continue
        found.append((term.group("term").strip(" «»"), u.address))
        used[index] = "term"
    return found
