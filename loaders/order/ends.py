"""The bodies a stretch of text names: where each stands, after which preposition, in which cases, which subject it is.

Readers of relations and of routes ask `Ends(registry).find(text)`; nothing is made a subject until `Ends.entries` is
asked for one end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.morph import adjective, noun, parses
from loaders.order.heads import fold, head
from loaders.order.lexicon import ACRONYMS, LEGAL_FORMS, SERVED, SERVED_ADJECTIVES, VERBAL_HEADS
from loaders.order.names import IDENTIFIES, key, outside
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import served
from loaders.order.wordings import table

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
TOKEN = re.compile(r"[А-Яа-яЁёA-Za-z]+|\d+")
WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*")
STOP = re.compile(r"[;:!?]|\.(?=\s|$)")
PREPOSITION = re.compile(r"(?<![А-Яа-яЁё-])([а-яё]+)\s+$")
JOINED = re.compile(r"^\s*(?:\([^()]*\)\s*)?(?:,|/|,?\s*(?:и|или|а\s+также|и\s+\(или\)))\s*$")
TWO = re.compile(r"^([а-яё-]+)(?:\s*,\s*([а-яё-]+))?\s+и\s+([а-яё-]+)\s+", re.I)
LONGEST = 200  # characters of a name; longer ones are sentences
AMONG = frozenset({"и", "в", "на", "по"})  # words `names.key` drops

_words = table("relations", "ends")
TAILS: dict[str, list[str]] = table("relations", "end-tails")
GOVERNED: dict[str, list[str]] = table("relations", "prepositions")
SHARED = frozenset(_words["shared"])
BARE = frozenset(_words["bare"])
ROLES = frozenset(_words["roles"])
STAFF = frozenset(_words["staff"])
COMMON: dict[str, str] = table("relations", "common-names")


@dataclass(frozen=True, slots=True)
class End:
    """A body as a text names it: `text[start:end]`; `at` is where its preposition begins (its own start without one).

    `cases` are those the words and the preposition allow; `known` is the subject when the act knows it by these very
    words; `after` is the index of the end it is joined to by «,» or «и», -1 for none.
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


