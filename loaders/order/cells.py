"""What stands in a cell of a road map: bodies and officials run together by a lost line break, fused titles."""

from __future__ import annotations

import re

from loaders.morph import adjective, noun, parses
from loaders.order.heads import head
from loaders.order.lexicon import ACRONYMS, LEGAL_FORMS, PAPERS
from loaders.order.names import LISTED_PERSON
from loaders.order.registry import Registry
from loaders.order.wordings import table

_CAPITAL = re.compile(r"(?<=[\s»)])[А-ЯЁ][а-яё]+(?:-[а-яё]+)*")
_CAPITAL_OR_SHORT = re.compile(_CAPITAL.pattern + r"|(?<=» )[А-ЯЁ]{3,}(?![а-яё])")
_DEVERBAL = ("ние", "тие", "ция", "ка")
_VERBAL = frozenset(table("tables", "titles")["verbal"])
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})


def people(text: str, registry: Registry) -> list[str]:
    """The bodies and persons of a cell («Министерство ВИРО», «Иванов И.И., методисты»), in the cell's own words."""
    result = []
    for piece in _listed(text):
        rest = piece.strip(" .;,") if not LISTED_PERSON.search(piece) else piece.strip(" ;,")
        while rest:
            found = LISTED_PERSON.match(rest) or LISTED_PERSON.match(" " + rest)
            if found:
                result.append(found.group(0).strip(" ()"))
                rest = (
                    rest[len(found.group(0)) :].strip(" ,;")
                    if rest.startswith(found.group(0))
                    else rest[len(found.group(0)) - 1 :].strip(" ,;")
                )
                continue
            person = LISTED_PERSON.search(rest)
            bodies, tail = (rest[: person.start()], rest[person.start() :]) if person else (rest, "")
            for body in _fused(bodies.strip(" ,;"), registry):
                result.extend(_bodies(body, registry))
            rest = tail.strip(" ,;")
    return [r for r in result if r]


def _listed(text: str) -> list[str]:
    """The pieces between commas and semicolons; a comma inside a body's own name («… образования, науки и …») parts
    nothing."""
    pieces: list[str] = []
    for piece in re.split(r"\s*([;,])\s+|\s+/\s+|\s*[;,]$", text):
        if piece in {",", ";"} or piece is None:
            continue
        if pieces and re.match(r"[а-яё]+", piece) and _oblique(piece) and head(pieces[-1], "nomn"):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    return pieces


def _oblique(phrase: str) -> bool:
    """Whether a phrase opens with a word that is no nominative («науки и молодёжной политики»)."""
    word = re.match(r"[А-Яа-яЁё-]+", phrase)
    if word is None:
        return False
    cases = {str(p.tag.case) for p in parses(word.group(0)) if p.tag.POS in {"NOUN", "ADJF", "PRTF"}}
    governed = noun(word.group(0), "gent") is not None and not head(phrase, "nomn")
    return governed or (bool(cases) and "nomn" not in cases)


def _fused(text: str, registry: Registry) -> list[str]:
    """«Директор МКУ «X» Заместитель директора МКУ «X» Руководители ОО»: a capital word that opens a body in the
    nominative begins the next one."""
    starts = [0]
    for m in _CAPITAL_OR_SHORT.finditer(text):
        before = text[starts[-1] : m.start()].strip()
        if m.group(0).isupper():
            if m.group(0) in registry.shorts or m.group(0) in ACRONYMS:
                starts.append(m.start())  # «ИРО «X» ЦНППМ»: an abbreviation after the closing quotes
            continue
        if _inside(text, m.start()) or not head(before, "nomn", registry.shorts) or _unfinished(before):
            continue
        cases = {str(p.tag.case) for p in parses(m.group(0)) if p.tag.POS in {"NOUN", "ADJF", "PRTF"}}
        # after closing quotes a name is over: «МКУ «X» Школы района» are two bodies
        alone = not cases & _OBLIQUE or (before.endswith("»") and noun(m.group(0), "nomn") is not None)
        if "nomn" in cases and alone and head(text[m.start() :], "nomn", registry.shorts):
            starts.append(m.start())
    return [text[a:b].strip(" ,;") for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _inside(text: str, at: int) -> bool:
    """Whether a place stands in quotes or brackets that are closed after it (an unclosed quote opens nothing)."""
    for opening, closing in ("«»", "()"):
        last = text.rfind(opening, 0, at)
        if last >= 0 and closing not in text[last:at]:
            ahead = re.search(f"[{re.escape(opening + closing)}]", text[at:])
            if ahead and ahead.group(0) == closing:
                return True
    return False


def _unfinished(phrase: str) -> bool:
    """A legal form or a bare noun of kind waits for the name after it («МКУ Центр …», «учреждение Институт …»)."""
    last = phrase.split()[-1] if phrase.split() else ""
    return last in LEGAL_FORMS or bool(re.match(r"(?:учреждени|организаци|отдел$|служб[аы]$)", last.lower()))


def _bodies(text: str, registry: Registry) -> list[str]:
    """Split «ВИРО ЦНППМ ММС» (a cell whose line breaks were lost) where each abbreviation is known by itself."""
    words = text.split()
    known = [
        w for w in words if w in registry.shorts or (w.isupper() and len(w) > 1 and "«" not in w) or w in registry.long
    ]
    if len(words) > 1 and len(known) == len(words) and len(set(words)) == len(words):
        return words
    for i in range(1, len(words)):
        lead = " ".join(words[:i])
        if lead in registry.long and words[i][:1].isupper() and "«" not in " ".join(words[i : i + 1]):
            return [lead, *_bodies(" ".join(words[i:]), registry)]
    return [text] if text else []


def titles(text: str, terms: int = 1) -> list[str]:
    """The titles of a cell into which a recogniser has fused two rows: each opens with a capital verbal noun.

    «Разработка положения Проведение семинара» holds two; quotes, brackets, names of bodies and papers part nothing.
    Where the row has several `terms`, as many titles may be shorter.
    """
    if terms > 1 and len(short := _titles(text, shortest=1)) == terms:
        return short
    return _titles(text, shortest=3)


def _titles(text: str, shortest: int) -> list[str]:
    starts = [0]
    if not _deverbal(text):
        return [text]
    for m in _CAPITAL.finditer(text):
        rest = text[m.start() :]
        before = text[starts[-1] : m.start()].split()
        if (
            len(before) < shortest
            or len(rest.split()) < min(2, shortest)
            or _inside(text, m.start())
            or before[-1][-1:] in ",:–—-"
        ):
            continue
        plain = before[-1].rstrip("»).").lower()
        if _deverbal(rest) and (adjective(plain) is None or noun(plain) is not None):
            starts.append(m.start())
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _deverbal(text: str) -> bool:
    word = re.match(r"[А-ЯЁ][а-яё]+", text)
    if word is None:
        return False
    found = noun(word.group(0).lower(), "nomn")
    base = str(found.normal_form) if found else ""
    if base != word.group(0).lower() or base in PAPERS:
        return False
    return (base.endswith(_DEVERBAL) and not head(text, "nomn")) or base.replace("ё", "е") in _VERBAL
