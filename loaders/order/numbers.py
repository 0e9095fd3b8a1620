"""Numbers and bounds as acts write them: «не менее 2 000», «не реже двух раз», «20,5 %»."""

from __future__ import annotations

import re
from typing import Final, Literal

from loaders.order.wordings import table

_WORDS: Final[dict[str, float]] = {k.replace("ё", "е"): float(v) for k, v in table("numbers", "numbers").items()}
# A number in digits or in words, one group; an ending («5-ти», «3-х») or the same in brackets goes with it.
NUMBER: Final = (
    r"(?<![\w.,])(\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|"
    + "|".join(w.replace("е", "[её]") for w in sorted(_WORDS, key=len, reverse=True))
    + r")(?![а-яё])(?:\s?-\s?(?:х|ти|и|ми|мя|го|ех|ех|дневн\w*)\b)?(?:\s*\([а-яё\s]{3,30}\))?"
)
_WORD = r"более|менее|больше|меньше|ниже|выше|свыше|реже|чаще|превыша\w+|превысит\w*|старше|младше"
BOUND: Final = re.compile(
    rf"не\s+(?:(?:будет|будут|долж\w+|может|могут)\s+(?:быть\s+)?)?({_WORD})\s+(?:чем\s+)?"
    rf"(?:(?:в|до|на|для|у|с|по|из|к)\s+)?{NUMBER}\s*(%|процент\w*|[а-яё]+\.?)?",
    re.I,
)

_SHORT_UNITS = frozenset({"чел.", "ед.", "шт.", "руб.", "тыс."})


def op_of(word: str) -> Literal["<=", ">="]:
    """«более» (after «не») bounds from above, «менее», «реже» from below."""
    return "<=" if word.lower().startswith(("бол", "выше", "свыше", "чаще", "превы", "старш")) else ">="


def number_of(text: str) -> float:
    """A number in digits or in words; raises ValueError for anything else."""
    low = re.sub(r"\s+", " ", text.lower().replace("ё", "е").replace("\u00a0", " ")).strip()
    if low in _WORDS:
        return _WORDS[low]
    return float(low.replace(" ", "").replace(",", ".").strip("."))


def unit_word(word: str | None) -> str | None:
    """The unit after a bound, without the stop of a sentence: «процентов» → «%», «чел.» stays; None for none."""
    plain = (word or "").strip()
    if plain.lower().startswith("процент"):
        return "%"
    return (plain if plain.lower() in _SHORT_UNITS else plain.rstrip(".")) or None
