"""Who acts towards whom: by the governing words of statements and of activities (`wordings/relations.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from loaders.morph import adjective, verb
from loaders.order import parties as agreed
from loaders.order.ends import SYSTEM, WORD, End
from loaders.order.named import Named, named_in
from loaders.order.names import outside
from loaders.order.registry import Entry
from loaders.order.relations import InteractionDraft, Seen
from loaders.order.sources import controlled, told_by
from loaders.order.told import WITH, said, turned
from loaders.order.wordings import table

STOP = re.compile(r"[;:]|[.!?]\s+(?=[А-ЯЁ])")
LINKS = frozenset({"и", "или", "а", "также", "по", "в", "за", "на", "над", "к", "об", "о"})
_FOR = re.compile(r"(?<![а-яё])для (?!согласован|утвержден|включен|рассмотрен|экспертиз|размещен)")
WIDEST = 14  # words between a governing word and a body near it


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of the table: see the comment there."""

    kind: str
    words: re.Pattern[str]
    ends: frozenset[str]
    far: bool
    needs: re.Pattern[str] | None = None
    back: str | None = None
    inward: bool = False
    people: bool = False
    only: str | None = None
    founds: bool = False
    system: bool = False
    office: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A body that a text names under a governing word: `case` is the one it stands in."""

    end: End
    wording: Wording
    case: str
    at: int


def _stems(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![А-Яа-яЁё-])(?:{'|'.join(stems)})[а-яё]*", re.I)


@cache
def wordings() -> tuple[Wording, ...]:
    """The wordings of interactions in their order, a user's own ones among them."""
    result = []
    for name in table("relations", "interactions")["order"]:
        t = table("relations", f"interaction-{name}")
        result.append(
            Wording(
                t["kind"],
                _stems(t["words"]),
                frozenset(t["ends"]),
                t["reach"] == "far",
                _stems(t["needs"]) if "needs" in t else None,
                t.get("back"),
                t.get("inward", False),
                t.get("people", False),
                t.get("only"),
                t.get("founds", False),
                t.get("system", False),
                t.get("office", False),
                t.get("place", False),
            )
        )
    return tuple(result)


@cache
def _between() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = table("relations", "interactions")
    return _stems(own["relays"]), _stems([*own["relays"], *own["people"]])


@cache
def _about() -> re.Pattern[str]:
    return re.compile(table("relations", "interactions")["about"] + "$", re.I)


@cache
def _interacting() -> Wording:
    return next(w for w in wordings() if "с ablt" in w.ends and w.words.fullmatch("взаимодействует"))


def collect(seen: Seen) -> tuple[InteractionDraft, ...]:
    """The interactions of an act, in the order of its text."""
    named = named_in(seen)
    drafts: dict[tuple[int, int, str, str], InteractionDraft] = {}
    for draft in (
        *_stated(seen, named),
        *_planned(seen, named),
        *_told(seen, named),
        *controlled(seen),
        *told_by(seen, named),
    ):
        if draft.source is not draft.target:
            drafts.setdefault((id(draft.source), id(draft.target), draft.kind, draft.clause), draft)
    return tuple(drafts.values())


