"""Who supports which school, from what a store knows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.errors import InputError
from ontology.models import Entity, Methodist, Support, Territory
from queries.rebalance.answer import Rebalance
from queries.rebalance.demand import Given, units_of
from queries.rebalance.run import rebalance
from tests.queries.small import (
    DISTRICT,
    REGION,
    TODAY,
    clause,
    count,
    methodist,
    norm,
    order,
    store_of,
    subject,
    support,
)

TOWN = "x-z.zarechny"


def answered(*facts: Entity, where: str = REGION, bound: float | None = None) -> Rebalance:
    act = [order("o", REGION), clause("c", "o", "4.1"), norm("n", 100, date(2023, 1, 1))]
    with store_of(*act, *facts) as store:
        place = store.get(Territory, where)
        assert place is not None
        return rebalance(store, place, TODAY, norm=bound)[0]


def schools(*places: str) -> list[Entity]:
    """Schools `s0`, `s1` … of these territories."""
    return [subject(f"s{n}", place, "institutional", name=f"Школа {n}") for n, place in enumerate(places)]


def post(id: str, place: str, area: str | None = None, fte: float = 1.0, day: date = date(2024, 1, 1)) -> Methodist:
    return methodist(id, f"М-{id}", day, fte, place, subject_area=area)


def moves(answer: Rebalance) -> list[tuple[Any, ...]]:
    return [(m.school["id"], m.subject_area, m.source, m.target, m.teachers, m.of) for m in answer.moves]


def test_what_is_over_moves_to_who_may_take_it() -> None:
    facts = [
        *schools(DISTRICT, DISTRICT, TOWN),
        post("1", DISTRICT, "математика"),
        post("2", TOWN, "математика"),
        post("3", REGION, "физика"),
        post("4", REGION, "математика", 0.5),
        support("u0", "1", "s0", 70),
        support("u1", "1", "s1", 40),
        support("u2", "2", "s2", 10),
    ]
    got = answered(*facts)
    assert moves(got) == [("s1", "математика", "М-1", "М-4", 40, 40)]
    assert got.possible and got.proven and got.moved_schools == 1 and got.moved_teachers == 40 and got.divided == 0
    assert {m.methodist: (m.before, m.after, m.most) for m in got.methodists} == {
        "М-1": (110, 70, 100),
        "М-2": (10, 10, 100),
        "М-3": (0, 0, 100),
        "М-4": (0, 40, 50),
    }
    assert got.norm is not None and got.norm["norm_clause"] == "4.1" and got.bound == 100
    assert "1 (учителей: 40)" in got.summary


def test_nothing_moves_without_need() -> None:
    got = answered(*schools(DISTRICT), post("1", DISTRICT), support("u", "1", "s0", 100))
    assert not got.moves and got.possible and "никем не превышен" in got.summary


def test_who_supports_a_school_outside_the_territory_gives_it_away() -> None:
    got = answered(*schools(TOWN), post("1", DISTRICT), post("2", TOWN), support("u", "1", "s0", 5))
    assert moves(got) == [("s0", None, "М-1", "М-2", 5, 5)]


def test_schools_elsewhere_take_room() -> None:
    facts = [*schools(DISTRICT, TOWN), post("1", REGION), post("2", DISTRICT)]
    held = [support("u0", "1", "s0", 60), support("u1", "1", "s1", 60)]
    got = answered(*facts, *held, where=DISTRICT)
    assert moves(got) == [("s0", None, "М-1", "М-2", 60, 60)]
    assert {m.methodist: (m.before, m.after) for m in got.methodists} == {"М-1": (120, 60), "М-2": (0, 60)}


def test_teachers_counted_and_supported_by_nobody_get_a_methodist() -> None:
    facts = [*schools(DISTRICT), count("h", "s0", date(2024, 1, 1), 30, "Математика"), post("1", REGION, "математика")]
    got = answered(*facts, support("u", "1", "s0", 10))
    assert moves(got) == [("s0", "Математика", None, "М-1", 20, 20)] or moves(got)[0][2:] == (None, "М-1", 20, 20)
    assert got.new_schools == 1 and got.moved_schools == 0


def test_teachers_of_unknown_subject_wait_for_who_supports_all() -> None:
    facts = [*schools(DISTRICT), count("h", "s0", date(2024, 1, 1), 30)]
    special = answered(*facts, post("1", REGION, "математика"), support("u", "1", "s0", 10))
    general = answered(*facts, post("1", REGION, "математика"), post("2", REGION), support("u", "1", "s0", 10))
    assert not special.moves and special.possible and "20" in special.notes[0]
    assert moves(general) == [("s0", None, None, "М-2", 20, 20)]


def test_impossible_says_where_and_how_many_posts() -> None:
    facts = [
        *schools(DISTRICT, TOWN),
        post("1", DISTRICT, "математика"),
        post("2", TOWN, "математика"),
        post("3", REGION, "физика"),
        support("u0", "1", "s0", 130),
        support("u1", "2", "s1", 110),
        support("u2", "3", "s1", 60),
    ]
    got = answered(*facts)
    assert not got.possible and not got.moves
    assert [(x.territory["id"], x.subject_area, x.teachers) for x in got.left] == [
        (DISTRICT, "математика", 30),
        (TOWN, "математика", 10),
    ]
    assert [(p.subject_area, p.fte) for p in got.posts] == [("математика", 0.5)] and got.posts_proven
    assert got.summary.endswith("недостаёт ставок 0,5 – математика 0,5.")
    enough = answered(*facts, post("9", REGION, "математика", 0.5))
    assert enough.possible and {m.target for m in enough.moves} == {"М-9"}
    short = answered(*facts, post("9", REGION, "математика", 0.25))
    assert not short.possible and [p.fte for p in short.posts] == [0.25]


def test_a_post_ended_and_one_not_yet_begun_take_nobody() -> None:
    later, ended = post("2", DISTRICT, day=date(2024, 12, 1)), post("3", DISTRICT, fte=0.0)
    got = answered(*schools(DISTRICT), post("1", DISTRICT), later, ended, support("u", "1", "s0", 120))
    assert not got.possible and {m.methodist for m in got.methodists} == {"М-1", "М-3"}


def test_a_norm_is_needed_and_may_be_given() -> None:
    facts = [*schools(DISTRICT), post("1", DISTRICT), support("u", "1", "s0", 5)]
    with store_of(*facts) as store:
        place = store.get(Territory, DISTRICT)
        assert place is not None
        with pytest.raises(InputError) as error:
            rebalance(store, place, TODAY)
        assert "норматив" in error.value.message("ru") and "--norm" in error.value.message("ru")
        assert rebalance(store, place, TODAY, norm=10)[0].possible
        assert not rebalance(store, place, TODAY, norm=4)[0].possible
        nothing = rebalance(store, place, TODAY, norm=0.5)[0]
        assert not nothing.possible and not nothing.posts and nothing.summary.endswith("недостаёт ставок –.")


def test_nothing_known() -> None:
    got = answered()
    assert got.possible and not got.moves and any("methodists.csv" in note for note in got.notes)


def test_invented_data_is_told() -> None:
    made = [Support.model_validate(support("u", "1", "s0", 5).model_dump() | {"invented": True})]
    assert answered(*schools(DISTRICT), post("1", DISTRICT), *made).invented


def test_units_of_a_school() -> None:
    given = [Given("m2", None, 30), Given("m1", "м", 12), Given("m3", "ф", 4)]
    units = list(units_of("s", "p", given, {"м": 20, "х": 15}))
    assert [(u.area, u.holder, u.teachers) for u in units] == [
        ("ф", "m3", 4),
        ("м", "m1", 12),
        ("м", "m2", 8),
        ("х", "m2", 15),
        (None, "m2", 7),
    ]
    assert [(u.area, u.holder, u.teachers) for u in units_of("s", "p", given, {None: 50})] == [
        ("м", "m1", 12),
        ("ф", "m3", 4),
        (None, "m2", 30),
        (None, None, 4),
    ]
    cut = list(units_of("s", "p", [Given("m1", "м", 12)], {"м": 5}))
    assert [(u.holder, u.teachers) for u in cut] == [("m1", 5)], "more support than teachers is cut down"
