"""What a write changes: a pure function of what is written and of what the store holds. Both stores follow it.

The rules are those of `queries.store.GraphStore.write`; see docs/decisions/0004-write-plan.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ontology.entities.base import Id
from ontology.errors import InvalidGraph
from ontology.property_graph import NODE_BY_LABEL, NODES
from queries.store import WriteReport
from queries.stores.merge import merged
from queries.stores.record import Record, Records, references

Key = tuple[str, Id]
"""Class label and id of an entity."""

NAMED_BY = ("Subject", "clause")
"""The reference by which an order names a subject without owning it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds that bears on a write.

    `same`: records with the ids that are written. `facts`: records of the replaced orders. `subjects`: subjects that
    a clause of those orders names first. `referrers`: other records that point to any of these. `existing`: ids that
    the written records point to. `order_of`: clause → order. `shared`: subjects that facts of other orders refer to.
    `drops`: facts that are to leave whatever they say.
    """

    same: Records = field(default_factory=dict)
    facts: Records = field(default_factory=dict)
    subjects: dict[Id, Record] = field(default_factory=dict)
    referrers: Records = field(default_factory=dict)
    existing: dict[str, set[Id]] = field(default_factory=dict)
    order_of: dict[Id, Id] = field(default_factory=dict)
    shared: frozenset[Id] = frozenset()
    drops: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after."""

    old: Record
    new: Record


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, per class label; a store carries it out in one transaction."""

    added: dict[str, list[Record]]
    changed: dict[str, list[Change]]
    unchanged: dict[str, int]
    removed: dict[str, list[Id]]

    def report(self) -> WriteReport:
        """The counts, per class label."""
        return WriteReport(
            added={label: len(rows) for label, rows in self.added.items()},
            changed={label: len(rows) for label, rows in self.changed.items()},
            unchanged=dict(self.unchanged),
            removed={label: len(ids) for label, ids in self.removed.items()},
        )


def difference(batch: Records, known: Known) -> Plan:
    """The plan that brings the store from `known` to `batch`; InvalidGraph when it would leave a loose reference."""
    added: dict[str, list[Record]] = {}
    changed: dict[str, list[Change]] = {}
    unchanged: dict[str, int] = {}
    result: Records = {}
    for node in NODES:
        for id, new in batch.get(node.label, {}).items():
            old = known.same.get(node.label, {}).get(id)
            over = None if (node.label, id) in known.drops else old
            kept = merged(node, over, new, order_of=known.order_of, shared=known.shared)
            result.setdefault(node.label, {})[id] = kept
            if old is None:
                added.setdefault(node.label, []).append(kept)
            elif kept == old:
                unchanged[node.label] = unchanged.get(node.label, 0) + 1
            else:
                changed.setdefault(node.label, []).append(Change(old, kept))
    removed = _removed(result, known)
    _check(added, changed, result, known, removed)
    for label, change in _loosened(result, known, removed):
        changed.setdefault(label, []).append(change)
    gone: dict[str, list[Id]] = defaultdict(list)
    for label, id in sorted(removed):
        gone[label].append(id)
    return Plan(added, changed, unchanged, dict(gone))


def _keys(records: Records) -> Iterator[tuple[Key, Record]]:
    for label, rows in records.items():
        for id, record in rows.items():
            yield (label, id), record


def _targets(key: Key, record: Record) -> Iterable[Key]:
    return ((relation.target, id) for relation, id in references(NODE_BY_LABEL[key[0]], record))


def _removed(result: Records, known: Known) -> set[Key]:
    """Facts of the replaced orders that are not written again, and the subjects that only they named."""
    written = {key for key, _ in _keys(result)}
    held = dict(_keys(known.facts)) | {("Subject", id): record for id, record in known.subjects.items()}
    doomed = held.keys() - written
    facts = {key for key in doomed if key[0] != "Subject"}
    # What a person confirmed stays, with all it rests on; so does what people decided about an act that stays.
    staying = [key for key in facts - known.drops if key[0] == "Assignment" and held[key]["status"] == "confirmed"]
    acts = result.get("Order", {})
    staying += [key for key in facts - known.drops if key[0] == "Decision" and held[key]["order"] in acts]
    while staying:
        key = staying.pop()
        if key in doomed:
            doomed.discard(key)
            staying.extend(_targets(key, held[key]))
    if any(label == "Subject" for label, _ in doomed):
        _keep_named(doomed, result, held, known)
    return set(doomed)


def _keep_named(doomed: set[Key], result: Records, held: dict[Key, Record], known: Known) -> None:
    """Take out of `doomed` the subjects that anything which stays points to, directly or through another subject."""
    pointing: dict[Key, set[Key]] = defaultdict(set)
    for key, record in [*_keys(known.referrers), *held.items(), *_keys(result)]:
        if key[1] in result.get(key[0], {}) and record is not result[key[0]][key[1]]:
            continue  # it is written anew: what it pointed to before does not count
        for target in _targets(key, record):
            if target[0] == "Subject":
                pointing[key].add(target)
    staying = [target for key, targets in pointing.items() if key not in doomed for target in targets]
    while staying:
        key = staying.pop()
        if key in doomed:
            doomed.discard(key)
            staying.extend(pointing[key])


def _loosened(result: Records, known: Known, removed: set[Key]) -> Iterator[tuple[str, Change]]:
    """Records that stay and pointed to something removed, with that reference taken away where it may be absent."""
    seen: set[Key] = set()
    held = [*_keys(known.referrers), *((("Subject", id), record) for id, record in known.subjects.items())]
    for key, record in [*held, *_keys(known.facts)]:
        label, id = key
        if key in removed or key in seen or id in result.get(label, {}):
            continue
        seen.add(key)
        new = dict(record)
        for relation in NODE_BY_LABEL[label].relations:
            value = record[relation.name]
            if isinstance(value, tuple):
                new[relation.name] = tuple(t for t in value if (relation.target, t) not in removed)
            elif (relation.target, value) in removed and not relation.required:
                new[relation.name] = _other_clause(id, known, removed) if (label, relation.name) == NAMED_BY else None
        if new != record:
            yield label, Change(record, new)


def _other_clause(subject: Id, known: Known, removed: set[Key]) -> Id | None:
    """A clause that still names the subject, now that the first one is gone."""
    clauses = (
        str(record["clause"])
        for key, record in _keys(known.referrers)
        if record.get("clause") and ("Subject", subject) in _targets(key, record) and key not in removed
    )
    return min((clause for clause in clauses if ("Clause", clause) not in removed), default=None)


def _check(
    added: dict[str, list[Record]], changed: dict[str, list[Change]], result: Records, known: Known, removed: set[Key]
) -> None:
    """Raise InvalidGraph when a written record points to nothing."""
    rows = [(label, record, record) for label, records in added.items() for record in records]
    rows += [(label, change.old, change.new) for label, changes in changed.items() for change in changes]
    loose: list[tuple[str, Id, str, str, Id]] = []
    for label, old, record in rows:
        node = NODE_BY_LABEL[label]
        before = {(r.name, t) for r, t in references(node, old)} if old is not record else set()
        for relation, target in references(node, record):
            if target in result.get(relation.target, {}):
                continue
            there = target in known.existing.get(relation.target, ()) or (relation.name, target) in before
            if (relation.target, target) in removed or not there:
                loose.append((label, str(record["id"]), relation.name, relation.target, target))
    # A stored record which is not written and must point to something removed.
    for key, record in _keys(known.referrers):
        if key in removed or key[1] in result.get(key[0], {}):
            continue
        for relation, target in references(NODE_BY_LABEL[key[0]], record):
            if relation.required and not relation.many and (relation.target, target) in removed:
                loose.append((key[0], key[1], relation.name, relation.target, target))
    if loose:
        label, id, name, target_label, target = loose[0]
        raise InvalidGraph(
            "{field} points to the {label} {target}, which does not exist (loose references: {count}); "
            "nothing was written",
            where=f"{label} {id}",
            field=name,
            label=target_label,
            target=target,
            count=len(loose),
        )
