"""An act read again: what people decided about it is carried out on the new reading."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from loaders.review.applied import Applied, apply
from loaders.review.decisions import Key
from loaders.review.fields import CLASS_OF, EDITABLE
from loaders.review.sources import exists
from ontology.entities.base import Entity, Id
from ontology.models import Assignment, Decision
from queries.store import GraphStore


@dataclass(slots=True)
class Reread:
    """`facts` to write; `drops`: stored facts that leave although somebody confirmed them once; what it came to."""

    facts: list[Entity]
    drops: list[Entity] = field(default_factory=list)
    applied: Applied = field(default_factory=Applied)


def reread(
    store: GraphStore,
    facts: Sequence[Entity],
    orders: Iterable[Id],
    *,
    given: Container[Key] = (),
    before: Iterable[Entity] = (),
) -> Reread:
    """Carry out the stored decisions, and those among `facts`, on the facts of these orders.

    `given`: facts from a file of facts: they have been reviewed already, so no decision follows a fact to one of them.
    `before`: facts of an earlier reading that the store does not hold (a draft's).
    """
    brought = [f for f in [*before, *facts] if isinstance(f, Decision)]
    stored: list[Entity] = []
    if brought or next(iter(store.all(Decision)), None) is not None:
        for order in dict.fromkeys(orders):
            stored += store.facts(order)
    kept = [f for f in stored if isinstance(f, Decision)]
    decisions = list({d.id: d for d in [*brought, *kept]}.values())
    if not decisions:
        return Reread(list(facts))
    seen = {(type(f).__name__, f.id) for f in [*stored, *before]}
    present = {(type(f).__name__, f.id) for f in facts}
    fresh = {key for key in present - seen if CLASS_OF.get(key[0]) in EDITABLE and key not in given}

    def known(label: str, id: Id) -> bool:
        return (label, id) in present or exists(store, label, id)

    applied = apply(facts, decisions, known, fresh)
    left = {(type(f).__name__, f.id) for f in applied.facts}
    decided = {(d.target_class, d.target) for d in decisions}
    drops: list[Entity] = [
        f
        for f in stored
        if isinstance(f, Assignment) and ("Assignment", f.id) in decided and ("Assignment", f.id) not in left
    ]
    return Reread(applied.facts, drops, applied)
