"""The bodies a stretch of text names: where each stands, after which preposition and in which cases.

Readers of relations and of routes ask `Ends(registry).find(text)`, then `named.entries` which subject an end is;
nothing is made a subject before that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.morph import parses
from loaders.order.heads import head, opens
from loaders.order.lexicon import VERBAL_HEADS
from loaders.order.names import key, outside
from loaders.order.registry import Entry, Registry
from loaders.order.tails import LONGEST, NEVER, name_end, serves
from loaders.order.wordings import table

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ALL_CASES = frozenset(CASES)
TOKEN = re.compile(r"[А-Яа-яЁёA-Za-z]+|\d+")
WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*")
STOP = re.compile(r"[;:!?]|\.(?=\s|$)")
SENTENCE = re.compile(r"[;:!?]|\.\s+(?=[А-ЯЁ])")
PREPOSITION = re.compile(r"(?<![А-Яа-яЁё-])([А-Яа-яё]?[а-яё]*)\s+$")
JOINED = re.compile(r"^\s*(?:\([^()]*\)\s*)?(?:,|/|,?\s*(?:и|или|а\s+также|и\s+\(или\)))\s*$")
AMONG = frozenset({"и", "в", "на", "по"})  # words `names.key` drops
PARTICIPANTS = {"ы": "nomn", "ов": "gent", "ам": "datv", "ами": "ablt", "ах": "loct"}
SYSTEM = "система"
PARTICIPANT = "субъект"

ABBREVIATION = re.compile(rf"[А-ЯЁ]{{0,5}}(?:{'|'.join(table('relations', 'ends')['abbreviations'])})(?![А-Яа-яЁё-])")
# Pronoun → the case it stands in and whether it is plural (None: either).
PRONOUNS: dict[str, tuple[str, bool | None]] = {
    "ему": ("datv", False), "ей": ("datv", False), "им": ("datv", True), "него": ("gent", False),
    "неё": ("gent", False), "нее": ("gent", False), "них": ("gent", True), "ним": ("ablt", False),
    "ней": ("ablt", False), "ними": ("ablt", True), "нему": ("datv", False),
}  # fmt: skip
GOVERNED: dict[str, list[str]] = table("relations", "prepositions")


@dataclass(frozen=True, slots=True)
class End:
    """A body as a text names it: `text[start:end]`; `at` is where its preposition begins (its own start without one).

    `cases` are those the words and the preposition allow; `known` is the subject when the act knows it by these very
    words; `after` is the index of the end it is joined to by «,» or «и», -1 for none. `head` is «субъект» for the
    subjects of the system as a whole, «система» for the system itself. `meant` is the end a pronoun refers back to.
    """

    start: int
    end: int
    at: int
    text: str
    preposition: str
    cases: frozenset[str]
    head: str
    known: Entry | None
    after: int = -1
    meant: End | None = None

    @property
    def frozen(self) -> bool:
        """An abbreviation has no cases: without a preposition only its place tells what it is governed by."""
        return not self.preposition and len(self.cases) == len(CASES)


class Ends:
    """Finds ends in the texts of one act; `systems` are the act's abbreviations of the system («РСНМС»). The registry
    may grow meanwhile."""

    def __init__(self, registry: Registry, systems: tuple[str, ...] = ()) -> None:
        self.registry, self.systems = registry, systems
        self._participants = re.compile(
            rf"субъект(ы|ов|ам|ами|ах)\s+(?:{'|'.join([*map(re.escape, systems), 'систем[а-яё]+'])})(?![а-яё])",
            re.I,
        )

    def find(self, text: str) -> tuple[End, ...]:
        """The ends of a text in order; what stands in brackets or quotes names none by itself. Linear in the text."""
        result: list[End] = []
        reach = 0
        for m in WORD.finditer(outside(text)):
            if m.start() < reach:
                continue
            if result and (case := PRONOUNS.get(m.group(0))) and (back := _back(text, m.start(), case, result[-1])):
                result.append(back)
                continue
            if _describes(m.group(0)):
                continue
            found = self._system(text, m.start()) or self._at(text, m.start(), m.group(0))
            if found is None:
                continue
            stop, cases, word, known = found
            preposition, at = _preposition(text, m.start())
            allowed = cases & frozenset(GOVERNED.get(preposition, ())) if preposition in GOVERNED else cases
            joined = len(result) - 1 if result and JOINED.match(text[result[-1].end : m.start()]) else -1
            shared = allowed & result[joined].cases if joined >= 0 and not preposition else frozenset()
            if shared:
                allowed, preposition, at = shared, result[joined].preposition, result[joined].at
            if allowed:
                phrase = text[m.start() : stop]
                result.append(
                    End(m.start(), stop, at, phrase, preposition, allowed, word, known, joined if shared else -1)
                )
                reach = stop
        return tuple(result)

    def _system(self, text: str, start: int) -> tuple[int, frozenset[str], str, Entry | None] | None:
        """The subjects of the system («субъекты РСНМС») or the system itself by its abbreviation."""
        if found := self._participants.match(text, start):
            return found.end(), frozenset({PARTICIPANTS[found.group(1).lower()]}), PARTICIPANT, None
        for short in self.systems:
            if text.startswith(short, start) and not text[start + len(short) : start + len(short) + 1].isalpha():
                return start + len(short), ALL_CASES, SYSTEM, None
        return None

    def _at(self, text: str, start: int, first_word: str) -> tuple[int, frozenset[str], str, Entry | None] | None:
        """(end, cases, head, known subject) of the name that opens at a place."""
        known = self._known(text, start)
        if known is None and not opens(first_word, self.registry.shorts) and not ABBREVIATION.match(text, start):
            return None
        piece = text[start : start + LONGEST]
        stop = SENTENCE.search(piece)
        piece = piece[: stop.start()] if stop else piece
        heads = {
            c: h
            for c in CASES
            if (h := head(piece, c, self.registry.shorts)) is not None
            and (h[0] or h[2] not in VERBAL_HEADS or re.match(VERBAL_HEADS[h[2]], piece[h[1] :].lstrip()))
        }
        if not heads:
            if known and _acronym(text[start : known[0]]):
                return known[0], ALL_CASES, known[1].head, known[1]
            short = ABBREVIATION.match(text, start)
            return (short.end(), ALL_CASES, short.group(0), None) if short else None
        first = min(h[1] for h in heads.values())
        heads = {c: h for c, h in heads.items() if h[1] == first}
        case = min(heads)
        word = heads[case][2]
        end = start + first
        if not serves(word, piece[: heads[case][1]]):
            end = name_end(text, end, word, self.registry.shorts, self.systems)
        if known is not None and known[0] - start >= first:
            # «школам» alone may be known, «школам с низкими результатами» are others
            loose = " " not in text[start : known[0]].strip() and text[start : known[0]].islower()
            if not loose or end <= known[0]:
                return known[0], frozenset(heads), word, known[1]
        return end, frozenset(heads), word, None

    def _known(self, text: str, start: int) -> tuple[int, Entry] | None:
        """The longest name the act knows that opens at a place: (its end, the subject)."""
        words: list[str] = []
        stops: list[int] = []
        depth, last = 0, start
        for m in TOKEN.finditer(text, start, start + LONGEST):
            gap = text[last : m.start()]
            depth += gap.count("(") - gap.count(")")
            last = m.end()
            if depth < 0 or (depth == 0 and STOP.search(gap)):
                break
            if depth or m.group(0).lower() in AMONG:
                continue
            words += key(m.group(0)) or ("",)
            stops.append(m.end())
            if len(words) == 1 and not self.registry.opening(words[0]):
                return None
        for alias, entry in self.registry.opening(words[0]) if words else ():
            if tuple(words[: len(alias)]) == alias:
                stop = stops[len(alias) - 1]
                while stop < len(text) and text[stop] in "»”":
                    stop += 1
                return stop, entry
        return None


@lru_cache(maxsize=20_000)
def _describes(word: str) -> bool:
    """A participle, a pronoun or what bodies give opens no name: «определяемые оператором», «его оператору», «данные
    центра»."""
    if NEVER.match(word.lower()):
        return True
    if not word.islower():
        return False
    return parses(word)[0].tag.POS in {"PRTF", "NPRO"} or word in {"его", "ее", "её", "их"}


def _back(text: str, start: int, pronoun: tuple[str, bool | None], last: End) -> End | None:
    """A pronoun means the body named last in its sentence, if their numbers agree."""
    case, plural = pronoun
    if STOP.search(text[last.end : start]) or last.head in {SYSTEM, PARTICIPANT}:
        return None
    named = last.meant or last
    many = any(p.tag.number == "plur" and p.tag.case in last.cases for p in parses(_head_word(named)))
    if not named.text.isupper() and many != plural and plural is not None:
        return None
    preposition, at = _preposition(text, start)
    if preposition in GOVERNED and case not in GOVERNED[preposition]:
        return None
    stop = WORD.match(text, start)
    end = stop.end() if stop else start
    return End(start, end, at, text[start:end], preposition, frozenset({case}), named.head, None, meant=named)


def _head_word(end: End) -> str:
    """The word of an end that is its head, as it stands."""
    for m in WORD.finditer(end.text):
        if any(p.normal_form.replace("ё", "е") == end.head for p in parses(m.group(0).lower())[:3]):
            return m.group(0).lower()
    return end.text.split()[-1].lower()


def _acronym(text: str) -> bool:
    return " " not in text and sum(c.isupper() for c in text) > 1


def _preposition(text: str, start: int) -> tuple[str, int]:
    found = PREPOSITION.search(text, max(0, start - 24), start)
    word = found.group(1).lower() if found else ""
    if found and word and (word in GOVERNED or parses(word)[0].tag.POS == "PREP"):
        return word, found.start(1)
    return "", start
