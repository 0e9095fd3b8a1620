"""Terms an act defines: «X» – …; X – … in a section of terms; «под X понимается …»; abbreviations are no terms."""

from __future__ import annotations

import re

from loaders.morph import noun, words
from loaders.order.papers import nominative
from loaders.order.units import Unit

LONGEST = 3000  # characters of a paragraph that may explain a term

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


LEAD = re.compile(r"^.*(?:поняти|термин)\w*[^.:]*:$", re.I | re.S)
SHORT = re.compile(r"^«?\w*[А-ЯЁA-Z]\w*[А-ЯЁA-Z]")  # an abbreviation is explained, not defined
# «Под смотром в Положении понимается …, под клубом – …»: the term is what is in the instrumental.
UNDER = re.compile(
    r"\bпод\s+(?P<term>[^.:;,–—]{3,120}?)\s+(?:(?:в|для|здесь)\s[^.:;,–—]{3,80}?\s+)?(?:понима[ею]тся|понимают(?!ся)|подразумева[ею]тся)",
    re.I,
)
UNDER_NEXT = re.compile(r",\s+(?:а\s+)?под\s+(?P<term>[^.:;,–—]{3,120}?)\s+[-–—]\s", re.I)
DEFINED = re.compile(
    r"^(?P<term>«?[А-Яа-яЁё][^.:;–—]{2,160}?)\s*(?:\((?:далее|от|англ)[^()]*\))?\s+[-–—]\s+(?P<text>[^\s\d].{10,})$",
    re.S,
)


def explained(text: str) -> list[str]:
    """The terms of «Под … понимается …», in the nominative."""
    first = UNDER.search(text)
    if first is None or len(text) > LONGEST:
        return []
    return [_nominative(m.group("term").strip(" «»")) for m in (first, *UNDER_NEXT.finditer(text, first.end()))]


def _nominative(term: str) -> str:
    """«методическим округом чтения» → «методический округ чтения»: the adjectives and the noun after «под»."""
    found = words(term)
    last = next((n for n, w in enumerate(found[:6]) if noun(w.lower(), "ablt") is not None), None)
    if last is None:
        return term
    phrase = " ".join(found[: last + 1])
    if not term.startswith(phrase):
        return term
    shown = nominative(phrase)
    return (shown[:1].upper() if term[:1].isupper() else shown[:1]) + shown[1:] + term[len(phrase) :]


def listed(units: list[Unit], used: dict[int, str]) -> list[tuple[str, str]]:
    """The terms in a list that a clause opens («1.3. … используются следующие понятия:»), each with its address.

    Items are marked in `used`, so that they are not listed as unread; what is a statement already stays one.
    """
    found: list[tuple[str, str]] = []
    lead: Unit | None = None
    for index, u in enumerate(units):
        if u.kind not in {"row", "appendix"} and (under := explained(u.text)):
            found += [(term, u.address) for term in under]
            if used.get(index, "prose") == "prose":
                used[index] = "definition"
        if u.kind in {"clause", "plain", "point"} and LEAD.search(u.text.strip()):
            lead = u
            continue
        inside = lead is not None and u.part == lead.part and u.number == lead.number
        if not inside or u.kind not in {"plain", "bullet", "item", "point"}:
            lead = None
            continue
        term = DEFINED.match(u.text.strip())
        if term is None or SHORT.match(term.group("term")) or used.get(index, "prose") not in {"prose", "term"}:
            continue
        found.append((term.group("term").strip(" «»"), u.address))
        used[index] = "term"
    return found
