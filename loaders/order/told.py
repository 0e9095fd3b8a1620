"""Sentences about bodies that give nobody a function: leads, rules of order, passives; who does what in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.order.doers import doing
from loaders.order.idle import NOT_FUNCTIONS
from loaders.order.named import Named
from loaders.order.names import outside
from loaders.order.registry import Entry
from loaders.order.relations import InteractionDraft, Seen
from loaders.order.sentences import finite, sentences
from loaders.order.units import Unit
from loaders.order.wordings import table

_passive = table("relations", "passive")
PAPERS = re.compile(rf"(?<![а-яё])(?:{'|'.join(_passive['by_paper'])})\s+$", re.I)
PASSIVE = {
    kind: re.compile(rf"(?<![А-Яа-яЁё-])(?:{'|'.join(words)})(?![А-Яа-яЁё-])", re.I)
    for kind, words in _passive.items()
    if kind != "by_paper"
}
TURNED = re.compile("|".join(p.pattern for p in PASSIVE.values()), re.I)
WITH = re.compile(r"^\W*(?:с|со)\s", re.I)
INTERACTS = re.compile(r"взаимодейств[а-яё]*\s*(?:[а-яё\s]{0,40})?:\s*$", re.I)
MATTERS = re.compile(r"взаимодейству[ею]т\s[^;:]{0,160}\sвопрос[а-яё]*\s*:\s*$", re.I)
SECTION = re.compile(r"^\W*(?:взаимодействие|взаимоотношения|связи|сотрудничество)", re.I)
READ = frozenset({"statement", "table", "indicator", "heading", "term"})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with those who do something in it."""

    text: str
    doers: tuple[Entry, ...]
    clause: str


def unread(seen: Seen) -> Iterator[tuple[Unit, list[str]]]:
    """The sentences of each paragraph that no statement, table or indicator was read from, as the act amended has them
    («3.1. …» in quotes is the new wording of a clause); [] for what was read wholly."""
    stated: dict[int, set[str]] = {}  # by the place of the paragraph, so that a long list costs no more than its length
    for d in seen.drafts:
        stated.setdefault(d.start, set()).add(d.statement)
    for index, u in enumerate(seen.units):
        taken = seen.used.get(index)
        whole = taken in READ and taken != "statement" and not (taken == "heading" and u.text.rstrip().endswith("."))
        if u.kind in {"row", "appendix", "chapter"} or whole:
            yield u, []
            continue
        own = sentences(u.text[1:] if u.text.startswith("«") else u.text)
        if taken == "statement":
            own = [s for s in own if not any(_within(s, x) for x in stated.get(u.start, ()))]
        yield u, own


def _within(sentence: str, statement: str) -> bool:
    core = sentence.strip(" .;,«»–-")
    return core in statement or statement in core


def said(seen: Seen, named: Named) -> Iterator[Said]:
    """The sentences nothing was read from, with their doers; an item under «X взаимодействует:» is X's."""
    lead: Said | None = None
    place = (-1, "")
    companions = section_owners(seen)
    for u, own in unread(seen):
        if (u.part, u.number) != place:
            lead, place = None, (u.part, u.number)
        if own and u.start in companions and WITH.match(u.text) and not _doers(own[0], named, u.address):
            yield Said(u.text, companions[u.start], u.address)
            continue
        if lead is not None and own and WITH.match(u.text):
            yield Said(u.text, lead.doers, u.address)
            continue
        for sentence in own:
            if not (doers := _doers(sentence, named, u.address)):
                continue
            one = Said(sentence, doers, u.address)
            if INTERACTS.search(sentence):
                lead = one
            yield one


def section_owners(seen: Seen) -> dict[int, tuple[Entry, ...]]:
    """Where a paragraph of the section «Взаимодействие» begins → whose regulation it stands in: «С кафедрами
    института – по вопросам …» is said of that body."""
    result: dict[int, tuple[Entry, ...]] = {}
    section: tuple[int, str, str] | None = None
    for u in seen.units:
        if u.heading and u.kind in {"clause", "chapter"} and not WITH.match(u.text):
            section = (u.part, u.chapter, u.number) if SECTION.match(u.text) else None
        elif section and (u.part, u.chapter) == section[:2] and _within_clause(u.number, section[2]):
            result[u.start] = seen.defaults.get(u.part, ())
    return {start: owners for start, owners in result.items() if owners}


def _within_clause(number: str, outer: str) -> bool:
    return not outer or number.startswith(f"{outer}.")


def partners(seen: Seen, named: Named) -> dict[int, tuple[Entry, ...]]:
    """Where «X взаимодействует с Y по вопросам:» or an item under it begins → Y, who gives what stands after the
    colon."""
    result: dict[int, tuple[Entry, ...]] = {}
    place: tuple[int, str] = (-1, "")
    others: tuple[Entry, ...] = ()
    for u in seen.units:
        if (u.part, u.number) != place or u.text.rstrip().endswith(":"):
            place, others = (u.part, u.number), ()
        if MATTERS.search(u.text):
            ends = [e for e in named.ends.find(u.text) if e.preposition in {"с", "со"} and "ablt" in e.cases]
            others = tuple(x for e in ends for x in named.entries(e, "ablt", u.address))
            result[u.start] = others
        elif others:
            result[u.start] = others
    return result


def _doers(sentence: str, named: Named, clause: str) -> tuple[Entry, ...]:
    verb = finite(sentence)
    if verb is None or NOT_FUNCTIONS.search(outside(sentence)):
        return ()
    if deed := doing(sentence, named.registry, clause):
        return deed.doers
    if verb[0].endswith(("ся", "сь")):
        return ()
    ends = named.ends.find(sentence[: verb[1]])
    if not ends or ends[0].start > 3 or ends[0].preposition or "nomn" not in ends[0].cases:
        return ()
    return tuple(named.entries(ends[0], "nomn", clause, make=False))


def turned(text: str, clause: str, named: Named) -> Iterator[InteractionDraft]:
    """«Экспертная группа создаётся центром», «Куратор назначается приказом директора»: the deed stands first."""
    if not TURNED.search(text):
        return
    for sentence in sentences(text):
        blank = outside(sentence)
        for kind, pattern in PASSIVE.items():
            for m in pattern.finditer(blank):
                yield from _turned(sentence, kind, (m.start(), m.end()), clause, named)


def _turned(text: str, kind: str, verb: tuple[int, int], clause: str, named: Named) -> Iterator[InteractionDraft]:
    ends = named.ends.find(text)
    before = [e for e in ends if e.end <= verb[0] and not e.preposition]
    after = [e for e in ends if e.at >= verb[1] and not e.preposition]
    if not before or not after:
        return
    agent, between = after[0], text[verb[1] : after[0].at]
    paper = PAPERS.search(between) is not None
    case = "gent" if paper else "ablt"
    if case not in agent.cases or (not paper and between.strip()):
        return
    done = before[0]
    form = "nomn" if "nomn" in done.cases else "gent"
    if form not in done.cases:
        return
    for source in named.entries(agent, case, clause):
        for target in named.entries(done, form, clause):
            yield InteractionDraft(source, target, kind, text, clause)
