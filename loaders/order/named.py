"""Which subject an end is: one the act knows, or a body of the system it names here for the first time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.morph import parses
from loaders.order.ends import ABBREVIATION, PARTICIPANT, SYSTEM, End, Ends
from loaders.order.heads import head, nominative
from loaders.order.lexicon import ACRONYMS
from loaders.order.names import key
from loaders.order.registry import BACK_ROLES, Entry, Registry
from loaders.order.sentences import served
from loaders.order.tails import each, of_body, serves
from loaders.order.wordings import table

_words = table("relations", "ends")
WHOLE = frozenset(_words["bare"])
BARE = WHOLE | frozenset(_words["bare_known"])
ROLES = frozenset(_words["roles"])
STAFF = frozenset(_words["staff"])
SINGLE = frozenset(_words["single"])
OF_SYSTEM = frozenset(_words["of_system"])
INNER = frozenset(_words["inner"])
SYSTEMS: tuple[str, ...] = tuple(_words["systems"])
COMMON: dict[str, str] = table("relations", "common_names")
# An office is not the body it belongs to: «отдел министерства» is no ministry.
OFFICES_OF = frozenset({"министерство", "департамент", "управление", "комитет", "администрация", "отдел"})
NO_BODY = re.compile("|".join(_words["no_bodies"]), re.I)
QUALIFIED = re.compile(r"(?:регионал|област|крае|республиканс|окруж|город|район|муниципал)[а-яё]+\s+([а-яё]+)$", re.I)
OWN_AUTHORITY = re.compile(r"^(?:МОУО|МОУО?|муниципальн\w+ орган\w* управления образованием)$", re.I)


@dataclass(slots=True)
class Named:
    """Finds the subjects of ends in one act. `home` is the education authority of a municipal act, which such acts call
    «МОУО» as well, `issuer` the body that issued the act."""

    ends: Ends
    home: Entry | None = None
    issuer: str | None = None

    @property
    def registry(self) -> Registry:
        """The subjects of the act."""
        return self.ends.registry

    def entries(self, end: End, case: str, clause: str, make: bool = True) -> list[Entry]:
        """The subjects an end names in a case, made when the act has not named them yet. Those who are only served
        (teachers, leaders in general) and bare words that tell nobody («организация») are none."""
        if end.meant is not None:
            return self.entries(end.meant, min(end.meant.cases), clause, make)
        if end.head in {PARTICIPANT, SYSTEM}:
            return [self._class(f"субъекты {self._system(end.text)}", PARTICIPANT, clause)]
        if self.home is not None and OWN_AUTHORITY.match(end.text):
            return [self.home]
        if " " not in end.text and end.head in BARE and (end.text.islower() or end.start == 0):
            own = self._own_word(end) or self._self(end)
            return [own] if own else [self._bare(end, case, clause)] if make and end.head in WHOLE else []
        if end.known is not None:
            return [end.known] if self._acts(end.known) else []
        if (common := self._common(end, case, clause, make)) is not None:
            return [common]
        if end.head == end.text and ABBREVIATION.fullmatch(end.text) and end.text not in ACRONYMS:
            found = self.registry.resolve(end.text, "nomn", clause, make=False)
            return found or (self._abbreviation(end, clause) if make else [])
        result: list[Entry] = []
        for phrase in each(end.text, case):
            found = self.registry.resolve(phrase, case, clause, make=False) or self._only(phrase, end)
            found = found or self._qualified(phrase)
            if not found and make and self._solid(phrase, case):
                found = self.registry.resolve(phrase, case, clause)
            result += [e for e in found if e not in result and self._acts(e)]
        return result

    def of_system(self, end: End, case: str, clause: str) -> list[Entry]:
        """The roles of the system a bare plural names («обучение наставников»); [] for people in general."""
        if end.head not in OF_SYSTEM or " " in end.text or not end.text.islower() or not _many(end.text, case):
            return []
        if any(e.head == end.head for e in self.registry.entries):
            return []  # the act knows such by a longer name: which of them is not said
        entry = self._bare(end, case, clause)
        entry.kind = "role"
        return [entry]

    def owned(self, end: End, owner: Entry, clause: str) -> list[Entry]:
        """What a bare word names that a body sets up («создаёт секции, рабочие группы»): the only such of the act, else
        the owner's own («секции РУМО»)."""
        known = [e for e in self.registry.entries if e.head == end.head and (e.used or e.listed)]
        if known:
            return known if len(known) == 1 else []
        if not owner.short or end.head not in INNER:
            return []
        return self.registry.resolve(f"{end.text} {owner.short}", "nomn", clause)

    def _acts(self, entry: Entry) -> bool:
        """Whether a body can act or be acted towards: teachers in general only when the act introduces them."""
        return not served(entry) or (entry.short is not None and entry.short in self.registry.long)

    def _system(self, text: str) -> str:
        """The abbreviation an end has, in the act's first spelling; «системы» means the act's own one."""
        known = self.ends.systems or SYSTEMS
        bare = text.replace(" ", "").upper()
        return next((x for x in known if bare.endswith(x.replace(" ", "").upper())), known[0])

    def _bare(self, end: End, case: str, clause: str) -> Entry:
        """«школам», «вузам»: all of the class, whichever were named before."""
        word = head(end.text, case)
        plural = nominative(end.text, case) if word else end.text
        return self._class(plural, end.head, clause)

    def _self(self, end: End) -> Entry | None:
        """«Школа» in the act of a school is that school."""
        if not self.issuer or end.head not in {(head(self.issuer) or (0, 0, "", ""))[2], _quoted_head(self.issuer)}:
            return None
        found = self.registry.resolve(self.issuer, "nomn", "")
        return found[0] if found else None

    def _own_word(self, end: End) -> Entry | None:
        """The class the act calls by this word alone («далее – школы»), or its only class with this head."""
        named = [e for e in self.registry.entries if e.short and key(e.short) == (end.head,)]
        if named:
            return named[0]
        fits = [e for e in self.registry.entries if e.head == end.head and e.plural and (e.used or e.listed or e.short)]
        return fits[0] if len(fits) == 1 and end.head not in WHOLE else None

    def _class(self, name: str, word: str, clause: str) -> Entry:
        for e in self.registry.entries:
            if e.name == name:
                return e
        entry = Entry(name, "organisation", word, clause, plural=True)
        self.registry.add(entry)
        return entry

    def _common(self, end: End, case: str, clause: str, make: bool) -> Entry | None:
        """A class of bodies every act calls by its own words but all by one abbreviation («ШНОР»)."""
        for short, pattern in COMMON.items():
            if not re.search(pattern, end.text, re.I):
                continue
            found = self.registry.resolve(short, "nomn", clause, make=False)
            if not found and make:
                found = self.registry.resolve(end.text, case, clause)
            for e in found[:1]:
                self.registry.know(e, short)
                return e
        return None

    def _only(self, phrase: str, end: End) -> list[Entry]:
        """«академии», «площадок», «методистов» where one subject alone is such."""
        if " " in phrase or phrase.isupper():
            return []
        known = [e for e in self.registry.entries if (e.used or e.listed or e.short) and not served(e)]
        fits = [e for e in known if e.head == end.head] if phrase.islower() else []
        if any(e.kind == "role" for e in fits) and end.head not in BACK_ROLES:
            return []
        if not fits and phrase.islower() and end.head not in OFFICES_OF:
            fits = [e for e in known if e.kind not in {"role", "pair"} and end.head == _quoted_head(e.name)]
        if not fits and self.issuer and (own := head(self.issuer)) and own[2] == end.head:
            return self.registry.resolve(self.issuer, "nomn", "")  # «министерство» is the one that issued the act
        return fits if len(fits) == 1 else []

    def _qualified(self, phrase: str) -> list[Entry]:
        """«краевому институту» where the act calls a body «институт»."""
        found = QUALIFIED.match(phrase)
        if not found:
            return []
        bare = key(found.group(1))
        fits = [e for e in self.registry.entries if bare in e.aliases and e.short]
        return fits if len(fits) == 1 else []

    def _abbreviation(self, end: End, clause: str) -> list[Entry]:
        """A body the act names by an abbreviation only («ОИРО»)."""
        entry = self._class(end.text, end.text, clause)
        entry.plural = False
        entry.kind = "institute" if "ИРО" in end.text or "ИПК" in end.text else "centre"
        return [entry]

    def _solid(self, phrase: str, case: str) -> bool:
        shorts = self.registry.shorts
        found = head(phrase, case, shorts)
        if found is None or serves(found[2], phrase) or NO_BODY.search(phrase):
            return False
        start, stop, word, kind = found
        tail = phrase[stop:].strip(" ,")
        if kind == "role":
            if word in SINGLE and _many(phrase[start:stop], case):
                return False
            return word in ROLES and bool(tail or start) and (word not in STAFF or of_body(tail, shorts))
        return bool(tail or start) or word in ACRONYMS or "-" in word  # «организациями-партнёрами»


def _many(words: str, case: str) -> bool:
    """Whether a head noun in a case means several."""
    found = [p.tag for p in parses(words.split()[-1].lower()) if p.tag.case == case]
    return bool(found) and all(tag.number == "plur" for tag in found)


def _quoted_head(name: str) -> str | None:
    quoted = re.search(r"«([^»]+)", name)
    found = head(quoted.group(1)) if quoted else None
    return found[2] if found else None
