"""The facts of acts while decisions are carried out on them: by class and id, by clause, by what they point to."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Any

from loaders.review.decisions import Key, key_of, values_of
from loaders.review.fields import CLASS_OF, EDITABLE, clause_of, mark, status_field
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReadingStatus
from ontology.models import Clause, Decision, Indicator, NameVariant, Observation, Subject
from ontology.property_graph import NODE_OF
from queries.selection import references

Known = Callable[[str, Id], bool]


def key_for(fact: Entity) -> Key:
    """Class and id of a fact."""
    return type(fact).__name__, fact.id


def signed(fact: Entity, decision: Decision) -> Entity:
    """The fact as confirmed by who decided, then."""
    return fact.model_copy(
        update={
            status_field(type(fact)): ReadingStatus.CONFIRMED,
            "confirmed_by": decision.decided_by,
            "confirmed_at": decision.decided_at,
        }
    )


def unsigned(fact: Entity, status: ReadingStatus) -> Entity:
    """The fact as nobody's."""
    return fact.model_copy(update={status_field(type(fact)): status, "confirmed_by": None, "confirmed_at": None})


def corrected(found: Entity, kept: Entity) -> Entity:
    """What was read now, with the fields a person saw or set; a renamed subject keeps the name it had."""
    values: dict[str, Any] = {name: getattr(kept, name) for name in EDITABLE[type(found)]}
    if isinstance(found, Subject) and found.name != values["name"]:
        values["alternative_names"] = (*found.alternative_names, found.name)
    return type(found).model_validate({**found.model_dump(), **values})


class Held:
    """Facts that change; `known` tells what exists beside them, `fresh` which are read for the first time."""

    def __init__(self, facts: Sequence[Entity], decided: Container[Key], known: Known, fresh: Container[Key]) -> None:
        self.facts: dict[Key, Entity] = {key_for(f): f for f in facts}
        self.known, self.fresh, self.decided = known, fresh, decided
        self.indicators = {f.id: f for f in facts if isinstance(f, Indicator)}
        self.address = {(f.order, f.address): f for f in facts if isinstance(f, Clause)}
        self._places: dict[tuple[str, Id], list[Entity]] | None = None

    def clause(self, decision: Decision) -> Clause | None:
        """The clause at the address a decision speaks of."""
        return self.address.get((decision.order, decision.address)) if decision.address is not None else None

    def clause_of(self, fact: Entity) -> Id | None:
        """The clause a fact rests on."""
        return clause_of(fact, self.indicators)

    def put(self, fact: Entity) -> None:
        """Keep a fact in place of the one with its id."""
        self.facts[key_for(fact)] = fact
        if isinstance(fact, Indicator):
            self.indicators[fact.id] = fact

    def remove(self, fact: Entity) -> None:
        """Take a fact out with what hangs on it: values of an indicator, variants of a subject's name."""
        del self.facts[key_for(fact)]
        for key, other in list(self.facts.items()):
            value = isinstance(fact, Indicator) and isinstance(other, Observation) and other.indicator == fact.id
            variant = isinstance(fact, Subject) and isinstance(other, NameVariant) and other.subject == fact.id
            if value or variant:
                del self.facts[key]

    def stands(self, fact: Entity) -> bool:
        """Whether all a fact points to is there."""
        for relation in NODE_OF[type(fact)].relations:
            value = getattr(fact, relation.name)
            for target in value if relation.many else (value,):
                there = target is None or (relation.target, target) in self.facts
                if not there and not self.known(relation.target, target):
                    return False
        return True

    def pointed_at(self, subject: Id) -> bool:
        """Whether a fact names the subject; variants of its name do not count."""
        others = (f for f in self.facts.values() if not isinstance(f, NameVariant) and f.id != subject)
        return any(subject in references(f) for f in others)

    def about(self, decision: Decision) -> Entity | None:
        """The fact a decision is about: by id, else the only new one of its clause that says the same."""
        key = key_of(decision)
        if key in self.facts:
            return self.facts[key]
        kind = CLASS_OF.get(decision.target_class)
        fields = values_of(decision.fact, decision.id)
        clause = self.clause(decision)
        if kind is None or kind not in EDITABLE or not fields or clause is None:
            return None
        set_ = fields | values_of(decision.changes, decision.id)
        said = {mark(fields.get, kind), mark(set_.get, kind)}
        near = self._newly_read().get((decision.target_class, clause.id), [])
        same = [f for f in near if mark(lambda name, f=f: getattr(f, name, None), kind) in said]  # type: ignore[misc]
        if len(same) != 1:
            return None
        near.remove(same[0])
        return same[0]

    def _newly_read(self) -> dict[tuple[str, Id], list[Entity]]:
        """Facts read for the first time about which nobody has decided, by class and clause."""
        if self._places is None:
            self._places = {}
            for key, fact in self.facts.items():
                clause = self.clause_of(fact) if key in self.fresh and key not in self.decided else None
                if clause:
                    self._places.setdefault((key[0], clause), []).append(fact)
        return self._places
