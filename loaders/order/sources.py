"""Interactions told by the construct, not by a verb with a doer: control of the act, sources of a monitoring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.order.ends import End
from loaders.order.named import Named
from loaders.order.names import outside
from loaders.order.registry import Entry
from loaders.order.relations import InteractionDraft, Seen
from loaders.order.roadmap import cell
from loaders.order.wordings import table

_words = table("relations", "sources")


def _stems(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![А-Яа-яЁё])(?:{'|'.join(_words[name])})[а-яё]*", re.I)


CONTROL = re.compile(
    r"контрол[а-яё]+\s+(?:(?:за\s+)?(?:[а-яё]+\s+)?(?:исполнени|выполнени)[а-яё]+|возлож|оставля|возлага)", re.I
)
ASKED = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:рекоменд|предложить|просить|прошу)", re.I)
OPERATOR = re.compile(r"(?<![а-яё])оператор(?:ом|ами)?(?![а-яё]).*\sявля", re.I | re.S)
COLLECTS = re.compile(r"^(?:[а-яё]+\s+)?(?:сбор(?![а-яё]*н)|собира)[а-яё]*[^;]{0,60}?(?:информаци|данны|сведени)", re.I)
GIVEN = _stems("given")
PLACES = _stems("places")
LIST = _stems("list")
INLINE = re.compile(rf"{LIST.pattern}[^.;:]{{0,80}}?\sявля[ею]тся:?\s+([^;]+)", re.I | re.S)  # the list in one sentence
SENT = _stems("sent")
AID = _stems("aid")


def controlled(seen: Seen) -> Iterator[InteractionDraft]:
    """Who controls the execution of the act, towards those its own points charge."""
    asked = tuple(u.address for u in seen.units if u.address.startswith(seen.head.kind) and ASKED.match(u.text))
    own = [d for d in seen.drafts if d.clause.startswith(f"{seen.head.kind}, п.")]
    for d in own:
        if not CONTROL.search(d.statement):
            continue
        for other in own:
            if any(other.clause == a or other.clause.startswith(f"{a}.") for a in asked):
                continue  # who is only recommended something is not under control
            if other.entry is not d.entry and not CONTROL.search(other.statement):
                yield InteractionDraft(d.entry, other.entry, "controls", d.statement, d.clause)


def told_by(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    """Who gives data to the operator of a monitoring, by the sources of its indicators and the list of its sources; to
    whom its results are sent."""
    collector = operator(seen)
    if collector is None:
        return
    clauses = {i.name: i.clause for i in seen.indicators}
    for t in seen.tables:
        if "source" not in t.columns:
            continue
        for row, _ in t.records():
            name = cell(t, row, "name") or cell(t, row, "criterion")
            clause = clauses.get(name)
            if clause is None:
                continue
            source = cell(t, row, "source")
            for giver in _givers(source, named, clause):
                yield InteractionDraft(giver, collector, "provides-data", f"{source}: {name}", clause)
    yield from _listed(seen, named, collector)


def operator(seen: Seen) -> Entry | None:
    """The operator of the monitoring: who is called so, else the only one who collects the data."""
    for pattern in (OPERATOR, COLLECTS):
        found = {id(d.entry): d.entry for d in seen.drafts if pattern.search(d.statement)}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _givers(text: str, named: Named, clause: str) -> Iterator[Entry]:
    """Whose data they are: «данные X», «сайты X», «отчёты X»."""
    blank = outside(text)
    ends = named.ends.find(text)
    for n, end in enumerate(ends):
        if end.preposition or "gent" not in end.cases:
            continue
        opened = ends[end.after] if end.after >= 0 else end
        before = blank[: opened.at].rstrip()
        if any(m.end() == len(before) for m in (*GIVEN.finditer(before), *PLACES.finditer(before))):
            yield from named.entries(ends[n], "gent", clause)


def _listed(seen: Seen, named: Named, collector: Entry) -> Iterator[InteractionDraft]:
    """The items under «источники …:» that say whose they are; sentences that send the results to somebody."""
    lead = ""
    for index, u in enumerate(seen.units):
        if u.kind in {"clause", "chapter", "appendix"} and not u.text.rstrip().endswith(":"):
            lead = ""
        if u.text.rstrip().endswith(":"):
            lead = u.number if LIST.search(u.text) else ""
        elif (inline := INLINE.search(u.text)) and seen.used.get(index) not in {"table", "indicator"}:
            for giver in _givers(inline.group(1), named, u.address):
                if giver is not collector:
                    yield InteractionDraft(giver, collector, "provides-data", u.text, u.address)
        elif lead and u.number == lead and u.kind in {"item", "bullet", "point", "plain"}:
            for giver in _givers(u.text, named, u.address):
                if giver is not collector:
                    yield InteractionDraft(giver, collector, "provides-data", u.text, u.address)
        if seen.used.get(index) in {"statement", "table"}:
            continue
        for m in SENT.finditer(u.text):
            kind = "supports" if AID.search(u.text[: m.start()]) else "provides-data"
            for end in named.ends.find(u.text):
                if end.at >= m.end() and not re.search(r"[.;:]", u.text[m.end() : end.at]):
                    for receiver in _receivers(end, named, u.address):
                        yield InteractionDraft(collector, receiver, kind, u.text, u.address)


def _receivers(end: End, named: Named, clause: str) -> list[Entry]:
    if end.preposition == "в" and "accs" in end.cases:
        return named.entries(end, "accs", clause)
    if not end.preposition and "datv" in end.cases and not end.frozen:
        return named.entries(end, "datv", clause)
    return []
