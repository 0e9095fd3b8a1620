"""The act under review: from the graph, or from a draft that is kept aside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from loaders.review.decisions import Key, effective
from loaders.review.fields import EDITABLE, clause_of
from ontology import catalogue
from ontology.entities.base import Entity, Id
from ontology.errors import BadParameter, StoreCorrupt, UnknownResource
from ontology.ids import normalise
from ontology.models import ENTITY_TYPES, Clause, Decision, Draft, Function, Indicator, Observation, Order, Subject
from ontology.property_graph import NODE_BY_LABEL, NODE_OF
from queries.store import GraphStore

_BY_NAME = {kind.__name__: kind for kind in ENTITY_TYPES}


@dataclass(frozen=True)
class Act:
    """An act with all its facts, the subjects they name, and what was decided about them."""

    order: Order
    facts: tuple[Entity, ...]
    draft: Draft | None = None

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision about the act, its history included."""
        return tuple(f for f in self.facts if isinstance(f, Decision))

    @cached_property
    def live(self) -> dict[Key, Decision]:
        """The decision that counts for each fact."""
        return effective(self.decisions)

    @cached_property
    def clauses(self) -> dict[Id, Clause]:
        """Clauses by id."""
        return {f.id: f for f in self.facts if isinstance(f, Clause)}

    @cached_property
    def subjects(self) -> dict[Id, Subject]:
        """The subjects the act names, by id."""
        return {f.id: f for f in self.facts if isinstance(f, Subject)}

    @cached_property
    def reviewable(self) -> dict[Key, Entity]:
        """The facts a person may decide on: those that rest on a clause of this act."""
        return {
            (type(f).__name__, f.id): f for f in self.facts if type(f) in EDITABLE and self.clause_of(f) is not None
        }

    @cached_property
    def _indicators(self) -> dict[Id, Indicator]:
        return {f.id: f for f in self.facts if isinstance(f, Indicator)}

    def clause_of(self, fact: Entity) -> Clause | None:
        """The clause of this act that a fact rests on."""
        id = clause_of(fact, self._indicators)
        return self.clauses.get(id) if id else None


def named_subjects(store: GraphStore, facts: Iterable[Entity]) -> list[Subject]:
    """The subjects that facts point to, and the bodies those are a part of."""
    wanted: set[Id] = set()
    for fact in facts:
        for relation in NODE_OF[type(fact)].relations:
            if relation.target == "Subject":
                value = getattr(fact, relation.name)
                wanted.update(value if relation.many else [value] if value else [])
    found: dict[Id, Subject] = {}
    while wanted:
        subjects = [s for id in sorted(wanted) if (s := store.get(Subject, id))]
        found |= {s.id: s for s in subjects}
        wanted = {s.part_of for s in subjects if s.part_of} - found.keys()
    return list(found.values())


def loaded(store: GraphStore, order: Id) -> Act:
    """The act with this id as the graph holds it. UnknownResource when there is none."""
    facts = store.facts(order)
    own = next((f for f in facts if isinstance(f, Order)), None)
    if own is None:
        raise UnknownResource("There is no act with the id {id}", id=order[:200])
    return Act(own, tuple({(type(f).__name__, f.id): f for f in [*facts, *named_subjects(store, facts)]}.values()))


def as_json(facts: Iterable[Entity]) -> str:
    """Facts as a draft keeps them."""
    rows = [{"class": type(f).__name__, **f.model_dump(mode="json")} for f in facts]
    return json.dumps(rows, ensure_ascii=False)


def of_draft(draft: Draft) -> Act:
    """The act of a draft. StoreCorrupt when what it keeps is damaged."""
    try:
        rows = json.loads(draft.facts or "[]")
        facts = tuple(_BY_NAME[row.pop("class")].model_validate(row) for row in rows)
        order = next(f for f in facts if isinstance(f, Order))
    except (ValueError, KeyError, AttributeError, TypeError, StopIteration, ValidationError) as error:
        raise StoreCorrupt(
            "The draft {name} is damaged", where=draft.id, mend="Load the file again.", name=draft.file_name
        ) from error
    return Act(order, facts, draft)


def find(store: GraphStore, words: str) -> Act:
    """The act meant by an id, a number, or a number with a day; a draft comes before the loaded act it would replace.

    UnknownResource when there is none, BadParameter that lists them when there are several.
    """
    drafts = {d.order_id: d for d in store.all(Draft)}
    if words in drafts:
        return of_draft(drafts[words])
    if store.get(Order, words):
        return loaded(store, words)
    acts: dict[Id, Order] = {o.id: o for o in store.all(Order)} | {id: of_draft(d).order for id, d in drafts.items()}
    found = sorted(o.id for o in acts.values() if _means(words, o))
    if not found:
        raise UnknownResource(
            "There is no act called «{words}»", mend="Give its number, or its number and day.", words=words[:120]
        )
    if len(found) > 1:
        listed = "; ".join(
            f"№ {acts[id].number} {acts[id].date or ''} {acts[id].issuer[:60]} ({id})" for id in found[:12]
        )
        raise BadParameter("«{words}» means several acts: {acts}", mend="Give the id.", words=words[:120], acts=listed)
    return of_draft(drafts[found[0]]) if found[0] in drafts else loaded(store, found[0])


def _means(words: str, order: Order) -> bool:
    said = normalise(words).lstrip("№n ").replace("№", " ")
    day = order.date
    days = {day.isoformat(), day.strftime("%d.%m.%Y"), f"{day.day}.{day.month}.{day.year}"} if day else set()
    number = normalise(order.number).replace(" ", "")
    rest = said
    dated = next((d for d in sorted(days, key=len, reverse=True) if d in rest), None)
    if dated:
        rest = rest.replace(dated, " ")
    elif re.search(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b", rest):
        return False  # another day is named
    rest = re.sub(r"\b(?:от|г|года|приказ\w*|распоряжени\w*|постановлени\w*)\b", " ", rest)
    return re.sub(r"[\s.]+", "", rest).strip(".") == number.replace(".", "") and bool(number)


def functions_of(store: GraphStore) -> dict[str, Function]:
    """The catalogue by code: the graph's, and the program's own where nothing is loaded yet."""
    return {f.code: f for f in [*catalogue.functions(), *store.all(Function)]}


def exists(store: GraphStore, label: str, id: Id) -> bool:
    """Whether the graph holds an entity of that class with that id, or will as soon as anything is loaded."""
    if label == Function.__name__ and any(f.id == id for f in catalogue.functions()):
        return True
    return store.get(NODE_BY_LABEL[label].entity, id) is not None


def order_of(store: GraphStore, kind: str, fact: Id) -> Id:
    """The act a fact is read from: by its clause, by a decision that took it out, else by its id in a draft.

    UnknownResource when none is found.
    """
    draft = next((d.order_id for d in store.all(Draft) if fact.startswith(f"{d.order_id}.")), None)
    if draft is not None:
        return draft
    held = store.get(NODE_BY_LABEL[kind].entity, fact)
    if isinstance(held, Observation):
        held = store.get(Indicator, held.indicator)
    clause = store.get(Clause, getattr(held, "clause", None) or "") if held is not None else None
    if clause is not None:
        return clause.order
    decided = next((d.order for d in store.all(Decision) if (d.target_class, d.target) == (kind, fact)), None)
    if decided is None:
        raise UnknownResource("There is no {kind} with the id {id}", kind=kind, id=fact[:200])
    return decided
