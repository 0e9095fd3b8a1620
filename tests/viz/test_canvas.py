"""What is handed to the drawing library: running numbers as ids, plain text, all positions, nothing to fetch."""

from __future__ import annotations

import json
import time

from tests.viz.example import HOSTILE, LONG, REVERSED
from viz.embed import to_json
from viz.map.canvas import network_data
from viz.map.grouping import BAND_LIMIT, condense
from viz.model import MapEdge, MapNode


def _node(id: str, name: str = "Служба", **changes: object) -> MapNode:
    fields: dict[str, object] = {
        "id": id, "name": name, "short": None, "kind": "centre", "level": "regional", "generic": False,
        "part_of": None, "territory": "xx", "functions": 1,
    }  # fmt: skip
    return MapNode(**(fields | changes))  # type: ignore[arg-type]


def test_ids_are_numbers_and_labels_are_plain_text() -> None:
    data = network_data([_node("а б", HOSTILE), _node("rtl", REVERSED), _node("long", LONG)], [], "ru")
    assert [n["id"] for n in data["nodes"]] == [0, 1, 2]
    labels = {n["ref"]: n["label"] for n in data["nodes"]}
    assert labels["а б"].startswith("<img src=x onerror=")
    assert "\u202e" not in labels["rtl"]
    assert len(labels["long"]) <= 110


def test_no_text_can_end_the_script_element() -> None:
    text = to_json(network_data([_node("x", HOSTILE)], [], "ru"))
    assert "<" not in text and ">" not in text
    assert json.loads(text)["nodes"][0]["title"].startswith(HOSTILE[:40])


def test_each_number_of_columns_places_every_card_and_every_line() -> None:
    nodes = [_node(f"n{i}", part_of="n0" if i else None) for i in range(7)]
    data = network_data(nodes, [MapEdge(n.id, "n0", "part-of") for n in nodes[1:]], "ru")
    assert [layout["columns"] for layout in data["layouts"]] == list(range(1, 8))
    assert all(len(layout["at"]) == 7 and len(layout["lines"]) == 6 for layout in data["layouts"])
    assert data["options"]["physics"] == {"enabled": False}
    assert all(isinstance(n["x"], float) and isinstance(n["y"], float) for n in data["nodes"])


def test_an_edge_to_a_subject_that_is_not_drawn_is_left_out() -> None:
    data = network_data([_node("a")], [MapEdge("a", "gone", "part-of")], "ru")
    assert data["edges"] == [] and data["layouts"][0]["lines"] == []


def test_a_crowded_level_shows_groups_and_keeps_who_is_asked_for() -> None:
    schools = [
        _node(f"s{i}", f"Школа {i}", level="institutional", kind="organisation", part_of="g") for i in range(1500)
    ]
    generic = _node("g", "Школа", level="institutional", generic=True)
    service = _node("m", level="municipal")
    edges = [MapEdge(s.id, "g", "part-of") for s in schools] + [MapEdge("g", "m", "part-of")]
    shown, drawn = condense([generic, service, *schools], edges, keep={"s7"}, lang="ru")
    group = next(n for n in shown if n.group)
    assert group.members == 1499 and group.part_of == "g" and "1499" in group.name
    assert {n.id for n in shown} == {"g", "m", "s7", group.id}
    assert set(drawn) == {
        MapEdge("s7", "g", "part-of"),
        MapEdge(group.id, "g", "part-of"),
        MapEdge("g", "m", "part-of"),
    }


def test_a_level_that_is_not_crowded_stays_whole() -> None:
    nodes = [_node(f"n{i}") for i in range(BAND_LIMIT)]
    assert condense(nodes, [], keep=(), lang="ru") == (nodes, [])


def test_a_large_territory_is_laid_out_in_a_moment() -> None:
    nodes = [_node(f"n{i}", level="institutional", kind="organisation") for i in range(1500)]
    edges = [MapEdge(f"n{i}", f"n{i // 2}", "part-of") for i in range(1, 1500)]
    started = time.perf_counter()
    shown, drawn = condense(nodes, edges, keep=(), lang="ru")
    network_data(shown, drawn, "ru")
    assert time.perf_counter() - started < 2
