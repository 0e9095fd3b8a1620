"""One record written over another of the same id: which values of the older one stay."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from ontology.entities.base import Entity, Id
from ontology.property_graph import NODE_BY_LABEL, NODE_OF, Node
from queries.stores.record import Record, Records, encode

_CONFIRMED, _EXTRACTED = "confirmed", "extracted"
_REVIEW = ("review", "confirmed_by", "confirmed_at")  # they say one thing together


def merged(node: Node, old: Record | None, new: Record, *, order_of: Mapping[Id, Id], shared: Collection[Id]) -> Record:
    """What the store holds after `new` is written over `old`.

    Text of the user's copy that `new` lacks stays while the hash beside it is the same. What a person confirmed is not
    undone by a reading. A subject that several orders name is described by the first of them; others fill its gaps.
    """
    if old is None:
        return complete(node, new)
    if node.label == "Assignment" and old["status"] == _CONFIRMED and new["status"] == _EXTRACTED:
        return with_local(node, old, new)
    result = with_local(node, complete(node, new, old), old)
    if node.label == "Subject":
        return _subject(result, old, order_of, shared)
    if node.label == "Order" and old["status"] == _CONFIRMED and new["status"] == _EXTRACTED:
        confirmed = {**result, **{name: old[name] for name in ("status", *_REVIEW[1:])}}
        return old if confirmed == old else result
    return result


def with_local(node: Node, record: Record, other: Record) -> Record:
    """`record` with the local values it lacks taken from `other`, where the hash beside them says it is that text."""
    taken: Record = {}
    for name, beside in _local(node.label):
        if record[name] is None and other[name] is not None and (beside is None or record[beside] == other[beside]):
            taken[name] = other[name]
    return {**record, **taken} if taken else record


@cache
def _local(label: str) -> tuple[tuple[str, str | None], ...]:
    """(local value, the hash beside it or None), as `text` and `text_sha256`."""
    node = NODE_BY_LABEL[label]
    names = {p.name for p in node.properties}
    return tuple(
        (p.name, f"{p.name}_sha256" if f"{p.name}_sha256" in names else None) for p in node.properties if p.prop.local
    )


def collect(entities: Collection[Entity]) -> Records:
    """Records of a batch by label and id. Of two with one id the last counts; two subjects are joined, first first."""
    batch: Records = {}
    for entity in entities:
        node = NODE_OF[type(entity)]
        record = encode(entity)
        if node.label == "Subject":
            silent = _REGISTRY - entity.model_fields_set
            for name in silent if "review" in entity.model_fields_set else silent | set(_REVIEW):
                del record[name]
            if earlier := batch.get("Subject", {}).get(entity.id):
                record = _joined(earlier, {**earlier, **record})
        batch.setdefault(node.label, {})[entity.id] = record
    return batch


# What an act does not speak of, and what a registry does not: each leaves the other's values alone. So do both with
# what people decided about a subject.
_REGISTRY = frozenset({"vacant", "invented", "fills", "clause"})


def complete(node: Node, record: Record, old: Record | None = None) -> Record:
    """`record` with each value it does not speak of taken from `old`, else from the declaration's default."""
    missing = [f for f in node.entity.model_fields if f not in record]
    if not missing:
        return record
    known = old if old is not None else {f: node.entity.model_fields[f].default for f in missing}
    return {**record, **{f: known[f] for f in missing}}


def _joined(first: Record, second: Record) -> Record:
    """`first` with its gaps filled from `second` and with the names of both."""
    result = dict(first)
    for name, value in second.items():
        known = result.get(name)
        if isinstance(known, tuple) and isinstance(value, tuple):
            result[name] = known + tuple(v for v in value if v not in known)
        elif known is None:
            result[name] = value
    return {**result, **{name: first[name] for name in _REVIEW if name in first}}


def _subject(new: Record, old: Record, order_of: Mapping[Id, Id], shared: Collection[Id]) -> Record:
    # `order_of` knows no clause of a replaced order: its description of the subject is the one that is renewed.
    before, now = (order_of.get(str(r["clause"])) if r["clause"] else None for r in (old, new))
    if before is not None and now is not None and before != now:
        return {**_joined(old, new), **{name: new[name] for name in _REGISTRY - {"clause"}}}
    return _joined(new, old) if old["id"] in shared else new
