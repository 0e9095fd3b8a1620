"""A statement as the matcher sees it: word forms in order, each in the head of the statement or in one of its tails.

The head names the duty («ведёт реестр методистов»); a tail only qualifies it («в целях…», «на основе…», «в том
числе…»). `loaders.match_repair` mends the text first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.match_repair import repair, split
from loaders.morph import parses

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
_ASIDES = frozenset({("по", "вопросам"), ("по", "вопросу"), ("в", "части"), ("в", "вопросах")})
_PURPOSE = re.compile(r"(?:ния|тия|ции|вки|жки|тики|тки|мы|ста|ализа|бора|ета|роста|паспорта|целей)$")
_JOINERS = frozenset({"", ",", "и", "или", "также", ";", ":", "/", "числе"})
_ORGANISING = re.compile(r"организаци(?:я|и|ю|ей)$")
_ACTION_NOUN = re.compile(r"(ние|ка|ку|ция|цию|анализ|отбор|учет|сбор|контроль|мониторинг|помощь|поддержку)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the statement.

    `word` as written, `forms` it may be (lower case, ё as е), `head`: in the head, `modifier`: an adjective or a
    participle, one that may stand between the words of a term; `joined`: opens a part of its own (first in the
    statement, after a comma or «и», a verb, the object of one); `aside`: after «по вопросам», so it weighs less;
    `part`: number of the predicate it belongs to («ведёт реестр и обучает методистов» has two).
    """

    word: str
    forms: frozenset[str]
    head: bool
    modifier: bool = False
    joined: bool = False
    aside: bool = False
    part: int = 0


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
    if facts & {"NUMR", "ADVB"} or any(p.tag.POS in {"ADJF", "PRTF"} and p.score >= 0.1 for p in found):
        facts.add("modifier")
    finite = [p for p in found if p.tag.POS in {"VERB", "INFN", "PRTS"}]
    if finite and finite[0].score >= 0.3:
        facts.add("finite")
    noun = [p.tag.case for p in found if p.tag.POS == "NOUN" and p.score >= 0.05]
    if noun and _ACTION_NOUN.search(word) and {"nomn", "accs"} & set(noun) and "gent" not in noun:
        facts.add("action")
    return frozenset(facts)


def _is_organising(pieces: list[str], at: int) -> bool:
    """Whether «организация» names an action here, not an institution («образовательных организаций»)."""
    before = pieces[at - 1] if at else ""
    if before.isalpha() and _tags(before) & {"ADJF", "PRTF"}:
        return False
    return pieces[at] in {"организация", "организацию"} or before in {"", "в", "по", "при", "к", "об", "о", ";", "и"}


def _cue(pieces: list[str], at: int) -> bool:
    """Whether a tail opens here; «для» opens one only before an action («для освоения», not «для методистов»)."""
    if pieces[at] == "для":
        noun = next((piece for piece in pieces[at + 1 : at + 6] if "modifier" not in _tags(piece)), "")
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
    before = pieces[at - 2 if at and pieces[at - 1] == "не" else at - 1] if at else ""
    after_comma = before == ","
    return after_comma and "PRTF" in _tags(piece) and not piece.startswith(_CONTENT_PARTICIPLES)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a statement in order, without the empty ones; each marked as head or tail."""
    pieces = split(repair(text))
    marked: list[Token] = []
    tail = relative = aside = False
    part = nouns = 0
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
                tail = relative = aside = False
                part, nouns = part + 1, 0
            continue
        facts = _tags(piece)
        if not outer:
            if piece.startswith(_RELATIVE):
                tail = relative = True
            elif "finite" in facts and not relative:
                tail = aside = False
            elif tail and "action" in facts and (before == "," or all(_is_light(word) for word in content)):
                tail = relative = False
            elif _opens_tail(pieces, at, content):
                tail = True
            aside = aside or tuple(pieces[at : at + 2]) in _ASIDES
        if piece in _STOP:
            continue
        organising = bool(_ORGANISING.match(piece)) and _is_organising(pieces, at)
        if not tail and (("finite" in facts and nouns) or ("action" in facts and before == "," and nouns > 1)):
            part, nouns = part + 1, 0
        nouns += "NOUN" in facts
        found = frozenset({"организовать"}) if organising else forms(piece)
        modifier = "modifier" in facts
        marked.append(Token(piece, found, not tail, modifier, _opens(pieces, at), aside, part))
        if not tail:
            content.append(piece)
    if all(_is_light(word) for word in content):
        marked = [replace(token, head=True) for token in marked]
    return tuple(marked)
