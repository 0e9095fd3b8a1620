"""A statement's text before matching: recognition noise mended, cut into words and marks."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.morph import is_word

# Letters of the two alphabets that a recogniser takes for one another.
_HOMOGLYPHS = str.maketrans("aceopxykmthbAEOPCXYKMTHBuigrnzl", "асеорхукмтнвАЕОРСХУКМТНВиигрпзл")
_MIXED = re.compile(r"\b(?=\w*[а-яА-ЯёЁ])(?=\w*[a-zA-Z])\w+\b")
_CUT = re.compile(r"([а-яё]{2,})-\s+([а-яё]{2,})", re.IGNORECASE)
# «(далее – ЦНППМ)», «далее – ММС»: a name is introduced, nothing is said.
_SHORT_NAME = re.compile(r"\(\s*далее\b[^()]*\)|\bдалее\s*[–—-]\s*[\w-]+", re.IGNORECASE)
# The system's own name says nothing of the duty: «региональная система научно-методического сопровождения…» → рснмс.
_SYSTEM = re.compile(
    r"(?:(?:един|федеральн|региональн|муниципальн|республиканск|краев|областн|окружн)[а-я]+\s+)*"
    r"систем[а-я]*\s+(?:научно\s*-?\s*методическ[а-я]+\s+сопровождени[а-я]+|методическ[а-я]+\s+сопровождени[а-я]+(?=\s+педагог))"
    r"(?:\s+(?:педагогическ|руководящ|управленческ)[а-я]+(?:\s+(?:работник|кадр)[а-я]*)?"
    r"(?:\s*,?\s+и\s+(?:педагогическ|руководящ|управленческ)[а-я]+\s+(?:работник|кадр)[а-я]*)?)?"
)
_PIECE = re.compile(r"[а-яёa-z0-9]+|[;:,()./]", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def _known(word: str) -> bool:
    return is_word(word)


def _join_if_word(found: re.Match[str]) -> str:
    joined = found.group(1) + found.group(2)
    return joined if _known(joined) else f"{found.group(1)}-{found.group(2)}"


def repair(text: str) -> str:
    """The text with recognition noise mended: homoglyphs, hyphens at a line's end, introduced short names dropped."""
    text = re.sub(r"<[^>]*>", " ", text).replace("\u00ad", "")
    text = _MIXED.sub(lambda found: found.group(0).translate(_HOMOGLYPHS), text)
    text = _CUT.sub(_join_if_word, text)
    return _SYSTEM.sub(" рснмс ", _SHORT_NAME.sub(" ", text).lower().replace("ё", "е"))


def split(text: str) -> list[str]:
    """Words and marks in order; a word cut in two by a space is joined when only the whole is a word."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        before = pieces[-1] if pieces else ""
        if (
            len(piece) > 1
            and before.isalpha()
            and piece.isalpha()
            and len(before) + len(piece) > 6
            and not (_known(before) and _known(piece))
            and _known(before + piece)
        ):
            pieces[-1] = before + piece
        else:
            pieces.append(piece)
    return pieces