def _stated(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    bonds: dict[str, tuple[Bond, ...]] = {}
    for d in seen.drafts:
        if d.statement not in bonds:
            bonds[d.statement] = bound(d.statement, named)
        yield from _drafts(bonds[d.statement], (d.entry,), d.statement, d.clause, named)
        yield from _concluded(d.statement, (d.entry,), d.clause, named)


def _planned(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    for a in seen.activities:
        doers = tuple(seen.registry.entries[int(n)] for n in a.responsible_ids)
        if doers:
            yield from _drafts(bound(a.title, named), doers, a.title, a.clause, named)
            yield from _concluded(a.title, doers, a.clause, named)


def _told(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    """Sentences that give nobody a function and yet say who acts towards whom."""
    for s in said(seen, named):
        yield from _drafts(bound(s.text, named), s.doers, s.text, s.clause, named)
        yield from _concluded(s.text, s.doers, s.clause, named)
    for index, u in enumerate(seen.units):
        if seen.used.get(index) not in {"table", "indicator", "heading"} and u.kind != "row":
            yield from turned(u.text, u.address, named)


def _concluded(text: str, doers: tuple[Entry, ...], clause: str, named: Named) -> Iterator[InteractionDraft]:
    """Whoever must conclude an agreement, or see to it that others do, brings the parties together."""
    for span in agreed.mentions(text):
        for other in agreed.invited(text, span, named, clause):
            for doer in doers:
                yield InteractionDraft(doer, other, "coordinates", text[span[0] : span[2]].strip(), clause)


def bound(text: str, named: Named) -> tuple[Bond, ...]:
    """The bodies a text names under words that say what is done towards them."""
    found = named.ends.find(text)
    if not found:
        return ()
    result: dict[int, Bond] = {}
    spans = [(e.start, e.end) for e in found]
    blank = outside(text)
    for n, end in enumerate(found):
        above = result.get(end.after)
        case = next((c for c in (above.case,) if c in end.cases), None) if above else None
        bond = Bond(end, above.wording, case, above.at) if above and case else _governed(text, blank, end, spans)
        if bond is None and WITH.match(text) and end.preposition in {"с", "со"} and end.at < 3:
            bond = Bond(end, _interacting(), "ablt", 0)  # an item under «взаимодействует:»
        if bond is not None:
            result[n] = bond
    return tuple(result.values())


def _governed(text: str, blank: str, end: End, spans: list[tuple[int, int]]) -> Bond | None:
    """The nearest word before an end that governs it."""
    begin = max((m.end() for m in STOP.finditer(blank, 0, end.at)), default=0)
    stop = STOP.search(blank, end.end)
    sentence = text[begin : stop.start() if stop else len(text)]
    best: Bond | None = None
    for wording in wordings():
        case = _case(wording, end)
        if (
            case is None
            or (end.head == SYSTEM and not wording.system)
            or (wording.needs is not None and not wording.needs.search(sentence))
        ):
            continue
        for m in wording.words.finditer(blank, begin, end.at):
            if (not wording.office and any(a <= m.start() < b for a, b in spans)) or (
                best is not None and m.start() <= best.at
            ):
                continue
            between = blank[m.end() : end.at]
            if _about().search(blank, begin, m.start()):
                continue
            if _far(between) if wording.far and not end.frozen else _near(between, wording.people):
                best = Bond(end, wording, case, m.start())
    return best


def _case(wording: Wording, end: End) -> str | None:
    for form in wording.ends:
        preposition, _, case = form.rpartition(" ")
        if preposition == end.preposition and case in end.cases:
            return case
    return None


def _far(between: str) -> bool:
    return not _FOR.search(between) and not any(
        verb(m.group(0)) for m in WORD.finditer(between) if m.group(0).islower()
    )


def _near(between: str, people: bool) -> bool:
    relays = _between()[people]
    words = [m.group(0) for m in WORD.finditer(between)]
    return len(words) <= WIDEST and all(
        w.lower() in LINKS or adjective(w.lower()) is not None or relays.fullmatch(w) for w in words
    )


def _drafts(
    bonds: tuple[Bond, ...], doers: tuple[Entry, ...], what: str, clause: str, named: Named
) -> Iterator[InteractionDraft]:
    for bond in bonds:
        others = named.entries(bond.end, bond.case, clause)
        if not others and bond.wording.founds and len(doers) == 1:
            others = named.owned(bond.end, doers[0], clause)
        acting = _place(bond, what, named, clause) or doers
        for other in others:
            if bond.wording.only is not None and other.kind != bond.wording.only:
                continue
            for doer in acting:
                source, target = (other, doer) if bond.wording.inward else (doer, other)
                yield InteractionDraft(source, target, bond.wording.kind, what, clause)
                if bond.wording.back:
                    yield InteractionDraft(target, source, bond.wording.back, what, clause)


def _place(bond: Bond, text: str, named: Named, clause: str) -> tuple[Entry, ...]:
    """Who teaches when the place tells it: «обучение тьюторов в центре», «стажировка методистов на базе школы»."""
    if not bond.wording.place:
        return ()
    for end in named.ends.find(text):
        after = end.at >= bond.end.end and not STOP.search(text[bond.end.end : end.at])
        if after and ((end.preposition == "в" and "loct" in end.cases) or end.preposition == "базе"):
            return tuple(named.entries(end, "loct" if end.preposition == "в" else "gent", clause))
    return ()
