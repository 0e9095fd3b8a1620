"""Terms as they were meant: months misspelt or cut short, Roman numerals in look-alike letters."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from loaders.morph import is_word
from loaders.order.lexicon import HOMOGLYPHS
from loaders.order.wordings import table

_SHORT: dict[str, str] = table("terms", "months")
_NAMES = ("январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_HARD = frozenset({"март", "август"})
_FORMS = tuple(stem + end for stem in _NAMES for end in (("", "а", "е", "у") if stem in _HARD else tuple("ьяею")))
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]{4,}")
_CUT = re.compile(r"(?<![А-Яа-яЁё])(" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\.?(?=\s+20\d\d)", re.I)
_ROMAN = re.compile(r"(?<![\w.])([IІ1lПШУVУTТ]{1,3})(?=\s*(?:[-–—,и]\s*[IІ1lПШУV]{1,3}\s*)?(?:квартал|кв\b|полугоди))")
_AS_ROMAN = str.maketrans({"І": "I", "l": "I", "1": "I", "П": "II", "Ш": "III", "У": "V", "Т": "I", "T": "I"})
_VALID = frozenset({"I", "II", "III", "IV"})


@lru_cache(maxsize=4096)
def repaired(term: str) -> str:
    """The term with its months spelt as in a dictionary and its quarters in Roman or Arabic numerals.

    A word is taken for a misspelt month only when no dictionary has it and one month alone is near (distance 1, in
    words of seven letters or more 2).
    """
    text = _CUT.sub(lambda m: _SHORT[m.group(1).lower()], re.sub(r"<[^>]{1,40}>", " ", term))
    text = _WORD.sub(lambda m: _month(m.group(0)), text)
    text = re.sub(r"(\d{1,2})\.\s(\d{1,2})\.\s?(20\d\d)", r"\1.\2.\3", text)
    text = re.sub(r"(?<!\d)(20\d\d)[-.](\d\d)[-.](\d\d)(?!\d)", r"\3.\2.\1", text)
    text = re.sub(r"(?<!\d)(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)", r"\1.\2.\3", text)
    return re.sub(r"\s+", " ", _ROMAN.sub(_numeral, text)).strip()


def _month(word: str) -> str:
    plain = word.translate(HOMOGLYPHS).lower() if re.search(r"[A-Za-z]", word) else word.lower()
    if plain in _FORMS:
        return plain if plain != word.lower() else word
    if not re.fullmatch(r"[а-яё]{4,9}", plain) or is_word(plain):
        return word
    near = {f for f in _FORMS if OSA.distance(plain, f, score_cutoff=2) <= (2 if len(plain) >= 7 else 1)}
    best = min((OSA.distance(plain, f) for f in near), default=0)
    months = {f[:3] for f in near if OSA.distance(plain, f) == best}
    return min(f for f in near if OSA.distance(plain, f) == best) if len(months) == 1 else word


def _numeral(found: re.Match[str]) -> str:
    said = found.group(1)
    if said in {"1", "11", "111"}:
        return said if said == "1" else "I" * len(said)
    roman = said.translate(_AS_ROMAN)
    return roman if roman in _VALID else said
