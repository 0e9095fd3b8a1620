"""The shortest chains of relations between two subjects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx
import pytest

from ontology.models import Agreement, Entity, Interaction, Territory
from queries.answer import answer
from queries.graph import simple_of
from queries.questions.chains import CHAINS, SHOWN, ChainsParams, ChainsRow
from queries.questions.relations import RELATIONS, RelationsParams
from queries.stores import open_store
from tests.queries.small import REGION, TODAY, clause, order, store_of, subject
from tests.queries.worlds import world

ACT = (order("o", REGION), clause("c", "o"), clause("c2", "o", "3.2"))


def body(id: str, territory: str = REGION, **values: Any) -> Entity:
    return subject(id, territory, "regional", **values)


def acts(id: str, source: str, target: str, by: str = "c") -> Interaction:
    return Interaction(id=id, kind="coordinates", source=source, target=target, clause=by)


def chained(source: str, target: str, *facts: Entity) -> list[ChainsRow]:
    with store_of(*facts) as store:
        return store.ask(CHAINS, ChainsParams(source=source, target=target, as_of=TODAY))


def ways(rows: Sequence[ChainsRow]) -> list[str]:
    chains: dict[int, list[ChainsRow]] = {}
    for row in rows:
        chains.setdefault(row.chain, []).append(row)
    return [" ".join([hops[0].from_id, *(hop.to_id for hop in hops)]) for hops in chains.values()]


def test_the_shortest_chain_with_direction_and_clause_on_each_hop() -> None:
    rows = chained(
        "a",
        "d",
        *ACT,
        *map(body, "abcde"),
        acts("ba", "b", "a", "c2"),
        acts("bc", "b", "c"),
        acts("cb", "c", "b"),
        Agreement(id="m", status="required", parties=("c", "d"), clause="c"),
        acts("ae", "a", "e"),
    )
    assert [
        (r.chain, r.hop, r.hops, r.from_id, r.to_id, r.kind.value, r.direction, r.clause, r.others) for r in rows
    ] == [
        (1, 1, 3, "a", "b", "interaction", "backward", "3.2", 0),
        (1, 2, 3, "b", "c", "interaction", "forward", "3.1", 1),
        (1, 3, 3, "c", "d", "agreement", "mutual", "3.1", 0),
    ]


def test_all_shortest_chains_the_closest_relations_first() -> None:
    facts = (
        *ACT,
        body("a"),
        body("z"),
        body("m", part_of="a", clause="c"),
        *map(body, "bcd"),
        *(acts(f"a{x}", "a", x) for x in "bcd"),
        *(acts(f"{x}z", x, "z") for x in "bcdm"),
    )
    assert ways(chained("a", "z", *facts)) == ["a m z", "a b z", "a c z", "a d z"]
    assert ways(chained("z", "a", *facts)) == ["z m a", "z b a", "z c a", "z d a"]


def test_no_more_than_a_few_of_many_chains() -> None:
    middle = [f"m{n}" for n in range(SHOWN + 3)]
    links = [acts(f"{x}{m}", x, m) for m in middle for x in "az"]
    assert ways(chained("a", "z", *ACT, body("a"), body("z"), *map(body, middle), *links)) == [
        f"a m{n} z" for n in range(SHOWN)
    ]


def test_a_lone_shortest_chain_is_followed_by_the_next_longer_one() -> None:
    facts = (*ACT, *map(body, "abcdz"), acts("az", "a", "z"), acts("ab", "a", "b"), acts("bz", "b", "z"))
    longer = (acts("ac", "a", "c"), acts("cd", "c", "d"), acts("dz", "d", "z"))
    assert ways(chained("a", "z", *facts, *longer)) == ["a z", "a b z"]


def test_subjects_of_two_regions_meet_at_a_federal_one() -> None:
    facts = (
        *ACT,
        Territory(id="y", name="Другая область", kind="region", part_of="ru"),
        order("oy", "y"),
        clause("cy", "oy"),
        body("a"),
        subject("b", "y", "regional"),
        subject("fed", "ru", "federal"),
        acts("i", "a", "fed"),
        acts("j", "fed", "b", "cy"),
    )
    assert ways(chained("a", "b", *facts)) == ["a fed b"]
    assert ways(chained("fed", "b", *facts)) == ["fed b"]


def test_two_federal_subjects_are_sought_in_all_acts() -> None:
    facts = (*ACT, subject("f", "ru", "federal"), subject("g", "ru", "federal"), acts("i", "f", "g"))
    assert ways(chained("f", "g", *facts)) == ["f g"]


@pytest.mark.parametrize("seed", range(12))
def test_chains_are_as_short_as_any(seed: int) -> None:
    drawn = world(seed)
    store = open_store("sqlite:///:memory:")
    try:
        store.write(drawn.entities)
        simple = simple_of(store.ask(RELATIONS, RelationsParams(as_of=TODAY)))
        found = 0
        for source in sorted(simple)[:6]:
            for target in sorted(simple)[-6:]:
                rows = store.ask(CHAINS, ChainsParams(source=source, target=target, as_of=TODAY))
                if rows:
                    found += 1
                    # acts of a third region may know a shorter way; none of the two's own may be missed
                    assert rows[0].hops >= nx.shortest_path_length(simple, source, target) > 0
                    first = [row for row in rows if row.chain == 1]
                    assert [row.from_id for row in first[1:]] == [row.to_id for row in first[:-1]]
                    assert (first[0].from_id, first[-1].to_id) == (source, target)
                    assert all({row.source_id, row.target_id} == {row.from_id, row.to_id} for row in rows)
        assert found or not simple.number_of_edges()
    finally:
        store.close()


def test_an_answer_without_a_chain_says_with_whom_each_is_connected() -> None:
    facts = (*ACT, *map(body, "abcdef"), acts("ab", "a", "b"), *(acts(f"{x}f", x, "f") for x in "acde"))
    with store_of(*facts, body("lone")) as store:
        apart = answer(store, "chains", {"from": "a", "to": "lone"}, as_of=TODAY)
        same = answer(store, "chains", {"from": "a", "to": "a"}, as_of=TODAY)
        english = answer(store, "chains", {"source": "lone", "target": "f"}, as_of=TODAY, lang="en")
    assert apart.rows == [] and apart.notes == [
        "Между «Центр a» и «Центр lone» действующие акты связей не устанавливают.",
        "«Центр a» имеет связи: «Центр b»; «Центр f».",
        "«Центр lone» действующими актами ни с кем не связан.",
    ]
    assert same.notes == ["Оба конца цепочки – «Центр a»: назовите два разных субъекта."]
    assert english.notes[2] == "«Центр f» is connected with: «Центр a»; «Центр c»; «Центр d»; and 1 more."


def test_a_hop_as_json_carries_it() -> None:
    with store_of(*ACT, body("a"), body("b"), acts("ab", "a", "b")) as store:
        found = answer(store, "chains", {"from": "a", "to": "b"}, as_of=TODAY)
    (row,) = found.rows
    assert row["from"] == {"id": "a", "name": "Центр a"} and row["to"]["id"] == "b"
    assert (row["kind"], row["direction"], row["detail"], row["clause"]) == (
        "interaction",
        "forward",
        "coordinates",
        "3.1",
    )
    assert row["order"]["number"] == "7" and row["quote"] is None and found.params["source"]["name"] == "Центр a"
