"""Bottlenecks: functions that would be lost, routes and parts that would be cut off."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from ontology.models import Entity, Interaction, Route, Step, Territory
from queries.answer import answer
from queries.graph import central, simple_of, splits_of, without_fillers
from queries.questions.bottlenecks import BOTTLENECKS, BottlenecksParams, BottlenecksRow
from queries.questions.relations import RELATIONS, RelationsParams
from queries.stores import open_store
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject
from tests.queries.worlds import world

ACT = (order("o", REGION), clause("c", "o"), clause("c2", "o", "3.2"))


def body(id: str, level: str = "regional", **values: Any) -> Entity:
    return subject(id, REGION, level, **values)


def acts(source: str, target: str, by: str = "c") -> Interaction:
    return Interaction(id=f"i-{source}-{target}", kind="coordinates", source=source, target=target, clause=by)


def found(*facts: Entity, territory: str = REGION, day: date = TODAY) -> list[BottlenecksRow]:
    with store_of(*ACT, *facts) as store:
        return store.ask(BOTTLENECKS, BottlenecksParams(territory=territory, as_of=day))


def lost(rows: list[BottlenecksRow]) -> dict[str, list[tuple[str, str, list[str]]]]:
    return {
        row.subject_id: [(f.code, f.level.value, [p.clause for p in f.clauses]) for f in row.functions]
        for row in rows
        if row.functions
    }


def test_a_function_is_lost_with_the_only_one_that_holds_it_at_its_level() -> None:
    rows = found(
        *map(body, "ab"),
        body("m", "municipal"),
        held("1", "a", TRAINING, "c"),
        held("2", "a", TRAINING, "c2", role="contributes"),
        held("3", "a", REGISTER, "c"),
        held("4", "b", REGISTER, "c2"),
        held("5", "m", REGISTER, "c2"),
        held("6", "b", None, "c2"),
    )
    assert lost(rows) == {"a": [("F1.02", "regional", ["3.1", "3.2"])], "m": [("F1.01", "municipal", ["3.2"])]}


def test_another_holder_by_a_repealed_act_is_no_other_holder() -> None:
    old = (order("old", REGION, number="1", valid_until=date(2023, 1, 1)), clause("c-old", "old"))
    facts = (*map(body, "ab"), *old, held("1", "a", TRAINING, "c"), held("2", "b", TRAINING, "c-old"))
    assert list(lost(found(*facts))) == ["a"]
    assert lost(found(*facts, day=date(2022, 6, 1))) == {}
    assert found(*facts, day=date(2021, 1, 1)) == []


def test_the_acts_of_a_municipality_bear_on_it_alone() -> None:
    facts = (
        order("local", DISTRICT),
        clause("c-loc", "local"),
        subject("own", DISTRICT, "municipal"),
        body("a"),
        held("1", "own", TRAINING, "c-loc"),
        held("2", "a", TRAINING, "c"),
    )
    assert set(lost(found(*facts))) == {"a"}
    assert set(lost(found(*facts, territory=DISTRICT))) == {"a", "own"}
    assert found(*facts, territory="x-z.zarechny") == found(*facts)


def test_what_a_subject_cuts_off() -> None:
    #  a – hub – b – c,  d – hub – e – d: without the hub three pieces, the largest is the rest
    rows = found(*map(body, "abcde"), body("hub"), *(acts("hub", x) for x in "abde"), acts("b", "c"), acts("d", "e"))
    pieces = {row.subject_id: [[o.id for o in part] for part in row.cut_off] for row in rows}
    assert pieces == {"hub": [["d", "e"], ["a"]], "b": [["c"]]}
    # of the 10 pairs of others 8 meet at the hub (not b–c, not d–e); only the four with c at b
    assert {row.subject_id: row.betweenness for row in rows} == {"hub": 0.8, "b": 0.4}
    assert [row.relations for row in rows] == [4, 2]


def test_routes_are_cut_where_they_run_through_several() -> None:
    def steps(route: str, *who: str | None) -> list[Entity]:
        return [
            Route(id=route, name=f"Маршрут {route}", order="o"),
            *(
                Step(id=f"{route}{n}", route=route, position=n, subject=w, clause="c2" if n == 2 else "c")
                for n, w in enumerate(who, start=1)
            ),
        ]

    rows = found(*map(body, "abc"), *steps("r", "a", "b", "b"), *steps("s", "c", "c"), *steps("t", "a", None, "b"))
    assert {row.subject_id: [(r.name, [p.clause for p in r.clauses]) for r in row.routes] for row in rows} == {
        "a": [("Маршрут r", ["3.2"])],
        "b": [("Маршрут r", ["3.2"])],
    }


def test_schools_that_only_fill_a_generic_subject_connect_nobody() -> None:
    schools = [subject(f"s{n}", REGION, "institutional", fills="g") for n in range(3)]
    rows = found(body("a"), body("g", "municipal", generic=True), acts("a", "g"), acts("a", "s0"), *schools)
    assert {row.subject_id for row in rows} == set()  # a, g and s0 stand in a ring


def test_the_weightiest_comes_first() -> None:
    rows = found(
        *map(body, ["loses", "splits", "x", "y", "idle"]),
        held("1", "loses", TRAINING, "c"),
        acts("splits", "x"),
        acts("splits", "y"),
    )
    assert [row.subject_id for row in rows] == ["loses", "splits"]


def test_as_json_carries_it() -> None:
    facts = (*ACT, *map(body, "abz"), held("1", "a", TRAINING, "c"), acts("a", "b"), acts("a", "z"))
    with store_of(*facts) as store:
        said = answer(store, "bottlenecks", {"territory": "Зареченская область"}, as_of=TODAY, lang="en")
        empty = answer(store, "bottlenecks", {"territory": "Зареченская область"}, as_of=date(2020, 1, 1))
    (row,) = said.rows
    assert row["subject"] == {"id": "a", "name": "Центр a"} and row["cut_off"] == [[{"id": "z", "name": "Центр z"}]]
    assert row["functions"][0]["function"]["label"] == "Training methodical-service workers"
    assert row["functions"][0]["clauses"][0]["order"]["number"] == "7"
    assert row["functions"][0]["clauses"][0]["clause"] == "3.1"
    assert empty.rows == [] and empty.nobody is not None and empty.nobody.reason == "not-in-force"


@pytest.mark.parametrize("seed", range(10))
def test_shares_and_pieces_are_those_of_networkx(seed: int) -> None:
    store = open_store("sqlite:///:memory:")
    try:
        drawn = world(seed)
        store.write(drawn.entities)
        regions = [t.id for t in drawn.entities if isinstance(t, Territory)]
        for place in regions[:3]:
            asked = RelationsParams(territory=place, below=False, as_of=TODAY)
            simple = simple_of(without_fillers(store.ask(RELATIONS, asked)))
            splits, shares = splits_of(simple), nx.betweenness_centrality(simple)
            assert central(simple) == pytest.approx(shares, abs=0.5001e-4)
            for id in simple:
                rest = simple.subgraph(nx.node_connected_component(simple, id) - {id})
                pieces = sorted((tuple(sorted(p)) for p in nx.connected_components(rest)), key=lambda p: (-len(p), p))
                assert splits.get(id, ()) == tuple(pieces[1:])
    finally:
        store.close()
