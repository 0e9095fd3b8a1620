"""What a scenario changes in a store, written by ordinary writes and remembered: before and after, fact by fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from ontology.entities.base import Entity, Id
from ontology.errors import DeclarationError
from ontology.models import Activity, Interaction, Subject
from ontology.property_graph import NODE_OF
from queries.store import GraphStore

E = TypeVar("E", bound=Entity)
Key = tuple[str, Id]


def with_values(entity: E, **values: Any) -> E:
    """The entity with other values, validated."""
    return type(entity).model_validate(entity.model_dump() | values)


class Changes:
    """Writes to `store` and keeps what each changed fact was before the first change and is after the last.

    `inner`: interactions that went because both sides are one body now.
    """

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.before: dict[Key, Entity | None] = {}
        self.after: dict[Key, Entity | None] = {}
        self.inner: set[Id] = set()

    def make(self, puts: Iterable[Entity] = (), drops: Iterable[Entity] = ()) -> None:
        """Write `puts` as they are given and take `drops` out, in one write."""
        given = {_key(e): e for e in puts}
        gone = {_key(e): e for e in drops if _key(e) not in given}
        over = []
        for key, entity in given.items():
            old = self.store.get(type(entity), entity.id)
            self.before.setdefault(key, old)
            self.after[key] = entity
            # Taken out and put back, a fact is written as it is; over itself, its gaps would be filled from what it
            # was. An order must not be taken out: all its facts would go with it.
            if old is not None and key[0] != "Order":
                over.append(old)
        for key, entity in gone.items():
            self.before.setdefault(key, entity)
            self.after[key] = None
        self.store.write(given.values(), drops=[*over, *gone.values()])
        left = next((e for e in gone.values() if self.store.get(type(e), e.id) is not None), None)
        if left is not None:
            raise DeclarationError("{label} {id} was not removed", label=type(left).__name__, id=left.id)

    def referring(self, subject: Id) -> list[Entity]:
        """All facts that point to a subject, class by class, by id."""
        around = self.store.neighbourhood(subject, 1).entities
        return [e for e in around if subject in _subjects(e)]

    def redirect(self, subject: Subject, to: Id | None, facts: Iterable[Entity]) -> None:
        """Let `facts` point to `to` instead of `subject`; to nobody when there is none: facts that must have one go."""
        puts, drops = [], []
        for fact in facts:
            moved = _redirected(fact, subject.id, to)
            if moved is None:
                drops.append(fact)
                self.inner |= {fact.id} if to and isinstance(fact, Interaction) else set()
            elif moved != fact:
                puts.append(moved)
        self.make(puts, drops)


def _key(entity: Entity) -> Key:
    return type(entity).__name__, entity.id


def _subjects(entity: Entity) -> list[Id]:
    """Ids of the subjects a fact points to."""
    found: list[Id] = []
    for relation in NODE_OF[type(entity)].relations:
        if relation.target == "Subject":
            value = getattr(entity, relation.name)
            found += value if relation.many else [value] if value else []
    return found


def _redirected(fact: E, subject: Id, to: Id | None) -> E | None:
    values: dict[str, Any] = {}
    for relation in NODE_OF[type(fact)].relations:
        value = getattr(fact, relation.name)
        if relation.target != "Subject" or (subject not in value if relation.many else value != subject):
            continue
        if relation.many:
            others = [to if id == subject else id for id in value]
            values[relation.name] = tuple(dict.fromkeys(id for id in others if id))
        elif to is None and relation.required:
            return None
        else:
            values[relation.name] = None if fact.id == to else to  # nothing is a part of itself
    # The words of the row name a body that is no more: they must not pass for somebody responsible.
    if isinstance(fact, Activity) and fact.responsible and values.get("responsible") == ():
        values["responsible_text"] = ()
    moved = with_values(fact, **values)
    # Between two that are one now there is nothing left to do.
    return None if isinstance(moved, Interaction) and moved.source == moved.target else moved
