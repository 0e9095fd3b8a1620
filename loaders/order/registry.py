"""The subjects of one act: one body under several names, cases and recognition slips is one subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from loaders.order.entry import Entry as Entry
from loaders.order.entry import Key, Merges
from loaders.order.heads import fold, head
from loaders.order.index import Index, slipped
from loaders.order.lexicon import ACRONYMS, LEGAL_FORMS, SYSTEMS
from loaders.order.names import FURTHER, Name, key, parse, split
from loaders.order.places import municipality_in
from loaders.order.reading import MergeReason
from loaders.order.shorts import GLOSS, REACH, inner_name, name_before, proper_name, several


def _shown(name: Name) -> str:
    """The name as shown: a body's begins with a capital."""
    plain = name.kind == "role" or name.plural or not name.text[:1].islower()
    return name.text if plain else name.text[0].upper() + name.text[1:]


def _one_class(a: str, b: str) -> bool:
    """«профессиональные организации» and «профессиональные организации, реализующие …»: one class of organisations."""
    (base, _, tail), (other, _, rest) = a.partition(", "), b.partition(", ")
    same = key(base) == key(other) and len(key(base)) > 1
    return same and bool(tail or rest) and (not tail or not rest or fuzz.partial_ratio(fold(tail), fold(rest)) >= 60)


def _closed(text: str) -> str:
    """A phrase with the quote closed that was opened before an abbreviation («МКУ «ЦРО совместно с …»)."""
    if text.count("«") <= text.count("»"):
        return text
    return re.sub(r"«([А-ЯЁ][\w-]*[А-ЯЁ])(?=\s+[а-яё]|$)", r"«\1»", text, count=1)


# Roles of the system itself: one act has one kind of them. Leaders and specialists are of many bodies.
BACK_ROLES = frozenset({"методист", "тьютор", "наставник", "координатор", "куратор"})
# Roles every school has: «кураторы образовательных организаций» are what the act calls «куратор».
SCHOOL_ROLES = frozenset({"наставник", "куратор"})
OF_SCHOOLS = re.compile(r"^[а-яё]+\s+(?:обще)?(?:образовательн\w+\s+(?:организаци|учреждени)\w+|школ[аы]?)$", re.I)
LEADER = "руководитель"
OWN = re.compile(r"^(?:его|её|ее|их|сво(?:й|я|ё|е|и|их|им|ими|его|ему|ей|ю))\s", re.I)
# «Профильная кафедра», «соответствующий отдел»: that of the bodies named before which the matter concerns.
ANY_OF = re.compile(r"^(?:профильн|соответствующ|курирующ)\w+\s+(?=\S)", re.I)
POST = re.compile(r"^зам\.?\s+(?=(?:директор|руководител|начальник|заведующ|глав|министр)\w*)", re.I)
INITIALED = re.compile(r"\s\(([А-ЯЁ]{2,8})\)")


