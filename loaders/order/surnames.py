"""Surnames: their nominative by the case they stand in, and several writings of one person's name taken for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from loaders.morph import is_word, parses
from loaders.order.heads import fold
from loaders.order.names import mend

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
# initials before a surname win over those after a word («Министр И.И. Седова»)
INITIALED = re.compile(
    rf"(?P<after>{_WORD})\s+(?P<a>[А-ЯЁ])\.\s?(?P<b>[А-ЯЁ])(?:\.|(?![.\w]))(?!\s?[А-ЯЁ][а-яё])|(?P<c>[А-ЯЁ])\.\s?(?P<d>[А-ЯЁ])\.\s?(?P<before>{_WORD})"
)
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:(?:вич|ьич|мич|кич)(?:а|у|ем|е)?|(?:вн|ичн)(?:а|ы|е|у|ой)|оглы|кызы)"
FULL = re.compile(
    rf"(?P<s>{_WORD})\s+(?P<n>[А-ЯЁ][а-яё]+)\s+(?P<p>{_PATRONYMIC})\b|(?P<n2>[А-ЯЁ][а-яё]+)\s+(?P<p2>{_PATRONYMIC})\s+(?P<s2>{_WORD})"
)
# Endings of surnames the dictionary does not decline: of the case → of the nominative. The order matters.
_ENDINGS = {
    "accs": (
        (r"(?<=[оеёи]в)у$|(?<=[иы]н)у$", "а"),
        (r"(?<=[оеёи]в)а$|(?<=[иы]н)а$", ""),
        ("скую$", "ская"),
        ("ц?кую$", "ая"),
        ("ского$", "ский"),
        (r"(?<=[нтлдр])ого$", "ый"),
    ),
    "datv": (
        (r"(?<=[оеёи]в)у$|(?<=[иы]н)у$", ""),
        (r"(?<=[оеёи]в)ой$|(?<=[иы]н)ой$", "а"),
        ("скому$", "ский"),
        ("ской$", "ская"),
        (r"(?<=[нтлдр])ому$", "ый"),
    ),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A person as printed: surname and initials apart, `full` when the name and the patronymic are written out."""

    surname: str
    initials: str
    full: str | None = None

    @property
    def shown(self) -> str:
        """«Иванова И.И.», or the full name when the act gives it."""
        return self.full or f"{self.surname} {'.'.join(self.initials)}."


def repaired(text: str) -> str:
    """Look-alike Latin letters and digits in a name («3.А. Седова» with a digit) as Cyrillic letters."""
    text = mend(re.sub(r"\b3(?=\.\s?[А-ЯЁ]\.)|(?<=[А-ЯЁ]\.)3(?=\.)|(?<=[А-ЯЁ]\.\s)3(?=\.)", "З", text))
    return re.sub(r"(?<![A-Za-z])([ABCEHKMOPTX])(?=\.\s?[А-ЯЁ]\.)|(?<=[А-ЯЁ]\.)([ABCEHKMOPTX])(?=\.)", _letter, text)


def _letter(m: re.Match[str]) -> str:
    return fold(m.group(0))


def named(text: str) -> Named | None:
    """The person a short text opens with («И.И. Седова», «Седова И.И.», «Седова Инна Ильинична»), or None."""
    text = repaired(text).strip(" ()")
    if found := INITIALED.match(text):
        g = found.groupdict()
        return Named(g["after"] or g["before"], (g["a"] or g["c"]) + (g["b"] or g["d"]))
    if found := FULL.match(text):
        g = found.groupdict()
        surname, first, middle = g["s"] or g["s2"], g["n"] or g["n2"], g["p"] or g["p2"]
        return Named(surname, first[0] + middle[0], f"{surname} {first} {middle}")
    return None


def nominative(surname: str, case: str) -> str:
    """The nominative of a surname in `case` (accs: «возложить на …», datv: «поручить …», nomn). A surname whose
    nominative cannot be told stays as printed."""
    if case == "nomn":
        return surname
    return "-".join(_nominative(part, case) for part in surname.split("-"))


def in_nominative(who: Named, case: str) -> Named:
    """A person whose name stands in `case`, with every word of the name in the nominative."""
    surname = nominative(who.surname, case)
    if who.full is None or case == "nomn":
        return Named(surname, who.initials, who.full)
    _, first, middle = who.full.split()
    return Named(
        surname, who.initials, f"{surname} {_nominative(first, case, 'Name')} {_nominative(middle, case, 'Patr')}"
    )


def _nominative(word: str, case: str, sort: str = "Surn") -> str:
    # the dictionary first, then what it guesses of an unknown word, then the endings of surnames
    found = [p for p in parses(word) if sort in p.tag and p.tag.number == "sing"]
    for p in (p for p in found if p.tag.case == case and "Fixd" not in p.tag):
        shape = p.inflect({"nomn"})
        if shape:
            return _cased(word, str(shape.word))
    if any("Fixd" in p.tag for p in found):
        return word
    for ending, instead in _ENDINGS.get(case, ()):
        if re.search(ending, word):
            return re.sub(ending, instead, word)
    return word


def _cased(word: str, shape: str) -> str:
    kept = "".join(
        "ё" if word[i : i + 1] == "ё" and c == "е" else "е" if c == "ё" and word[i : i + 1] == "е" else c
        for i, c in enumerate(shape)
    )
    return kept[:1].upper() + kept[1:]


def _nominatives(surname: str) -> set[str]:
    """The nominatives a surname that cannot be one itself may come from («Седову»: «Седов», «Седова»)."""
    if any("Surn" in p.tag and p.tag.case == "nomn" for p in parses(surname)):
        return set()
    return {nominative(surname, case) for case in ("accs", "datv")} - {surname}


def groups(people: Iterable[Named]) -> dict[Named, Named]:
    """Each writing → the one its person goes by: the fullest known to the dictionary, else the most frequent.

    One person: the same surname, a case of it, or a slip of recognition (one letter, the same initials and gender,
    the first letter kept, not both of them words the dictionary knows).
    """
    times = Counter(people)
    chosen: dict[Named, Named] = {}
    leaders: list[Named] = []
    for one in sorted(times, key=lambda n: (-times[n], not is_word(n.surname), n.full is None, n.surname)):
        leader = next((other for other in leaders if _same(one, other)), None)
        chosen[one] = leader or one
        if leader is None:
            leaders.append(one)
    return chosen


def _same(one: Named, other: Named) -> bool:
    if one.initials != other.initials:
        return False
    a, b = fold(one.surname), fold(other.surname)
    if a == b or one.surname in _nominatives(other.surname) or other.surname in _nominatives(one.surname):
        return True
    if min(len(a), len(b)) < 6 or a[0] != b[0] or (a[-1] in "ая") != (b[-1] in "ая"):
        return False
    return OSA.distance(a, b) == 1 and a[-1] == b[-1] and not (is_word(a) and is_word(b))
