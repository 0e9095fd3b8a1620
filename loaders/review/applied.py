"""Facts and decisions → the facts as people left them. Pure, idempotent, and blind to the order of its input.

A decision is about a fact in a clause. While the clause reads as it did (SHA-256 of its text), the decision is applied:
to the fact with its id, else to the one newly read fact of that clause that says the same (a better reader may give it
another id: the decision follows it), else the fact is brought back from the decision, since a person saw it there.
When the clause reads otherwise, the decision is kept and marked stale, and what is read there is to be reviewed again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from loaders.review.decisions import Key, effective, key_of, values_of, whole
from loaders.review.fields import CLASS_OF, EDITABLE, clause_of, field_of, mark, status_field, status_of
from loaders.review.split import move, parted
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.models import Clause, Decision, Indicator, NameVariant, Observation, Order, Subject
from ontology.property_graph import Relation
from queries.selection import references

Known = Callable[[str, Id], bool]
_TURN = MappingProxyType({"NameVariant": 0, "Subject": 1, "Indicator": 2})  # what others point to comes first


@dataclass(slots=True)
class Applied:
    """`facts`: all of them with the decisions carried out. `dropped`: facts that were there and leave. `kept`: reviewed
    facts that stand. `stale`: decisions newly found out of date; `lost`: those of them whose fact is gone as well.
    `restored`: facts no longer read that a person had seen."""

    facts: list[Entity] = field(default_factory=list)
    dropped: list[Entity] = field(default_factory=list)
    kept: int = 0
    stale: list[Decision] = field(default_factory=list)
    lost: list[Decision] = field(default_factory=list)
    restored: list[Entity] = field(default_factory=list)


def _nothing(label: str, id: Id) -> bool:
    return False


def apply(
    facts: Sequence[Entity], decisions: Iterable[Decision], known: Known = _nothing, fresh: Container[Key] = ()
) -> Applied:
    """Carry out the decisions on the facts of their orders.

    `known` tells what exists beside `facts`; `fresh` which facts are read for the first time.
    """
    return _Work(facts, list(decisions), known, fresh).run()


class _Work:
    """The facts by class and id while the decisions are carried out."""

    def __init__(self, facts: Sequence[Entity], decisions: list[Decision], known: Known, fresh: Container[Key]) -> None:
        self.first = {(type(f).__name__, f.id): f for f in facts}
        self.held: dict[Key, Entity] = dict(self.first)
        self.known, self.fresh = known, fresh
        self.orders = {f.id for f in facts if isinstance(f, Order)}
        self.indicators = {f.id: f for f in facts if isinstance(f, Indicator)}
        self.history = {d.id: d for d in [*(f for f in facts if isinstance(f, Decision)), *decisions]}
        self.live = effective(self.history.values())
        self.address: dict[tuple[Id, str], Clause] = {(f.order, f.address): f for f in facts if isinstance(f, Clause)}
        self.result = Applied()
        self.seen: set[Key] = set()  # facts some decision in force is about
        self.places: dict[tuple[str, Id], list[Entity]] | None = None

    def run(self) -> Applied:
        ours = [d for d in self.live.values() if d.order in self.orders]
        standing = [d for d in ours if self._reads_as_then(d)]
        # Merges are undone first: they give the other decisions the subjects they speak of.
        for decision in sorted(standing, key=lambda d: (_TURN.get(d.target_class, 3), key_of(d))):
            if decision.target_class != "Order":
                self._carry_out(decision)
        self._stale([d for d in ours if not self._reads_as_then(d)])
        self._orders()
        for d in self.history.values():
            self.held[("Decision", d.id)] = d
        self.result.facts = list(self.held.values())
        self.result.dropped = [f for key, f in self.first.items() if key not in self.held]
        return self.result

    def _clause(self, decision: Decision) -> Clause | None:
        return self.address.get((decision.order, decision.address)) if decision.address is not None else None

    def _reads_as_then(self, decision: Decision) -> bool:
        if decision.address is None:
            return True
        clause = self._clause(decision)
        return clause is not None and clause.text_sha256 == decision.clause_sha256

    def _carry_out(self, decision: Decision) -> None:
        self._renew(decision, stale=False)
        found = self._found(decision)
        if decision.verdict is Verdict.REJECTED:
            if found is not None and not (isinstance(found, Subject) and self._pointed_at(found.id)):
                self._remove(found)
            return
        if decision.verdict is Verdict.REOPENED:
            return
        kind = CLASS_OF.get(decision.target_class)
        kept = whole(decision, corrected=True) if kind in EDITABLE else None
        if kind is None or kept is None:
            return
        if decision.verdict is Verdict.SPLIT:
            variant = found or kept
            if isinstance(variant, NameVariant):
                self._split(decision, variant)
            return
        fact = kept if found is None else self._corrected(found, kept)
        if not self._stands(fact):  # what the person saw or set is not in this reading any more
            self.result.lost.append(decision)
            if found is not None:
                self._put(found.model_copy(update=_unsigned(found, ReadingStatus.CHANGED)))
            return
        fact = self._signed(fact, decision)
        if found is None:
            self.result.restored.append(fact)
        self._put(fact)
        self.result.kept += 1

    def _corrected(self, found: Entity, kept: Entity) -> Entity:
        """What was read now, with the fields a person saw or set; a subject's name keeps the other names it has."""
        values: dict[str, Any] = {name: getattr(kept, name) for name in EDITABLE[type(found)]}
        if isinstance(found, Subject) and found.name != values["name"]:
            values["alternative_names"] = (*found.alternative_names, found.name)
        return type(found).model_validate({**found.model_dump(), **values})

    def _signed(self, fact: Entity, decision: Decision) -> Entity:
        return fact.model_copy(
            update={
                status_field(type(fact)): ReadingStatus.CONFIRMED,
                "confirmed_by": decision.decided_by,
                "confirmed_at": decision.decided_at,
            }
        )

    def _found(self, decision: Decision) -> Entity | None:
        """The fact a decision is about: by id, else the only new one of its clause that says the same."""
        key = key_of(decision)
        if key in self.held:
            return self.held[key]
        kind = CLASS_OF.get(decision.target_class)
        fields = values_of(decision.fact, decision.id)
        clause = self._clause(decision)
        if kind is None or kind not in EDITABLE or not fields or clause is None:
            return None
        corrected = fields | values_of(decision.changes, decision.id)
        said = {mark(fields.get, kind), mark(corrected.get, kind)}
        near = self._newly_read().get((decision.target_class, clause.id), [])
        same = [f for f in near if mark(lambda name, f=f: getattr(f, name, None), kind) in said]  # type: ignore[misc]
        if len(same) != 1:
            return None
        for d in self.history.values():  # the decision and those before it follow the fact
            if key_of(d) == key:
                self.history[d.id] = self.history[d.id].model_copy(update={"target": same[0].id})
        near.remove(same[0])
        return same[0]

    def _newly_read(self) -> dict[tuple[str, Id], list[Entity]]:
        """Facts read for the first time about which nobody has decided, by class and clause."""
        if self.places is None:
            self.places = {}
            for key, fact in self.held.items():
                clause = self._clause_of(fact)
                if clause and key in self.fresh and key not in self.live:
                    self.places.setdefault((key[0], clause), []).append(fact)
        return self.places

    def _clause_of(self, fact: Entity) -> Id | None:
        return clause_of(fact, self.indicators)

    def _stands(self, fact: Entity) -> bool:
        """Whether all it points to is there."""
        for name in type(fact).model_fields:
            if name == "id":
                continue
            declared = field_of(type(fact), name)
            if not isinstance(declared, Relation):
                continue
            value = getattr(fact, name)
            for target in value if declared.many else (value,):
                there = target is None or (declared.target, target) in self.held
                if not there and not self.known(declared.target, target):
                    return False
        return True

    def _put(self, fact: Entity) -> None:
        key = (type(fact).__name__, fact.id)
        self.held[key] = fact
        self.seen.add(key)
        if isinstance(fact, Indicator):
            self.indicators[fact.id] = fact

    def _pointed_at(self, subject: Id) -> bool:
        return any(
            subject in references(f) for f in self.held.values() if not isinstance(f, NameVariant) and f.id != subject
        )

    def _remove(self, fact: Entity) -> None:
        del self.held[(type(fact).__name__, fact.id)]
        if isinstance(fact, Indicator):
            for key, f in list(self.held.items()):
                if isinstance(f, Observation) and f.indicator == fact.id:
                    del self.held[key]
        if isinstance(fact, Subject):
            for key, f in list(self.held.items()):
                if isinstance(f, NameVariant) and f.subject == fact.id:
                    del self.held[key]

    def _split(self, decision: Decision, found: NameVariant) -> None:
        old = self.held.get(("Subject", values_of(decision.fact, decision.id).get("subject", "")))
        new = str(values_of(decision.changes, decision.id).get("subject", ""))
        if new and ("Subject", new) not in self.held and isinstance(old, Subject):
            self._put(self._signed(parted(old, new, found), decision))
        if not new or not (("Subject", new) in self.held or self.known("Subject", new)):
            self.result.lost.append(decision)
            return
        for fact in move(list(self.held.values()), found, old.id if old else found.subject, new):
            self.held[(type(fact).__name__, fact.id)] = fact
        self._put(self._signed(found.model_copy(update={"subject": new}), decision))
        self.result.kept += 1

    def _renew(self, decision: Decision, *, stale: bool) -> None:
        if decision.stale != stale:
            self.history[decision.id] = decision.model_copy(update={"stale": stale})

    def _stale(self, decisions: list[Decision]) -> None:
        """Mark what was decided on another text, and what is read now where that text stood."""
        clauses: set[Id] = set()
        for decision in decisions:
            clause = self._clause(decision)
            if clause is not None:
                clauses.add(clause.id)
            if not decision.stale:
                self.result.stale.append(decision)
                if decision.verdict is not Verdict.REJECTED and key_of(decision) not in self.held:
                    self.result.lost.append(decision)
            self._renew(decision, stale=True)
        if not clauses:
            return
        for key, fact in list(self.held.items()):
            if type(fact) in EDITABLE and key not in self.seen and self._clause_of(fact) in clauses:
                self.held[key] = fact.model_copy(update=_unsigned(fact, ReadingStatus.CHANGED))

    def _orders(self) -> None:
        """An act confirmed whole stays so while each of its facts is confirmed; else it is to be reviewed again."""
        for decision in self.live.values():
            order = self.held.get(("Order", decision.target))
            if decision.target_class != "Order" or not isinstance(order, Order):
                continue
            if decision.verdict is Verdict.REOPENED:
                self.held[("Order", order.id)] = order.model_copy(update=_unsigned(order, ReadingStatus.CHANGED))
                continue
            own = {f.id for f in self.held.values() if isinstance(f, Clause) and f.order == order.id}
            facts = [f for f in self.held.values() if type(f) in EDITABLE and self._clause_of(f) in own]
            confirmed = all(status_of(f) is ReadingStatus.CONFIRMED for f in facts)
            signed = self._signed(order, decision)
            self.held[("Order", order.id)] = (
                signed if confirmed else order.model_copy(update=_unsigned(order, ReadingStatus.CHANGED))
            )


def _unsigned(fact: Entity, status: ReadingStatus) -> dict[str, Any]:
    return {status_field(type(fact)): status, "confirmed_by": None, "confirmed_at": None}
