"""Which body is part of which, as sentences say it: «структурное подразделение X», «на базе которого создан Y»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.order.heads import fold
from loaders.order.names import cut
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import clip, sentences

DIVISION = re.compile(r"\bструктурн\w+\s+подразделени\w+\s+", re.I)
BASED = re.compile(
    r"\s*[,(]+\s*на\s+базе\s+котор\w+\s+(?:(?:создан|создано|создана|функционирует|действует|работает|и)\s+)+", re.I
)
HINT = re.compile(r"подразделени|на базе|в состав|в структур", re.I)
# «В составе института действует Центр …», «На базе X создан Y»
INSIDE = re.compile(
    r"^(?:в\s+составе|в\s+структуре|на\s+базе)\s+(.{2,160}?)\s+(?:действует|действуют|создан[аоы]?|создается|создаётся|"
    r"функционирует|функционируют|работает|работают|организован[аоы]?|открыт[аоы]?)\s+",
    re.I | re.S,
)
# «Созданный в структуре X центр …»
MADE = re.compile(
    r"^(?:созданн\w+|действующ\w+|функционирующ\w+|входящ\w+|работающ\w+)\s+(?:в\s+структур[еу]|в\s+состав[е]?|на\s+базе)\s+"
    r"([А-ЯЁ]{2,}(?:\s+«[^»]+»)?|\S+)\s+",
    re.I,
)
# «Центр … создан на базе X», «X входит в структуру Y»
SITUATED = re.compile(
    r"\s+(?:создан[аоы]?|действует|функционирует|работает|открыт[аоы]?|входит)\s+(?:на\s+базе|в\s+состав[е]?|в\s+структур[еу])\s+",
    re.I,
)
LINK = re.compile(r"\s*(?:,\s*как\b|\bявля[ею]тся\b|\s[–—-])\s*(?:это\s+)?$", re.I)


def note_parents(texts: Iterable[str], registry: Registry) -> None:
    """Set `parent` of the entries the sentences tie to another one; nobody becomes a subject by this alone."""
    for text in texts:
        if not HINT.search(text):
            continue
        for sentence in sentences(text):
            for m in DIVISION.finditer(sentence):
                before = LINK.sub("", sentence[: m.start()])
                children = registry.resolve(cut(before.strip(" «»")), "nomn", "", make=False)
                parents = registry.resolve(cut(clip(sentence[m.end() :])), "gent", "", make=False)
                _tie(children, parents)
            for pattern in (INSIDE, MADE):
                if within := pattern.match(sentence):
                    rest = cut(clip(sentence[within.end() :]))
                    _tie(
                        registry.resolve(rest, "nomn", "", make=False),
                        registry.resolve(within.group(1), "gent", "", make=False),
                    )
            if placed := SITUATED.search(sentence):
                _tie(
                    registry.resolve(cut(sentence[: placed.start()]), "nomn", "", make=False),
                    registry.resolve(cut(clip(sentence[placed.end() :])), "gent", "", make=False),
                )
            for m in BASED.finditer(sentence):
                child = re.split(r"[),;.]", sentence[m.end() :])[0]
                _tie(registry.resolve(cut(child), "nomn", "", make=False), _ending(sentence[: m.start()], registry))


def _ending(text: str, registry: Registry) -> list[Entry]:
    """The entry whose name or short form the text ends with."""
    folded = fold(text).rstrip(" ,(")
    for e in registry.entries:
        for alias in (e.short, e.name):
            if alias and len(alias) > 2 and folded.lower().endswith(fold(alias).lower()):
                return [e]
    return []


def _tie(children: list[Entry], parents: list[Entry]) -> None:
    if (
        len(children) == 1
        and len(parents) == 1
        and children[0] is not parents[0]
        and parents[0].parent is not children[0]
    ):
        children[0].parent = children[0].parent or parents[0]
