"""What an act says is done, whoever says it: statements, activities, sentences without a doer; in the text's order."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.morph import opens_with_verb, participle, verb, words
from loaders.order.names import LISTED_PERSON
from loaders.order.registry import Entry
from loaders.order.relations import Seen

_LINK = re.compile(r",\s+(?:а\s+также\s+)?|\s+(?:и|а\s+также)\s+")
NEAR = 60  # characters in which a deed shows its verb
_PASSIVE = frozenset({"быть", "являться"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing done: by whom (() when the text does not say), its words, its clause, the headings over it."""

    doers: tuple[Entry, ...]
    text: str
    clause: str
    over: str = ""


def facts(seen: Seen) -> Iterator[Fact]:
    """The statements, then the passive sentences, each where it stands, then the activities of road maps."""
    starts = [u.start for u in seen.units]
    headings = _headings(seen)
    found: list[tuple[int, Fact]] = []
    told = {max(0, bisect.bisect_right(starts, d.start) - 1) for d in seen.drafts}
    for d in seen.drafts:
        if _describes(d.statement):
            continue  # a glossary's words on what a body is
        at = max(0, bisect.bisect_right(starts, d.start) - 1)
        over = headings[at] if headings else ""
        found += [(d.start, Fact((d.entry,), deed, d.clause, over)) for deed in _deeds(d.statement)]
    for n, u in enumerate(seen.units):
        if n in told or u.heading or u.kind in {"row", "appendix", "chapter"} or seen.used.get(n) == "indicator":
            continue
        for sentence in re.split(r"(?<=[а-яё)»])\.\s+(?=[А-ЯЁ])", u.text):
            if passive(sentence):
                found.append((u.start, Fact((), sentence.strip(" ;."), u.address, headings[n])))
    yield from (f for _, f in sorted(found, key=lambda p: p[0]))
    for a in seen.activities:
        named = [seen.registry.entries[int(i)] for i in a.responsible_ids]
        acting: list[Entry] = []
        for name in a.executors:
            if not LISTED_PERSON.fullmatch(name) and not LISTED_PERSON.fullmatch(f" {name}"):
                acting += [e for e in seen.registry.resolve(name, "nomn", a.clause, make=False) if e not in acting]
        yield Fact(tuple(acting or named), a.title, a.clause, f"{a.event or ''} {a.direction or ''}")


def _deeds(statement: str) -> list[str]:
    """The deeds of a statement that strings verbs together («проводит отбор, ведёт реестр и обучает …»), each by
    itself; the statement when it tells one or two."""
    cuts = [m for m in _LINK.finditer(statement) if opens_with_verb(statement[m.end() : m.end() + NEAR])]
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(statement)]
    return [statement[a:b] for a, b in zip(starts, ends, strict=True)] if len(cuts) > 1 else [statement]


def _headings(seen: Seen) -> list[str]:
    """For each unit the heading or the lead it stands under."""
    result: list[str] = []
    heading, part = "", -1
    for u in seen.units:
        if u.part != part:
            heading, part = seen.parts[u.part].title, u.part
        if u.heading or u.text.rstrip().endswith(":"):
            heading = u.text if u.kind != "appendix" else seen.parts[u.part].title or u.text
        result.append(heading)
    return result


def _describes(statement: str) -> bool:
    """Whether a statement opens with a participle («осуществляющий сопровождение …»)."""
    first = next(iter(words(statement)), "")
    return participle(first.lower()) is not None


def passive(sentence: str) -> bool:
    """Whether a sentence says that something is done, without a doer («Мониторинг проводится …»)."""
    return any(
        w.lower().endswith(("ся", "сь")) and verb(w.lower()) not in {None, *_PASSIVE} for w in words(sentence)[:40]
    )
