"""Overlaps: who shares a function, and when that is lawful."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Entity
from queries.answer import answer
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

ACT = (order("o", REGION), clause("c1", "o", "3.1"), clause("c2", "o", "3.2"))
TWO = (subject("a", REGION, "regional"), subject("b", REGION, "regional"))


def found(*facts: Entity, **words: str) -> list[dict[str, Any]]:
    with store_of(*ACT, *facts) as store:
        return answer(store, "overlaps", words, as_of=TODAY).rows


def test_two_clauses_that_charge_two_bodies_of_one_level() -> None:
    (row,) = found(*TWO, held("x", "b", REGISTER, "c1"), held("y", "a", REGISTER, "c2", quote="ведёт реестр"))
    assert (row["function"]["code"], row["level"], row["territory"]["id"]) == ("F1.01", "regional", REGION)
    assert row["role"] == "responsible" and row["lawful"] is None
    # the first clause is on the left
    assert (row["left"]["subject"]["id"], row["left"]["clause"]) == ("b", "3.1")
    assert (row["right"]["subject"]["id"], row["right"]["clause"]) == ("a", "3.2")
    assert row["right"]["quote"] == "ведёт реестр" and row["left"]["quote"] is None
    assert row["left"]["order"] == {"id": "o", "number": "7", "date": "2022-01-10", "title": "О системе"}


def test_one_statement_that_names_both_is_lawful_and_its_clause_is_shown() -> None:
    words = {"quote_sha256": "a" * 64}
    (row,) = found(
        *TWO,
        held("x", "a", REGISTER, "c1"),
        held("y", "a", REGISTER, "c2", **words),
        held("z", "b", REGISTER, "c2", **words),
    )
    assert row["lawful"] == "joint" and row["left"]["clause"] == row["right"]["clause"] == "3.2"


def test_equal_words_at_two_clauses_are_not_one_statement() -> None:
    words = {"quote_sha256": "a" * 64}
    (row,) = found(*TWO, held("x", "a", REGISTER, "c1", **words), held("y", "b", REGISTER, "c2", **words))
    assert row["lawful"] is None


@pytest.mark.parametrize(("field", "lawful"), [("part_of", "part-of"), ("fills", "fills")])
def test_a_part_and_its_body_or_who_fills_a_generic_one(field: str, lawful: str) -> None:
    body = subject("a", REGION, "regional", generic=True)
    part = subject("b", REGION, "regional", **{field: "a"})
    (row,) = found(body, part, held("x", "a", REGISTER, "c1"), held("y", "b", REGISTER, "c2"))
    assert row["lawful"] == lawful


def test_a_part_of_a_part() -> None:
    chain = (
        subject("a", REGION, "regional"),
        subject("m", REGION, "regional", part_of="a"),
        subject("b", REGION, "regional", part_of="m"),
    )
    (row,) = found(*chain, held("x", "b", REGISTER, "c1"), held("y", "a", REGISTER, "c2"))
    assert row["lawful"] == "part-of"


def test_what_is_no_overlap() -> None:
    other = subject("d", DISTRICT, "municipal")
    local = subject("e", REGION, "municipal")
    assert not found(
        *TWO,
        other,
        local,
        held("x", "a", REGISTER, "c1"),
        held("x2", "a", REGISTER, "c2"),  # the same body at two clauses
        held("y", "b", REGISTER, "c2", role="contributes"),  # takes part only
        held("z", "b", TRAINING, "c2"),  # another function
        held("v", "d", REGISTER, "c2"),  # at its own territory
        held("w", "e", REGISTER, "c2"),  # at another level
        held("u", "b", REGISTER, "c1", role="accountable"),  # decides, and nobody else does
    )


def test_acts_that_are_not_in_force_say_nothing() -> None:
    old = (order("o2", REGION, valid_until=date(2023, 1, 1)), clause("old", "o2"))
    new = (order("o3", REGION, date=date(2025, 1, 1)), clause("new", "o3"))
    facts = (*TWO, *old, *new, held("x", "a", REGISTER, "c1"))
    assert not found(*facts, held("y", "b", REGISTER, "old"), held("z", "b", REGISTER, "new"))


def test_three_bodies_give_three_pairs_and_filters_choose() -> None:
    third = subject("k", REGION, "regional", part_of="a")
    facts = (
        *TWO,
        third,
        held("x", "a", REGISTER, "c1"),
        held("y", "b", REGISTER, "c1"),
        held("z", "k", REGISTER, "c2"),
    )
    assert len(found(*facts)) == 3
    assert [r["lawful"] for r in found(*facts, lawful="true")] == ["part-of"]
    assert [r["lawful"] for r in found(*facts, lawful="false")] == [None, None]
    assert not found(*facts, level="municipal") and not found(*facts, function="F1.02")
    assert not found(*facts, territory=DISTRICT) and len(found(*facts, territory=REGION)) == 3


def test_counts_do_not_change_with_the_filter() -> None:
    facts = (*TWO, held("x", "a", REGISTER, "c1"), held("y", "b", REGISTER, "c2"))
    with store_of(*ACT, *facts) as store:
        shown = answer(store, "overlaps", {"lawful": "true"}, as_of=TODAY)
    assert shown.rows == [] and shown.counts == {"unlawful": 1}
