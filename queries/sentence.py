"""A whole question in plain Russian taken apart: which question, the words of the function, those of the territory."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.russian import is_content, lemma, lemmas, parses, repair
from queries.places import is_generic

TOKEN = re.compile(r"[А-Яа-яЁёA-Za-z0-9]+(?:[-–][А-Яа-яЁёA-Za-z0-9]+)*|[«»\"„“”?!.,;:–—]")
_PLACE_PREPOSITIONS = frozenset({"в", "во", "на", "по", "для", "из", "у", "in", "for"})
# Words that ask, and say nothing of which function is meant; taken off both ends only.
_ASKING = frozenset(
    {
        "кто",
        "какой",
        "чей",
        "что",
        "где",
        "ли",
        "отвечать",
        "ответственный",
        "ответственность",
        "нести",
        "заниматься",
        "занимать",
        "ведать",
        "организация",
        "субъект",
        "орган",
        "учреждение",
        "закрепить",
        "закрепленный",
        "закрепляться",
        "поручить",
        "исполнять",
        "выполнять",
        "осуществлять",
        "должный",
        "обязанный",
        "мы",
        "наш",
        "у",
        "нас",
        "показать",
        "сказать",
        "скажите",
        "пожалуйста",
        "хотеть",
        "подсказать",
        "интересовать",
        "найти",
        "узнать",
        "быть",
        "это",
        "функция",
        "за",
        "и",
        "а",
        "же",
        "the",
        "who",
        "is",
        "are",
        "responsible",
        "for",
        "what",
        "which",
    }
)
_NOBODY = frozenset({"никто", "никем", "незакрепленный", "бесхозный", "непокрытый", "отсутствовать"})
_LOAD = frozenset({"нагрузка", "норматив", "норма", "ставка"})


class Split(BaseModel):
    """`function` and `territory`: the words that name them as typed, empty when none do; `status`: of coverage."""

    model_config = ConfigDict(frozen=True)

    question: Literal["responsibility", "coverage", "load"]
    function: str
    territory: str
    status: str | None = None


def split_question(text: str) -> Split:
    """Take a question apart: «кто отвечает за … в Белгородской области», «какие функции в … никем не закреплены»."""
    tokens = TOKEN.findall(repair(text))
    start, end = territory_span(tokens)
    place = tokens[start:end]
    rest = tokens[:start] + tokens[end:]
    while place and place[0].lower() in _PLACE_PREPOSITIONS:
        place = place[1:]
    bases = {base for t in tokens for base in lemmas(t)}
    function = _strip(rest)
    territory = " ".join(place)
    if bases & _LOAD and "методист" in bases:
        return Split(question="load", function="", territory=territory)
    if bases & _NOBODY and "функция" in bases:
        return Split(question="coverage", function="", territory=territory, status="uncovered")
    return Split(question="responsibility", function=function, territory=territory)


def _strip(tokens: list[str]) -> str:
    """The words left when those that only ask are taken off both ends."""
    words = list(tokens)
    while words and (not words[0][0].isalnum() or lemmas(words[0]) & _ASKING or not is_content(words[0])):
        words.pop(0)
    while words and (not words[-1][0].isalnum() or not is_content(words[-1])):
        words.pop()
    return " ".join(words)


def territory_span(tokens: list[str]) -> tuple[int, int]:
    """Where the territory stands: preposition, proper adjectives and names around a word such as «область», or a
    capitalised name after a preposition; the last such place. (n, n) when there is none."""
    for start in range(len(tokens) - 1, -1, -1):
        if tokens[start].lower() not in _PLACE_PREPOSITIONS:
            continue
        end, proper = start + 1, False
        while end < len(tokens):
            token = tokens[end]
            capital = token[0].isupper()
            if not (capital or _is_sort(tokens, end) or (token in "–—«»" and proper)):
                break
            proper = proper or capital
            end += 1
        if end > start + 1 and proper:
            return start, end
        if end == start + 1 and _lower_region(tokens, end):
            return start, end + 2
    for start in range(len(tokens) - 1):  # «Зареченская область: кто …»
        if lemma(tokens[start]).endswith(("ский", "цкий")) and _is_sort(tokens, start + 1):
            end = start + 2
            while end < len(tokens) and _is_sort(tokens, end):
                end += 1
            return start, end
    return len(tokens), len(tokens)


def _is_sort(tokens: list[str], place: int) -> bool:
    """Whether the word says a sort of territory; «образование» only after «муниципальное»."""
    base = lemma(tokens[place])
    if base == "образование":
        return place > 0 and lemma(tokens[place - 1]) == "муниципальный"
    return is_generic(tokens[place])


def _lower_region(tokens: list[str], place: int) -> bool:
    """«в белгородской области» typed without capitals: an adjective and a sort of territory."""
    if place + 1 >= len(tokens) or not _is_sort(tokens, place + 1):
        return False
    return parses(tokens[place])[0].tag.POS == "ADJF" and lemma(tokens[place]).endswith(("ский", "цкий"))
