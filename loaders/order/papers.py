"""Papers a legal basis names («национальный проект «X»», «Концепция …»): where their names begin and end, and how they
stand in the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.morph import parses
from loaders.order.wordings import table

_CITED = table("papers", "cited")
_ALL = "|".join([*_CITED["named"], *_CITED["approved"]])
_WORDS = r"(?<![\w«])((?:[а-яё-]+\s+){0,2}?(?:%s)[а-яё]*)(?=\s)"
NAMED = re.compile(_WORDS % "|".join(_CITED["named"]), re.I)
PAPER = re.compile(_WORDS % _ALL, re.I)
# where the name of a paper without quotes ends in a list of grounds
ENDS = re.compile(
    r"\s+(?:в\s+целях|с\s+целью|приказываю|п\s?р\s?и\s?к\s?а\s?з\s?ы|"
    rf"(?:и|а\s+также)\s+(?:в\s+соответствии|на\s+основании|(?:[а-яё]+\s+)?(?:{_ALL})[а-яё]*\s|"
    r"(?:приказ|распоряжени|постановлени|закон|указ|решени)[а-яё]*\s))",
    re.I,
)
LEAD = re.compile(
    r"(?:в\s+соответствии\s+со?|на\s+основании|во\s+исполнение|в\s+рамках(?:\s+реализации)?|в\s+целях\s+реализации|"
    r"с\s+уч[её]том|руководствуясь|согласно|,|;|\sи|^[\W_]*|^\d+[.)])\s*$",
    re.I,
)


def paper_of(phrase: str) -> str:
    """The paper with the adjectives before it: «в рамках государственной программы» without «в рамках»."""
    said = phrase.split()
    while len(said) > 1 and not any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(said[0])[:2]):
        said.pop(0)
    while len(said) > 2 and not any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(said[1])[:2]):
        said = said[2:]
    found = re.search(r"\s+".join(map(re.escape, said)) + "$", phrase)
    return found.group(0) if found else phrase


def projects(title: str) -> Iterator[str]:
    """«федеральный проект «X» национального проекта «Y»» names two; any other title one."""
    title = " ".join(title.split()).strip(" ,.")
    inner = re.match(r"(.+?«[^«»]+»)\s+(национальн\w+\s+проект\w*\s+.*«[^«»]+»)$", title)
    if inner is None:
        yield title[:1].upper() + title[1:]
        return
    yield from projects(inner.group(1))
    whole = re.match(r"(\w+\s+\w+)(.*)$", inner.group(2))
    if whole:
        yield from projects(nominative(whole.group(1)) + whole.group(2))


def nominative(phrase: str) -> str:
    """An adjective or two and a noun in the nominative, in the number they have («методическими рекомендациями»)."""
    *before, last = phrase.split()
    options = [p for p in parses(last) if p.tag.POS == "NOUN"]
    agreed = [
        p
        for p in options
        if all(any(a.tag.case == p.tag.case and a.tag.number == p.tag.number for a in parses(w)) for w in before)
    ]
    if not agreed:
        return phrase
    core = agreed[0]
    if core.tag.case == "nomn":
        return phrase
    wanted = {"nomn", str(core.tag.number)}
    shape = core.inflect(wanted)
    changed = []
    for w in before:
        form = next((p for p in parses(w) if p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == core.tag.case), None)
        agreeing = wanted | ({str(core.tag.gender)} if core.tag.number == "sing" else set())
        new = form.inflect(agreeing) if form else None
        changed.append(_cased(w, str(new.word)) if new else w)
    return " ".join([*changed, _cased(last, str(shape.word)) if shape else last])


def _cased(word: str, shape: str) -> str:
    shape = shape if "ё" in word else shape.replace("ё", "е")
    return shape[:1].upper() + shape[1:] if word[:1].isupper() else shape
