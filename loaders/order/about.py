"""Leads about a body's functions: «Функции X», «К компетенции X относятся», «Основными задачами X являются»."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from loaders.morph import lemma
from loaders.order.heads import head
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import served


@dataclass(frozen=True, slots=True)
class Lead:
    """What opens a list: items are functions of `owners`, parts of the lead's own sentence, functions of `owners` if
    they open with a verb (`state`: the lead says only what the body is), or nothing of ours."""

    mode: Literal["items", "merge", "state", "blocked"]
    owners: tuple[Entry, ...] = ()
    verb: str = ""
    confidence: float = 0.95
    same: bool = field(default=False)  # the owners of the clause stay («Функции:»)
    back: bool = field(default=False)  # the subject of the sentence before is meant («К его функциям относятся:»)


ABOUT = re.compile(
    r"^(к\s+|в\s+)?((?:[а-яё]+\s+){0,2}?)(функци\w+|полномочи\w+|компетенци\w+|обязанност\w+|ведени[юи]|задач\w+|направлени\w+(?:\s+(?:деятельности|работы))?|функционал\w*|"
    r"вид\w*\s+деятельности|содержани\w+\s+(?:деятельности|работы))"
    r"((?:\s*(?:,|и)\s*(?:функци\w+|полномочи\w+|обязанност\w+|задач\w+))*)\s+(.+)$",
    re.I | re.S,
)
LINK = re.compile(r"\s+(?:относ[ия]тся|отнесены|явля[ею]тся|включа[ею]т|вход[ия]т|состоят|следующие)\b.*$", re.I | re.S)


POSSESSIVE = re.compile(r"\b(?:его|её|ее|их)\b", re.I)


def about_lead(found: re.Match[str], registry: Registry, clause: str) -> Lead:
    """«Функции X», «К компетенции X относятся», «Основными задачами X являются», «Основные направления
    деятельности X»."""
    word = lemma(found.group(3).split()[0])
    if POSSESSIVE.search(found.group(2)):
        return Lead("items", same=True, back=True, confidence=0.9)
    if word == "ведение" and not found.group(1):
        return Lead("blocked")  # «ведение реестра» is a deed, «к ведению центра относится …» a competence
    rest = LINK.sub("", found.group(5)).strip(" ,")
    rest = re.sub(r"^(?:деятельности|работы|в\s+деятельности)\s+", "", rest)
    rest = (
        re.sub(
            r",?\s+(?:в\s+(?:сфере|области|части|рамках|установленной|целях)|по\s+(?!месту)).*$", "", rest, flags=re.S
        )
        if not registry.resolve(rest, "gent", clause, make=False)
        else rest
    )
    core = word in {"функция", "полномочие", "компетенция", "обязанность", "функционал", "ведение"}
    if not rest or re.fullmatch(LINK.pattern.strip("\\s+"), rest, re.I) or rest.lower() in {"являются", "относятся"}:
        return Lead("items", same=True)
    if registry.is_system(rest):
        return Lead("blocked")
    owners = (
        registry.resolve(rest, "gent", clause)
        if head(rest, "gent", registry.shorts)
        else registry.resolve(rest, "gent", clause, make=False)
    )
    owners = [e for e in owners if not served(e)]
    if owners:
        return Lead("items", tuple(owners), confidence=0.95 if core else 0.85)
    return Lead("blocked")
