"""The subjects of one act by their keys: which of them a name can mean, found without going through all of them."""

from __future__ import annotations

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from loaders.order.entry import Entry, Key
from loaders.order.heads import fold
from loaders.order.lexicon import ACRONYMS
from loaders.order.names import Name, key
from loaders.order.places import municipality_of
from loaders.order.shorts import inner_name, proper_name
from loaders.order.slips import near, odd

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
REGIONAL = re.compile(r"региональн|областн|краев|республиканск")
RIVALS = 50  # names that open alike and are looked at
MANY_TOWNS = 2  # an act that speaks of more municipalities may mean another body in each of them


class Index:
    """Entries by alias, name, inner name, kind and head. Entries are only ever added, aliases too."""

    def __init__(self) -> None:
        self.towns: set[str] = set()  # the municipalities the act speaks of
        self._aliases: dict[Key, list[Entry]] = defaultdict(list)
        self._last: dict[str, list[Entry]] = defaultdict(list)  # by the last word of a longer alias
        self._first: dict[str, list[tuple[Key, Entry]]] = defaultdict(list)  # by the first word, the longest first
        self._names: dict[Key, list[Entry]] = defaultdict(list)
        self._inner: dict[Key, list[Entry]] = defaultdict(list)
        self._openings: dict[Key, list[Entry]] = defaultdict(list)  # by every beginning of a name
        self._initials: dict[str, list[Entry]] = defaultdict(list)  # by the letters a name may be abbreviated to
        self._plain: dict[Key, list[Entry]] = defaultdict(list)  # by the name without the word for the region
        self._classes: dict[Key, list[Entry]] = defaultdict(list)  # by what stands before «, реализующие …»
        # by kind, letters, and whether a word is unknown
        self._sizes: dict[tuple[str, int, bool], list[Entry]] = defaultdict(list)
        self._heads: dict[str, list[Entry]] = defaultdict(list)
        self._quoted: list[tuple[str, Entry]] = []
        self._exact: dict[str, Entry] = {}  # proper name in quotes → the first entry of that name

    def add(self, entry: Entry) -> None:
        """Take a new entry; its aliases become findable."""
        self._heads[entry.head].append(entry)
        aliases, entry.aliases = entry.aliases, set()
        self.know(entry, aliases)
        self.name(entry)

    def know(self, entry: Entry, aliases: Iterable[Key]) -> None:
        """Make an entry findable under more keys."""
        for alias in sorted(a for a in aliases if a and a not in entry.aliases):
            entry.aliases.add(alias)
            self._aliases[alias].append(entry)
            insort(self._first[alias[0]], (alias, entry), key=lambda known: -len(known[0]))
            if len(alias) > 1:
                self._last[alias[-1]].append(entry)

    def name(self, entry: Entry) -> None:
        """Take the name an entry now goes by."""
        own = key(entry.name)
        self._names[own].append(entry)
        for end in range(1, len(own) + 1):
            self._openings[own[:end]].append(entry)
        for letters in _abbreviations(entry.name):
            self._initials[letters].append(entry)
        if own and REGIONAL.match(own[0]):
            self._plain[own[1:]].append(entry)
        self._classes[key(entry.name.partition(", ")[0])].append(entry)
        self._sizes[entry.kind, sum(map(len, own)), odd(own)].append(entry)
        for inner in inner_name(entry.name):
            self._inner[inner].append(entry)
        if quoted := proper_name(entry.name, entry.head):
            self._quoted.append((quoted, entry))
            self._exact.setdefault(quoted, entry)
        if town := municipality_of(entry.name):
            entry.towns.add(town)

    def known(self, wanted: Key) -> list[Entry]:
        """The entries known under a key, in the order they were met."""
        found = self._aliases.get(wanted, ()) if wanted else ()
        return sorted(found, key=lambda e: e.position)

    def opening(self, word: str) -> Sequence[tuple[Key, Entry]]:
        """The keys that open with a word and their entries, the longest key first."""
        return self._first.get(word, ())

    def ending(self, word: str) -> Entry | None:
        """The first entry one of whose longer aliases ends with a word («ИРО» of «ГАУ ДПО «ИРО»»)."""
        return min(self._last.get(word, ()), key=lambda e: e.position, default=None)

    def headed(self, word: str) -> list[Entry]:
        """The entries whose name has this head noun."""
        return self._heads.get(word, [])

    def inner(self, name: Name, wanted: Key) -> Entry | None:
        """The body whose name in quotes is the wanted one, or whose name the wanted one has in quotes."""
        if name.kind not in UNIQUE:
            return None
        options = [e for k in inner_name(name.text) for e in self._names.get(k, ()) if key(e.name) == k]
        options += self._inner.get(wanted, ())
        return min((e for e in options if e.kind in UNIQUE), key=lambda e: e.position, default=None)

    def quoted(self, name: Name, proper: str) -> Entry | None:
        """The organisation of this proper name in quotes, a slip of recognition in it allowed."""
        town = municipality_of(name.text)
        if (same := self._exact.get(proper)) and not _elsewhere(same, town):
            return same
        for other, entry in self._quoted:
            if (
                abs(len(other) - len(proper)) <= 3
                and fuzz.ratio(proper, other, score_cutoff=94)
                and near(key(proper), key(other))
                and not _elsewhere(entry, town)
            ):
                return entry
        return None

    def shorter(self, name: Name, wanted: Key) -> Entry | None:
        """The body one of whose names opens the other («Управление образования» and «… администрации района»), when
        only one can be meant."""
        if name.kind not in UNIQUE or not wanted:
            return None
        town = municipality_of(name.text)
        met = [e for end in range(1, len(wanted)) for e in self._names.get(wanted[:end], ())]
        options = []
        for e in sorted({*met, *self._openings.get(wanted, ())[:RIVALS]}, key=lambda e: e.position):
            own = key(e.name)
            least = min(len(own), len(wanted))
            if e.head != name.head or e.kind not in UNIQUE or (_quotes(name) and _quotes(e)):
                continue
            if own[:least] != wanted[:least]:
                continue  # the name it had before a heading gave it another
            if (least > 1 or len(self._heads[name.head]) == 1) and self._one_place(e, town, len(wanted) > len(own)):
                options.append(e)
        # several bodies open with the wanted words: none of them is meant more than another
        rivals = {t for e in options for t in e.towns}
        return options[0] if options and (len(rivals) < 2 or len(wanted) >= len(key(options[0].name))) else None

    def stands_for(self, word: str) -> Entry | None:
        """The one body whose name the letters of an abbreviation nobody explains are the initials of («ОИРЧ» of
        «Областной институт развития чтения»)."""
        met = [e for e in dict.fromkeys(self._initials.get(word, ())) if not e.short or fold(e.short) == word]
        fits = [e for e in met if word not in ACRONYMS or ACRONYMS[word][0] == e.kind]
        return fits[0] if len(fits) == 1 else None

    def abbreviated(self, name: Name) -> Entry | None:
        """The one body the act called by the initials of a name before it wrote the name out."""
        met = [e for word in _abbreviations(name.text) for e in self._aliases.get((word,), ()) if fold(e.name) == word]
        met = [e for e in dict.fromkeys(met) if e.kind == name.kind or "organisation" in {e.kind, name.kind}]
        return met[0] if len(met) == 1 else None

    def levelled(self, name: Name, wanted: Key) -> Entry | None:
        """The one body whose name differs by the word for the region alone («региональный центр …» and «центр …»)."""
        met = [*self._plain.get(wanted, ())]
        if REGIONAL.match(wanted[0]):
            met += self._names.get(wanted[1:], ())
        options = {e for e in met if min(len(key(e.name)), len(wanted)) >= 3 and e.head == name.head}
        options = {e for e in options if e.plural == name.plural}
        return options.pop() if len(options) == 1 else None

    def _one_place(self, entry: Entry, town: str | None, longer: bool) -> bool:
        """Whether a body may be the one of a town: not another town's, nor the general one of many."""
        if _elsewhere(entry, town):
            return False
        return not (longer and town and not entry.towns and len(self.towns) > MANY_TOWNS)

    def similar(self, name: Name, wanted: Key) -> Entry | None:
        """The entry of the same kind whose name differs by slips of recognition only."""
        options = (e for e in self._near(name, wanted) if e.plural == name.plural and near(wanted, key(e.name)))
        return min(options, key=lambda e: e.position, default=None)

    def _near(self, name: Name, wanted: Key) -> Iterator[Entry]:
        said = sum(map(len, wanted))
        strange = (True, False) if odd(wanted) else (True,)
        for letters in range(said - 3, said + 4):
            for unknown in strange:
                for e in self._sizes.get((name.kind, letters, unknown), ()):
                    if abs(len(key(e.name)) - len(wanted)) <= 1:
                        yield e

    def classes(self, name: Name) -> list[Entry]:
        """The entries of the kind of a name that say what class they are in the same words («организации, …»)."""
        return [e for e in self._classes.get(key(name.text.partition(", ")[0]), ()) if e.kind == name.kind]


