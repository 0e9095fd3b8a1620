"""Parts of a territory's structure: a level, a kind, what lies around a subject."""

from __future__ import annotations

from typing import Any

import pytest

from ontology.entities.vocabulary import Level, SubjectKind
from ontology.errors import UnknownSubject
from ontology.models import Agreement, Interaction
from queries.structure import structure
from queries.structure_part import EdgeKind, part_of_structure
from tests.queries.small import REGION, TODAY, clause, order, store_of, subject

FACTS = (
    order("o", REGION),
    clause("c", "o"),
    subject("a", REGION, "regional", kind="authority"),
    subject("b", REGION, "regional", part_of="a"),
    subject("m", REGION, "municipal", generic=True),
    subject("n", REGION, "municipal", generic=True),
    subject("lone", REGION, "regional"),
    Interaction(id="i", kind="trains", source="b", target="m", clause="c"),
    Agreement(id="g", status="required", parties=("m", "n"), clause="c"),
)


def part(**wanted: Any) -> tuple[set[str], set[tuple[str, str]]]:
    with store_of(*FACTS) as store:
        found = part_of_structure(structure(store, REGION, TODAY), **wanted)
    return {node.id for node in found.nodes}, {(edge.source, edge.target) for edge in found.edges}


def test_the_whole_when_nothing_is_wanted() -> None:
    assert part() == ({"a", "b", "m", "n", "lone"}, {("b", "a"), ("b", "m"), ("m", "n")})


def test_a_level_a_kind_of_subject_a_kind_of_relation() -> None:
    assert part(level=Level.REGIONAL) == ({"a", "b", "lone"}, {("b", "a")})
    assert part(kind=SubjectKind.AUTHORITY) == ({"a"}, set())
    assert part(kind=EdgeKind.AGREEMENT) == ({"a", "b", "m", "n", "lone"}, {("m", "n")})


def test_what_lies_around_a_subject() -> None:
    assert part(around="b") == ({"a", "b", "m"}, {("b", "a"), ("b", "m")})
    assert part(around="a", hops=2) == ({"a", "b", "m"}, {("b", "a"), ("b", "m")})
    assert part(around="a", hops=9)[0] == {"a", "b", "m", "n"}
    assert part(around="lone", hops=9) == ({"lone"}, set())
    # along the relations wanted only, and the subject itself stays
    assert part(around="b", hops=9, kind=EdgeKind.INTERACTION) == ({"b", "m"}, {("b", "m")})
    assert part(around="b", level=Level.MUNICIPAL) == ({"b", "m"}, {("b", "m")})


def test_a_subject_elsewhere_is_an_error() -> None:
    with pytest.raises(UnknownSubject):
        part(around="elsewhere")
