"""Facts of several files about one thing become one thing; an act that repeals another ends it."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReferenceKind
from ontology.ids import normalise
from ontology.models import LegalReference, Order, Subject, Territory
from queries.store import GraphStore


def _both(first: Entity, second: Entity) -> Entity:
    """One entity said twice: what the first leaves open is taken from the second; other names are kept."""
    gaps = {name: getattr(second, name) for name in type(first).model_fields if getattr(first, name) in (None, (), "")}
    if isinstance(first, Subject) and isinstance(second, Subject):
        names = dict.fromkeys([*first.alternative_names, *second.alternative_names, second.name])
        gaps["alternative_names"] = tuple(n for n in names if normalise(n) != normalise(first.name))
    for name in ("confirmed_by", "confirmed_at"):  # they go with the status, which is never a gap
        gaps.pop(name, None)
    return first.model_copy(update=gaps)


def merge(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities with each id once, in order of first appearance."""
    merged: dict[tuple[type[Entity], Id], Entity] = {}
    for e in entities:
        key = (type(e), e.id)
        merged[key] = _both(merged[key], e) if key in merged and merged[key] != e else merged.get(key, e)
    return list(merged.values())


def _numbered(number: str | None) -> str:
    return normalise(number or "").replace(" ", "")


def repeal(store: GraphStore, entities: list[Entity]) -> list[Entity]:
    """Link references to the acts they name, in the batch and in the store, and end the repealed ones.

    An act is the one meant when number and day agree. What was loaded first makes no difference.
    """
    orders = {o.id: o for o in store.all(Order)} | {e.id: e for e in entities if isinstance(e, Order)}
    by_number = {(_numbered(o.number), o.date): o for o in orders.values()}
    new = {e.id for e in entities}
    references = {x.id: x for x in store.all(LegalReference)} | {
        e.id: e for e in entities if isinstance(e, LegalReference)
    }
    changed: dict[Id, Entity] = {}
    for ref in references.values():
        source, target = orders.get(ref.order), by_number.get((_numbered(ref.number), ref.date))
        if source is None or target is None or ref.date is None or target.id == source.id:
            continue
        if ref.target != target.id:
            changed[ref.id] = ref.model_copy(update={"target": target.id})
        if ref.kind is ReferenceKind.REPEALS and source.date and target.valid_until != source.date:
            ended = changed.get(target.id, target)
            changed[target.id] = ended.model_copy(update={"valid_until": source.date})
    kept = [changed.pop(e.id, e) for e in entities]
    return kept + [e for id, e in changed.items() if id not in new]


def known_to(store: GraphStore, batch: Iterable[Entity]) -> list[Entity]:
    """Territories and subjects a table may refer to: the store's and the batch's."""
    held: dict[Id, Entity] = {e.id: e for kind in (Territory, Subject) for e in store.all(kind)}
    return list((held | {e.id: e for e in batch if isinstance(e, Territory | Subject)}).values())
