"""A statement as the matcher sees it: word forms in order, each in the head of the statement or in one of its tails.

The head names the duty («ведёт реестр методистов»); a tail only qualifies it («в целях…», «на основе…», «в том
числе…»). Recognition noise is repaired here: Latin letters inside Russian words, words cut by a hyphen or a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.morph import is_word, parses

# Letters of the two alphabets that a recogniser takes for one another.
_HOMOGLYPHS = str.maketrans("aceopxykmthbAEOPCXYKMTHBuigrnzl0", "асеорхукмтнвАЕОРСХУКМТНВиигрпзл0")
_MIXED = re.compile(r"\b(?=\w*[а-яА-ЯёЁ])(?=\w*[a-zA-Z])\w+\b")
_CUT = re.compile(r"([а-яё]{2,})-\s+([а-яё]{2,})", re.IGNORECASE)
_SHORT_NAME = re.compile(r"\(?\s*далее(?:\s+по\s+тексту)?(?:\s+соответственно)?\s*[–—-][^()]*\)?", re.IGNORECASE)
# The system's own name says nothing of the duty: «региональная система научно-методического сопровождения…» → рснмс.
_SYSTEM = re.compile(
    r"(?:(?:един|федеральн|региональн|муниципальн|республиканск|краев|областн|окружн)[а-я]+\s+)*"
    r"систем[а-я]*\s+(?:научно\s*-?\s*методическ[а-я]+\s+сопровождени[а-я]+|методическ[а-я]+\s+сопровождени[а-я]+(?=\s+педагог))"
    r"(?:\s+(?:педагогическ|руководящ|управленческ)[а-я]+(?:\s+(?:работник|кадр)[а-я]*)?"
    r"(?:\s*,?\s+и\s+(?:педагогическ|руководящ|управленческ)[а-я]+\s+(?:работник|кадр)[а-я]*)?)?"
)
_PIECE = re.compile(r"[а-яёa-z0-9]+|[;:,()./]", re.IGNORECASE)

# Words that carry nothing for the match and do not count as distance.
_STOP = frozenset({
    "и", "а", "в", "во", "на", "с", "со", "по", "к", "ко", "о", "об", "обо", "от", "из", "за", "у", "их", "его",
    "ее", "ими", "им", "том", "числе", "др", "т", "ч", "также", "иной", "иных", "иные", "или", "свой", "своей",
    "своего", "своих", "себя", "для", "при", "этом", "данный", "данной", "данного",
})  # fmt: skip
# Openings of a tail. One word, or the words in order.
_CUE_LIST = (
    "в том числе", "в целях", "с целью", "в соответствии", "на основе", "на основании", "с учетом",
    "с использованием", "с применением", "с помощью", "с привлечением", "посредством", "путем", "через",
    "в рамках", "на базе", "в ходе", "в процессе", "в формате", "в форме", "согласно", "включая", "при",
    "во взаимодействии", "исходя", "по результатам", "по итогам", "совместно с", "не реже", "в порядке", "в сроки",
    "в срок", "в случае", "силами", "по запросу", "по договору", "по поручению", "по согласованию",
)  # fmt: skip
_CUES = {
    first: tuple(tuple(cue.split()) for cue in _CUE_LIST if cue.split()[0] == first)
    for first in {cue.split()[0] for cue in _CUE_LIST}
}
# «Создаёт условия для…», «среду для…»: what follows is the duty itself.
_PASSES = ("услови", "сред", "предпосыл", "возможност")
_RELATIVE = ("котор",)
# «Направленных на…» carries the content, not a circumstance.
_CONTENT_PARTICIPLES = ("направлен", "связан", "посвящен", "касающ", "относящ")
# A head of such words alone says nothing yet: the tail after it is the duty.
_LIGHT = ("осуществл", "обеспеч", "организу", "организов", "организац", "провод", "проведен", "реализ", "явля", "участ",
          "содейств", "способств", "обязан", "несет", "выполн", "оказыва")  # fmt: skip
_PURPOSE = re.compile(r"(?:ния|тия|ции|вки|жки|тики|тки|мы|ста|ализа|бора|ета|роста|паспорта|целей)$")
_JOINERS = frozenset({"", ",", "и", "или", "также", ";", ":", "/", "числе"})
_ORGANISING = re.compile(r"организаци(?:я|и|ю|ей)$")
_ACTION_NOUN = re.compile(r"(ние|ка|ку|ция|цию|анализ|отбор|учет|сбор|контроль|мониторинг|помощь|поддержку)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the statement: as written, its possible forms (lower case, ё as е), whether it is in the head,
    whether it is an adjective or a participle (one that may stand between the words of a term), and whether it opens
    a part of its own: first in the statement, after a comma or «и», a verb, or the object of one."""

    word: str
    forms: frozenset[str]
    head: bool
    modifier: bool = False
    joined: bool = False


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


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """The word itself and the normal forms of its likely readings."""
    found = parses(word)
    best = max(p.score for p in found)
    return frozenset({word} | {str(p.normal_form).replace("ё", "е") for p in found if p.score >= 0.1 * best})


