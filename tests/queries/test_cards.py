"""A subject's card, and the structure of a territory for drawing."""

from __future__ import annotations

import pytest

from ontology.errors import UnknownSubject, UnknownTerritory
from ontology.models import Interaction
from queries.structure import structure
from queries.subject_card import subject_card
from tests.queries.small import (
    DISTRICT,
    REGION,
    REGISTER,
    TODAY,
    TRAINING,
    agreement,
    clause,
    held,
    order,
    store_of,
    subject,
)

FACTS = (
    order("o", REGION),
    clause("c", "o"),
    clause("c2", "o", "3.2"),
    subject("institute", REGION, "regional", short="ИРО", clause="c"),
    subject("centre", REGION, "regional", part_of="institute"),
    subject("mms", REGION, "municipal", generic=True, clause="c2"),
    subject("elkin", DISTRICT, "municipal", fills="mms"),
    held("a", "centre", TRAINING, "c2", quote="обучает"),
    held("b", "centre", REGISTER, "c", role="accountable"),
    held("d", "centre", None, "c2"),
    held("e", "mms", REGISTER, "c2"),
    agreement("required", "c").model_copy(update={"parties": ("institute", "mms", "centre")}),
    Interaction(id="i", kind="trains", source="centre", target="mms", clause="c2"),
)


def test_card_of_a_centre() -> None:
    with store_of(*FACTS) as store:
        card = subject_card(store, "centre", TODAY)
        english = subject_card(store, "centre", TODAY, "en")
        institute = subject_card(store, "institute", TODAY)
    assert [(f["function"]["code"], f["role"], f["clause"]) for f in card.functions] == [
        ("F1.01", "accountable", "3.1"),
        ("F1.02", "responsible", "3.2"),
    ]
    assert card.part_of is not None and card.part_of.id == "institute" and len(card.unmapped) == 1
    assert card.has_text and card.territory.name == "Зареченская область"
    assert english.functions[0]["function"]["label"] == "Register of methodical-service workers"
    assert [p.id for p in institute.parts] == ["centre"] and institute.functions == []
    assert institute.named_in is not None and institute.named_in["clause"] == "3.1" and not institute.has_text


def test_an_actual_subject_holds_what_its_generic_one_holds() -> None:
    with store_of(*FACTS) as store:
        card, generic = subject_card(store, "elkin", TODAY), subject_card(store, "mms", TODAY)
    assert [(f["function"]["code"], f["through"]["id"]) for f in card.functions] == [("F1.01", "mms")]
    assert [s.id for s in generic.filled_by] == ["elkin"] and generic.functions[0]["through"] is None


def test_unknown_ids() -> None:
    with store_of() as store:
        for id in ("nobody", "", "x" * 500, "'; --"):
            with pytest.raises(UnknownSubject):
                subject_card(store, id)
            with pytest.raises(UnknownTerritory):
                structure(store, id)


def test_structure_of_a_region_and_of_a_municipality() -> None:
    with store_of(*FACTS) as store:
        region, district = structure(store, REGION, TODAY), structure(store, DISTRICT, TODAY)
    assert [n.id for n in region.nodes] == ["centre", "institute", "mms"]
    assert [n.id for n in district.nodes] == ["centre", "institute", "elkin", "mms"]
    centre = region.nodes[0]
    assert (centre.assignments, centre.functions, centre.unmapped) == (3, 2, 1)
    assert {(e.source, e.kind, e.target) for e in region.edges} == {
        ("centre", "part-of", "institute"),
        ("institute", "agreement", "mms"),
        ("institute", "agreement", "centre"),
        ("centre", "interaction", "mms"),
    }
    assert ("elkin", "fills", "mms") in {(e.source, e.kind, e.target) for e in district.edges}
    assert {e.detail for e in region.edges} == {None, "required", "trains"}
    assert {n.relation for n in district.nodes} == {"above", "own"}
