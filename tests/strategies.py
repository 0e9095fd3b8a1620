"""Random coherent graphs for Hypothesis: every reference points to something that is there, every fact to its order.

Values are drawn from the declarations, so a new class or field is covered unasked. Texts include hostile ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from ontology.models import ENTITY_TYPES, Clause, Entity, Order, Step
from ontology.property_graph import NODE_OF, Property, Relation

HOSTILE = (
    "'; DROP TABLE subjects; --",
    '"quoted" \\ back\\slash \\u0027',
    "x' OR '1'='1",
    "}) DETACH DELETE n //",
    "$id :id ?1 {name} %s",
    "a\x00b",
    "\u202eсправа налево\u202c",
    "👩‍🏫 учитель 🇷🇺",
    "Ёлка ё й и\u0306",
    "<script>alert(1)</script>",
    "line\nbreak\ttab\r\n",
    "null",
)
LONG = "я" * 10_000

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
dates = st.dates(min_value=date(1000, 1, 1))
_INTEGERS = st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1)
_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_MOMENTS = st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))
_KINDS: Mapping[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "integer": _INTEGERS,
    "real": _FLOATS,
    "boolean": st.booleans(),
    "date": dates,
    "datetime": _MOMENTS,
}


def sha256(number: int) -> str:
    """A SHA-256 that differs for each number."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def _value(declared: Property, pattern: str) -> st.SearchStrategy[Any]:
    if declared.enum is not None:
        one: st.SearchStrategy[Any] = st.sampled_from(list(declared.enum))
    elif "{64}" in pattern:
        one = st.integers(0, 5).map(sha256)
    elif pattern:
        one = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
    else:
        one = _KINDS[declared.kind]
    if declared.many:
        return st.lists(one, max_size=3).map(tuple)
    return one if declared.required else st.none() | one


def _target(relation: Relation, pool: Sequence[str]) -> st.SearchStrategy[Any]:
    if relation.many:
        return st.lists(st.sampled_from(pool), max_size=3).map(tuple) if pool else st.just(())
    if relation.required:
        return st.sampled_from(pool)
    return st.none() | st.sampled_from(pool) if pool else st.none()


def entities(
    kind: type[Entity], id: str, pools: Mapping[str, Sequence[str]], **fixed: Any
) -> st.SearchStrategy[Entity]:
    """An entity of a class with this id, whose references point into `pools` (label → ids)."""
    node = NODE_OF[kind]
    values: dict[str, st.SearchStrategy[Any]] = {}
    for declared in node.properties:
        metadata = kind.model_fields[declared.name].metadata
        pattern = next((str(p) for m in metadata if (p := getattr(m, "pattern", None))), "")
        if not pattern and declared.name.endswith("sha256"):
            pattern = "{64}"  # an optional hash keeps its pattern inside the union
        values[declared.name] = _value(declared, pattern)
    for relation in node.relations:
        values[relation.name] = _target(relation, pools.get(relation.target, ()))
    values |= {name: st.just(value) for name, value in fixed.items()}
    return st.fixed_dictionaries(values).map(lambda drawn: kind(id=id, **drawn))


@st.composite
def graphs(draw: st.DrawFn, *, most: int = 3, prefix: str = "") -> list[Entity]:
    """A list of entities in the order of ENTITY_TYPES, at most `most` of each class, ids beginning with `prefix`.

    Classes that others must point to are never empty. A step's clause is of the order of its route.
    """
    needed = {relation.target for kind in ENTITY_TYPES for relation in NODE_OF[kind].relations if relation.required}
    pools = {
        kind.__name__: [
            f"{prefix}{kind.__name__.lower()}-{i}"
            for i in range(draw(st.integers(1 if kind.__name__ in needed else 0, most)))
        ]
        for kind in ENTITY_TYPES
    }
    # The first clause belongs to the first order and so on, so that each order has one where there are enough.
    order_of = {c: pools["Order"][i % len(pools["Order"])] for i, c in enumerate(pools["Clause"])}
    pools["Route"] = pools["Route"][: len(pools["Clause"])]
    route_order = {r: order_of[pools["Clause"][i]] for i, r in enumerate(pools["Route"])}
    result: list[Entity] = []
    for kind in ENTITY_TYPES:
        for id in pools[kind.__name__]:
            fixed: dict[str, Any] = {}
            if kind is Clause:
                fixed["order"] = order_of[id]
            elif kind.__name__ == "Route":
                fixed["order"] = route_order[id]
            elif kind is Step:
                fixed["route"] = draw(st.sampled_from(pools["Route"]))
                own = [c for c, order in order_of.items() if order == route_order[fixed["route"]]]
                fixed["clause"] = draw(st.sampled_from(own))
            result.append(draw(entities(kind, id, pools, **fixed)))
    return result


def orders_of(graph: Sequence[Entity]) -> list[str]:
    """Ids of the orders in a graph."""
    return [entity.id for entity in graph if isinstance(entity, Order)]
