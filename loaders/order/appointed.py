"""Persons whom an act appoints and then addresses by name alone: «Назначить директором X» – «X разработать план»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.order.heads import head
from loaders.order.names import PERSON, cut
from loaders.order.surnames import FULL, Named, groups, in_nominative, named

_APPOINTS = re.compile(r"^(?:назначить|утвердить|определить|считать)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Office:
    """An office and who holds it; `post` stands in the instrumental («руководителем центра»)."""

    who: Named
    post: str


def _person(text: str) -> re.Match[str] | None:
    return min((m for m in (PERSON.search(text), FULL.search(text)) if m), key=lambda m: m.start(), default=None)


def appointment(text: str) -> Office | None:
    """The office a point gives somebody, named in either order; None when it appoints nobody."""
    opens = _APPOINTS.match(text)
    if opens is None:
        return None
    rest = text[opens.end() :]
    found = _person(rest)
    who = named(found.group(0)) if found else None
    if found is None or who is None:
        return None
    for phrase in (rest[: found.start()], rest[found.end() :]):
        post = cut(phrase.strip(" ,.;"))
        known = head(post, "ablt") if post else None
        if known is not None and known[3] == "role":
            return Office(in_nominative(who, "accs"), post)
    return None


def addressee(text: str) -> tuple[Named, str] | None:
    """Whom a point opens with by name alone, and the words after it; None when it opens otherwise."""
    found = PERSON.match(text) or FULL.match(text)
    who = named(found.group(0)) if found else None
    return (in_nominative(who, "datv"), text[found.end() :].strip(" ,")) if found and who else None


def held(who: Named, offices: list[Office]) -> str | None:
    """The post of a person by the appointments so far; None when none of them is theirs."""
    for office in reversed(offices):
        if len(set(groups([who, office.who]).values())) == 1:
            return office.post
    return None