class Ends:
    """Finds ends in the texts of one act. The registry may grow meanwhile."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._size = (-1, -1)

    def find(self, text: str) -> tuple[End, ...]:
        """The ends of a text in order; what stands in brackets or quotes names none by itself. Linear in the text."""
        self._refresh()
        result: list[End] = []
        reach = 0
        blank = outside(text)
        for m in WORD.finditer(blank):
            if m.start() < reach or _describes(m.group(0)):
                continue
            found = self._at(text, m.start())
            if found is None:
                continue
            stop, cases, word, known = found
            preposition, at = _preposition(text, m.start())
            allowed = cases & frozenset(GOVERNED.get(preposition, ())) if preposition in GOVERNED else cases
            joined = len(result) - 1 if result and JOINED.match(text[result[-1].end : m.start()]) else -1
            if joined >= 0 and not preposition:
                shared = allowed & result[joined].cases
                joined, allowed = (joined, shared) if shared else (-1, allowed)
                preposition, at = (result[joined].preposition, result[joined].at) if joined >= 0 else ("", at)
            else:
                joined = -1
            if allowed:
                result.append(
                    End(m.start(), stop, at, text[m.start() : stop], preposition, allowed, word, known, joined)
                )
                reach = stop
        return tuple(result)

    def entries(self, end: End, case: str, clause: str, make: bool = True) -> list[Entry]:
        """The subjects an end names in a case, made when the act has not named them yet. Those who are only served
        (teachers, leaders in general) and bare words that tell nobody («организация») are none."""
        if end.known is not None:
            return [end.known] if self._acts(end.known) else []
        if (common := self._abbreviated(end, case, clause, make)) is not None:
            return [common]
        result: list[Entry] = []
        for phrase in _each(end.text, case):
            known = self.registry.resolve(phrase, case, clause, make=False)
            if not known and make and self._solid(phrase, case):
                known = self.registry.resolve(phrase, case, clause)
            result += [e for e in known if e not in result and self._acts(e)]
        self._refresh()
        return result

    def owned(self, end: End, owner: Entry, clause: str) -> list[Entry]:
        """What a bare word names that a body sets up («создаёт секции, рабочие группы»): the only such of the act, else
        the owner's own («секции РУМО»)."""
        known = [e for e in self.registry.entries if e.head == end.head and (e.used or e.listed)]
        if known:
            return known if len(known) == 1 else []
        if not owner.short or end.head in ("лицо", "орган", "сеть"):
            return []
        return self.registry.resolve(f"{end.text} {owner.short}", "nomn", clause)

    def _acts(self, entry: Entry) -> bool:
        """Whether a body can act or be acted towards: teachers in general only when the act introduces them."""
        return not served(entry) or (entry.short is not None and entry.short in self.registry.long)

    def _abbreviated(self, end: End, case: str, clause: str, make: bool) -> Entry | None:
        """A class of bodies every act calls by its own words but all by one abbreviation («ШНОР»)."""
        for short, pattern in COMMON.items():
            if not re.search(pattern, end.text, re.I):
                continue
            found = self.registry.resolve(short, "nomn", clause, make=False)
            for phrase in () if found or not make else (end.text,):
                found = self.registry.resolve(phrase, case, clause)
            for e in found[:1]:
                e.short = e.short or short
                e.aliases |= {key(short)}
                return e
        return None

    def _solid(self, phrase: str, case: str) -> bool:
        found = head(phrase, case, self.registry.shorts)
        if found is None:
            return False
        start, stop, word, kind = found
        if _serves(word, phrase):
            return False
        tail = phrase[stop:].strip(" ,")
        if kind == "role":
            return word in ROLES and bool(tail or start) and (word not in STAFF or _of_body(tail, self.registry.shorts))
        return bool(tail or start) or word in BARE or word in ACRONYMS

    def _refresh(self) -> None:
        size = len(self.registry.entries), sum(len(e.aliases) for e in self.registry.entries)
        if size == self._size:
            return
        self._size, self._index = size, {}
        for entry in self.registry.entries:
            for alias in entry.aliases:
                if alias:
                    self._index.setdefault(alias[0], []).append((alias, entry))
        for options in self._index.values():
            options.sort(key=lambda o: -len(o[0]))

    def _at(self, text: str, start: int) -> tuple[int, frozenset[str], str, Entry | None] | None:
        """(end, cases, head, known subject) of the name that opens at a place."""
        known = self._known(text, start)
        piece = _until_stop(text[start : start + LONGEST])
        heads = {
            c: h
            for c in CASES
            if (h := head(piece, c, self.registry.shorts)) is not None
            and (h[0] or h[2] not in VERBAL_HEADS or re.match(VERBAL_HEADS[h[2]], piece[h[1] :].lstrip()))
        }
        if not heads:
            return None
        first = min(h[1] for h in heads.values())
        heads = {c: h for c, h in heads.items() if h[1] == first}
        word = next(iter(heads.values()))[2]
        cases = frozenset(heads)
        if known is not None and known[0] - start >= first:
            return known[0], cases, word, known[1]
        stop = start + first
        if not _serves(word, piece[: heads[min(cases)][1]]):
            stop = _tail(text, stop, word, self.registry.shorts)
        return stop, cases, word, None

    def _known(self, text: str, start: int) -> tuple[int, Entry] | None:
        """The longest name the act knows that opens at a place: (its end, the subject)."""
        words: list[str] = []
        stops: list[int] = []
        depth = 0
        last = start
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
            if len(words) == 1 and words[0] not in self._index:
                return None
        for alias, entry in self._index.get(words[0], ()) if words else ():
            n = len(alias)
            if tuple(words[:n]) == alias:
                stop = stops[n - 1]
                while stop < len(text) and text[stop] in "»”":
                    stop += 1
                return stop, entry
        return None


def _serves(word: str, phrase: str) -> bool:
    """Teachers and leaders in general: the body they are of is an end of its own («педагогам школ района»)."""
    return word in SERVED or (word in {"работник", "специалист"} and phrase.lower().startswith(SERVED_ADJECTIVES))


@lru_cache(maxsize=20_000)
def _describes(word: str) -> bool:
    """A participle or a pronoun opens no name: «определяемые оператором», «его оператору», «выявленных центром»."""
    best = parses(word.lower())[0]
    return best.tag.POS in {"PRTF", "NPRO"} or word.lower() in {"его", "ее", "её", "их"}


def _until_stop(piece: str) -> str:
    found = re.search(r"[;:!?]|\.\s+(?=[А-ЯЁ])", piece)
    return piece[: found.start()] if found else piece


def _preposition(text: str, start: int) -> tuple[str, int]:
    found = PREPOSITION.search(text, max(0, start - 24), start)
    if found and (found.group(1) in GOVERNED or parses(found.group(1))[0].tag.POS == "PREP"):
        return found.group(1), found.start(1)
    return "", start