class Registry:
    """Finds or makes the entry a phrase means. Abbreviations defined in the act are collected first (`learn`).

    `merges` keeps which other writings were taken for an entry, and why.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.long: dict[str, str] = {}  # short form → long form as the act has it (nominative)
        self.plain: set[str] = set()  # short forms of things that are no subjects (РСНМС, ДПП …)
        self.shorts: frozenset[str] = frozenset()
        self.recent: dict[Entry, None] = {}  # the subjects in the order the act spoke of them, the latest last
        self.merges = Merges()
        self._index = Index()
        self._abbreviated: list[Entry] = []

    def learn(self, texts: Iterable[str]) -> None:
        """Collect «далее – X» definitions and abbreviation lists from all paragraphs of the act."""
        found: dict[str, Name] = {}
        times: Counter[str] = Counter()  # an abbreviation is defined once; a hostile text may do so thousands of times
        for text in texts:
            if town := municipality_in(text[:2000]):
                self._index.towns.add(town)
            for m in FURTHER.finditer(text):
                for short in several(m.group(1)):
                    times[short] += 1
                    if not short or len(short) > 60 or times[short] > 3:
                        continue
                    name = name_before(text[max(0, m.start() - REACH) : m.start()], short)
                    if name and "соответственно" in m.group(0) and len(each := split(name.text)) > 1:
                        name = each[0]  # «X и Y (далее соответственно – A, B)»: the name of the first goes up to «и»
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
            entry, _ = self._match(name)
            if entry is None:
                entry = self.add(Entry(_shown(name), name.kind, name.head, "", short=short, plural=name.plural))
            self._abbreviate(entry, short)
            self.know(entry, name.text, short)
            self._index.know(entry, inner_name(name.text))

    def _define(self, short: str, name: Name | None, found: dict[str, Name], weak: bool = False) -> None:
        if name is None:
            if short not in found and not weak:
                self.plain.add(fold(short))
            return
        if short in found and (weak or len(found[short].text) >= len(name.text)):
            return
        found[short] = name
        self.plain.discard(fold(short))

    def know(self, entry: Entry, *writings: str) -> None:
        """Make an entry known under more writings."""
        self._index.know(entry, (key(w) for w in writings))

    def add(self, entry: Entry) -> Entry:
        """Take an entry as it is: a subject the act names in a way `resolve` does not read."""
        entry.position = len(self.entries)
        self.entries.append(entry)
        self._index.add(entry)
        return entry

    def _abbreviate(self, entry: Entry, short: str | None) -> None:
        if short and not entry.short:
            entry.short = short
        if short:
            self.plain.discard(fold(short))  # «(далее – X)» after a name the list of abbreviations could not read
        if entry.short and entry not in self._abbreviated:
            self._abbreviated.append(entry)

    def headed(self, phrase: str, clause: str) -> list[Entry]:
        """The subjects a heading names; the heading's wording becomes the name they are known by."""
        entries = self.resolve(phrase, "nomn", clause)
        names = split(phrase.strip(" .;,:"), "nomn", self.shorts)
        if len(names) == len(entries):
            for name, entry in zip(names, entries, strict=True):
                if not entry.headed and name.kind != "short" and len(key(name.text)) > 1:
                    entry.name, entry.plural, entry.headed = _shown(name), name.plural, True
                    self.know(entry, name.text)
                    self._index.name(entry)
        return entries

    def resolve(self, phrase: str, case: str, clause: str, make: bool = True) -> list[Entry]:
        """The subjects a phrase names (several for «A и B»); [] when it names none.

        `make` adds those the act has not named yet; without it nothing is remembered of the phrase.
        """
        text = _closed(phrase.strip(" .;,:"))
        if case == "nomn":
            text = POST.sub("заместитель ", text)
        if not text or fold(text) in self.plain or fold(text.split()[0]) in self.plain:
            return []
        if whole := next(iter(self._index.known(key(text))), None):
            self.merges.note(whole, text, self._plainly(text, case, whole), None, clause, make)
            return [whole]
        word = fold(text)
        if word.isalpha() and word.isupper() and len(word) > 2 and (meant := self._index.stands_for(word)):
            self.merges.note(meant, text, Name(text, meant.head, meant.kind), "short-form", clause, make)
            if make:
                self._abbreviate(meant, text)
                self.know(meant, text)
            return [meant]
        first = re.split(r"\s", fold(text), maxsplit=1)[0].strip(" ,;:.")
        if (
            first.isupper()
            and len(first) >= 3
            and first not in ACRONYMS
            and first not in self.shorts
            and first not in LEGAL_FORMS
            and (near := slipped(first, self._abbreviated))
        ):
            self.merges.note(near, text, Name(text, near.head, near.kind), "slip", clause, make)
            return [near]
        names = split(text, case, self.shorts)
        result: list[Entry] = []
        for name in names:
            entry, why = self._match(name)
            made = entry is None and make
            if made:
                entry, why = self._make(name, clause)
            if entry is not None and make and (held := self._held(name)):
                self._index.know(entry, [held])
            if entry is None or entry in result:
                continue
            result.append(entry)
            entry.clause = entry.clause or (clause if make else "")
            if make:
                self._abbreviate(entry, name.short)
                self.know(entry, name.text, *([name.short] if name.short else []))
            self.merges.note(entry, text if len(names) == 1 else name.text, name, why, clause, make)
        if make:
            for entry in result:
                self.recent.pop(entry, None)
                self.recent[entry] = None
        return result

    def _plainly(self, text: str, case: str, entry: Entry) -> Name:
        """How a phrase that is known as it stands reads in the nominative."""
        return parse(text, case, self.shorts) or Name(text, entry.head, entry.kind, plural=entry.plural)

    def _make(self, name: Name, clause: str) -> tuple[Entry | None, MergeReason | None]:
        word = name.head
        if OWN.match(name.text):
            return None, None  # «её подразделения» names nobody by itself
        if name.kind == "short" or (
            len(name.text.split()) == 1
            and name.kind != "authority"
            and name.text.isupper()
            and word not in ACRONYMS
            and word not in LEGAL_FORMS
        ):
            near = slipped(word, self._abbreviated)
            if near is not None or name.kind == "short":
                return near, "slip"
        aliases = {key(name.text), *inner_name(name.text)}
        entry = Entry(_shown(name), name.kind, word, clause, aliases=aliases, plural=name.plural)
        self.add(entry)
        self._abbreviate(entry, name.short)
        if word in ACRONYMS and word == fold(name.text.split()[0]):
            self._abbreviate(entry, name.text.split()[0])
            self.know(entry, word)
        return entry, None

    def _match(self, name: Name) -> tuple[Entry | None, MergeReason | None]:
        """The entry a name means and why, when it goes by another name."""
        wanted = key(name.text)
        index = self._index
        options = index.known(wanted)
        if name.short:
            options += [e for e in index.known(key(name.short)) if e.head == name.head]
        if options:
            return min(options, key=lambda e: e.position), None
        if (held := self._held(name)) and (same := index.known(held)):
            return same[0], "short-form"
        if len(wanted) == 1 and (back := self._back(name)) is not None:
            return back, "refers-back"
        if (meant := self._of_kind(name)) is not None:
            return meant, "refers-back"
        if found := index.abbreviated(name):
            return found, "short-form"
        if found := index.inner(name, wanted):
            return found, "partial"
        if len(wanted) > 1 and self.recent and (last := next(reversed(self.recent))).head == name.head:
            longer = key(last.name)
            if longer[-len(wanted) :] == wanted and last.plural == name.plural and len(longer) == len(wanted) + 1:
                return last, "refers-back"  # «межмуниципальные методические округа … Методические округа»
        if name.head.isupper() or name.kind == "short":
            rest = wanted[1:]
            if name.head not in LEGAL_FORMS:
                # «ЦНППМ ВИРО» is the ЦНППМ; «МКУ «X»» is not every МКУ
                if (owned := self._owned(index.known((name.head,)), rest)) is not None:
                    return owned, "partial" if rest else None
                if name.kind != "short" and name.head not in ACRONYMS:
                    return slipped(name.head, self._abbreviated), "slip"
        if quoted := proper_name(name.text, name.head):
            named = index.quoted(name, quoted)
            return named, "partial" if named and proper_name(named.name, named.head) == quoted else "spelling"
        if found := index.shorter(name, wanted):
            return found, "partial" if len(wanted) > 1 else "refers-back"
        if found := index.levelled(name, wanted):
            return found, "partial"
        if name.kind == "organisation":
            for e in index.classes(name):
                if _one_class(name.text, e.name):
                    return e, "partial"
        return index.similar(name, wanted), "slip"

    def _held(self, name: Name) -> Key:
        """The key of a post by the body it is of, whatever that is called: «директор ИРО»; () for any other name."""
        found = head(name.text, "nomn", self.shorts) if name.kind == "role" else None
        body = self.known(name.text[found[1] :]) if found and name.text[found[1] :].strip() else None
        return (*key(name.text[: found[1]]), f"#{body.position}") if found and body else ()

    def _owned(self, bearers: list[Entry], rest: Key) -> Entry | None:
        """The body an abbreviation means when the words after it («ЦНППМ ИРО») say whose it is, or nothing is said."""
        if not bearers or not rest:
            return bearers[0] if bearers else None
        owner = next(iter(self._index.known(rest)), None) or self._index.ending(rest[-1])
        return bearers[0] if owner is not None else None

    def _of_kind(self, name: Name) -> Entry | None:
        """The one subject a name means by its kind alone: «профильная кафедра», «кураторы школ»."""
        if name.head in SCHOOL_ROLES and OF_SCHOOLS.match(name.text):
            return next((e for e in self._index.known((name.head,)) if e.kind == "role"), None)
        if name.head in SCHOOL_ROLES and len(key(name.text)) == 1:
            double = [e for first in ("педагог", "учитель") for e in self._index.headed(f"{first}-{name.head}")]
            return double[0] if len(double) == 1 else None  # «педагог-наставник … наставники»
        if ANY_OF.match(name.text) and len(key(name.text)) == 2:
            met = self._index.headed(name.head)
            return met[0] if len(met) == 1 else None
        return None

    def _of_school(self, known: list[Entry]) -> bool:
        """Whether the only leader the act has named leads a school: «руководитель» is that one then."""
        return len(self._index.headed(LEADER)) == 1 and any(OF_SCHOOLS.match(e.name) for e in known)

    def _back(self, name: Name) -> Entry | None:
        """What a bare word refers back to: «Совет», «Площадки», «МБУ» after the body itself was named; the latest one
        with this head. A bare role («тьютор») may be another one, so it refers back only when there is one."""
        word = name.head
        if word in LEGAL_FORMS:
            named = [e for e in self.entries if e.head == word or fold(e.short or "").startswith(word + " ")]
            return named[0] if len(named) == 1 else None
        several = name.kind in {"role", "authority"}
        known: list[Entry] = []
        for e in reversed(self.recent):
            number = e.plural == name.plural or word in BACK_ROLES
            if e.head == word and number and len(key(e.name)) > 1:
                known.append(e)
                if not several or len({k.name for k in known}) > 1:
                    break
        if name.kind == "role":
            alone = word in BACK_ROLES or (word == LEADER and self._of_school(known))
            return known[0] if alone and len({e.name for e in known}) == 1 else None
        return known[0] if (known and name.kind != "authority") or len(known) == 1 else None

    def known(self, phrase: str) -> Entry | None:
        """The first subject known under just these words in any case; None when none is."""
        return next(iter(self._index.known(key(phrase))), None)

    def opening(self, word: str) -> Sequence[tuple[Key, Entry]]:
        """The keys under which subjects are known that open with a word, the longest first, each with its subject."""
        return self._index.opening(word)

    def bodies(self, word: str) -> list[Entry]:
        """The subjects whose name has this head noun, in the order they were met."""
        return self._index.headed(word)

    def is_system(self, phrase: str) -> bool:
        """Whether a phrase is about the system, a programme, monitoring …: these hold no function."""
        words = key(phrase)
        return bool(words) and (words[0].lower() in SYSTEMS or fold(phrase.split()[0]) in self.plain)
