"""Who it is that acts where it is not the doer of the sentence, and who does not act towards others at all."""

from __future__ import annotations

import re

from loaders.order.bonds import STOP, Bond
from loaders.order.ends import WORD
from loaders.order.named import Named
from loaders.order.registry import Entry

DONE = re.compile(
    r"(?<![а-яё])(?:назнача|утвержда|избира|созда|формиру|определя|освобожда)[а-яё]*(?:ем|им)[а-яё]{2}\s[^;.]{0,60}$"
)
HEADS = frozenset({"руководитель", "директор", "заведующий", "начальник"})
BESIDE = 3  # words between the one who does it and what is said of the agreement of others


def by_participle(bond: Bond, text: str, named: Named, clause: str) -> tuple[Entry, ...]:
    """Who agrees a deed with others when a participle tells it: «назначаемый ректором института по согласованию с
    учредителем»; an officer the act knows not otherwise acts for his body. () when nobody is told."""
    if not bond.wording.back:
        return ()
    ends = named.ends.find(text)
    for end in (e for e in ends if e.end <= bond.at and not e.preposition and "ablt" in e.cases):
        between = text[end.end : bond.at]
        if not DONE.search(text[: end.at]) or len(between.split()) > BESIDE or STOP.search(between):
            continue
        if found := named.entries(end, "ablt", clause, make=False):
            return tuple(found)
        inner = named.ends.find(end.text.partition(" ")[2])
        return tuple(x for e in inner[:1] for x in named.entries(e, "gent", clause, make=False))
    return ()


def within_own_body(doer: Entry, other: Entry) -> bool:
    """Heads of schools do not support or control schools: what they do is done each within his own."""
    if doer.kind != "role" or not (doer.plural and other.plural) or doer.head not in HEADS:
        return False
    initials = "".join(w[0] for w in WORD.findall(other.name.lower()))
    own = {w for alias in doer.aliases for w in alias} - {doer.head}
    return other.kind != "role" and any(w == other.head or (len(w) < 5 and w in initials) for w in own)
