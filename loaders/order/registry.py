"""The subjects of one act: one body under several names, cases and recognition slips is one subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from loaders.order.heads import fold
from loaders.order.lexicon import ACRONYMS, LEGAL_FORMS, SYSTEMS
from loaders.order.names import FURTHER, Name, key, parse, split
from loaders.order.shorts import GLOSS, REACH, inner_name, name_before, proper_name, several

UNIQUE = frozenset(
    {
        "authority",
        "institute",
        "centre",
        "methodical-service",
        "council",
        "federal-operator",
        "association",
        "community",
    }
)


@dataclass
class Entry:
    """A subject while the act is being read; `aliases` are keys under which it is known."""

    name: str
    kind: str
    head: str
    clause: str
    short: str | None = None
    level: str | None = None
    level_from: int = 0  # how good the evidence for the level is: 3 heading, 2 own name, 1 the act
    parent: Entry | None = None
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    plural: bool = False
    used: bool = False
    listed: bool = False
    headed: bool = False  # its name is the wording of a heading


def _shown(name: Name) -> str:
    """The name as shown: a body's begins with a capital."""
    plain = name.kind == "role" or name.plural or not name.text[:1].islower()
    return name.text if plain else name.text[0].upper() + name.text[1:]


def _one_class(a: str, b: str) -> bool:
    """«профессиональные организации» and «профессиональные организации, реализующие …»: one class of organisations."""
    (base, _, tail), (other, _, rest) = a.partition(", "), b.partition(", ")
    same = key(base) == key(other) and len(key(base)) > 1
    return same and bool(tail or rest) and (not tail or not rest or fuzz.partial_ratio(fold(tail), fold(rest)) >= 60)


# Roles of the system itself: one act has one kind of them. Leaders and specialists are of many bodies.
BACK_ROLES = frozenset({"методист", "тьютор", "наставник", "координатор", "куратор"})
INITIALED = re.compile(r"\s\(([А-ЯЁ]{2,8})\)")


