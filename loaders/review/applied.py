"""Facts and decisions → the facts as people left them. Pure, idempotent, and blind to the order of its input.

A decision is about a fact in a clause. While the clause reads as it did (SHA-256 of its text), the decision is applied:
to the fact with its id, else to the one newly read fact of that clause that says the same (a better reader may give it
another id: the decision follows it), else the fact is brought back from the decision, since a person saw it there.
When the clause reads otherwise, the decision is kept and marked stale, and what is read there is to be reviewed again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from loaders.review.decisions import Key, effective, in_time, key_of, values_of, whole
from loaders.review.fields import CLASS_OF, EDITABLE, status_of
from loaders.review.held import Held, Known, corrected, key_for, signed, unsigned
from loaders.review.split import move, parted
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.models import Clause, Decision, NameVariant, Order, Subject

_TURN = MappingProxyType({"Subject": 0, "Indicator": 1})  # what others point to comes first


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
    """One carrying out: decisions in force first, then what is out of date, then the acts as wholes."""

    def __init__(self, facts: Sequence[Entity], decisions: list[Decision], known: Known, fresh: Container[Key]) -> None:
        self.history = {d.id: d for d in [*(f for f in facts if isinstance(f, Decision)), *decisions]}
        self.live = effective(self.history.values())
        self.held = Held(facts, self.live.keys(), known, fresh)
        self.first = dict(self.held.facts)
        self.result = Applied()
        self.seen: set[Key] = set()  # facts some decision in force is about

    def run(self) -> Applied:
        ours = [d for d in self.live.values() if ("Order", d.order) in self.held.facts]
        standing = [d for d in ours if self._reads_as_then(d)]
        splits = sorted((d for d in standing if d.verdict is Verdict.SPLIT), key=in_time)
        # The subjects that splits made come first, for others may speak of them. What the splits move comes last: a
        # fact decided on before a split was named by the writing all the same.
        for decision in splits:
            self._part(decision)
        for decision in sorted(standing, key=lambda d: (_TURN.get(d.target_class, 2), key_of(d))):
            if decision.target_class != "Order" and decision.verdict is not Verdict.SPLIT:
                self._carry_out(decision)
        for decision in splits:
            self._split(decision)
        self._stale([d for d in ours if not self._reads_as_then(d)])
        self._orders()
        self.held.facts |= {("Decision", d.id): d for d in self.history.values()}
        self.result.facts = list(self.held.facts.values())
        self.result.dropped = [f for key, f in self.first.items() if key not in self.held.facts]
        return self.result

    def _reads_as_then(self, decision: Decision) -> bool:
        clause = self.held.clause(decision)
        return decision.address is None or (clause is not None and clause.text_sha256 == decision.clause_sha256)

    def _put(self, fact: Entity) -> None:
        self.held.put(fact)
        self.seen.add(key_for(fact))

    def _found(self, decision: Decision) -> Entity | None:
        """The fact of a decision; when it has another id now, the decision and those before it follow it."""
        found = self.held.about(decision)
        key = key_of(decision)
        if found is not None and found.id != key[1]:
            for d in list(self.history.values()):
                if key_of(d) == key:
                    self.history[d.id] = d.model_copy(update={"target": found.id})
        return found

    def _carry_out(self, decision: Decision) -> None:
        self._renew(decision, stale=False)
        found = self._found(decision)
        if decision.verdict is Verdict.REOPENED:
            return
        if decision.verdict is Verdict.REJECTED:
            if isinstance(found, Subject) and self.held.pointed_at(found.id):
                self._put(unsigned(found, ReadingStatus.CHANGED))  # the act speaks of it again
            elif found is not None:
                self.held.remove(found)
            return
        kept = whole(decision, corrected=True) if CLASS_OF.get(decision.target_class) in EDITABLE else None
        if kept is None:
            return
        fact = kept if found is None else corrected(found, kept)
        if not self.held.stands(fact):  # what the person saw or set is not in this reading any more
            self.result.lost.append(decision)
            if found is not None:
                self._put(unsigned(found, ReadingStatus.CHANGED))
            return
        fact = signed(fact, decision)
        if found is None:
            self.result.restored.append(fact)
        self._put(fact)
        self.result.kept += 1

    def _part(self, decision: Decision) -> None:
        """Make the subject that a split's writing stands for, unless it is there."""
        self._renew(decision, stale=False)
        new = parted(decision)
        if new is not None and key_for(new) not in self.held.facts and self.held.stands(new):
            self._put(signed(new, decision))

    def _split(self, decision: Decision) -> None:
        """Move what the writing names; a fact somebody decided on later is left as that person saw it."""
        variant = self._found(decision) or whole(decision, corrected=False)
        old = values_of(decision.fact, decision.id).get("subject")
        new = parted(decision)
        there = new is not None and (key_for(new) in self.held.facts or self.held.known("Subject", new.id))
        if new is None or not there or not isinstance(variant, NameVariant) or not isinstance(old, str):
            self.result.lost.append(decision)
            return
        later = {k for k, d in self.live.items() if d.verdict is not Verdict.SPLIT and in_time(d) > in_time(decision)}
        for fact in list(move(list(self.held.facts.values()), variant, old, new.id)):
            if key_for(fact) not in later:
                self.held.put(fact)
        self._put(signed(variant.model_copy(update={"subject": new.id}), decision))
        self.result.kept += 1

    def _renew(self, decision: Decision, *, stale: bool) -> None:
        if decision.stale != stale:
            self.history[decision.id] = decision.model_copy(update={"stale": stale})

    def _stale(self, decisions: list[Decision]) -> None:
        """Mark what was decided on another text, and what is read now where that text stood."""
        clauses: set[Id] = set()
        for decision in decisions:
            if (clause := self.held.clause(decision)) is not None:
                clauses.add(clause.id)
            if not decision.stale:
                self.result.stale.append(decision)
                if decision.verdict is not Verdict.REJECTED and key_of(decision) not in self.held.facts:
                    self.result.lost.append(decision)
            self._renew(decision, stale=True)
        if not clauses:
            return
        for key, fact in list(self.held.facts.items()):
            if type(fact) in EDITABLE and key not in self.seen and self.held.clause_of(fact) in clauses:
                self.held.put(unsigned(fact, ReadingStatus.CHANGED))

    def _orders(self) -> None:
        """An act confirmed whole stays so while each of its facts is confirmed; else it is to be reviewed again."""
        for decision in self.live.values():
            order = self.held.facts.get(("Order", decision.target))
            if decision.target_class != "Order" or not isinstance(order, Order):
                continue
            own = {f.id for f in self.held.facts.values() if isinstance(f, Clause) and f.order == order.id}
            facts = [f for f in self.held.facts.values() if type(f) in EDITABLE and self.held.clause_of(f) in own]
            confirmed = decision.verdict is not Verdict.REOPENED and all(
                status_of(f) is ReadingStatus.CONFIRMED for f in facts
            )
            self.held.put(signed(order, decision) if confirmed else unsigned(order, ReadingStatus.CHANGED))