@lru_cache(maxsize=50_000)
def _tags(word: str) -> frozenset[str]:
    """Facts about the word that decide where a tail opens and ends."""
    found = parses(word)
    best = found[0].tag
    facts = {str(best.POS)} | ({"NUMR"} if word.isdigit() else set())
    finite = [p for p in found if p.tag.POS in {"VERB", "INFN", "PRTS"}]
    if finite and finite[0].score >= 0.3:
        facts.add("finite")
    noun = [p.tag.case for p in found if p.tag.POS == "NOUN" and p.score >= 0.05]
    if noun and _ACTION_NOUN.search(word) and {"nomn", "accs"} & set(noun) and "gent" not in noun:
        facts.add("action")
    return frozenset(facts)


def _pieces(text: str) -> list[str]:
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


def _is_organising(pieces: list[str], at: int) -> bool:
    """Whether «организация» names an action here, not an institution («образовательных организаций»)."""
    before = pieces[at - 1] if at else ""
    if before.isalpha() and _tags(before) & {"ADJF", "PRTF"}:
        return False
    return pieces[at] in {"организация", "организацию"} or before in {"", "в", "по", "при", "к", "об", "о", ";", "и"}


def _cue(pieces: list[str], at: int) -> bool:
    """Whether a tail opens here; «для» opens one only before an action («для освоения», not «для методистов»)."""
    if pieces[at] == "для":
        noun = next((piece for piece in pieces[at + 1 : at + 6] if not _tags(piece) & {"ADJF", "PRTF"}), "")
        return bool(_PURPOSE.search(noun))
    return any(tuple(pieces[at : at + len(cue)]) == cue for cue in _CUES.get(pieces[at], ()))


def _opens(pieces: list[str], at: int) -> bool:
    """Whether a part of its own opens here: a verb, its object, a member of an enumeration, «… по ведению»."""
    before = pieces[at - 1] if at else ""
    if before in _JOINERS or "finite" in _tags(pieces[at]):
        return True
    if before in {"в", "во"} and at > 1 and _is_light(pieces[at - 2]):
        return True  # «участвует в разработке»
    if before == "по":
        return bool(_PURPOSE.search(pieces[at])) or pieces[at].endswith(("нию", "тию", "ции"))
    return "finite" in _tags(before) or _is_light(before)


def _is_light(word: str) -> bool:
    return word.startswith(_LIGHT) or bool(_tags(word) & {"ADVB", "PRCL"})


def _opens_tail(pieces: list[str], at: int, content: list[str]) -> bool:
    """Whether what follows only qualifies the duty: a cue («в целях»), or a participle after a comma."""
    piece = pieces[at]
    if _cue(pieces, at):
        return not (piece == "для" and any(word.startswith(_PASSES) for word in content[-4:]))
    after_comma = at > 0 and pieces[at - 1] == ","
    return after_comma and "PRTF" in _tags(piece) and not piece.startswith(_CONTENT_PARTICIPLES)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a statement in order, without the empty ones; each marked as head or tail."""
    pieces = _pieces(repair(text))
    marked: list[tuple[str, bool, bool, frozenset[str]]] = []
    tail = relative = False
    outer: list[bool] = []
    content: list[str] = []
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else ""
        if piece == "(":
            outer.append(tail)
            tail = True
            continue
        if piece == ")":
            tail = outer.pop() if outer else tail
            continue
        if piece in ";:.,/":
            if piece == ";":
                tail = relative = False
            continue
        facts = _tags(piece)
        if not outer:
            if piece.startswith(_RELATIVE):
                tail = relative = True
            elif "finite" in facts and not relative:
                tail = False
            elif tail and "action" in facts and (before == "," or all(_is_light(word) for word in content)):
                tail = relative = False
            elif _opens_tail(pieces, at, content):
                tail = True
        if piece in _STOP:
            continue
        organising = bool(_ORGANISING.match(piece)) and _is_organising(pieces, at)
        found = frozenset({"организовать"}) if organising else forms(piece)
        marked.append((piece, not tail, _opens(pieces, at), found))
        if not tail:
            content.append(piece)
    whole = all(_is_light(word) for word in content)
    return tuple(
        Token(word, found, head or whole, bool(_tags(word) & {"ADJF", "PRTF", "NUMR"}), joined)
        for word, head, joined, found in marked
    )