def _each(phrase: str, case: str) -> list[str]:
    """«образовательными и научными организациями» as two phrases, one for each adjective; else the phrase itself."""
    found = TWO.match(phrase)
    if not found or not (core := head(phrase, case)) or core[2] not in SHARED:
        return [phrase]
    kinds = [g for g in found.groups() if g]
    if any(adjective(k.lower()) is None for k in kinds):
        return [phrase]
    rest = phrase[found.end() :]
    return [f"{k} {rest}" for k in kinds]


def _tail(text: str, stop: int, word: str, shorts: frozenset[str]) -> int:
    """Where the name ends whose head ends at `stop`: names in quotes, genitives, owners, what tells a class apart."""
    limit = stop + LONGEST
    governed = placed = False
    solid = stop  # where the last noun, name or owner ends: an adjective alone closes no name
    while stop < limit:
        rest = text[stop:limit]
        if quoted := re.match(r"\s*[«\"“][^»\"”]{2,120}[»\"”]", rest):
            solid = stop = stop + quoted.end()
            governed = True
            continue
        more = re.match(r"(\s+)([А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)", rest)
        if more is None:
            break
        follower = more.group(2)
        if follower == "имени" or (follower[0].isupper() and not _opens(follower, rest[more.start(2) :], shorts, word)):
            stop += more.end()
            governed, placed = True, follower[0].isupper() and not follower.isupper()
            solid = stop if adjective(follower.lower()) is None or noun(follower.lower()) is not None else solid
            continue
        if follower.lower() in TAILS.get(word, ()):
            clause = re.match(r"\s+[^,;:.()]{3,110}?(?=[,;:.()]|\s+и\s|$)", rest)
            if clause is None:
                return solid
            further = re.match(r",\s+([а-яё]+)[^,;:.()]{0,80}?(?=[,;:.()]|\s+и\s|$)", rest[clause.end() :])
            named = further and noun(further.group(1), "gent") is not None and adjective(further.group(1)) is None
            return stop + clause.end() + (further.end() if further and named else 0)
        if follower == "и" and governed and not placed:
            after = re.match(r"\s+и\s+([А-Яа-яЁё-]+)", rest)
            if after and _genitive(after.group(1)) and not _body(rest[after.start(1) :], "gent", shorts):
                stop += after.end()
                continue
            break
        managed = text[solid - 10 : solid].lower().endswith(("управления", "управление", "управлением", "управлению"))
        if not follower[0].islower() or not (_genitive(follower) or (managed and noun(follower, "ablt") is not None)):
            break
        if placed and solid == stop:
            break  # «… Дальней области предложения»: the name ended with its place
        stop += more.end()
        governed = True
        if managed or adjective(follower) is None or noun(follower, "gent") is not None:
            solid = stop
    stop = solid
    tells = re.match(r",\s+([а-яё]+)", text[stop:limit])
    if tells and IDENTIFIES.match(tells.group(1)):
        whole = re.match(r",\s+[^,;:.()]{3,150}", text[stop:])
        if whole:
            stop += len(whole.group(0).rstrip())
    return stop


def _opens(follower: str, rest: str, shorts: frozenset[str], word: str) -> bool:
    """Whether a capital word begins another body («ММЦ Департамент …»); an owner in the genitive does not."""
    folded = fold(follower)
    if folded in LEGAL_FORMS:
        return word not in LEGAL_FORMS and word not in {"учреждение", "организация"}
    if folded.isupper() or _genitive(follower.lower()):
        return False
    return head(rest[:80], "nomn", shorts) is not None


def _of_body(tail: str, shorts: frozenset[str]) -> bool:
    """Whether the words after a role name the body it is of («специалисты методических служб»)."""
    return bool(tail) and (head(tail, "gent", shorts) is not None or head(tail, "nomn", shorts) is not None)


def _body(rest: str, case: str, shorts: frozenset[str]) -> bool:
    return head(rest[:80], case, shorts) is not None


@lru_cache(maxsize=20_000)
def _genitive(word: str) -> bool:
    low = word.lower()
    if len(low) < 2 or low in {"их", "его", "ее", "её", "при", "для", "от", "до"}:
        return False
    best = parses(low)[0]
    if best.tag.POS in {"PREP", "CONJ", "VERB", "INFN", "PRTS", "ADVB", "PRCL", "NPRO"}:
        return False
    return noun(low, "gent") is not None or any(
        p.tag.case == "gent" for p in parses(low) if p.tag.POS in {"ADJF", "PRTF"}
    )
