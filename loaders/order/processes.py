"""Processes an act spells out: «… осуществляется в следующем порядке:», «Этапы отбора:», «Порядок присвоения …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.morph import opens_with_verb, verb, words
from loaders.order.ends import Ends
from loaders.order.facts import passive
from loaders.order.relations import RouteDraft, Seen, StepDraft
from loaders.order.themes import Theme
from loaders.order.units import Unit

LEAD = re.compile(
    r"(?:следующ\w+\s+(?:порядк|последовательн|этап|шаг|стади|схем)|этап[аы]?[мх]?и?\b|поэтапно|последовательност|"
    r"алгоритм|стади[ийя]\b|цикл\w*\s+включает)",
    re.I,
)
HEADING = re.compile(
    r"^(?:порядок|этапы|процедура|алгоритм|последовательность|отбор|прохождение|цикл|присвоение|организация\s+и\s+проведение)\b",
    re.I,
)
MOST = 20  # items of one process
LEAST = 3  # steps with a doer
NEAR = 120  # characters before a colon that announce what follows
LONGEST = 1500  # characters of one clause that tells a process
SENTENCES = re.compile(r"(?<=[а-яё)»])\.\s+(?=[А-ЯЁ«])")
STAGE = re.compile(r"^[А-Яа-яё\s-]{3,40}?(?:этап\w*)?(?:\s*\([^()]*\))?\s*[:–—-]\s+")
MARKED = re.compile(r"^(?:шаг|этап|стадия)\s*(?:\d+|[IVX]+)\s*[.):–—-]\s*", re.I)


def spelled(seen: Seen, declared: Sequence[Theme]) -> Iterator[RouteDraft]:
    """The processes of an act whose items name a doer each, in the order of the text; a declared name when the words
    that announce the process, or most of its items, are those of a declared route."""
    ends = Ends(seen.registry)
    names: set[str] = set()
    heading = ""
    for n, u in enumerate(seen.units):
        lead = u.text.rstrip().endswith(":") and bool(LEAD.search(u.text))
        over, heading = heading, u.text if u.heading else heading
        if u.kind not in {"row", "appendix"} and not lead and (told_here := inline(u, seen, ends)):
            name = _name(u.text.partition(":")[0], over, [s.does for s in told_here], declared)
            if name and name not in names:
                names.add(name)
                yield RouteDraft(name, told_here)
            continue
        if u.kind in {"row", "appendix"} or not (lead or (u.heading and HEADING.match(u.text.strip()))):
            continue
        items = list(_items(seen.units, n, lead))
        if not lead and any(_announces(x.text) for x in seen.units[n + 1 :][:MOST]):
            continue  # the process itself is announced within the section
        steps = [s for item in items for s in _steps(item, seen, ends) if s.subject is not None or passive(s.does)]
        named = {id(s.subject) for s in steps if s.subject is not None}
        told = sum(s.subject is not None for s in steps)
        if len(items) > MOST or len(named) < 2 or told < 3 or told < 0.6 * len(items):
            continue
        name = _name(u.text.strip(" .:"), over, [i.text for i in items], declared)
        if name and name not in names:
            names.add(name)
            yield RouteDraft(name, tuple(steps))


def _announces(text: str) -> bool:
    """Whether a paragraph ends with, or has within it, a colon before which an order is announced."""
    before, colon, _ = text.rstrip().partition(": ")
    return bool(LEAD.search(text)) if text.rstrip().endswith(":") else bool(colon and LEAD.search(before[-NEAR:]))


def inline(u: Unit, seen: Seen, ends: Ends) -> tuple[StepDraft, ...]:
    """The steps one sentence strings after its colon («… в следующей последовательности: клуб подаёт заявку, центр
    проводит смотр, …»); () when it does not announce an order or its parts name no doers."""
    before, colon, after = u.text.partition(": ")
    if not colon or not LEAD.search(before[-NEAR:]) or len(after) > LONGEST:
        return ()
    return _told([_step(p, u.address, seen, ends) for p in _pieces(after, u.address, seen, ends)])


def strung(seen: Seen, declared: Sequence[Theme]) -> Iterator[RouteDraft]:
    """Declared processes that the sentences of one clause tell, each with its doer in front («Клуб направляет чтецов на
    смотр. Центр строит для чтеца маршрут, клуб помогает его пройти»)."""
    ends = Ends(seen.registry)
    for u in seen.units:
        if u.heading or u.kind in {"row", "appendix", "chapter"} or len(u.text) > LONGEST:
            continue
        theme = next((t for t in declared if t.spells(u.text)), None)
        if theme is None:
            continue
        pieces = [p for s in SENTENCES.split(u.text) for p in _pieces(s, u.address, seen, ends, make=False)]
        if steps := _told([_step(p, u.address, seen, ends, make=False) for p in pieces], least=2):
            yield RouteDraft(theme.name, steps)


def _told(steps: list[StepDraft], least: int = LEAST) -> tuple[StepDraft, ...]:
    """The steps when each but one at most has a doer, and two bodies at least do them."""
    named = [s for s in steps if s.subject is not None]
    several = len({id(s.subject) for s in named}) > 1
    return tuple(steps) if several and len(named) >= least and len(steps) - len(named) <= 1 else ()


def _items(units: list[Unit], at: int, lead: bool) -> Iterator[Unit]:
    """The units a lead or a heading governs."""
    head = units[at]
    for u in units[at + 1 :]:
        if u.part != head.part or u.kind in {"appendix", "chapter", "row"} or u.heading:
            return
        below = u.number == head.number or (bool(head.number) and u.number.startswith(f"{head.number}."))
        if lead and (not below or (u.kind == "clause" and u.number == head.number)):
            return
        if not lead and head.number and head.kind != "chapter" and not below:
            return
        if not u.text.rstrip().endswith(":"):
            yield u


def _steps(u: Unit, seen: Seen, ends: Ends) -> Iterator[StepDraft]:
    """What an item says is done: its sentences with the body that opens each, else the statements read from it."""
    told = [_step(p, u.address, seen, ends) for p in _pieces(u.text, u.address, seen, ends)]
    own = [d for d in seen.drafts if u.start <= d.start < u.end]
    if own and not all(s.subject is not None for s in told):
        yield from (StepDraft(d.entry, d.statement, d.clause) for d in own)
    else:
        yield from told


def _pieces(text: str, clause: str, seen: Seen, ends: Ends, make: bool = True) -> list[str]:
    """The deeds of an item: a part after a comma or a semicolon is one when it opens with a doer of its own."""
    pieces: list[str] = []
    plain = STAGE.sub("", MARKED.sub("", text), count=1)
    for part in re.split(r"(?<=[А-Яа-яё)»]{2})[.;,]\s+", plain):
        if pieces and _step(part, clause, seen, ends, make).subject is None:
            pieces[-1] = f"{pieces[-1]}, {part}"
        else:
            pieces.append(part)
    return [p for p in pieces if len(p.split()) > 1]


def _step(sentence: str, clause: str, seen: Seen, ends: Ends, make: bool = True) -> StepDraft:
    """Who does what by a sentence: the body in the nominative that opens it, when the act knows it (or `make` lets it
    be known by this); a verb follows."""
    does = sentence.strip(" ;.:")
    first = next(iter(ends.find(sentence)), None)
    if first is None or first.preposition or "nomn" not in first.cases or first.start > 3:
        return StepDraft(None, does, clause)
    entry = first.known
    rest = sentence[first.end :].strip(" ,;.:–—-")
    acts = opens_with_verb(rest)
    if entry is None:
        # a body the act names only here is a subject when it does something by its own sentence
        found = seen.registry.resolve(first.text, "nomn", clause, make=make and acts and first.text[:1].isupper())
        entry = found[0] if found else None
    if not acts:
        return StepDraft(entry if any(verb(w) for w in words(rest)) else None, does, clause)
    return StepDraft(entry, rest if entry is not None else does, clause)


def _name(text: str, over: str, items: list[str], declared: Sequence[Theme]) -> str:
    """A declared route's name, else the announcing words themselves."""
    for theme in declared:
        if theme.spells(text):
            return theme.name
    for theme in declared:
        stages = [s for i in items if (s := theme.stage(i, f"{over} {text}")) is not None]
        if len(set(stages)) > 1 and 2 * len(stages) >= len(items):
            return theme.name
    for theme in declared:
        if theme.spells(f"{over} {text}"):
            return theme.name
    plain = re.sub(r"\s+(?:осуществля\w+|проходит|включает|состоит|[а-яё]{3,}(?:ется|ится|ются|ятся))\b.*$", "", text)
    plain = plain if len(plain.split()) > 1 else over.strip(" .:")
    plain = plain.capitalize() if plain.isupper() else plain
    return plain[:1].upper() + plain[1:] if 3 < len(plain) < 160 else ""
