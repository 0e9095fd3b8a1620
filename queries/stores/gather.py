"""Ask the store what bears on a write, before the plan is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ontology.entities.base import Id
from ontology.property_graph import NODE_BY_LABEL, NODES
from queries.stores.plan import NAMED_BY, Key, Known
from queries.stores.record import Record, Records, references
from queries.stores.session import Incoming, Session


def _owners() -> dict[str, str]:
    """Class → the field by which its entities belong to an order: `Assignment` → `clause`, `Observation` → `indicator`.

    Read off the declarations: a required reference to an order, or to something that belongs to one.
    """
    found: dict[str, str] = {"Order": ""}
    grown = True
    while grown:
        grown = False
        for node in NODES:
            own = next((r.name for r in node.columns if r.required and r.target in found), None)
            if node.label not in found and own:
                found[node.label] = own
                grown = True
    del found["Order"]
    return found


OWNERS: Mapping[str, str] = _owners()


def known(session: Session, batch: Records, replaces: Collection[Id], drops: Collection[Key] = ()) -> Known:
    """What the store holds that bears on writing `batch` in place of the orders `replaces` and of the facts `drops`."""
    same = _fetch(session, {label: list(rows) for label, rows in batch.items()}, {})
    level: dict[str, set[Id]] = {"Order": set(replaces)} if replaces else {}
    for label, id in drops:
        level.setdefault(label, set()).add(id)
    facts, named = _facts(session, level, same)
    subjects = {str(r["id"]): r for r in session.fetch("Subject", named - batch.get("Subject", {}).keys())}
    return Known(
        same=same,
        facts=facts,
        subjects=subjects,
        referrers=_referrers(session, facts, subjects, batch) if facts else {},
        existing=_existing(session, batch),
        order_of=_order_of(session, batch, same, replaces),
        shared=_shared(session, batch, same, facts),
        drops=frozenset(drops),
    )


def facts_of(session: Session, order: Id) -> Records:
    """The order with this id, everything that belongs to it, and the subjects its clauses name first."""
    facts, named = _facts(session, {"Order": {order}}, {})
    return {**facts, "Subject": {str(r["id"]): r for r in session.fetch("Subject", named)}}


def _fetch(session: Session, ids: Mapping[str, Iterable[Id]], have: Records) -> Records:
    """Records of these ids, those in `have` not asked for again."""
    found: Records = {}
    for label, wanted in ids.items():
        held = have.get(label, {})
        found[label] = {id: held[id] for id in wanted if id in held}
        rows = session.fetch(label, [id for id in wanted if id not in held])
        found[label].update((str(row["id"]), row) for row in rows)
    return found


def _facts(session: Session, level: Mapping[str, set[Id]], same: Records) -> tuple[Records, set[Id]]:
    """Everything that belongs to these orders or facts, themselves included, and the subjects that their clauses name
    first."""
    found: Records = {}
    named: set[Id] = set()
    while level:
        below: dict[str, set[Id]] = defaultdict(set)
        for label, rows in _fetch(session, level, same).items():
            found.setdefault(label, {}).update(rows)
            for hit in session.incoming(label, rows):
                if OWNERS.get(hit.label) == hit.name and hit.id not in found.get(hit.label, {}):
                    below[hit.label].add(hit.id)
                elif (hit.label, hit.name) == NAMED_BY:
                    named.add(hit.id)
        level = below
    return found, named


def _referrers(session: Session, facts: Records, subjects: Mapping[Id, Record], batch: Records) -> Records:
    """What else points to anything that may be removed."""
    ids: dict[str, set[Id]] = defaultdict(set)
    at_risk: Records = {**facts, "Subject": dict(subjects)}
    for label, rows in at_risk.items():
        for hit in session.incoming(label, rows.keys() - batch.get(label, {}).keys()):
            if hit.id not in at_risk.get(hit.label, {}):
                ids[hit.label].add(hit.id)
    return _fetch(session, ids, {})


def _existing(session: Session, batch: Records) -> dict[str, set[Id]]:
    wanted: dict[str, set[Id]] = defaultdict(set)
    for label, rows in batch.items():
        node = NODE_BY_LABEL[label]
        for record in rows.values():
            for relation, target in references(node, record):
                if target not in batch.get(relation.target, {}):
                    wanted[relation.target].add(target)
    return {label: session.existing(label, ids) for label, ids in wanted.items()}


def _order_of(session: Session, batch: Records, same: Records, replaces: Collection[Id]) -> dict[Id, Id]:
    """Order of each clause that names a written subject, before and after; clauses of replaced orders left out."""
    stored = same.get("Subject", {})
    if not stored:
        return {}
    old = {str(r["clause"]) for r in stored.values() if r["clause"]}
    new = {str(r["clause"]) for r in batch["Subject"].values() if r.get("clause")}
    written = batch.get("Clause", {})
    rows = {str(r["id"]): r for r in session.fetch("Clause", (old | new) - written.keys())}
    order_of = {c: str(r["order"]) for c, r in {**rows, **written}.items() if c in old or c in new}
    return {c: o for c, o in order_of.items() if c not in old or o not in replaces}


def _shared(session: Session, batch: Records, same: Records, facts: Records) -> frozenset[Id]:
    """Written subjects to which facts of orders that are not replaced refer."""
    changed = [id for id, record in same.get("Subject", {}).items() if _differs(batch["Subject"][id], record)]

    def elsewhere(hit: Incoming) -> bool:
        return hit.label in OWNERS and not any(hit.id in held.get(hit.label, {}) for held in (facts, batch))

    return frozenset(hit.target for hit in session.incoming("Subject", changed) if elsewhere(hit))


def _differs(new: Record, old: Record) -> bool:
    return any(old.get(name) != value for name, value in new.items())
