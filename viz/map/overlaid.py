"""An overlay as the script of the map draws it: badges by number of the card, links by numbers of both ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ontology.i18n import Lang
from viz.formats import number
from viz.overlays.model import Mark, Overlay, Tone
from viz.text import shorten

_WORST: tuple[Tone, ...] = ("bad", "over", "warn", "good", "plain")
_MARK_LIMIT, _LINK_LIMIT = 34, 60


def overlaid(
    overlay: Overlay, cards: Sequence[Mapping[str, Any]], within: Mapping[str, str], lang: Lang
) -> dict[str, Any]:
    """Marks and links of `overlay` on these cards (as `network_data` gives them). `within`: who is drawn as a part of a
    group; a group carries the worst mark of its members, with how many have it."""
    numbers = {card["ref"]: card["id"] for card in cards}
    groups = {card["ref"] for card in cards if card["members"]}
    marks: dict[str, list[Mark]] = {}
    for mark in overlay.marks:
        marks.setdefault(within.get(mark.subject, mark.subject), []).append(mark)
    links = []
    for link in overlay.links:
        ends = [numbers.get(within.get(id, id)) for id in (link.source, link.target)]
        if None not in ends and ends[0] != ends[1]:
            links.append(
                {
                    "from": ends[0],
                    "to": ends[1],
                    "tone": link.tone,
                    "number": link.number,
                    "text": shorten(link.text, _LINK_LIMIT),
                }
            )
    return {
        "title": overlay.title,
        "marks": [
            {"node": numbers[ref], **(_worst(found, lang) if ref in groups else _badge(found))}
            for ref, found in marks.items()
            if ref in numbers
        ],
        "links": links,
        "legend": [{"tone": e.tone, "sign": e.sign, "label": e.label, "count": e.count} for e in overlay.legend],
    }


def _badge(marks: Sequence[Mark]) -> dict[str, Any]:
    """The worst mark of a subject; the others as «+2» beside it."""
    first = _by_weight(marks)[0]
    more = f" +{len(marks) - 1}" if len(marks) > 1 else ""
    return {
        "tone": first.tone,
        "sign": first.sign,
        "text": f"{shorten(first.text, _MARK_LIMIT)}{more}",
        "share": None if first.share is None else max(0.0, min(1.0, first.share)),
    }


def _worst(marks: Sequence[Mark], lang: Lang) -> dict[str, Any]:
    first = _by_weight(marks)[0]
    alike = sum(m.tone == first.tone for m in marks)
    return {"tone": first.tone, "sign": first.sign, "text": number(alike, lang), "share": None}


def _by_weight(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda m: _WORST.index(m.tone))
