"""Addresses: how a lawyer would cite each unit, the shortest way that is unambiguous in the act; clause texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.order.units import Part, Unit
from loaders.text import clean
from ontology.ids import digest

LONGEST_TITLE = 8  # words of a section's title that is still cited


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the act: its address, its text (white space normalised) and the digest of that text (hex)."""

    address: str
    text: str
    sha256: str


def addressed(parts: list[Part], units: list[Unit]) -> list[Unit]:
    """The units with their addresses filled in."""
    holders: dict[str, set[int]] = {}
    for u in units:
        names = [u.number] if u.number else []
        if u.kind == "row" and u.cells and re.fullmatch(r"\d{1,3}(?:\.\d+)*\.?", u.cells[0]):
            names = [u.cells[0].rstrip(".")]
        for name in names:
            if u.kind == "row" and parts[u.part].label.startswith("форма"):
                continue  # rows of a form are cited by the form, they take no number from a clause
            if not parts[u.part].act:
                holders.setdefault(name, set()).add(u.part)
    attached = [i for i, p in enumerate(parts) if not p.act]
    labels = _labels(parts, attached)
    restarts = Counter[tuple[int, str]]()
    seen: dict[tuple[int, str], list[str]] = {}
    for u in units:
        if u.kind == "clause":
            restarts[u.part, u.number] += 1
            seen.setdefault((u.part, u.number), [])
            if u.chapter not in seen[u.part, u.number]:
                seen[u.part, u.number].append(u.chapter)
    # a number without dots that heads a section is cited «разд. 8», a numbered sentence «п. 8»
    sections = {(u.part, u.chapter, u.number) for u in units if u.kind == "clause" and u.heading}
    result = list[Unit]()
    times = Counter[tuple[int, str, str]]()
    titles: dict[int, str] = {}  # the unmarked heading in force, of parts that have no numbers at all
    numbered = {u.part for u in units if u.number or u.chapter}
    for u in units:
        if u.kind == "plain" and u.heading and u.part not in numbered and _names_section(u.text):
            titles[u.part] = u.text.strip(" .«»")
        if u.kind == "clause":
            times[u.part, u.chapter, u.number] += 1
        label = labels[u.part]
        section = "." not in u.number and (u.part, u.chapter, u.number) in sections
        inside = _inside(u, times[u.part, u.chapter, u.number], section)
        bare = (
            not parts[u.part].act
            and (len(attached) == 1 or len(holders.get(u.number, ())) == 1)
            and len(seen.get((u.part, u.number), ())) <= 1
            and not u.chapter.startswith("ст.")  # a point of an article is always cited with it
        )
        if parts[u.part].act:
            address = f"{label}, п. {inside}" if inside else label
        elif u.number and bare:
            address = inside if u.number[0].isdigit() or "." in u.number else f"п. {inside}"
        elif u.number:
            many = u.chapter.startswith("ст.") or (len(seen.get((u.part, u.number), ())) > 1 and u.chapter)
            place = f"{u.chapter}, п. {inside}" if many else (f"разд. {inside}" if section else f"п. {inside}")
            label = "" if many and len(attached) == 1 else label
            address = ", ".join(x for x in (label, place) if x)
        elif u.chapter:
            label = label if len(attached) > 1 else ""
            address = ", ".join(x for x in (label, u.chapter, f"п. {inside}" if inside else "") if x)
        else:
            title = f"разд. «{titles[u.part]}»" if u.part in titles else ""
            address = ", ".join(x for x in (label, title, f"п. {inside}" if inside else "") if x)
            if not address and any(r.part == u.part for r in result[-1:]):
                address = (
                    "вводная часть"  # of a paper without marks: what stands between its title and the first heading
                )
        result.append(replace(u, address=address))
    return result


def _names_section(heading: str) -> bool:
    """Whether a heading is short enough to be cited: a paper's long title and «X – what X is» are no sections."""
    return len(heading.split()) <= LONGEST_TITLE and not re.search(r"\s[–—-]\s", heading)


def _labels(parts: list[Part], attached: list[int]) -> dict[int, str]:
    labels: dict[int, str] = {}
    top = [i for i in attached if parts[i].label in {"", "прил."} or re.match(r"прил\. \S+$", parts[i].label)]
    for i, p in enumerate(parts):
        if i in top and p.label in {"", "прил."} and len(top) > 1:
            labels[i] = f"прил. {top.index(i) + 1}"
        else:
            labels[i] = p.label
    return labels


def _inside(u: Unit, times: int, section: bool) -> str:
    text = u.number
    if times > 1:
        text += f" ({['второй', 'третий', 'четвёртый', 'пятый'][min(times, 5) - 2]})"
    if u.sub:
        text = f"{text}, п. {u.sub}" if "." in text else (f"{text}, пп. {u.sub}" if text else u.sub)
    if u.item and section:
        text = f"{text}, пп. {u.item}"
    elif u.item:
        text = f"{text}.{u.item}" if text else u.item
    return text


def clauses(units: Iterable[Unit]) -> dict[str, Clause]:
    """The full text of each address: its own paragraph and all bullets, items and sentences that have this address."""
    texts: dict[str, list[str]] = {}
    for u in units:
        if u.address and (not texts.get(u.address) or u.raw not in texts[u.address][-1:]):
            texts.setdefault(u.address, []).append(u.raw)
    result = {}
    for address, pieces in texts.items():
        text = clean(" ".join(pieces))
        result[address] = Clause(address, text, digest(text))
    return result
