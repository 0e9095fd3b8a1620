"""Russian words for people and machines: normal forms, Latin look-alikes put right, abbreviations of the subject field.

The analyser (pymorphy3) is built on first use, once, under a lock; each word is analysed once.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import pymorphy3

WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:-[A-Za-zА-Яа-яЁё]+)*|\d+(?:[./-]\d+)*")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
# Latin letters that look like Cyrillic ones, as optical recognition and two keyboard layouts mix them.
LOOK_ALIKES: Mapping[int, str] = MappingProxyType(
    {
        ord(latin): cyrillic
        for latin, cyrillic in zip("aceopxyukmnABCEHKMOPTXYrbtg", "асеорхуикмпАВСЕНКМОРТХУгьтд", strict=True)
    }
)
_VERB_ENDING = re.compile(r"(?:ирова|ова|ыва|ива|а|я|и|е|у)?ть(?:ся)?$")
_SURE = frozenset("aceopxykABCEHKMOPTXY")
# Abbreviations the orders use (design: domain, "Words"); full forms in the nominative.
ABBREVIATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "цнппм": ("центр непрерывного повышения профессионального мастерства",),
        "рснмс": ("региональная система научно-методического сопровождения",),
        "иро": ("институт развития образования",),
        "ипк": ("институт повышения квалификации",),
        "ммс": ("муниципальная методическая служба",),
        "ммц": ("межмуниципальный методический центр", "муниципальный методический центр"),
        "ммо": ("муниципальное методическое объединение",),
        "рмо": ("районное методическое объединение",),
        "гмо": ("городское методическое объединение",),
        "шмо": ("школьное методическое объединение",),
        "умо": ("учебно-методическое объединение",),
        "румо": ("региональное учебно-методическое объединение",),
        "имц": ("информационно-методический центр",),
        "нмц": ("научно-методический центр",),
        "имо": ("информационно-методический отдел",),
        "иом": ("индивидуальный образовательный маршрут",),
        "дпо": ("дополнительное профессиональное образование",),
        "дпп": ("дополнительная профессиональная программа",),
        "фр": ("федеральный реестр",),
        "ефс": ("единая федеральная система",),
        "цмн": ("целевая модель наставничества",),
        "шнор": ("школа с низкими образовательными результатами",),
        "моуо": ("муниципальный орган управления образованием",),
        "оо": ("образовательная организация",),
        "поо": ("профессиональная образовательная организация",),
        "рип": ("региональная инновационная площадка",),
        "риацоко": ("региональный информационно-аналитический центр оценки качества образования",),
        "цоко": ("центр оценки качества образования",),
        "мо": ("методическое объединение",),
    }
)
_LOCK = threading.Lock()


@lru_cache(maxsize=1)
def _build() -> Any:
    return pymorphy3.MorphAnalyzer()


def analyser() -> Any:
    """The analyser, built once, safely from several threads (its dictionary takes some 20 MB and 0.2 s)."""
    with _LOCK:
        return _build()


@lru_cache(maxsize=200_000)
def parses(word: str) -> tuple[Any, ...]:
    """All analyses of a word, the likeliest first."""
    return tuple(analyser().parse(word.lower().replace("ё", "е")))


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Normal form in lower case, е for ё; a hyphenated compound keeps its hyphen; numbers stay as they are."""
    small = word.lower().replace("ё", "е")
    if not _CYRILLIC.search(small):
        return small
    found = parses(small)
    best = next((p for p in found[:4] if p.tag.POS in {"NOUN", "ADJF"} and p.score >= found[0].score * 0.5), found[0])
    return str(best.normal_form).replace("ё", "е")


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """Every normal form the word can have («Губкине» is a town and a surname), so that no reading is lost."""
    small = word.lower().replace("ё", "е")
    if not _CYRILLIC.search(small):
        return frozenset({small})
    found = parses(small)
    likely = [p for p in found[:6] if p.score >= 0.02] or list(found[:1])
    return frozenset(str(p.normal_form).replace("ё", "е") for p in likely)


@lru_cache(maxsize=200_000)
def is_verb(word: str) -> bool:
    """Whether the likeliest reading is a verb."""
    return bool(_CYRILLIC.search(word)) and parses(word)[0].tag.POS in {"VERB", "INFN", "GRND"}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What a name and the adjective made from it share: «Губкин», «Губкинский» → «губкин»; «Чегем», «чегемский»."""
    base = lemma(word)
    if is_verb(base):  # «обучать» as «обучение», «диагностировать» as «диагностика»
        return _VERB_ENDING.sub("", base)
    if base.endswith("ский") and len(base) > 6:
        base = base[:-4]
    elif base.endswith("цкий") and len(base) > 6:
        base = base[:-3]
    return base.rstrip("аеиоуыьэюя") if len(base) > 4 else base


def is_content(word: str) -> bool:
    """Whether a word carries meaning: no preposition, conjunction, particle or pronoun."""
    if not _CYRILLIC.search(word):
        return True
    return parses(word)[0].tag.POS not in {"PREP", "CONJ", "PRCL", "NPRO", "INTJ"}


def repair(text: str) -> str:
    """Put Cyrillic letters for the Latin look-alikes inside words that are Cyrillic otherwise («мeтод» with Latin e).

    A word wholly of Latin letters is left alone: it may be a name (see `as_cyrillic` for an abbreviation).
    """
    return WORD.sub(lambda m: _repair_word(m.group()), text)


def as_cyrillic(word: str) -> str | None:
    """The Cyrillic word meant by a wholly Latin one that consists of look-alikes only («MMC» → «ММС»), else None."""
    if word and _LATIN.search(word) and not _CYRILLIC.search(word) and all(c in _SURE for c in word if c.isalpha()):
        return word.translate(LOOK_ALIKES)
    return None


def _repair_word(word: str) -> str:
    if _LATIN.search(word) and _CYRILLIC.search(word):
        parts = word.split("-")
        mixed = [p.translate(LOOK_ALIKES) if _LATIN.search(p) and _CYRILLIC.search(p) else p for p in parts]
        return "-".join(mixed)
    return word


def words(text: str) -> list[str]:
    """The words and numbers of a text after repair, in order, as written."""
    return WORD.findall(repair(text))


def expansions(word: str) -> tuple[str, ...]:
    """What an abbreviation may stand for; empty when it is none of ours."""
    return ABBREVIATIONS.get(word.lower(), ())
