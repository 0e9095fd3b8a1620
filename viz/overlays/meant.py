"""Which subject the words of an address mean: one of the map, if they can mean one."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.i18n import Lang
from queries.meaning import Resolution
from queries.store import GraphStore
from queries.words import resolve_subject
from viz.model import MapNode
from viz.text import clean


def subject_meant(store: GraphStore, words: str, nodes: Sequence[MapNode], territory: str, lang: Lang) -> Resolution:
    """Exactly one subject of the map by id, name or abbreviation; else what the search finds, on the map if it can.

    Raises UnknownSubject.
    """
    key = clean(words).casefold()
    same = [node for node in nodes if key in {node.id.casefold(), node.name.casefold(), (node.short or "").casefold()}]
    if len(same) == 1:
        return resolve_subject(store, same[0].id, lang)
    found = resolve_subject(store, words, lang, near=territory)
    shown = {node.id for node in nodes}
    meanings = [found.taken, *found.alternatives]
    taken = next((one for one in meanings if one.id in shown), found.taken)
    return Resolution(taken=taken, alternatives=tuple(one for one in meanings if one.id != taken.id))
