"""Which words of a text govern the bodies it names: the wordings of `relations.toml` at work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from loaders.morph import adjective, verb
from loaders.order.ends import SYSTEM, WORD, End
from loaders.order.named import Named
from loaders.order.names import outside
from loaders.order.told import WITH
from loaders.order.wordings import Table, misshapen, table

STOP = re.compile(r"[;:]|[.!?]\s+(?=[А-ЯЁ])")
LINKS = frozenset({"и", "или", "а", "также", "по", "в", "за", "на", "над", "к", "об", "о"})
_FOR = re.compile(r"(?<![а-яё])для (?!согласован|утвержден|включен|рассмотрен|экспертиз|размещен)")
_MATTER = re.compile(r"(?<![а-яё])об?\s+(?!этом|н[её]м|них)")
TOLD = frozenset({"reports", "provides-data"})
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
    roles: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A body that a text names under a governing word: `case` is the one it stands in."""

    end: End
    wording: Wording
    case: str
    at: int


def _stems(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![А-Яа-яЁё-])(?:{'|'.join(stems)})[а-яё]*", re.I)


def _wording(t: Table) -> Wording:
    return Wording(
        kind=t["kind"],
        words=_stems(t["words"]),
        ends=frozenset(t["ends"]),
        far=t["reach"] == "far",
        needs=_stems(t["needs"]) if "needs" in t else None,
        back=t.get("back"),
        inward=t.get("inward", False),
        people=t.get("people", False),
        only=t.get("only"),
        founds=t.get("founds", False),
        system=t.get("system", False),
        office=t.get("office", False),
        place=t.get("place", False),
        roles=t.get("roles", False),
    )


@cache
def wordings() -> tuple[Wording, ...]:
    """The wordings of interactions in their order, a user's own ones among them. Raises UnreadableFile
    when one of those lacks what it needs."""
    result = []
    known = table("relations", "interactions")
    for name in known["order"]:
        try:
            result.append(_wording(known[name]))
        except (KeyError, TypeError, AttributeError, re.error) as error:
            raise misshapen(f"interactions.{name}") from error
    return tuple(result)


@cache
def _between() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = table("relations", "interactions")
    return _stems(own["relays"]), _stems([*own["relays"], *own["people"]])


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?:{table('relations', 'interactions')['about']})$", re.I)


@cache
def _interacting() -> Wording:
    return next(w for w in wordings() if "с ablt" in w.ends and w.words.fullmatch("взаимодействует"))


@cache
def _for_people() -> re.Pattern[str]:
    own = table("relations", "interactions")
    return re.compile(rf"(?<![а-яё])для\s+((?:[а-яё]+\s+)?(?:{'|'.join(own['people'])}))", re.I)


REACH = 1_000  # characters between a word and the end it governs


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
    """The nearest word before an end that governs it, no farther than REACH: each end costs the same in any text."""
    first, last = max(0, end.at - REACH), min(len(text), end.end + REACH)
    begin = max((m.end() for m in STOP.finditer(blank, first, end.at)), default=first)
    stop = STOP.search(blank, end.end, last)
    sentence = text[begin : stop.start() if stop else last]
    best: Bond | None = None
    for wording, case in _fitting(end.preposition, end.cases):
        if (end.head == SYSTEM and not wording.system) or (
            wording.needs is not None and not wording.needs.search(sentence)
        ):
            continue
        for m in wording.words.finditer(blank, begin, end.at):
            if (not wording.office and any(a <= m.start() < b for a, b in spans)) or (
                best is not None and m.end() <= best.at
            ):
                continue
            between = blank[m.end() : end.at]
            if end.head == SYSTEM and any(m.end() <= a < end.at for a, _ in spans):
                continue  # «координирует участие школ в мероприятиях РСМР» is about the schools
            if _about().search(blank, begin, m.start()):
                continue
            if end.frozen and wording.kind in TOLD and _MATTER.search(between):
                continue  # «отчёты о деятельности УМО» are not given to it
            if _far(between) if wording.far and not end.frozen else _near(between, wording.people):
                best = Bond(end, wording, case, m.end())
    return best


@cache
def _fitting(preposition: str, cases: frozenset[str]) -> tuple[tuple[Wording, str], ...]:
    """The wordings that govern such an end, each with the case it then stands in."""
    result = []
    for wording in wordings():
        forms = (form.rpartition(" ") for form in sorted(wording.ends))
        case = next((c for p, _, c in forms if p == preposition and c in cases), None)
        if case is not None:
            result.append((wording, case))
    return tuple(result)


def _far(between: str) -> bool:
    return not _FOR.search(between) and not any(
        verb(m.group(0)) for m in WORD.finditer(between) if m.group(0).islower()
    )


def _near(between: str, people: bool) -> bool:
    relays = _between()[people]
    between = _for_people().sub(r"\1", between) if people else between  # «консультации для педагогов школ»
    words = [m.group(0) for m in WORD.finditer(between)]
    return len(words) <= WIDEST and all(
        w.lower() in LINKS or adjective(w.lower()) is not None or relays.fullmatch(w) for w in words
    )
