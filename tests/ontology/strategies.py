"""Arbitrary entities of every class, drawn from the declarations themselves."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from hypothesis import strategies as st

from ontology.entities.base import Entity
from ontology.ids import slug
from ontology.property_graph import NODES, Node, Property

IDS = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,20}\Z")
TEXT = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", '"', "'", "\\", "\\u0041"]),
    st.sampled_from(["a\nb\r\n\tc", "«ёлки» — 5 %", "'''", '"""', "<p>&amp;</p>", "\u2028", "@ru"]),
    st.text(alphabet=st.characters(codec="utf-8", categories=("Cc", "Cf", "Zs", "So")), max_size=8),
)  # fmt: skip
CODES = st.from_regex(r"\AF[1-9][0-9]?\.[0-9]{2}\Z")


def _value(prop: Property) -> st.SearchStrategy[Any]:
    if prop.enum:
        return st.sampled_from(list(prop.enum))
    if prop.name.endswith("sha256"):
        return st.from_regex(r"\A[0-9a-f]{64}\Z")
    if prop.name in {"statement", "target", "order_id", "finding"}:
        return IDS
    return {
        "text": TEXT,
        "integer": st.integers(-(10**12), 10**12),
        "real": st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "date": st.dates(),
        "datetime": st.datetimes(timezones=st.one_of(st.none(), st.just(UTC))),
    }[prop.kind]


def _target(label: str) -> st.SearchStrategy[str]:
    catalogue = {"Function": "f-", "Direction": "d-"}
    return st.one_of(IDS, CODES.map(lambda c: catalogue[label] + slug(c))) if label in catalogue else IDS


def _fields(node: Node) -> st.SearchStrategy[dict[str, Any]]:
    def maybe(value: st.SearchStrategy[Any], required: bool, many: bool) -> st.SearchStrategy[Any]:
        if many:
            return st.lists(value, max_size=4).map(tuple)
        return value if required else st.one_of(st.none(), value)

    fields = {p.name: maybe(_value(p), p.required, p.many) for p in node.properties}
    fields |= {r.name: maybe(_target(r.target), r.required, r.many) for r in node.relations}
    return st.fixed_dictionaries({"id": _target(node.label), **fields})


def entity_of(node: Node) -> st.SearchStrategy[Entity]:
    """Any entity of one class."""
    return _fields(node).map(node.entity.model_validate)


def graphs(max_size: int = 6) -> st.SearchStrategy[list[Entity]]:
    """Several entities of any classes; references may dangle, ids do not repeat."""
    return st.lists(st.one_of([entity_of(n) for n in NODES]), max_size=max_size, unique_by=lambda e: e.id)
