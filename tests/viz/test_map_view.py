"""What a reader does to the map, from the address to what is drawn and what the page says about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from ontology.entities.vocabulary import InteractionKind, Level, SubjectKind
from ontology.errors import BadParameter
from ontology.models import Interaction, Route, Step, Subject
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import DISTRICT, HOSTILE, REGION, entities
from viz import pages
from viz.map.gather import Gathered, neighbours
from viz.map.narrow import narrow
from viz.map.view import View, read_view
from viz.model import MapEdge, MapNode
from viz.styles import EDGES, KINDS


def _interaction(id: str, kind: InteractionKind, source: str, target: str) -> Interaction:
    return Interaction(id=id, kind=kind, what=HOSTILE, source=source, target=target, clause="zar-12.c4")


@pytest.fixture(scope="module")
def related() -> Iterator[GraphStore]:
    """The example with interactions, a route, and a subject of a district that only a relation leads to."""
    store = open_store("sqlite:///:memory:")
    route = Route(id="r", name="Маршрут педагога", order="zar-12")
    aside = Subject(
        id="aside", name="Центр Ключевского района", kind=SubjectKind.CENTRE, level=Level.MUNICIPAL,
        territory=DISTRICT, invented=True,
    )  # fmt: skip
    store.write(
        [
            *entities(), aside, route,
            _interaction("i1", InteractionKind.TRAINS, "cnppm", "mms"),
            _interaction("i2", InteractionKind.COORDINATES, "iro", "min"),
            _interaction("i3", InteractionKind.REPORTS, "aside", "iro"),
            Step(id="s1", position=1, route="r", subject="cnppm", clause="zar-12.c3"),
            Step(id="s2", position=2, route="r", subject="mms", clause="zar-12.c4"),
        ]
    )  # fmt: skip
    yield store
    store.close()


def data_of(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="map-data"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def drawn(html: str) -> set[str]:
    nodes = data_of(html)["nodes"]
    assert isinstance(nodes, list)
    return {n["ref"] for n in nodes}


def rows(html: str) -> set[str]:
    return set(re.findall(r'data-row="([^"]+)"', html))


def test_an_address_is_read_and_written_alike() -> None:
    view = read_view(
        layers=["trains,agreement", "-part-of"], kinds=["-role", "-pair"], levels=["regional,municipal"],
        hide=["a,b"], pin=["c"], open=["g"], focus="f", hops=9, expand="e", rows="all",
    )  # fmt: skip
    assert view.drawn("trains") and not view.drawn("part-of") and view.drawn("fills") and not view.drawn("step")
    assert view.kinds == tuple(k for k in KINDS if k not in {"role", "pair"}) and view.hops == 4
    params = view.params()
    assert params["kinds"] == "-pair,-role" and params["levels"] == "regional,municipal"
    lists = {k: [v] for k, v in params.items() if v and k in {"layers", "kinds", "levels", "hide", "pin", "open"}}
    again = read_view(**lists, focus="f", hops=4, expand="e", rows="all")
    assert again == view
    assert (
        read_view(kinds=[""], levels=[",".join(("federal", "regional", "municipal", "institutional", "none"))])
        == View()
    )
    nothing = read_view(kinds=[",".join(f"-{k}" for k in KINDS)])
    assert nothing.kinds == () and read_view(kinds=[str(nothing.params()["kinds"])]) == nothing


@pytest.mark.parametrize("name", ["layers", "kinds", "levels"])
def test_a_word_there_is_not_is_an_error_of_ours(name: str) -> None:
    with pytest.raises(BadParameter) as error:
        read_view(**{name: [HOSTILE.replace(",", "")]})  # type: ignore[arg-type]
    assert name in error.value.message("ru") and "Среди значений" in error.value.message("ru")


def _node(id: str, kind: str = "centre", level: str = "regional") -> MapNode:
    return MapNode(id, id, None, kind, level, False, None, "xx", 1)


def test_a_view_narrows_the_map() -> None:
    nodes = [_node("a"), _node("b", "role"), _node("c", level="municipal"), _node("d"), _node("x", "unheard-of")]
    edges = [MapEdge("a", "b", "trains"), MapEdge("c", "b", "part-of"), MapEdge("c", "d", "step")]
    whole = Gathered(nodes, edges)

    def left(view: View) -> str:
        return "".join(n.id for n in narrow(whole, view).nodes)

    assert left(View()) == "abcdx"
    assert left(View(kinds=("role",))) == "bx"
    assert left(View(levels=("regional",), hidden=("d",))) == "abx"
    assert left(View(kinds=("role",), pinned=("d",))) == "bdx" and left(View(pinned=("d",), hidden=("d",))) == "abcx"
    assert (
        left(View(focus="a")) == "ab" and left(View(focus="a", hops=2)) == "abc" and left(View(focus="gone")) == "abcdx"
    )
    assert [e.kind for e in narrow(whole, View(hidden=("b",))).edges] == ["step"]
    assert neighbours(edges, "d", 3) == {"d", "c", "b", "a"}


def test_layers_are_kinds_of_interaction_steps_and_parts(related: GraphStore) -> None:
    html = pages.map_page(related, territory=REGION, lang="ru", view=read_view(layers=["trains"]))
    data = data_of(html)
    assert {line["kind"] for line in data["relations"]} == {"trains", "coordinates", "step"}  # type: ignore[attr-defined]
    assert set(EDGES) >= set(data["layers"])  # type: ignore[call-overload]
    checked = dict(re.findall(r'name="layers" value="([^"]+)"[^>]*?(checked)?>', html))
    assert checked["trains"] == checked["part-of"] == "checked" and checked["coordinates"] == ""
    table = html.split('id="relations"')[1].split("</table>")[0]
    assert "обучает" in table and "п. 3.2.1" not in table and "координация" not in table  # the layer chosen alone
    assert "№ 12-од от 20.07.2021" in table


def test_kinds_levels_and_hidden_subjects_leave_the_drawing_and_the_table_alike(related: GraphStore) -> None:
    whole = pages.map_page(related, territory=REGION, lang="ru")
    html = pages.map_page(
        related, territory=REGION, lang="ru", view=read_view(kinds=["-council"], levels=["-federal"], hide=["iro"])
    )
    assert drawn(whole) - drawn(html) == {"evil", "rtl", "ped", "fed", "iro"}
    assert drawn(html) == rows(html)
    assert "Показать скрытые (1)" in html and "Показаны не все виды" in html and "Сбросить вид" in html
    assert "Сбросить вид" not in whole


def test_everything_hidden_says_what_to_do(related: GraphStore) -> None:
    html = pages.map_page(related, territory=REGION, lang="ru", view=read_view(levels=["federal"], hide=["fed"]))
    assert drawn(html) == set() and "Включите виды и уровни в легенде" in html


def test_expanding_draws_in_who_belongs_elsewhere(related: GraphStore) -> None:
    assert "aside" not in drawn(pages.map_page(related, territory=REGION, lang="ru"))
    html = pages.map_page(related, territory=REGION, lang="ru", view=read_view(expand="iro"))
    nodes = {n["ref"]: n for n in data_of(html)["nodes"]}  # type: ignore[attr-defined]
    assert nodes["aside"]["outside"] and "Ключевской район" in nodes["aside"]["facts"]
    assert {line["kind"] for line in data_of(html)["relations"]} >= {"reports"}  # type: ignore[attr-defined]
    assert "Выделены связи" in html


def test_ids_nobody_knows_do_not_fail_the_map(related: GraphStore) -> None:
    view = read_view(hide=["x"], pin=[HOSTILE], open=["group.x"], focus="x", expand=HOSTILE)
    html = pages.map_page(related, territory=REGION, lang="ru", view=view, as_of=date(2024, 1, 1))
    assert {"iro", "min"} <= drawn(html) and "Показать скрытые" not in html
