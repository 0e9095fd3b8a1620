"""Two territories and two editions of an act compared."""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.models import Assignment, Entity, Territory
from queries.answer import Answer, answer
from tests.queries.small import REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

OTHER = "y-l"
GROUND = (
    Territory(id=OTHER, name="Лукоморская область", kind="region", part_of="ru"),
    order("o", REGION, number="7"),
    order("p", OTHER, number="9"),
    clause("c1", "o", "3.1"),
    clause("c2", "o", "3.2"),
    clause("d1", "p", "2.1"),
    clause("d2", "p", "2.2"),
    subject("a", REGION, "regional"),
    subject("b", OTHER, "regional"),
)


def territories(*facts: Entity, **words: str) -> Answer:
    with store_of(*GROUND, *facts) as store:
        return answer(store, "compare_territories", {"left": REGION, "right": OTHER} | words, as_of=TODAY)


def told(found: Answer) -> list[tuple[Any, ...]]:
    """Function, role, state, and the level or clause of both sides."""
    return [
        (
            row["function"] and row["function"]["code"],
            row["state"],
            row["left"] and row["left"].get("level", row["left"]["clause"]),
            row["right"] and row["right"].get("level", row["right"]["clause"]),
        )
        for row in found.rows
    ]


def test_held_on_both_sides_gained_and_lost() -> None:
    words = {"quote_sha256": "a" * 64}
    found = territories(
        held("x", "a", REGISTER, "c1", **words),
        held("y", "b", REGISTER, "d1", **words),
        held("z", "b", TRAINING, "d2"),
    )
    assert told(found) == [("F1.01", "both", "regional", "regional"), ("F1.02", "gained", None, "regional")]
    both, gained = found.rows
    assert both["differently_worded"] is False and gained["differently_worded"] is None
    assert (both["left"]["clause"], both["right"]["clause"]) == ("3.1", "2.1")
    assert (both["left"]["order"]["number"], both["right"]["order"]["number"]) == ("7", "9")
    assert gained["left"] is None and gained["right"]["subject"]["id"] == "b"
    assert found.counts == {"both": 1, "gained": 1}
    back = territories(held("x", "a", TRAINING, "c1"))
    assert told(back) == [("F1.02", "lost", "regional", None)]


def test_at_another_level_or_by_another_sort_of_body_it_has_moved() -> None:
    found = territories(
        subject("m", OTHER, "municipal"),
        subject("u", OTHER, "regional", kind="institute"),
        held("x", "a", REGISTER, "c1"),
        held("y", "m", REGISTER, "d1"),
        held("z", "a", TRAINING, "c2"),
        held("v", "u", TRAINING, "d2"),
    )
    assert told(found) == [("F1.01", "moved", "regional", "municipal"), ("F1.02", "moved", "regional", "regional")]


def test_roles_are_compared_each_by_itself() -> None:
    found = territories(held("x", "a", REGISTER, "c1"), held("y", "b", REGISTER, "d1", role="accountable"))
    assert [(r["role"], r["state"]) for r in found.rows] == [("responsible", "lost"), ("accountable", "gained")]


def test_one_level_of_several_has_moved_and_the_rest_is_lost() -> None:
    found = territories(
        subject("i", REGION, "institutional", generic=True),
        subject("m", REGION, "municipal", generic=True),
        held("x", "m", REGISTER, "c1"),
        held("y", "i", REGISTER, "c2"),
        held("z", "b", REGISTER, "d1"),
    )
    assert told(found) == [("F1.01", "moved", "municipal", "regional"), ("F1.01", "lost", "institutional", None)]


def test_subjects_are_counted_and_a_state_can_be_asked_for() -> None:
    facts = (
        subject("k", REGION, "regional"),
        held("x", "a", REGISTER, "c1"),
        held("x2", "a", REGISTER, "c2"),
        held("y", "k", REGISTER, "c2"),
        held("z", "b", TRAINING, "d1"),
    )
    found = territories(*facts, state="lost")
    assert [(r["left"]["subjects"], r["left"]["clause"]) for r in found.rows] == [(2, "3.1")]
    assert found.counts == {"gained": 1, "lost": 1}


