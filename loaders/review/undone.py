"""Taking decisions back: facts as they were before anybody decided on them."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.review.decisions import Key, key_of, values_of, whole
from loaders.review.held import unsigned
from loaders.review.sources import Act
from loaders.review.split import moved_id, named_by, naming
from ontology import ids
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.models import Decision, NameVariant
from ontology.property_graph import NODE_OF


def undone(act: Act, decisions: Iterable[Decision]) -> list[Entity]:
    """The act's facts with what earlier decisions did to these facts taken back: they are as they were read."""
    facts = {(type(f).__name__, f.id): f for f in act.facts}
    for decision in decisions:
        key = key_of(decision)
        before = act.live.get(key)
        if before is None or before.stale or before.verdict is Verdict.REOPENED:
            continue
        read = whole(before, corrected=False)
        if before.verdict is Verdict.SPLIT:
            _rejoin(facts, before)
        if read is not None and (key in facts or decision.verdict is Verdict.REOPENED):
            # Said outright: a store keeps what people decided about a subject while nobody speaks of it.
            facts[key] = unsigned(_with_words(read, facts.get(key)), ReadingStatus.EXTRACTED)
    return list(facts.values())


def _rejoin(facts: dict[Key, Entity], split: Decision) -> None:
    """What a split had moved goes back; the subject it made goes when nothing points to it any more."""
    old = values_of(split.fact, split.id).get("subject")
    changes = values_of(split.changes, split.id)
    new, written = changes.get("subject"), ids.normalise(str(changes.get("name", "")))
    if not old or not new:
        return
    moved = changes.get("moved")
    for key, fact in list(facts.items()):
        names = naming(fact)
        if isinstance(moved, dict):  # the subject was there before: only what had come to it goes back
            told = moved.get(fact.id)
            back = {n: v for n, v in told.items() if n in names} if isinstance(told, dict) else {}
        elif isinstance(fact, NameVariant):
            back = {"subject": old} if fact.subject == new and ids.normalise(fact.written) == written else {}
        else:
            back = {n: moved_id(getattr(fact, n), new, old) for n in names}
        if any(getattr(fact, n) != v for n, v in back.items()):
            facts[key] = type(fact).model_validate({**fact.model_dump(), **back})
    if moved is None and not any(new in named_by(f) for f in facts.values()):
        facts.pop(("Subject", new), None)


def _with_words(read: Entity, now: Entity | None) -> Entity:
    """The fact with the act's own words it has now: a decision from a file of facts does not bring them."""
    if now is None:
        return read
    local = [p.name for p in NODE_OF[type(read)].properties if p.prop.local and getattr(read, p.name) is None]
    return read.model_copy(update={name: getattr(now, name) for name in local})
