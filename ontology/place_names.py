"""Names of places in any grammatical case, without a dictionary: patterns for known names, nominatives for others.

Place names of acts are adjective + noun («Белгородская область»), noun + noun («Республика Карелия», «город Омск») or a
single word. Their endings are few, so a table does what a morphological analyser would do a thousand times slower.
"""

from __future__ import annotations

import re
import unicodedata

from ontology.russian import repair

_DASH = r"\s*[-‐‑‒–—−]?\s*"

# Ending in the nominative → endings it may have in other cases; the first match counts.
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("ая", "ая|ой|ую|ою"),
    ("ий", "ий|ого|ому|им|ом"),
    ("ый", "ый|ого|ому|ым|ом"),
    ("ой", "ой|ого|ому|ым|ом"),
    ("ь", "ь|и|ью|я|ю|ем|е"),
    ("й", "й|я|ю|ем|е"),
    ("я", "я|и|ю|ей|е"),
    ("а", "а|ы|и|е|у|ой|ою"),
    ("о", "о"),
    ("", "|а|у|ом|е"),
)

# Head nouns of territories: nominative, gender, all its singular forms.
_HEADS: tuple[tuple[str, str, str], ...] = (
    ("область", "f", r"област(?:ь|и|ью)"),
    ("край", "m", r"кра(?:й|я|ю|ем|е)"),
    ("республика", "f", r"республик(?:а|и|е|у|ой|ою)"),
    ("округ", "m", r"округ(?:а|у|ом|е)?"),
    ("район", "m", r"район(?:а|у|ом|е)?"),
    ("город", "m", r"город(?:а|у|ом|е)?"),
    ("поселение", "n", r"поселени(?:е|я|ю|ем|и)"),
)
_ADJECTIVE = re.compile(r"^(\w[\w-]*?)(?:(?P<soft>ая|ой|ую|ою|ый|ого|ому|ым|ом|ое)|(?P<hard>ий|им))$", re.I)
_GENITIVE_TOWN = re.compile(r"^([\w-]+(?:ск|цк|град|город|бург|ов|ев|ин|поль|дар))[ая]$", re.I)


def fold(text: str) -> str:
    """Return `text` fit for comparing: NFC, Cyrillic look-alikes mended, е for ё, single spaces."""
    mended = repair(unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", mended.replace("ё", "е").replace("Ё", "Е")).strip()


def _inflected(word: str) -> str:
    for ending, forms in _ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] if ending else word
            return f"{re.escape(stem)}(?:{forms})"
    return re.escape(word)


def is_abbreviation(name: str) -> bool:
    """Whether `name` is written in capitals alone (КБР, ХМАО – Югра is not): such names are matched as written."""
    return name.upper() == name and len(name) <= 8


def any_case(name: str) -> re.Pattern[str]:
    """Return a pattern that finds `name` (given in the nominative) in any case inside a folded text.

    Hyphens may be lost or stand apart, brackets may be missing, capitals are free except in abbreviations.
    """
    folded = fold(name)
    if is_abbreviation(folded):
        body = re.escape(folded).replace(r"\-", _DASH)
        return re.compile(rf"(?<![\w-]){body}(?!\w)")
    words: list[str] = []
    for token in folded.split(" "):
        if not re.search(r"\w", token):
            words.append("–")
            continue
        *first, last = token.strip("()").split("-")
        word = _DASH.join([*(re.escape(p) for p in first), last if is_abbreviation(last) else _inflected(last)])
        words.append(rf"\(?{word}\)?" if token.startswith("(") else word)
    body = r"\s+".join(words).replace(r"\s+–\s+", _DASH)
    return re.compile(rf"(?<![\w-]){body}(?!\w)", re.IGNORECASE)


def _adjective(word: str, gender: str) -> str:
    """The nominative of an adjective that agrees with a noun of this gender; the word itself when it is none."""
    found = _ADJECTIVE.match(word)
    if not found or (gender == "m" and word.lower().endswith("ой")):  # «городской» is a nominative already
        return word
    stem = found[1]
    soft = stem[-1:].lower() in "кгхжшщч"
    return stem + {"f": "ая", "n": "ое", "m": "ий" if soft else "ый"}[gender]


def nominative(name: str) -> str:
    """Return a territory's name in the nominative: «Зареченской области» → «Зареченская область».

    Only what the head noun (область, край, район, округ, город …) tells is changed; a name without one stays as it is.
    """
    words = name.split()
    for at, word in enumerate(words):
        for head, gender, forms in _HEADS:
            if not re.fullmatch(forms, word, re.IGNORECASE):
                continue
            changed = word.lower() != head
            words[: at + 1] = [*(_adjective(w, gender) for w in words[:at]), _like(head, word)]
            if changed and head == "город":  # «города Омска»: the name follows in the same case
                words[at + 1 :] = [_GENITIVE_TOWN.sub(r"\1", w) for w in words[at + 1 :]]
            return " ".join(words)
    return name.strip()


def _like(word: str, model: str) -> str:
    """`word` capitalised as `model` is."""
    return word.upper() if model.isupper() else word.capitalize() if model[:1].isupper() else word