def test_only_a_territorys_own_acts_in_force_count_and_it_is_said() -> None:
    local = (
        Territory(id="y-l.m", name="Приморский район", kind="municipality", part_of=OTHER),
        order("q", "y-l.m", number="11"),
        clause("e1", "q"),
    )
    found = territories(*local, held("x", "a", REGISTER, "c1"), held("y", "b", REGISTER, "e1"))
    assert told(found) == [("F1.01", "lost", "regional", None)]
    with store_of(*GROUND, *local, held("x", "a", REGISTER, "c1")) as store:
        bare = answer(store, "compare_territories", {"left": REGION, "right": "ru"}, as_of=TODAY)
    assert len(bare.notes) == 1 and "Российская Федерация" in bare.notes[0]


NEW = (
    order("n", REGION, number="8", date=date(2023, 5, 1)),
    clause("n1", "n", "3.1"),
    clause("n2", "n", "4.1"),
    subject("k", REGION, "regional"),
)


def editions(*facts: Assignment, **words: str) -> Answer:
    with store_of(*GROUND, *NEW, *facts) as store:
        return answer(store, "compare_editions", {"left": "№ 7", "right": "№ 8"} | words, as_of=TODAY)


def test_what_becomes_of_each_statement() -> None:
    same = {"quote_sha256": "a" * 64}
    found = editions(
        held("x1", "a", REGISTER, "c1", **same),
        held("y1", "a", REGISTER, "n2", **same),  # unchanged, at another clause
        held("x2", "a", TRAINING, "c2"),
        held("y2", "a", TRAINING, "n1"),  # reworded
    )
    assert told(found) == [("F1.01", "unchanged", "3.1", "4.1"), ("F1.02", "reworded", "3.2", "3.1")]
    assert found.params["left"]["id"] == "o" and found.params["right"]["id"] == "n"


def test_another_subject_takes_it_over_another_role_is_a_change_of_words() -> None:
    found = editions(
        held("x1", "a", REGISTER, "c1"),
        held("y1", "k", REGISTER, "n1"),
        held("x2", "a", TRAINING, "c2", quote_sha256="b" * 64),
        held("y2", "a", TRAINING, "n1", quote_sha256="b" * 64, role="accountable"),
    )
    assert told(found) == [("F1.01", "moved", "3.1", "3.1"), ("F1.02", "reworded", "3.2", "3.1")]
    assert (found.rows[1]["left"]["role"], found.rows[1]["right"]["role"]) == ("responsible", "accountable")


def test_the_surest_pair_is_made_first() -> None:
    same = {"quote_sha256": "a" * 64}
    found = editions(
        held("x1", "a", REGISTER, "c1"),
        held("x2", "a", REGISTER, "c2", **same),
        held("y1", "a", REGISTER, "n1", **same),
        held("y2", "k", REGISTER, "n2"),
    )
    assert told(found) == [("F1.01", "moved", "3.1", "4.1"), ("F1.01", "unchanged", "3.2", "3.1")]


def test_statements_without_a_function_are_told_by_their_words() -> None:
    same = {"quote_sha256": "a" * 64}
    found = editions(
        held("x1", "a", None, "c1", **same),
        held("y1", "k", None, "n1", **same),
        held("x2", "a", None, "c2"),
        held("y2", "a", None, "n2"),
    )
    assert told(found) == [(None, "moved", "3.1", "3.1"), (None, "lost", "3.2", None), (None, "gained", None, "4.1")]


def test_an_old_edition_is_compared_although_it_is_not_in_force() -> None:
    with store_of(*GROUND, *NEW, held("x", "a", REGISTER, "c1"), held("y", "a", REGISTER, "n1")) as store:
        early = answer(store, "compare_editions", {"left": "№ 7", "right": "№ 8"}, as_of=date(2020, 1, 1))
    assert [r["state"] for r in early.rows] == ["reworded"] and early.counts == {"reworded": 1}
    assert early.notes == []


def test_an_act_compared_with_itself_is_unchanged() -> None:
    with store_of(*GROUND, held("x", "a", REGISTER, "c1"), held("y", "a", None, "c2")) as store:
        found = answer(store, "compare_editions", {"left": "№ 7", "right": "№ 7"}, as_of=TODAY)
    assert {r["state"] for r in found.rows} == {"unchanged"} and found.total == 2