def _abbreviations(name: str) -> list[str]:
    """The letters a name may be abbreviated to: the initials of all its words, or of four and more of the first."""
    words = re.findall(r"[А-Яа-яёЁ]+", fold(name.partition(", ")[0]))
    letters = "".join(w[0] for w in words if len(w) > 2 or w.isupper()).upper()
    if not 3 <= len(letters) <= 16 or any(w.isupper() and len(w) > 1 for w in words):
        return []
    return [letters[:end] for end in range(4, len(letters))] + [letters]


def _quotes(of: Name | Entry) -> bool:
    return bool(proper_name(of.text if isinstance(of, Name) else of.name, of.head))


def _elsewhere(entry: Entry, town: str | None) -> bool:
    return bool(town and entry.towns and town not in entry.towns)


def slipped(word: str, entries: Iterable[Entry]) -> Entry | None:
    """The one body whose abbreviation a word that is defined nowhere may be a recognition slip of."""
    found = [e for e in entries if e.short and _mangled(word, fold(e.short))]
    return found[0] if len(found) == 1 else None


def _mangled(word: str, short: str) -> bool:
    """Letters lost, added or mistaken in an abbreviation: two in a long one, one in «ЦНПМ», one lost or added in four
    letters or less («ВРО» of «ВИРО»)."""
    if not short.isupper() or short[0] != word[0] or len(short) < 4:
        return False
    if min(len(word), len(short)) >= 5:
        return OSA.distance(word, short, score_cutoff=2) <= 2
    lost = abs(len(word) - len(short)) == 1 and min(len(word), len(short)) >= 3 and word[-1] == short[-1]
    return OSA.distance(word, short, score_cutoff=1) == 1 and (lost or (len(short) >= 5 and len(word) >= 4))
