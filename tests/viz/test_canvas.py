"""What is handed to the drawing library: running numbers as ids, plain text, all positions, nothing to fetch."""

from __future__ import annotations

import json
import time

from tests.viz.example import HOSTILE, LONG, REVERSED
from viz.embed import to_json
from viz.map.canvas import network_data
from viz.map.grouping import BAND_LIMIT, condense
from viz.map.overlaid import overlaid
from viz.model import MapEdge, MapNode
from viz.overlays.model import Link, Mark, Overlay


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
    assert all(n["x"] > 0 and n["y"] > 0 for n in data["nodes"])


def test_an_edge_to_a_subject_that_is_not_drawn_is_left_out() -> None:
    data = network_data([_node("a")], [MapEdge("a", "gone", "part-of")], "ru")
    assert data["relations"] == [] and data["layouts"][0]["lines"] == []


def test_a_crowded_level_shows_groups_and_keeps_who_is_asked_for() -> None:
    schools = [
        _node(f"s{i}", f"Школа {i}", level="institutional", kind="organisation", part_of="g") for i in range(1500)
    ]
    generic = _node("g", "Школа", level="institutional", generic=True)
    service = _node("m", level="municipal")
    edges = [MapEdge(s.id, "g", "part-of") for s in schools] + [MapEdge("g", "m", "part-of")]
    condensed = condense([generic, service, *schools], edges, keep={"s7"}, lang="ru")
    shown = condensed.nodes
    group = next(n for n in shown if n.group)
    assert group.members == 1499 and group.part_of == "g" and "1\u00a0499" in group.name
    assert {n.id for n in shown} == {"g", "m", "s7", group.id}
    assert set(condensed.edges) == {
        MapEdge("s7", "g", "part-of"),
        MapEdge(group.id, "g", "part-of"),
        MapEdge("g", "m", "part-of"),
    }


def test_a_level_that_is_not_crowded_stays_whole() -> None:
    nodes = [_node(f"n{i}") for i in range(BAND_LIMIT)]
    assert condense(nodes, [], keep=(), lang="ru").nodes == nodes


def test_a_group_opens_by_municipality_then_shows_its_members() -> None:
    schools = [
        _node(
            f"s{i}",
            f"Школа {i:03}",
            level="institutional",
            kind="organisation",
            place=f"m{i % 3}",
            territory=f"М{i % 3}",
        )
        for i in range(180)
    ]
    closed = condense(schools, [], keep=(), lang="ru")
    (whole,) = closed.nodes
    by_place = condense(schools, [], keep=(), opened={whole.id}, lang="ru")
    assert [(n.name, n.members) for n in by_place.nodes] == [("М0: 60", 60), ("М1: 60", 60), ("М2: 60", 60)]
    first = by_place.nodes[0].id
    parts = condense(schools, [], keep=(), opened={whole.id, first}, lang="ru")
    assert [n.members for n in parts.nodes] == [48, 12, 60, 60]  # 60 are too many at once: by name
    last = condense(schools, [], keep=(), opened={whole.id, first, parts.nodes[1].id}, lang="ru")
    assert sum(not n.group for n in last.nodes) == 12 and set(last.open) == {whole.id, first, parts.nodes[1].id}
    assert sum(n.members or 1 for n in last.nodes) == 180 and len(last.within) == 168


def test_relations_of_two_subjects_are_one_line_with_their_clauses() -> None:
    edges = [
        MapEdge("a", "b", "trains", "3.1"), MapEdge("a", "b", "trains", "3.2"), MapEdge("b", "a", "trains", "4"),
        MapEdge("a", "b", "coordinates", "5"), MapEdge("b", "a", "coordinates", "6"),
        MapEdge("a", "b", "agreement", "7", "o", "required"),
    ]  # fmt: skip
    data = network_data([_node("a"), _node("b")], edges, "ru")
    lines = {(line["from"], line["to"], line["kind"]): line for line in data["relations"]}
    assert lines[0, 1, "trains"]["text"] == "п. 3.1, п. 3.2" and lines[1, 0, "trains"]["text"] == "п. 4"
    assert lines[0, 1, "coordinates"]["count"] == 2 and (1, 0, "coordinates") not in lines  # mutual: neither commands
    assert not data["layers"]["coordinates"]["arrow"] and data["layers"]["trains"]["arrow"]
    assert lines[0, 1, "agreement"]["text"] == "требуется, п. 7"


def test_marks_of_members_come_to_their_group_the_worst_first() -> None:
    schools = [_node(f"s{i}", level="institutional", kind="organisation") for i in range(60)]
    condensed = condense([*schools, _node("c")], [], keep=(), lang="ru")
    cards = network_data(condensed.nodes, condensed.edges, "ru")["nodes"]
    marks = [Mark(f"s{i}", "good", "✓", "хватает") for i in range(9)] + [Mark("s9", "bad", "✕", "никто")]
    marks += [Mark("c", "warn", "!", "пункт", 1.7), Mark("c", "good", "✓", "есть"), Mark("gone", "bad", "✕", "нет")]
    over = overlaid(
        Overlay("x", "Слой", marks, [Link("s1", "c", "п. 1"), Link("s1", "s2", "внутри")]),
        cards,
        condensed.within,
        "ru",
    )
    names = {card["id"]: card["ref"] for card in cards}
    found = {names[m["node"]]: (m["tone"], m["text"], m["share"]) for m in over["marks"]}
    assert found == {"group.institutional.organisation": ("bad", "1", None), "c": ("warn", "пункт +1", 1.0)}
    assert [(names[link["from"]], names[link["to"]]) for link in over["links"]] == [
        ("group.institutional.organisation", "c")
    ]


def test_a_large_territory_is_laid_out_in_a_moment() -> None:
    nodes = [_node(f"n{i}", level="institutional", kind="organisation") for i in range(1500)]
    edges = [MapEdge(f"n{i}", f"n{i // 2}", "part-of") for i in range(1, 1500)]
    started = time.perf_counter()
    condensed = condense(nodes, edges, keep=(), lang="ru")
    network_data(condensed.nodes, condensed.edges, "ru")
    assert time.perf_counter() - started < 2
