"""References to other acts: what the act rests on, repeals, amends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.morph import adjective, noun
from loaders.order import dates
from loaders.order.names import mend
from loaders.order.reading import ActRef
from loaders.order.units import Part, Unit

REFERENCE = re.compile(
    r"\b((?:федеральн\w+\s+)?(?:конституционн\w+\s+)?(?:приказ|распоряжени|постановлени|закон|указ|решени|письм)[а-я]{0,3})\b"
    r"([^«»;]{0,260}?)\bот\s+((?:«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.)?)\s*(?:№|N)\s*([\wА-Яа-я/-]+)"
    r"(?:\s*(«(?:[^«»]|«[^«»]*»)*»))?",
    re.I | re.S,
)
# «Указы … от 07.05.2031 № 204 «…», от 21.07.2031 № 474 «…»»: the second has the kind and the issuer of the first.
NEXT = re.compile(
    r"(?:\s*,)?(?:\s*и)?\s+от\s+((?:«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.)?)\s*"
    r"(?:№|N)\s*([\wА-Яа-я/-]+)(?:\s*(«(?:[^«»]|«[^«»]*»)*»))?",
    re.I,
)


def references(text: str) -> list[ActRef]:
    """The acts a text refers to by date and number, and the national or federal projects it names."""
    found: list[ActRef] = []
    text = mend(text)
    for m in REFERENCE.finditer(text):
        if re.search(r"протокол\w*\s*$", m.group(2)):
            continue  # a decision of a meeting («решение совета (протокол от …)») is no act
        shape = nominative_kind(m.group(1).strip())
        start = " ".join(f"{shape}{m.group(2)}".split()).strip(" ,(")
        found.append(_act(start, m.group(3), m.group(4), m.group(5)))
        at = m.end()
        while following := NEXT.match(text, at):
            found.append(_act(start, following.group(1), following.group(2), following.group(3)))
            at = following.end()
    return found


def _act(title: str, day: str, number: str, quoted: str | None) -> ActRef:
    when = dates.find(day)
    return ActRef(
        title=f"{title} {quoted or ''}".strip(),
        number=number.strip(" .,;"),
        date=when.isoformat() if when else None,
    )


def nominative_kind(kind: str) -> str:
    """«распоряжения» → «Распоряжение»; an unknown word stays."""
    words = []
    for w in kind.split():
        p = noun(w.lower()) or adjective(w.lower())
        base = str(p.normal_form) if p else w
        words.append("федеральный" if base.startswith("федеральн") else base)
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def without(found: Iterable[ActRef], *others: Iterable[ActRef]) -> tuple[ActRef, ...]:
    """Each act once, the fullest title of it kept, those of `others` left out."""
    out = {(r.number, r.date) for some in others for r in some}
    result: dict[tuple[str | None, str | None], ActRef] = {}
    for ref in found:
        key = (ref.number, ref.date)
        if key not in out and (key not in result or len(ref.title or "") > len(result[key].title or "")):
            result[key] = ref
    return tuple(result.values())


def basis_of(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts the act rests on: its preamble and the clause that lists its legal basis, each act once."""
    texts = []
    listing = ""
    for u in units:
        if parts[u.part].act and not u.number and u.kind != "appendix":
            texts.append(u.text)
        lead = re.search(
            r"нормативн\w+[ ,-]+(?:(?:и\s+)?правов\w+\s+)?(?:основ|баз)|"
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


REPEAL = re.compile(r"утративш\w+\s+силу|\bотменить\b|не подлежащ\w+ применению", re.I)
CHANGE = re.compile(
    r"\bвнес(?:ти|ении)\b.{0,200}?(?:изменени|дополнени)|(?:изменени|дополнени)\w+,?\s+внос", re.I | re.S
)


def repealed(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act declares void, in its own words or in the list it opens."""
    found: list[ActRef] = []
    listing = ""
    for u in units:
        if not parts[u.part].act or not u.number:
            listing = ""
            continue
        if REPEAL.search(u.text):
            found.extend(references(u.text))
            listing = u.number if u.text.rstrip().endswith(":") else ""
        elif listing and (u.number == listing or u.number.startswith(listing + ".")):
            found.extend(references(u.text))
        else:
            listing = ""
    return without(found)


def amended(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act, or its own title, changes («Внести изменения в приказ …», «О внесении …»)."""
    found: list[ActRef] = []
    for u in units:
        own = u.number or re.match(r"^\W{0,3}Об?\s+внесении\s", u.text, re.I)
        said = re.sub(r"«[^«»]*»", " ", u.text)
        if parts[u.part].act and own and CHANGE.search(said) and not REPEAL.search(said):
            found.extend(references(u.text))
    return without(found)
