"""GraphML: every entity, value and relation comes back out of it; the acts' own words only when asked for."""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import Any

import networkx as nx
from hypothesis import HealthCheck, example, given, settings

from ontology.entities.base import Entity
from ontology.property_graph import NODE_OF
from queries.exports.flat import links, plain, shown
from queries.exports.graphml import graphml
from tests.strategies import graphs
from tests.viz.example import entities

RELAXED = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def read(facts: list[Entity], **options: Any) -> Any:
    return nx.read_graphml(io.BytesIO(graphml(facts, **options)))


@RELAXED
@given(facts=graphs())
@example(facts=entities())
def test_nothing_is_lost(facts: list[Entity]) -> None:
    found = read(facts, with_text=True)
    assert list(found.nodes) == [e.id for e in facts]
    for entity in facts:
        node = dict(found.nodes[entity.id])
        assert node.pop("class") == type(entity).__name__ and isinstance(node.pop("label"), str)
        values = {p.name: plain(getattr(entity, p.name)) for p in NODE_OF[type(entity)].properties}
        assert node == {name: value for name, value in values.items() if value is not None}
        for name, value in node.items():
            assert type(value) is type(values[name])
    edges = [(e[0], e[1], data["relation"]) for e in found.edges for data in _data(found, e)]
    assert Counter(edges) == Counter((x.source, x.target, x.relation) for x in links(facts))


def _data(graph: Any, edge: tuple[str, ...]) -> list[dict[str, Any]]:
    data = graph.get_edge_data(edge[0], edge[1])
    return [data[edge[2]]] if len(edge) > 2 else [data]


def test_a_node_is_called_as_people_call_it() -> None:
    found = read(entities())
    assert found.nodes["iro"]["label"] == "Заречный институт развития образования"
    assert found.nodes["zar-12"]["label"] == "№ 12-од (20.07.2021)"
    assert found.nodes["f-2-01"]["label"] == "Диагностика профессиональных дефицитов"
    assert found.nodes["zar-12.c1"]["label"] == "3.1.1" and found.nodes["a-0"]["label"] == "утверждает и контролирует"
    assert read(entities(), lang="en").nodes["f-2-01"]["label"] == "Diagnosing professional deficits"
    assert found.edges["a-0", "min"]["relation"] == "HELD_BY"
    assert found.nodes["a-0"]["confidence"] == 0.9 and found.nodes["mms"]["generic"] is True
    assert json.loads(found.nodes["f-1-01"]["expected_levels"]) == ["regional", "municipal"]


def test_the_words_of_an_act_stay_at_home_unless_asked_for() -> None:
    assert "слова пункта" not in graphml(entities()).decode()
    assert "слова пункта" in graphml(entities(), with_text=True).decode()


def test_the_same_facts_give_the_same_bytes_and_a_relation_to_nothing_is_left_out() -> None:
    assert graphml(entities()) == graphml(entities())
    alone = [e for e in entities() if e.id == "a-0"]
    assert list(read(alone).nodes) == ["a-0"] and not read(alone).edges
    assert not read([]).nodes


def test_what_no_file_can_hold_is_shown_as_such() -> None:
    assert shown("a\x00b\ud800\ufffe\n\tё👩‍🏫") == "a\ufffdb\ufffd\ufffd\n\tё👩‍🏫"
