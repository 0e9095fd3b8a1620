"""What the contract tests share: an empty store of each kind, on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from neo4j import GraphDatabase

from ontology.models import (
    Assignment,
    Clause,
    Direction,
    Entity,
    Function,
    Order,
    Subject,
    Territory,
)
from ontology.property_graph import NODES
from queries.store import GraphStore
from tests.conftest import Neo4jAddress
from tests.strategies import sha256

E = TypeVar("E", bound=Entity)
Fresh = Callable[[], GraphStore]
Explore = Callable[..., Callable[[Callable[..., None]], Callable[[], None]]]


def wipe(address: Neo4jAddress) -> None:
    """Take all nodes out of the server. Its schema stays, so it does not plan every statement anew."""
    with GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def everything(store: GraphStore) -> dict[tuple[str, str], Entity]:
    """All entities of a store by class label and id."""
    return {(node.label, e.id): e for node in NODES for e in store.all(node.entity)}


def keyed(entities: Iterable[Entity]) -> dict[tuple[str, str], Entity]:
    """The same for a list."""
    return {(type(e).__name__, e.id): e for e in entities}


def changed(entity: E, **values: object) -> E:
    """The entity with other values."""
    return type(entity).model_validate({**entity.model_dump(), **values})


COUNTRY = Territory(id="ru", name="Страна", kind="country")
DIRECTION = Direction(id="d", code="d", label_ru="Методика", label_en="Methods")
FUNCTION = Function(
    id="d.f", code="d.f", label_ru="Ведёт реестр", label_en="Keeps it", note_ru="", note_en="", direction="d"
)
GROUND = (COUNTRY, DIRECTION, FUNCTION)


def order(name: str, clauses: int = 1) -> list[Entity]:
    """An order `name` with clauses `name.0`, `name.1` …"""
    act = Order(id=name, kind="приказ", number=name, date=None, title="Об опоре", issuer="Орган", territory="ru")
    return [act, *(clause(f"{name}.{i}", name) for i in range(clauses))]


def clause(id: str, act: str, number: int = 0, text: str | None = None) -> Clause:
    """A clause whose text is the one with this number."""
    return Clause(id=id, address=id, position=0, text_sha256=sha256(number), text=text, order=act)


def subject(id: str, named: str, **values: object) -> Subject:
    """A subject that the clause `named` names first."""
    return Subject.model_validate({"id": id, "name": id, "kind": "centre", "territory": "ru", "clause": named} | values)


def assignment(id: str, holder: str, by: str, **values: object) -> Assignment:
    """`holder` holds the function by the clause `by`."""
    fields = {
        "id": id, "statement": f"st-{id}", "role": "responsible", "position": 0, "quote_sha256": sha256(0),
        "confidence": 0.5, "subject": holder, "function": "d.f", "clause": by,
    }  # fmt: skip
    return Assignment.model_validate(fields | values)
