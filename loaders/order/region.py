"""Who is named in the words before a verb: at their beginning, or in their midst."""

from __future__ import annotations

import re

from loaders.morph import noun, parses
from loaders.order.heads import head
from loaders.order.names import cut, outside
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import WORD, served

PRONOUN = re.compile(r"^(?:он|она|оно|они)\b", re.I)
LONGEST = 600  # characters before a verb; no sentence of the genre has more, a hostile one must not cost more
WORK = re.compile(r"^(?:вся\s+)?(?:деятельность|работа)\s+", re.I)


def subject_of(region: str, registry: Registry, clause: str, last: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The doers named in the words before a verb; () when they name none or only those who are served."""
    text = region.strip(" ,–—-")
    if PRONOUN.match(text) and len(text.split()) < 4:
        return last
    options = [text]
    blank = outside(text)
    if re.match(r"^(?:в|на|с|для|по|при|во|со|также|кроме|помимо|за|исходя|ежегодно|наряду)\b", text, re.I):
        options = [text[m.end() :] for m in re.finditer(r",\s+", blank)]
        leadless = re.sub(r"^(?:также|ежегодно)\s+", "", text, flags=re.I)
        options += [leadless] if leadless != text else []
    work = WORK.match(text)
    if work:
        found = registry.resolve(cut(text[work.end() :]) or text, "gent", clause, make=False)
        return tuple(e for e in found if not served(e))
    for option in options:
        phrase = cut(option)
        if not phrase or not (
            head(phrase, "nomn", registry.shorts) or registry.resolve(phrase, "nomn", clause, make=False)
        ):
            continue
        entries = registry.resolve(phrase, "nomn", clause)
        if entries and not any(served(e) for e in entries):
            return tuple(entries)
    return ()


def inside(region: str, predicate: str, registry: Registry, clause: str) -> tuple[Entry, ...]:
    """The doer named in the midst of the words before a verb: «На основании результатов методист …», «Созданный в
    структуре института центр …». It stands in the nominative, agrees with the verb in number, follows no
    preposition; an abbreviation counts when no noun does."""
    if len(region) > LONGEST:
        return ()
    plural = any(p.tag.POS == "VERB" and p.tag.number == "plur" for p in parses(predicate))
    blank = outside(region)
    starts = list(WORD.finditer(blank))
    acronym: tuple[Entry, ...] = ()
    for i, m in enumerate(starts):
        before = starts[i - 1].group(0).lower() if i else ""
        if before and any(p.tag.POS == "PREP" for p in parses(before)[:1]):
            continue
        joined = i and re.search(r"[,;]\s*$", blank[: m.start()]) is None
        if joined and parses(before)[0].tag.POS in {"ADJF", "PRTF"} and parses(before)[0].tag.case != "nomn":
            continue
        piece = region[m.start() :].strip(" ,–—-")
        found = head(piece, "nomn", registry.shorts)
        if not found or (found[3] == "role" and "," in blank[m.start() : m.start() + found[0]]):
            continue
        if found[2].isupper():
            entries = registry.resolve(piece[found[0] : found[1]], "nomn", clause, make=False)
            acronym = tuple(entries) or acronym
            continue
        forms = [p for p in parses(piece[found[0] : found[1]]) if p.tag.POS == "NOUN" and p.tag.case == "nomn"]
        if not any((p.tag.number == "plur") == plural for p in forms):
            continue
        if plural and i and noun(piece[found[0] : found[1]].lower(), "gent") is not None and found[0] == 0:
            continue  # «по решению организации …»: a genitive, not several bodies
        entries = registry.resolve(cut(piece), "nomn", clause)
        if entries and not any(served(e) for e in entries):
            return tuple(entries)
    return () if any(served(e) for e in acronym) else acronym
