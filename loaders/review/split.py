"""Undoing a merge: what was named by one writing moves to a subject of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from loaders.review.decisions import values_of
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import VariantReason
from ontology.errors import InvalidGraph
from ontology.ids import normalise, subject_id
from ontology.models import Activity, Agreement, Assignment, Decision, Interaction, NameVariant, Step, Subject
from ontology.property_graph import NODE_OF

# Class → the fields that name subjects.
NAMING: tuple[tuple[type[Entity], tuple[str, ...]], ...] = (
    (Assignment, ("subject",)),
    (Agreement, ("parties",)),
    (Activity, ("responsible",)),
    (Interaction, ("source", "target")),
    (Step, ("subject",)),
    (NameVariant, ("subject",)),
)


def parting(variant: NameVariant, old: Subject, facts: Sequence[Entity]) -> dict[str, Any]:
    """What a split keeps of the subject a writing stands for by itself: what the old one is, until somebody corrects
    it. Where that subject is there already, `moved` keeps what the facts that come to it said before: fact → field →
    subjects, so that they alone go back."""
    new = subject_id(old.territory, variant.written)
    same = old.model_dump(mode="json", include={"level", "kind", "generic", "territory"})
    told = {"subject": new, "name": variant.written, **same}
    if any(isinstance(f, Subject) and f.id == new for f in facts):
        before = {(type(f).__name__, f.id): f for f in facts}
        told["moved"] = {
            f.id: {name: v for name in naming(f) if (v := getattr(before[type(f).__name__, f.id], name)) is not None}
            for f in [*move(facts, variant, old.id, new), variant]
        }
    return told


def parted(split: Decision) -> Subject | None:
    """The subject that a split made; None when the decision does not tell."""
    told = values_of(split.changes, split.id)
    id = told.pop("subject", None)
    told.pop("moved", None)
    clause = values_of(split.fact, split.id).get("clause")
    if not told:
        return None
    try:
        return Subject.model_validate({**told, "id": id, "clause": clause})
    except ValidationError as error:
        raise InvalidGraph("a decision keeps something else than the fields of a fact", where=split.id) from error


def named_by(fact: Entity) -> set[Id]:
    """The subjects a fact points to."""
    found: set[Id] = set()
    for relation in NODE_OF[type(fact)].relations:
        if relation.target == "Subject":
            value = getattr(fact, relation.name)
            found.update(value if relation.many else [value] if value else [])
    return found - {fact.id}


def naming(fact: Entity) -> tuple[str, ...]:
    """The fields by which a fact names subjects."""
    return next((fields for kind, fields in NAMING if isinstance(fact, kind)), ())


def moved_id(value: Any, old: Id, new: Id) -> Any:
    """A reference, or several, with `new` in place of `old`."""
    if isinstance(value, tuple):
        return tuple(new if v == old else v for v in value)
    return new if value == old else value


def _words(fact: Entity) -> str | None:
    """The act's words that name the subjects of a fact, where they are at hand."""
    if isinstance(fact, Activity):
        return " ; ".join(fact.responsible_text) or None
    said = getattr(fact, "about", None) or getattr(fact, "does", None) or getattr(fact, "what", None)
    return str(said) if said else None


def move(facts: Sequence[Entity], variant: NameVariant, old: Id, new: Id) -> Iterator[Entity]:
    """Yield the facts that `variant`'s writing named, now pointing to `new`.

    A bare noun that refers back names a subject in its own clause alone; any other writing names the same wherever it
    stands. An assignment says by which writing its subject was found. Of other facts the words tell, where they are at
    hand and name the writing; else they move when they stand in a clause where it is written.
    """
    written = normalise(variant.written)
    told = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)")
    alone = variant.why is VariantReason.REFERS_BACK
    same = [
        v
        for v in facts
        if isinstance(v, NameVariant) and v.subject in (old, new) and normalise(v.written) == written
        and (not alone or v.clause == variant.clause)
    ]  # fmt: skip
    clauses = {v.clause for v in same} | {variant.clause}
    yield from (v.model_copy(update={"subject": new}) for v in same if v.subject == old)
    for fact in facts:
        names = naming(fact)
        if not names or isinstance(fact, NameVariant):
            continue
        clause = getattr(fact, "clause", None)
        if isinstance(fact, Assignment):
            named = normalise(fact.named_as or "") == written and (not alone or clause == variant.clause)
        elif isinstance(fact, Activity) and fact.responsible_text:
            named = told.search(normalise(_words(fact) or "")) is not None and (not alone or clause in clauses)
        else:
            named = clause in clauses or (not alone and told.search(normalise(_words(fact) or "")) is not None)
        changes = {n: moved_id(getattr(fact, n), old, new) for n in names} if named else {}
        if any(getattr(fact, n) != v for n, v in changes.items()):
            yield type(fact).model_validate({**fact.model_dump(), **changes})
