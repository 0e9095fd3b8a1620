"""Who agrees with whom: the parties a sentence about an agreement names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.order.ends import SYSTEM, End
from loaders.order.named import Named
from loaders.order.names import outside
from loaders.order.registry import Entry
from loaders.order.wordings import table

_words = table("relations", "agreements")


def stems(name: str) -> re.Pattern[str]:
    """The beginnings of words of one list of the table as a pattern."""
    return re.compile(rf"(?<![А-Яа-яЁё-])(?:{'|'.join(_words[name])})[а-яё]*", re.I)


def whole(name: str) -> re.Pattern[str]:
    """The whole words of one list of the table as a pattern."""
    return re.compile(rf"(?<![А-Яа-яЁё-])(?:{'|'.join(_words[name])})(?![А-Яа-яЁё-])", re.I)


NOUN = stems("nouns")
NOT = stems("not_before")
CONCLUDING = stems("concluding")
ARRANGING = stems("arranging")
HIRED = stems("hired")
TAKING = stems("taking_on")
BASED = stems("based")
MUNICIPAL = re.compile(rf"(?<![а-яё])(?:с|со|между)\s+(?:[а-яё]+\s+)?({_words['municipal']})", re.I)
ABOUT = re.compile(r"(?<![а-яё])об?\s+(?=[а-яё])", re.I)
Span = tuple[int, int, int]  # the start of a sentence, the place of the noun in it, its end
STOP = re.compile(r"[;:]|[.!?]\s+(?=[А-ЯЁ])")


def mentions(text: str) -> list[Span]:
    """Where a text speaks of agreements that are or must be: (start of the sentence, place of the noun, end of the
    sentence); one for each sentence, the first noun of it."""
    blank = outside(text)
    result: list[Span] = []
    begin = 0
    for stop in [*(m.start() for m in STOP.finditer(blank)), len(text)]:
        for m in NOUN.finditer(blank, begin, stop):
            before = blank[max(begin, m.start() - 40) : m.start()].split()
            if not any(NOT.fullmatch(w) for w in before[-2:]):
                result.append((begin, m.start(), stop))
                break
        begin = stop + 1
    return result


def parties(text: str, span: Span, doers: Iterable[Entry], named: Named, clause: str) -> list[Entry]:
    """The parties of the agreement a sentence speaks of; `doers` are those whose duty or activity it is. [] when it
    names nobody but them."""
    found, listed = _named(text, span, named, clause)
    if not found:
        return []
    doers = list(doers) or (_hosts(text, span, named, clause) if len(found) == 1 else [])
    arranged = ARRANGING.search(text, span[0], span[1]) is not None
    if not listed or (not arranged and len(found) == 1):
        found = [*(d for d in dict.fromkeys(doers) if d not in found), *found]
    return found


def invited(text: str, span: Span, named: Named, clause: str) -> list[Entry]:
    """Those whom the doer of a sentence is to agree with, or to bring to agree; [] when they agree among themselves."""
    if not CONCLUDING.search(text, span[0], span[2]):
        return []
    found, listed = _named(text, span, named, clause)
    return found if not listed or ARRANGING.search(text, span[0], span[1]) else []


def _hosts(text: str, span: Span, named: Named, clause: str) -> list[Entry]:
    """«В школе по договору с колледжем организуется практика»: where it takes place, when nobody else is named."""
    for end in named.ends.find(text):
        if span[0] <= end.start < span[2] and end.preposition in {"в", "во"} and "loct" in end.cases:
            return [e for e in named.entries(end, "loct", clause, make=False) if e.kind != "role"]
    return []


def _named(text: str, span: Span, named: Named, clause: str) -> tuple[list[Entry], bool]:
    """Whom the sentence names, and whether as all who agree."""
    begin, at, stop = span
    sentence = text[begin:stop]
    ends = [e for e in named.ends.find(text) if begin <= e.start < stop and e.head != SYSTEM]
    with_whom = _beside(ends, text, at, begin)
    listed = _together(ends, text, at) or _first_with(ends, text, at, with_whom)
    found: list[Entry] = []
    for end, case in listed or with_whom or _taken_on(ends, text, begin, at):
        found += [e for e in named.entries(end, case, clause) if e not in found]
    if not listed and MUNICIPAL.search(sentence) and (own := municipal(named, clause)) not in found:
        found.append(own)
    if not found and HIRED.search(sentence):
        found = _hiring(ends, named, clause)
    return found, bool(listed)


def matter(text: str, span: Span) -> str:
    """What the agreement is about: the words after «о», without who agrees; "" when the sentence does not say."""
    found = ABOUT.search(text, span[1], span[2])
    return re.sub(r"\s+", " ", text[found.end() : span[2]]).strip(" .;,").lower() if found else ""


def _together(ends: list[End], text: str, at: int) -> list[tuple[End, str]]:
    """«между A, B и C», «соглашения A, B и C», «соглашений органами, департаментом и институтом»: all who agree."""
    for n, end in enumerate(ends):
        if (end.at < at and end.preposition != "между") or end.after >= 0:
            continue
        case = "ablt" if "ablt" in end.cases and end.preposition in {"между", ""} else "gent"
        if case not in end.cases or (end.preposition and end.preposition != "между"):
            continue
        group = [end]
        for other in ends[n + 1 :]:
            gap = text[group[-1].end : other.start]
            if case in other.cases and re.fullmatch(r"\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:и|а также)|/)\s*", gap):
                group.append(other)
            else:
                break
        bare = not ABOUT.search(outside(text[at : max(at, end.at)]))
        if end.preposition == "между" or (len(group) > 1 and (bare or len(group) > 2 or end.frozen)):
            return [(e, case) for e in group]
    return []


def _beside(ends: list[End], text: str, at: int, begin: int) -> list[tuple[End, str]]:
    """«с A и B» beside the noun or before it: those the doer agrees with."""
    result = []
    for end in ends:
        if end.preposition not in {"с", "со"} or "ablt" not in end.cases:
            continue
        between = text[at : end.at] if end.at > at else text[end.end : at]
        if STOP.search(between):
            continue
        if end.at < at and not CONCLUDING.search(text, begin, end.at + 1) and not CONCLUDING.search(between):
            continue
        result.append((end, "ablt"))
    return result


def _first_with(ends: list[End], text: str, at: int, others: list[tuple[End, str]]) -> list[tuple[End, str]]:
    """«соглашения института с организациями»: the one that agrees stands between the noun and «с»."""
    for end in ends if others else ():
        begins = others[0][0].at
        between = text[end.end : begins] if end.end < begins else "-"
        if end.at > at and not end.preposition and "gent" in end.cases and not between.strip():
            return [(end, "gent"), *others]
    return []


def _taken_on(ends: list[End], text: str, begin: int, at: int) -> list[tuple[End, str]]:
    """«привлекает организации на основании договоров»: whom the doer takes on by the agreement."""
    found = TAKING.search(text, begin, at)
    if found is None or not BASED.search(text, found.end(), at):
        return []
    inside = [e for e in ends if found.end() <= e.start and e.end <= at and not e.preposition and "accs" in e.cases]
    return [(e, "accs") for e in inside]


def _hiring(ends: list[End], named: Named, clause: str) -> list[Entry]:
    """«привлекаемый к работе в центре по договору гражданско-правового характера»: the body and whom it hires."""
    result: list[Entry] = []
    for end in ends:
        case = next((c for c in ("loct", "accs", "gent") if c in end.cases), None)
        if end.preposition in {"в", "во"} and case:
            result += [e for e in named.entries(end, case, clause, make=False) if e not in result and e.kind != "role"]
    return result


def municipal(named: Named, clause: str) -> Entry:
    """The authorities of the municipalities as a class: the one the act knows, else one of its own."""
    for e in named.registry.entries:
        low = e.name.lower()
        if e.kind == "authority" and e.plural and ("муниципальн" in low or "местного самоуправления" in low):
            return e
    return named.registry.resolve("органы местного самоуправления", "nomn", clause)[0]