class Registry:
    """Finds or makes the entry a phrase means. Abbreviations defined in the act are collected first (`learn`)."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.long: dict[str, str] = {}  # short form → long form as the act has it (nominative)
        self.plain: set[str] = set()  # short forms of things that are no subjects (РСНМС, ДПП …)
        self.shorts: frozenset[str] = frozenset()
        self.recent: list[Entry] = []  # the subjects in the order the act spoke of them, the latest last

    def learn(self, texts: Iterable[str]) -> None:
        """Collect «далее – X» definitions and abbreviation lists from all paragraphs of the act."""
        found: dict[str, Name] = {}
        times: Counter[str] = Counter()  # an abbreviation is defined once; a hostile text may do so thousands of times
        for text in texts:
            for m in FURTHER.finditer(text):
                for short in several(m.group(1)):
                    times[short] += 1
                    if not short or len(short) > 60 or times[short] > 3:
                        continue
                    name = name_before(text[max(0, m.start() - REACH) : m.start()], short)
                    self._define(short, name, found)
            for m in INITIALED.finditer(text):
                times[m.group(1)] += 1
                if times[m.group(1)] > 3:
                    continue
                name = name_before(text[max(0, m.start() - REACH) : m.start()], m.group(1))
                if name is not None:
                    self._define(m.group(1), name, found, weak=True)
            listed = GLOSS.match(text.strip(" ;."))
            if listed and len(text) < 400:
                short, long = listed.group(1).strip(), parse(listed.group(2))
                repeats = long is not None and key(short)[:1] == (long.head,)
                if re.match(r"[А-ЯЁA-Z]{2}", short) or repeats:
                    self._define(short, long, found, weak=True)
        for short, name in found.items():
            self.long[short] = name.text
        self.shorts = frozenset(s for s in found if " " not in s and sum(c.isupper() for c in s) > 1) - self.plain
        for short, name in found.items():
            entry = self._match(name)
            if entry is None:
                entry = Entry(_shown(name), name.kind, name.head, "", short=short, plural=name.plural)
                self.entries.append(entry)
            entry.short = entry.short or short
            entry.aliases |= {key(name.text), key(short), *inner_name(name.text)}

    def _define(self, short: str, name: Name | None, found: dict[str, Name], weak: bool = False) -> None:
        if name is None:
            if short not in found and not weak:
                self.plain.add(fold(short))
            return
        if short in found and (weak or len(found[short].text) >= len(name.text)):
            return
        found[short] = name
        self.plain.discard(fold(short))

    def headed(self, phrase: str, clause: str) -> list[Entry]:
        """The subjects a heading names; the heading's wording becomes the name they are known by."""
        entries = self.resolve(phrase, "nomn", clause)
        names = split(phrase.strip(" .;,:"), "nomn", self.shorts)
        if len(names) == len(entries):
            for name, entry in zip(names, entries, strict=True):
                if not entry.headed and name.kind != "short" and len(key(name.text)) > 1:
                    entry.name, entry.plural, entry.headed = _shown(name), name.plural, True
                    entry.aliases.add(key(name.text))
        return entries

    def resolve(self, phrase: str, case: str, clause: str, make: bool = True) -> list[Entry]:
        """The subjects a phrase names (several for «A и B»); [] when it names none."""
        text = phrase.strip(" .;,:")
        if not text or fold(text) in self.plain or fold(text.split()[0]) in self.plain:
            return []
        whole = self._known(text)
        if whole:
            return [whole]
        first = fold(re.match(r"\S*", text).group(0)).strip(" ,;:.")  # type: ignore[union-attr]
        if (
            first.isupper()
            and len(first) >= 4
            and first not in ACRONYMS
            and first not in LEGAL_FORMS
            and (near := self._slip(first))
        ):
            return [near]
        names = split(text, case, self.shorts)
        result: list[Entry] = []
        for name in names:
            entry = self._match(name)
            if entry is None and make:
                entry = self._make(name, clause)
            if entry is not None and entry not in result:
                if name.short and not entry.short:
                    entry.short = name.short
                if name.short:
                    entry.aliases.add(key(name.short))
                entry.aliases.add(key(name.text))
                entry.clause = entry.clause or clause
                result.append(entry)
        if make:
            self.recent = [e for e in self.recent if e not in result] + result
        return result

    def _known(self, text: str) -> Entry | None:
        wanted = key(text)
        for e in self.entries:
            if wanted and wanted in e.aliases:
                return e
        return None

    def _make(self, name: Name, clause: str) -> Entry | None:
        word = name.head
        if name.kind == "short" or (
            len(name.text.split()) == 1
            and name.kind != "authority"
            and name.text.isupper()
            and word not in ACRONYMS
            and word not in LEGAL_FORMS
        ):
            near = self._slip(word)
            if near is not None or name.kind == "short":
                return near
        kind = "organisation" if name.kind == "short" else name.kind
        text = (
            name.text[0].upper() + name.text[1:]
            if kind != "role" and name.text[0].islower() and not name.plural
            else name.text
        )
        aliases = {key(name.text), *inner_name(name.text)}
        entry = Entry(text, kind, word, clause, short=name.short, aliases=aliases, plural=name.plural)
        if word in ACRONYMS and word == fold(name.text.split()[0]):
            entry.short = entry.short or name.text.split()[0]
            entry.aliases.add((word,))
        self.entries.append(entry)
        return entry

    def _slip(self, word: str) -> Entry | None:
        """An abbreviation that is defined nowhere may be a recognition slip of one that is."""
        if len(word) < 4:
            return None
        near = [
            e
            for e in self.entries
            if e.short
            and len(fold(e.short)) >= 5
            and fold(e.short).isupper()
            and fold(e.short)[0] == word[0]
            and OSA.distance(word, fold(e.short)) <= (2 if len(word) > 4 else 1)
        ]
        return near[0] if len(near) == 1 else None

    def _match(self, name: Name) -> Entry | None:
        wanted = key(name.text)
        short = key(name.short) if name.short else None
        for e in self.entries:
            if wanted in e.aliases or (short and short in e.aliases and e.head == name.head):
                return e
        inner = inner_name(name.text)
        if len(wanted) == 1 and (back := self._back(name)) is not None:
            return back
        for e in self.entries:
            if e.kind in UNIQUE and name.kind in UNIQUE and (inner & {key(e.name)} or wanted in inner_name(e.name)):
                return e
        if len(wanted) > 1 and self.recent and (last := self.recent[-1]).head == name.head:
            longer = key(last.name)
            if longer[-len(wanted) :] == wanted and last.plural == name.plural and len(longer) == len(wanted) + 1:
                return last  # «межмуниципальные методические округа … Методические округа»
        if name.head.isupper() or name.kind == "short":
            first = (name.head,)
            rest = wanted[1:]
            for e in self.entries:
                # «ЦНППМ ВИРО» is the ЦНППМ; «МКУ «X»» is not every МКУ
                if name.head not in LEGAL_FORMS and first in e.aliases and (not rest or self._owner(rest) is not None):
                    return e
            if name.kind != "short" and name.head not in ACRONYMS and name.head not in LEGAL_FORMS:
                return self._slip(name.head)
        quoted = proper_name(name.text, name.head)
        best: tuple[float, Entry] | None = None
        for e in self.entries:
            if quoted and (other := proper_name(e.name, e.head)):
                if fuzz.ratio(quoted, other) >= 94:
                    return e
                continue
            if e.kind in UNIQUE and name.kind in UNIQUE and e.head == name.head:
                a, b = sorted((wanted, key(e.name)), key=len)
                if a and b[: len(a)] == a and (len(a) > 1 or self._only(e)):
                    return e
            if e.kind == name.kind and name.kind == "organisation" and _one_class(name.text, e.name):
                return e
            ratio = fuzz.ratio(" ".join(wanted), " ".join(key(e.name)))
            if (
                ratio >= 95
                and min(len(wanted), len(key(e.name))) >= 3
                and (best is None or ratio > best[0])
                and e.kind == name.kind
            ):
                best = ratio, e
        return best[1] if best else None

    def _back(self, name: Name) -> Entry | None:
        """What a bare word refers back to: «Совет», «Площадки», «МБУ» after the body itself was named; the latest one
        with this head. A bare role («тьютор») may be another one, so it refers back only when there is one."""
        word = name.head
        if word in LEGAL_FORMS:
            named = [e for e in self.entries if e.head == word or fold(e.short or "").startswith(word + " ")]
            return named[0] if len(named) == 1 else None
        known = [e for e in self.recent if e.head == word and e.plural == name.plural and len(key(e.name)) > 1]
        if name.kind == "role":
            return known[0] if len({e.name for e in known}) == 1 and word in BACK_ROLES else None
        return known[-1] if (known and name.kind != "authority") or len(known) == 1 else None

    def _only(self, entry: Entry) -> bool:
        return sum(e.head == entry.head for e in self.entries) == 1

    def _owner(self, rest: tuple[str, ...]) -> Entry | None:
        return next((e for e in self.entries if rest in e.aliases or (len(rest) > 1 and rest[-1:] in e.aliases)), None)

    def is_system(self, phrase: str) -> bool:
        """Whether a phrase is about the system, a programme, monitoring …: these hold no function."""
        words = key(phrase)
        return bool(words) and (words[0].lower() in SYSTEMS or fold(phrase.split()[0]) in self.plain)
