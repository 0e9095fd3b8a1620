"""The head noun of a phrase: whether it names a subject of the genre, its kind, the phrase in the nominative."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from loaders.morph import adjective, noun, parses
from loaders.order.lexicon import ACRONYMS, HEADS, HOMOGLYPHS, LEGAL_FORMS, NEEDS_TAIL, SUBSTANTIVES, VERBAL_HEADS

SUBSTANTIVE = re.compile(
    r"^(?:ответственн(?:ый|ого|ому|ым|ая|ую|ые|ых|ыми)|заведующ|управляющ"
    + "".join("|" + w[:-2] for w in SUBSTANTIVES)
    + ")"
)

# «городской округ», «муниципальный округ»: a territory, no body; «методический округ» is one.
TERRITORY = re.compile(r"(?:городск|муниципальн|федеральн|автономн|административн)\w+\s*$", re.I)


def fold(text: str) -> str:
    """Look-alike Latin letters as Cyrillic, ё as е, quotes and stars dropped: for comparing, never for showing."""
    return re.sub(r"[«»\"“”„*]", "", text).translate(HOMOGLYPHS).replace("ё", "е").replace("Ё", "Е")


@lru_cache(maxsize=50_000)
def opens(word: str, shorts: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase that begins with this word can have a `head` in any case: one look instead of one per case."""
    bare = fold(word)
    low = bare.lower()
    if (bare.isupper() and bare.upper() in ACRONYMS) or bare in LEGAL_FORMS or bare in shorts:
        return True
    if SUBSTANTIVE.match(low) or adjective(low) is not None:
        return True
    bases = {str(p.normal_form).replace("ё", "е") for p in parses(low) if p.tag.POS == "NOUN"}
    return any(base in HEADS or base.rsplit("-", 1)[-1] in HEADS for base in bases)


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
                r"\s+(?:за\s|от\s|кафедр|отдел|методическ|учебн|сектор|кабинет|центр|лаборатор|[А-ЯЁ]{2,})",
                text[found.end() :],
            )
            and any(p.tag.case == case for p in parses(word))
        ):
            return (
                found.start(),
                found.end(),
                "ответственный" if word.lower().startswith("отв") else "заведующий",
                "role",
            )
        person = next((w for w in SUBSTANTIVES if word.lower().startswith(w[:-2])), None)
        if person and any(p.tag.case == case for p in parses(word)):
            after = re.match(r"\s+([а-яё-]+)", text[found.end() :])
            if after is None or noun(after.group(1), case) is None:
                return found.start(), found.end(), person, "role"
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
                if base == "округ" and TERRITORY.search(before) and "методическ" not in before.lower():
                    return None
                if base == "управление" and not adjectives and (_governs_instrumental(rest) or _beside(rest)):
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


def _beside(rest: str) -> bool:
    """«Управление и структура», «Управление и кадры»: an activity, for what stands beside it is no body."""
    found = re.match(r"и\s+([а-яё-]+)", rest)
    if found is None or adjective(found.group(1)) is not None or noun(found.group(1), "nomn") is None:
        return False
    return head(rest[found.start(1) :], "nomn") is None


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
    shape = reading or next((p for p in parses(text[found[0] : found[1]].lower()) if p.tag.case == case), None)
    number, gender = (str(shape.tag.number), reading.tag.gender if reading else None) if shape else ("sing", None)
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
        right = (
            p.tag.POS == "NOUN" or SUBSTANTIVE.match(word.lower())
            if is_head
            else p.tag.POS in {"ADJF", "PRTF"} and p.tag.number == number
        )
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


def is_plural(text: str, found: tuple[int, int, str, str], case: str) -> bool:
    """Whether the head stands in the plural (its adjectives decide between equal forms)."""
    numbers = [
        str(p.tag.number)
        for p in parses(text[found[0] : found[1]])
        if p.tag.POS == "NOUN" and p.tag.case == case and _agree(text[: found[0]], p, case)
    ]
    return bool(numbers) and numbers[0] == "plur"
