"""References to other acts: what the act rests on, repeals, amends."""

from __future__ import annotations

import re

from loaders.morph import adjective, noun
from loaders.order import dates
from loaders.order.reading import ActRef
from loaders.order.units import Part, Unit

REFERENCE = re.compile(
    r"\b((?:федеральн\w+\s+)?(?:конституционн\w+\s+)?(?:приказ|распоряжени|постановлени|закон|указ|решени|письм)[а-я]{0,3})\b"
    r"([^«»;]{0,260}?)\bот\s+((?:«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.)?)\s*(?:№|N)\s*([\wА-Яа-я/-]+)"
    r"(?:\s*(«(?:[^«»]|«[^«»]*»)*»))?",
    re.I | re.S,
)
PROJECT = re.compile(
    r"\b((?:национальн|федеральн|региональн)\w+)\s+проект\w*\s+(?:Российской Федерации\s+)?(«[^»]+»)", re.I
)


def references(text: str) -> list[ActRef]:
    """The acts a text refers to by date and number, and the national or federal projects it names."""
    found: list[ActRef] = []
    for m in REFERENCE.finditer(text):
        day = dates.find(m.group(3))
        kind = m.group(1).strip()
        shape = nominative_kind(kind)
        title = " ".join(f"{shape}{m.group(2)}".split()).strip(" ,")
        quoted = m.group(5) or ""
        found.append(
            ActRef(
                title=f"{title} {quoted}".strip(),
                number=m.group(4).strip(" .,;"),
                date=day.isoformat() if day else None,
            )
        )
    return found


def nominative_kind(kind: str) -> str:
    """«распоряжения» → «Распоряжение»; an unknown word stays."""
    words = []
    for w in kind.split():
        p = noun(w.lower()) or adjective(w.lower())
        base = str(p.normal_form) if p else w
        words.append("федеральный" if base.startswith("федеральн") else base)
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def basis_of(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts the act rests on: its preamble and the clause that lists its legal basis, each act once."""
    texts = []
    listing = ""
    for u in units:
        if parts[u.part].act and not u.number and u.kind != "appendix":
            texts.append(u.text)
        lead = re.search(
            r"нормативн\w+[ ,-]+(?:и\s+)?правов\w+\s+(?:основ|баз)|"
            r"разработан\w*\s+(?:и\s+\w+\s+)?(?:в соответствии|на основ)|в соответствии с[о:]",
            u.text,
            re.I,
        )
        if lead and not parts[u.part].act:
            listing = f"{u.part}/{u.number}/{u.chapter}"
            texts.append(u.text)
        elif listing == f"{u.part}/{u.number}/{u.chapter}" and u.kind in {"bullet", "item", "point"}:
            texts.append(u.text)
        elif u.kind in {"clause", "chapter"}:
            listing = ""
    result: dict[tuple[str | None, str | None], ActRef] = {}
    for text in texts:
        for ref in references(text):
            result.setdefault((ref.number, ref.date), ref)
    return tuple(result.values())


def repealed(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act declares void."""
    result = []
    for u in units:
        if parts[u.part].act and re.search(r"утративш\w+\s+силу|отменить|не подлежащим применению", u.text, re.I):
            result.extend(references(u.text))
    return tuple(result)


def amended(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act changes («Внести изменения в приказ …»)."""
    result = []
    for u in units:
        if parts[u.part].act and re.search(r"внести\s+(?:следующие\s+)?(?:изменени|дополнени)", u.text, re.I):
            result.extend(references(u.text))
    return tuple(result)
