"""References of an act to others: what it rests on, repeals, amends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from loaders.order.citations import named
from loaders.order.citations import references as references
from loaders.order.heads import fold
from loaders.order.reading import ActRef
from loaders.order.units import Part, Unit

REPEAL = re.compile(
    r"утрат\w+\s+силу|утративш\w+\s+силу|\bотменить\b|\bотменя[ею]тся\b|не\s+подлежащ\w+\s+применению|"
    r"недействующ\w+|прекра\w+\s+действие",
    re.I,
)
# «Признать утратившим силу пункт 2 приказа …» takes a part of that act away: it is an amendment
PARTIAL = re.compile(
    r"(?:силу|отменить)\s+(?:\w+\s+)?(?:под)?(?:пункт|абзац|раздел|част|глав|стать|строк|приложени)\w*\s", re.I
)
CHANGE = re.compile(
    r"\bвнес(?:ти|ении|ены)\b.{0,700}?(?:изменени|дополнени)|(?:изменени|дополнени)\w+,?\s+(?:котор\w+\s+)?внос|"
    r"\b(?:дополнить|изложить)\b.{0,400}?(?:приказ|распоряжени|постановлени)|"
    r"(?:приказ|распоряжени|постановлени)\w*\b.{0,400}?\b(?:изложить|дополнить)\b",
    re.I | re.S,
)
PREAMBLE = re.compile(
    r"\s(?:В\s+(?:соответствии|связи|целях|рамках)|Во\s+исполнение|На\s+основании|С\s+целью|П\s?Р\s?И\s?К)"
)
BASIS = re.compile(
    r"нормативн\w+[ ,-]+(?:(?:и\s+)?правов\w+\s+)?(?:основ|баз)|правов\w+\s+основ|"
    r"разработан\w*\s+(?:и\s+\w+\s+)?(?:\w+\s+\w+\s+)?(?:в соответствии|на основ|во исполнение|с уч[её]том)|"
    r"разработан\w*\s+в\s+.{3,200}?\sв соответствии|в соответствии с[о:]|руководству[ею]тся",
    re.I,
)


def without(found: Iterable[ActRef], *others: Iterable[ActRef]) -> tuple[ActRef, ...]:
    """Each act once, the fullest title of it kept, those of `others` left out. An act without a number is told by its
    title; a number without a date is the act of that number."""
    out = [r for some in others for r in some]
    result: list[ActRef] = []
    for ref in found:
        if any(_same(ref, o) for o in out):
            continue
        at = next((i for i, r in enumerate(result) if _same(ref, r)), None)
        if at is None:
            result.append(ref)
        else:
            known = result[at]
            title = max(known.title or "", ref.title or "", key=len)
            result[at] = ActRef(title=title, number=known.number, date=known.date or ref.date)
    return tuple(result)


def _same(a: ActRef, b: ActRef) -> bool:
    if a.number and b.number:
        same = fold(a.number).lower() == fold(b.number).lower()
        return same and (a.date == b.date or not a.date or not b.date)
    if a.number or b.number:
        return False
    quoted = [re.findall(r"«([^»]+)", r.title or "")[-1:] for r in (a, b)]
    kinds = [(r.title or "").split()[:2] for r in (a, b)]
    if all(quoted):  # «Национальный проект «X»» and «Национальный проект Российской Федерации «X»»
        return quoted[0] == quoted[1] and kinds[0] == kinds[1]
    return fuzz.ratio(fold(a.title or "").lower(), fold(b.title or "").lower()) >= 90


def basis_of(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts the act rests on: its preamble and the clause that lists its legal basis, each act once."""
    texts = []
    listing = ""
    for u in units:
        place = f"{u.part}/{u.number}/{u.chapter}"
        if parts[u.part].act and not u.number and u.kind != "appendix":
            texts.append(u.text)
        if not parts[u.part].act and BASIS.search(u.text):
            listing = place
            texts.append(u.text)
        elif listing == place and u.kind in {"bullet", "item", "point", "plain"}:
            texts.append(u.text)
        elif u.kind in {"clause", "chapter"}:
            listing = ""
    return without(ref for text in texts for ref in named(text))


def _points(units: list[Unit], parts: list[Part], sought: re.Pattern[str]) -> Iterator[tuple[Unit, str]]:
    """The points of the act that say a thing, and the items of the list such a point opens."""
    listing = ""
    for u in units:
        if not parts[u.part].act or not u.number:
            listing = ""
        elif sought.search(re.sub(r"«[^«»]*»", " ", u.text)):
            listing = u.number if u.text.rstrip().endswith(":") else ""
            yield u, u.text
        elif listing and (u.number == listing or u.number.startswith(listing + ".")):
            yield u, u.text
        else:
            listing = ""


def repealed(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act declares void, in its own words or in the list it opens."""
    return without(r for _, text in _points(units, parts, REPEAL) if not PARTIAL.search(text) for r in references(text))


def amended(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act, or its own title, changes («Внести изменения в приказ …», «О внесении …»), and those
    of which it takes a part away."""
    head = " ".join(u.text for u in units if parts[u.part].act and not u.number and u.kind != "appendix")
    title = re.search(r"(?:^|\s)Об?\s+внесении\s.{0,900}", head, re.S)
    opening = PREAMBLE.split(title.group(0))[0] if title else ""
    found = list(references(opening)) if CHANGE.search(opening) else []
    for _, text in _points(units, parts, CHANGE):
        if not REPEAL.search(text):
            # what stands after the colon is the changes, which may cite other acts
            found.extend(references(re.split(r":\s", text)[0]) or references(text)[:1])
    for _, text in _points(units, parts, PARTIAL):
        found.extend(references(text)[:1])
    return without(found)
