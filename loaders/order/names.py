"""Noun phrases that name a subject: where they end, their head, kind, nominative, and the key under which they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.morph import adjective, lemma, noun, parses
from loaders.order.lexicon import ACRONYMS, HEADS, HOMOGLYPHS, LEGAL_FORMS, NEEDS_TAIL, VERBAL_HEADS

TOKEN = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*|\d+(?:[.,]\d+)*|[«»\"“”„(),:;–—/.-]")
FURTHER = re.compile(
    r"\s*\(\s*далее\s*(?:соответственно)?\s*(?:по тексту)?\s*[-–—:]?\s*([^()]*(?:\([^()]*\)[^()]*)?)\)", re.I
)
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
# In running text initials before a surname win («председателя Комитета С.С. Иванову»), in a cell the surname comes first.
PERSON = re.compile(rf"\s*\(?\b(?:{_INITIALS}\s?{_SURNAME}|{_SURNAME}\s+{_INITIALS}(?!\s?[А-ЯЁ][а-яё]))\)?")
LISTED_PERSON = re.compile(rf"\s*\(?\b(?:{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s?{_SURNAME})\)?")
# Where a name ends: adverbial additions which say how, with whom or why, not who.
ADDITION = re.compile(
    r"\s+(?:в пределах|в рамках|в целях|в соответствии|в установленн\w+|в своей|в том числе|в срок|в течение|совместно с|"
    r"во взаимодействии|при содействии|при участии|на основе|на основании|с целью|в лице|через|путем|по согласованию|"
    r"по итогам|по результатам|как|также|ежегодно|ежемесячно|ежеквартально|еженедельно|своевременно|самостоятельно|регулярно|"
    r"систематически|непосредственно|постоянно|дополнительно|не реже|не позднее|не менее|не более|один раз|раз в|два раза|"
    r"в части|в сфере своей|для|обязан[аоы]?|вправе|должен|должн[аоы])(?!\w)",
    re.I,
)


SUBSTANTIVE = re.compile(r"^(?:ответственн(?:ый|ого|ому|ым|ая|ую|ые|ых|ыми)|заведующ|управляющ)")
# Participles which tell a class of subjects from another, so belong to the name.
IDENTIFIES = re.compile(
    r"^(?:реализующ|осуществляющ|ответственн|подведомственн|имеющ|показывающ|находящ|отвечающ|прошедш)", re.I
)


@dataclass(frozen=True, slots=True)
class Name:
    """A subject as named in a phrase: nominative `text`, its `head` lemma, `kind`, and `short` («далее – X») if given."""

    text: str
    head: str
    kind: str
    short: str | None = None
    plural: bool = False


def fold(text: str) -> str:
    """Look-alike Latin letters as Cyrillic, ё as е, quotes and stars dropped: for comparing, never for showing."""
    return re.sub(r"[«»\"“”„*]", "", text).translate(HOMOGLYPHS).replace("ё", "е").replace("Ё", "Е")


def mend(text: str) -> str:
    """Replace look-alike Latin letters inside words that also have Cyrillic ones (recognition slips)."""

    def one(found: re.Match[str]) -> str:
        word = found.group(0)
        return word.translate(HOMOGLYPHS) if re.search(r"[А-Яа-яЁё]", word) and re.search(r"[A-Za-z]", word) else word

    return re.sub(r"[А-Яа-яЁёA-Za-z]+", one, text)


@lru_cache(maxsize=20_000)
def key(text: str) -> tuple[str, ...]:
    """The words of a name as lemmas (abbreviations in capitals as they are), without brackets: equal for all its cases."""
    bare = re.sub(r"\([^()]*\)", " ", fold(text))
    return tuple(
        w if w.isupper() and len(w) > 1 else lemma(w)
        for w in re.findall(r"[А-Яа-яA-Za-z]+|\d+", bare)
        if w.lower() not in {"и", "в", "на", "по"}
    )


def _depths(text: str) -> list[int]:
    depth, result = 0, []
    for c in text:
        if c in "«(“„":
            depth += 1
        result.append(depth)
        if c in "»)”" and depth:
            depth -= 1
    return result


def outside(text: str) -> str:
    """The text with everything in quotes and brackets blanked out (same length)."""
    return "".join(c if d == 0 else " " for c, d in zip(text, _depths(text), strict=True))


@lru_cache(maxsize=20_000)
def head(text: str, case: str = "nomn", shorts: frozenset[str] = frozenset()) -> tuple[int, int, str, str] | None:
    """The head noun of a phrase in the given case: (start, end, lemma, kind); None when the phrase names no subject.

    Adjectives and participles (with what they govern in brackets) may precede it; abbreviations agree with any case.
    """
    adjectives = 0
    for found in re.finditer(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*|[;:,–—]", text):
        before = text[: found.start()]
        if before.count("(") > before.count(")"):
            continue
        word = fold(found.group(0))
        if word in ";:–—":
            return None
        if word == ",":
            if not adjectives:
                return None
            continue
        if word.upper() in ACRONYMS and word.isupper():
            return found.start(), found.end(), word, ACRONYMS[word][0]
        if word in LEGAL_FORMS:
            return found.start(), found.end(), word, _legal_kind(text[found.end() :])
        if (
            SUBSTANTIVE.match(word.lower())
            and re.match(
                r"\s+(?:за\s|от\s|кафедр|отдел|методическ|учебн|сектор|кабинет|центр|лаборатор)", text[found.end() :]
            )
            and any(p.tag.case == case for p in parses(word))
        ):
            return (
                found.start(),
                found.end(),
                "ответственный" if word.lower().startswith("отв") else "заведующий",
                "role",
            )
        if word in shorts:
            return found.start(), found.end(), word, "short"
        if word.lower() in {"и", "или"} and adjectives:
            continue
        reading = noun(word.lower(), case)
        if reading is not None and _agree(before, reading, case):
            base = str(reading.normal_form).replace("ё", "е")
            kind = HEADS.get(base) or HEADS.get(base.rsplit("-", 1)[-1])
            if kind:
                rest = text[found.end() :].lstrip()
                if (
                    base in VERBAL_HEADS
                    and not adjectives
                    and reading.tag.number == "sing"
                    and not re.match(VERBAL_HEADS[base], rest)
                ):
                    return None
                if base == "управление" and not adjectives and _governs_instrumental(rest):
                    return None
                if base in NEEDS_TAIL and not adjectives and not re.match(r"»?\s*[«\w,(]", text[found.end() :]):
                    return None
                return found.start(), found.end(), base, _refine(base, kind, text)
        if adjective(word.lower()) is not None:
            adjectives += 1
            continue
        return None
    return None


def _governs_instrumental(rest: str) -> bool:
    """«управление системой …» is an activity, «управление кадровой политики …» a body."""
    for word in re.findall(r"^[а-яё-]+|(?<=\s)[а-яё-]+", rest)[:4]:
        if noun(word) is not None and adjective(word) is None:
            return noun(word, "ablt") is not None and noun(word, "gent") is None
    return False


def _agree(before: str, reading: Any, case: str) -> bool:
    """Whether every adjective before the noun can stand in its case and number."""
    for word in re.findall(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*", re.sub(r"\([^()]*\)", " ", before)):
        forms = [p for p in parses(word) if p.tag.POS in {"ADJF", "PRTF"}]
        if forms and not any(p.tag.case == case and p.tag.number == reading.tag.number for p in forms):
            return False
    return True


def _legal_kind(rest: str) -> str:
    quoted = re.search(r"«([^»]+)", rest)
    if quoted:
        found = head(quoted.group(1).lower())
        if found:
            return found[3]
        for word in re.findall(r"[А-ЯЁа-яё-]+", quoted.group(1)):
            if "ИРО" in fold(word).upper():
                return "institute"
    return "organisation"


def _refine(base: str, kind: str, text: str) -> str:
    low = text.lower()
    if base in {"учреждение", "организация"}:
        quoted = re.search(r"«([^»]+)", text)
        inner = head(quoted.group(1)) if quoted else None
        if inner and inner[3] != "role":
            return inner[3]
    if base in {"оператор", "координатор"} and ("федеральн" in low or "ефс" in low.split()):
        return "federal-operator"
    return kind


def nominative(text: str, case: str) -> str:
    """Turn the phrase into the nominative: its head and the adjectives before it are inflected, its tail stays."""
    found = head(text, case)
    if case == "nomn" or not found or found[2].isupper():
        return text
    reading = noun(text[found[0] : found[1]].lower(), case)
    number, gender = (str(reading.tag.number), reading.tag.gender) if reading else ("sing", None)
    out, last = [], 0
    tail = re.match(r"[^,]{0,80},\s+[А-Яа-яЁё-]+(?=\s)", text[found[1] :])
    stop = found[1] + (tail.end() if tail else 0)
    for m in re.finditer(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*", text[:stop]):
        if m.start() >= found[1] and m.end() != stop:
            continue
        out.append(text[last : m.start()])
        out.append(_inflected(m.group(0), case, m.end() == found[1], number, gender))
        last = m.end()
    return "".join(out) + text[last:]


def _inflected(word: str, case: str, is_head: bool, number: str, gender: object) -> str:
    for p in parses(word):
        right = p.tag.POS == "NOUN" if is_head else p.tag.POS in {"ADJF", "PRTF"} and p.tag.number == number
        if right and p.tag.case == case:
            shape = p.inflect(
                {"nomn", number} if is_head or number == "plur" or not gender else {"nomn", number, gender}
            )
            if shape:
                new = str(shape.word) if "ё" in word else str(shape.word).replace("ё", "е")
                return (
                    new.upper() if word.isupper() and len(word) > 1 else new.capitalize() if word[0].isupper() else new
                )
    return word


def parse(phrase: str, case: str = "nomn", shorts: frozenset[str] = frozenset()) -> Name | None:
    """Read one phrase as one subject; None when its head is no subject of the genre."""
    text = mend(phrase).strip(" .;,:*–—-")
    short = None
    if found := FURTHER.search(text):
        short = found.group(1).strip(' .«»"–-') or None
        text = text[: found.start()] + text[found.end() :]
    for person in reversed(list(PERSON.finditer(text))):
        if text[: person.start()].count("«") <= text[: person.start()].count("»"):
            text = text[: person.start()] + text[person.end() :]
    if re.fullmatch(r"«[^«»]+»", text):
        text = text[1:-1]
    text = re.sub(r"\s+", " ", text).strip(" .;,:–—-")
    if ":" in outside(text):
        text = text[: outside(text).index(":")].rstrip()
    # «организация дополнительного образования – ОГАОУ «X» (ОГАОУ «X»)»: the name stands after the dash
    dash = re.search(r"\s[–—-]\s", outside(text))
    if (
        dash
        and "«" in text[dash.end() :]
        and head(text[dash.end() :], "nomn", shorts)
        and not _quoted(text, dash.start())
    ) or (dash and re.match(r"[А-ЯЁ]", text[dash.end() :]) and head(text[dash.end() :], "nomn", shorts)):
        text, case = text[dash.end() :].strip(), "nomn"
    elif dash and not _post(text, case):
        text = text[: dash.start()].strip()
    bracket = re.search(r"\s*\(([^()]{2,60})\)\s*$", text)
    if bracket and not short and re.match(r"^(?:[А-ЯЁ]{2,}|[А-ЯЁ]+\s.*«)", fold(bracket.group(1))):
        short, text = bracket.group(1).strip(), text[: bracket.start()].strip()
    found_head = head(text, case, shorts)
    if not found_head:
        return None
    text = _bare(text, case)
    plural = _plural(text, found_head, case)
    return Name(_balanced(nominative(text, case)), found_head[2], found_head[3], short, plural)


def _bare(text: str, case: str) -> str:
    """Without a participial tail that only describes («…, включающие педагогов»); what tells a class apart stays."""
    for m in re.finditer(r",\s+([а-яё]+)", outside(text)):
        word = m.group(1)
        if IDENTIFIES.match(word):
            return text
        if (
            any(p.tag.POS == "PRTF" and p.tag.case == case for p in parses(word)[:8])
            and len(text[: m.start()].split()) > 1
        ):
            return text[: m.start()]
    return text


def _quoted(text: str, position: int) -> bool:
    return text[:position].count("«") > text[:position].count("»")


def _post(text: str, case: str) -> bool:
    found = head(text, case)
    return found is not None and found[3] == "role"


def _plural(text: str, found: tuple[int, int, str, str], case: str) -> bool:
    """Whether the head stands in the plural (its adjectives decide between equal forms)."""
    numbers = [
        str(p.tag.number)
        for p in parses(text[found[0] : found[1]])
        if p.tag.POS == "NOUN" and p.tag.case == case and _agree(text[: found[0]], p, case)
    ]
    return bool(numbers) and numbers[0] == "plur"


def _balanced(text: str) -> str:
    if text.count("«") == text.count("»") + 1:
        return text + "»"
    return text


def split(phrase: str, case: str = "nomn", shorts: frozenset[str] = frozenset()) -> list[Name]:
    """Read a phrase that may name several subjects («A и B», «A, B»): each piece with its own head in the case."""
    blank = outside(phrase)
    cuts = [m for m in re.finditer(r",\s+|\s+и\s+|\s+а также\s+", blank)]
    pieces, start = list[str](), 0
    for m in cuts:
        rest = phrase[m.end() :]
        opening = re.match(r"\s*([А-Яа-яЁё-]+)", rest)
        if opening and any(p.tag.POS == "PRTF" for p in parses(opening.group(1))[:2]):
            continue
        stop = re.split(r",\s+|\s+и\s+", outside(rest))[0]
        if head(rest[: len(stop)] or rest, case, shorts) and head(phrase[start : m.start()], case, shorts):
            pieces.append(phrase[start : m.start()])
            start = m.end()
    pieces.append(phrase[start:])
    names = [parse(p, case, shorts) for p in pieces]
    return [n for n in names if n] if all(names) else []


def cut(region: str) -> str:
    """The leading name of the words before a verb: without «в пределах …», «совместно с …», adverbs and insertions."""
    blank = outside(region)
    if found := ADDITION.search(blank):
        region, blank = region[: found.start()], blank[: found.start()]
    for m in re.finditer(r",", blank):
        rest = re.match(r"\s*([А-Яа-яЁё-]+)", region[m.end() :])
        word = rest.group(1) if rest else ""
        if word and (word.lower().startswith("ответственн") or any(p.tag.POS == "PRTF" for p in parses(word)[:2])):
            continue
        if head(region[m.end() :]):
            continue
        return region[: m.start()].strip()
    return region.strip(" ,–—-")
