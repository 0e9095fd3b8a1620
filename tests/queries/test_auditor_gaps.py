"""Statements without a function, subjects without functions, and who acts outside the structure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Activity, Agreement, Entity, Interaction, Route, Step
from queries.answer import Answer, answer
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, clause, held, order, store_of, subject

ACT = (
    order("o", REGION),
    clause("c1", "o", "3.1"),
    clause("c2", "o", "3.2"),
    clause("row", "o", "прил. 2, п. 1"),
    subject("a", REGION, "regional", clause="c1"),
    held("x", "a", REGISTER, "c1"),
)


def ask(question: str, *facts: Entity, **words: str) -> Answer:
    with store_of(*ACT, *facts) as store:
        return answer(store, question, words, as_of=TODAY)


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["subject"]["id"] for row in rows]


def activity(id: str, *who: str, at: str = "row") -> Activity:
    return Activity(id=id, position=0, title="Семинар", responsible=who, clause=at)


# unmapped


def test_statements_without_a_function_come_first_then_the_least_sure_ones() -> None:
    facts = (
        held("u", "a", None, "c2", quote="делает нечто"),
        held("s", "a", REGISTER, "c1", score=0.5),
        held("t", "a", REGISTER, "c1", score=0.9, confidence=0.4),
        held("v", "a", REGISTER, "c1", score=0.9, confidence=0.9),
    )
    assert [r["assignment"] for r in ask("unmapped", *facts).rows] == ["u"]
    found = ask("unmapped", *facts, below="0.6")
    assert [(r["assignment"], r["doubt"]) for r in found.rows] == [
        ("u", "unmapped"),
        ("t", "low-confidence"),
        ("s", "low-score"),
    ]
    assert found.counts == {"unmapped": 1, "low-confidence": 1, "low-score": 1}
    first = found.rows[0]
    assert (first["clause"], first["quote"], first["function"]) == ("3.2", "делает нечто", None)
    assert first["subject"] == {"id": "a", "name": "Центр a", "level": "regional"}


def test_what_a_person_confirmed_is_sure_but_stays_without_a_function() -> None:
    sure = {"status": "confirmed", "confirmed_by": "эксперт"}
    facts = (held("s", "a", REGISTER, "c1", score=0.5, **sure), held("u", "a", None, "c1", **sure))
    assert [r["assignment"] for r in ask("unmapped", *facts, below="0.9").rows] == ["u"]


def test_a_repealed_act_is_not_looked_at() -> None:
    old = (order("o2", REGION, valid_until=date(2023, 1, 1)), clause("old", "o2"))
    assert not ask("unmapped", *old, held("u", "a", None, "old")).rows
    assert not ask("unmapped", held("u", "a", None, "c1"), territory=DISTRICT).rows


# idle_subjects


def test_what_an_idle_subject_has_instead_of_functions() -> None:
    facts = (
        subject("b", REGION, "regional", clause="c2"),
        subject("part", REGION, "regional", clause="c2", part_of="b"),
        held("p", "part", REGISTER, "c2"),
        held("u", "b", None, "c2"),
        Agreement(id="g", status="required", parties=("b", "a"), clause="c2"),
        Interaction(id="i", kind="reports", source="b", target="a", clause="c2"),
        Interaction(id="j", kind="trains", source="a", target="b", clause="c2"),
        activity("v", "b"),
        Route(id="r", name="Маршрут", order="o"),
        Step(id="s1", position=1, route="r", subject="b", clause="c2"),
    )
    (row,) = ask("idle_subjects", *facts).rows
    assert row["subject"]["id"] == "b" and row["clause"] == "3.2" and row["order"]["number"] == "7"
    counted = ("unmapped", "agreements", "acts_towards", "acted_upon", "activities", "steps", "parts")
    assert {name: row[name] for name in counted} == dict.fromkeys(counted, 1)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((subject("b", REGION, "regional"),), id="known from a registry alone"),
        pytest.param((subject("b", DISTRICT, "municipal", fills="a", clause="c2"),), id="fills one that holds"),
        pytest.param(
            (
                order("o2", REGION, valid_until=date(2023, 1, 1)),
                clause("old", "o2"),
                subject("b", REGION, "regional", clause="old"),
            ),
            id="named by a repealed act",
        ),
    ],
)
def test_who_is_not_idle(facts: tuple[Entity, ...]) -> None:
    assert not ask("idle_subjects", *facts).rows


def test_a_function_of_a_repealed_act_leaves_a_subject_idle() -> None:
    old = (order("o2", REGION, valid_until=date(2023, 1, 1)), clause("old", "o2"))
    facts = (*old, subject("b", REGION, "regional", clause="c2"), held("y", "b", REGISTER, "old"))
    assert names(ask("idle_subjects", *facts).rows) == ["b"]
    assert not ask("idle_subjects", *facts, level="municipal").rows
    assert names(ask("idle_subjects", *facts, territory=REGION).rows) == ["b"]


# outside_structure


def test_each_way_of_acting_is_told_with_its_clause() -> None:
    facts = (
        subject("m", REGION, "regional", part_of="a", name="Медиацентр"),
        activity("v", "m"),
        Agreement(id="g", status="required", parties=("m", "a"), clause="c2"),
        Interaction(id="i", kind="reports", source="m", target="a", clause="c2"),
        Interaction(id="j", kind="reports", source="a", target="m", clause="c2"),
        Route(id="r", name="Маршрут", order="o"),
        Step(id="s1", position=1, route="r", subject="m", clause="c2"),
    )
    found = ask("outside_structure", *facts)
    assert [(r["acting"], r["clause"], r["title"]) for r in found.rows] == [
        ("activity", "прил. 2, п. 1", "Семинар"),
        ("agreement", "3.2", None),
        ("interaction", "3.2", None),
        ("step", "3.2", "Маршрут"),
    ]
    assert {r["subject"]["part_of"]["id"] for r in found.rows} == {"a"}
    assert found.counts == {"activity": 1, "agreement": 1, "interaction": 1, "step": 1}
    assert len(ask("outside_structure", *facts, acting="step").rows) == 1


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((activity("v", "a"),), id="charged by the structure"),
        pytest.param((subject("p", REGION, "regional", kind="role", part_of="a"), activity("v", "p")), id="its post"),
        pytest.param((subject("f", DISTRICT, "municipal", fills="a"), activity("v", "f")), id="who fills it"),
        pytest.param((subject("fed", "ru", "federal"), activity("v", "fed")), id="above the act's territory"),
        pytest.param((subject("u", REGION, "regional"), held("z", "u", None, "c2"), activity("v", "u")), id="unmapped"),
    ],
)
def test_who_is_not_outside(facts: tuple[Entity, ...]) -> None:
    assert not ask("outside_structure", *facts).rows


def test_a_statement_at_a_row_of_the_road_map_makes_no_structure() -> None:
    facts = (subject("m", REGION, "regional"), activity("v", "m"), held("y", "m", REGISTER, "row"))
    assert names(ask("outside_structure", *facts).rows) == ["m"]


def test_the_issuer_of_the_act_stands_over_it() -> None:
    facts = (
        subject("min", REGION, "regional"),
        order("o9", REGION, number="9", issued_by="min"),
        clause("c9", "o9", "прил. 1, п. 1"),
        activity("v", "min", at="c9"),
    )
    assert not ask("outside_structure", *facts).rows
