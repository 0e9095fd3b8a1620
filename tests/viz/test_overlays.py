"""What is laid over the map: each overlay marks what is true, says the same as a table, and says why it is empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ontology.errors import BadParameter
from ontology.i18n import LANGS, Lang
from queries.store import GraphStore
from queries.stores import open_store
from queries.structure import structure
from tests.viz.example import DISTRICT, EMPTY, HOSTILE, REGION, entities
from tests.viz.overlays_example import DAY, overlaid_entities
from viz.address import Address
from viz.common import chosen_territory
from viz.model import MapNode
from viz.overlays import what_if
from viz.overlays.chosen import NAMES, named, overlay
from viz.overlays.fields import overlay_fields
from viz.overlays.model import Asked, Overlay
from viz.render import render
from viz.text import capital, clean


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    opened = open_store("sqlite:///:memory:")
    opened.write(overlaid_entities())
    yield opened
    opened.close()


def nodes_of(store: GraphStore, territory: str) -> list[MapNode]:
    return [
        MapNode(
            n.id, capital(clean(n.name)), n.short, n.kind.value, n.level.value, n.generic, None,
            clean(n.territory_name), n.functions, vacant=n.vacant,
        )
        for n in structure(store, territory, DAY).nodes
    ]  # fmt: skip


def laid(store: GraphStore, asked: Asked, territory: str = REGION, lang: Lang = "ru") -> Overlay:
    place = chosen_territory(store, territory)
    assert place is not None
    found = overlay(store, asked, nodes_of(store, territory), territory=place, as_of=DAY, lang=lang)
    assert found is not None
    return found


def marks(found: Overlay) -> dict[str, str]:
    return {mark.subject: f"{mark.sign} {mark.text}" for mark in found.marks}


def told(found: Overlay, lang: Lang = "ru") -> str:
    at = Address("/", lang, DAY, REGION)
    below = render("_overlay_rows.html", at, overlay=found) if found.rows else ""
    return render("_overlay.html", at, overlay=found) + below


def test_siblings_who_hold_one_function_are_marked_and_joined(store: GraphStore) -> None:
    found = laid(store, Asked("overlap"))
    assert marks(found) == {"cnppm": "≡ перекрытия: 1", "aktiv": "≡ перекрытия: 1"}
    assert [(link.source, link.target, link.text) for link in found.links] == [("aktiv", "cnppm", "2.01")]
    assert [(row.subjects[0][0], row.clause) for row in found.rows] == [("cnppm", "3.2.1"), ("aktiv", "разд. 5")]
    assert "слова о диагностике" in told(found)


def test_functions_with_nobody_are_counted_by_level(store: GraphStore) -> None:
    found = laid(store, Asked("uncovered"))
    assert [(band.level, band.text) for band in found.bands] == [
        ("regional", "функций без исполнителя: 2"),
        ("municipal", "функций без исполнителя: 2"),
    ]
    empty = [row for row in found.rows if row.sign == "✕"]
    assert [group for group, _rows in found.grouped][:2] == ["Региональный уровень", "Муниципальный уровень"]
    assert any(row.text.startswith("1.01 Ведение реестра") for row in empty)
    assert any(not row.subjects for row in empty) and "никто" in told(found)
    # The district's office fills the generic service, so no organisation is missing there; the council of a school is.
    assert marks(found)["ped"] == "◐ организация не названа"
    assert "mms" not in marks(found) or not marks(found)["mms"].startswith("✕")


def test_a_route_tells_each_step_and_the_gap(store: GraphStore) -> None:
    found = laid(store, Asked("route"))
    assert found.title.startswith("Маршрут: Маршрут педагога")
    assert marks(found) == {"cnppm": "✓ шаг 1", "iro": "✓ шаг 3", "rmk": "✕ шаг 4", "rtl": "✓ шаг 5"}
    gap, last, lawful = found.links
    assert (gap.source, gap.target, gap.text, gap.tone, gap.number) == ("cnppm", "iro", "✕ шаг 2: никто", "bad", 3)
    assert (last.tone, last.number) == ("bad", 4)
    assert (lawful.tone, lawful.number) == ("good", 5)  # a council concludes no agreements
    assert [row.sign for row in found.rows] == ["✓", "∅", "✓", "✕", "✓"]
    assert "Не указано, кто выполняет шаг" in found.rows[1].text


def test_where_routes_break_agrees_with_the_audit(store: GraphStore) -> None:
    found = laid(store, Asked("broken-route"))
    assert marks(found) == {"rmk": "✕ разрывы: 1"}
    assert [(entry.sign, entry.count) for entry in found.legend] == [("✕", 1), ("∅", 1)]
    assert [link.number for link in found.links] == [None, None]


def test_load_stands_at_those_it_falls_on(store: GraphStore) -> None:
    found = laid(store, Asked("load"))
    assert marks(found) == {"methodists": "✕ 514,7 при норме 250"}
    assert [mark.share for mark in found.marks] == [1.0]
    assert found.invented and "notice warn" in told(found) and "выдуманные данные" in found.rows[0].text
    assert found.title == "Учителей на ставку методиста: 514,7 при норме 250"
    assert {row.clause for row in found.rows} == {"прил. 2, п. 4"}
    assert marks(laid(store, Asked("load"), DISTRICT)) == {"local": "✕ 514,7 при норме 250"}


def test_how_two_bodies_are_connected_by_words_of_any_form(store: GraphStore) -> None:
    found = laid(store, Asked(source="цнппм", target="институтом развития образования"))
    assert found.name == "between" and marks(found) == {"cnppm": "▶ начало", "iro": "◎ конец"}
    assert [(link.source, link.target, link.number) for link in found.links] == [("cnppm", "iro", 1)]
    longer = laid(store, Asked(source="evil", target="mms"))
    assert [link.number for link in longer.links] == [1, 2]
    assert all(row.clause for row in longer.rows)


def test_a_relation_against_the_way_points_as_it_runs(store: GraphStore) -> None:
    found = laid(store, Asked(source="mms", target="cnppm"))
    assert [(link.source, link.target, link.text) for link in found.links[:1]] in (
        [("cnppm", "mms", "обучает, п. 3.2.1")],
        [("mms", "iro", "в составе")],
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("between"), "Назовите двух субъектов"),
        (Asked(source="iro"), "Теперь выберите, к кому"),
        (Asked(target="iro"), "Теперь выберите, от кого"),
        (Asked(source="iro", target="ъъъщщщ"), "ъъъщщщ"),
        (Asked(source="iro", target="iro"), "назовите два разных"),
        (Asked(source="iro", target="lost"), "связей не устанавливают"),
        (Asked("what-if"), "Выберите, какой субъект упразднить"),
        (Asked(close="ъъъщщщ"), "ъъъщщщ"),
        (Asked(close="iro", into="iro"), "самому себе"),
        (Asked(close="x" * 5000), "Нет субъекта"),
        (Asked(route="nothing"), "Выберите другой"),
        (Asked("conflict"), "Противоречий нет"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_line(store: GraphStore, asked: Asked, said: str) -> None:
    found = laid(store, asked)
    assert said in " ".join(found.notes) and not found.rows
    assert said[:20] in told(found)


def test_closing_a_body_tells_what_is_lost_and_changes_nothing(store: GraphStore) -> None:
    before = store.counts()
    found = laid(store, Asked(close="cnppm"))
    assert store.counts() == before
    said = marks(found)
    assert said["cnppm"] == "✕ упраздняется" and said["iro"] == "! теряет связей: 1" and said["evil"].startswith("!")
    assert {(link.source, link.target) for link in found.links} == {("cnppm", "iro"), ("cnppm", "mms")}
    counted = {entry.label: entry.count for entry in found.legend}
    assert counted["утрачены закрепления функций"] == 2 and counted["оборваны взаимодействия"] == 2
    groups = [group for group, _rows in found.grouped]
    assert groups[0] == "Утраченные закрепления функций" or groups[0].startswith("Функции, которые останутся")
    assert all(row.clause for row in found.rows if row.subjects)
    assert {way.params["into"] for way in found.ways} == {"iro"}


def test_taking_over_moves_the_functions(store: GraphStore) -> None:
    found = laid(store, Asked(close="цнппм", into="iro"))
    assert marks(found)["iro"] == "→ получает функций: 2" and not found.ways
    assert next(row.subjects for row in found.rows if row.sign == "→")[1][0] == "iro"


def test_one_scenario_at_a_time(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(what_if, "WAIT_SECONDS", 0.01)
    with what_if._ONE:
        busy = laid(store, Asked(close="cnppm"))
    assert "рассчитывается другой сценарий" in " ".join(busy.notes) and not busy.marks
    assert laid(store, Asked(close="cnppm")).marks


def test_the_address_names_one_overlay() -> None:
    assert named(Asked()) is None and named(Asked("none", close="x")) is None
    assert named(Asked(close="x")) == "what-if" and named(Asked(target="x")) == "between"
    assert named(Asked(route="x")) == "route" and named(Asked("load", close="x")) == "load"
    with pytest.raises(BadParameter) as refused:
        named(Asked("<b>"))
    assert "<b>" in refused.value.message("ru") and "uncovered" in refused.value.message("ru")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_every_overlay_escapes_and_speaks_the_reader_s_language(store: GraphStore, name: str, lang: Lang) -> None:
    found = laid(store, Asked(name, source="cnppm", target="iro", close="cnppm"), lang=lang)
    html = told(found, lang)
    assert "<img" not in html and "<script>" not in html and "\u202e" not in html
    ours = " ".join((found.title, *found.notes, *(e.label for e in found.legend), *(m.text for m in found.marks)))
    cyrillic = any("а" <= letter <= "я" for letter in ours.lower().replace(HOSTILE.lower(), ""))
    assert cyrillic is (lang == "ru") or name in {"route", "between", "what-if"}


@pytest.mark.parametrize("name", NAMES)
def test_a_territory_without_anything_says_so(store: GraphStore, name: str) -> None:
    found = laid(store, Asked(name), EMPTY)
    assert found.notes and not found.marks


@pytest.mark.parametrize("name", ["uncovered", "overlap", "conflict"])
def test_nothing_checked_is_no_praise(store: GraphStore, name: str) -> None:
    notes = " ".join(laid(store, Asked(name), EMPTY).notes)
    assert "Проверять было нечего" in notes and "нет:" not in notes and "У каждой" not in notes
    assert "Проверено:" in " ".join(laid(store, Asked(name)).notes)


@pytest.mark.parametrize("name", NAMES)
def test_an_overlay_of_a_district(store: GraphStore, name: str) -> None:
    assert laid(store, Asked(name), DISTRICT).title


def test_the_fields_offer_what_there_is(store: GraphStore) -> None:
    nodes = nodes_of(store, REGION)
    fields = overlay_fields(store, Asked("route", source="cnppm", close="цнппм"), nodes, territory=REGION, lang="ru")
    assert fields.chosen == "route" and fields.asked.route == "r-1" and fields.asked.close == "cnppm"
    assert (fields.asked.source or "").startswith("Центр непрерывного")
    html = render("_overlay_fields.html", Address("/", "ru", DAY, REGION), overlay_fields=fields)
    assert "<img" not in html and '<option value="r-1" selected>' in html
    assert sum(len(options) for _group, options in fields.options) == len(NAMES) + 1
    empty = overlay_fields(store, Asked(), [], territory=EMPTY, lang="en")
    assert not empty.routes and not empty.subjects and empty.chosen == "none"


def test_on_a_large_map_words_take_the_place_of_lists(store: GraphStore) -> None:
    one = nodes_of(store, REGION)[0]
    many = [replace(one, id=f"n-{n}", name=f"Школа № {n}", level="institutional") for n in range(1500)]
    fields = overlay_fields(store, Asked(close="n-7"), [*many, one], territory=REGION, lang="ru")
    html = render("_overlay_fields.html", Address("/", "ru", DAY, REGION), overlay_fields=fields)
    assert len(html) < 100_000 and fields.asked.close == "Школа № 7" and 'value="Школа № 7"' in html
    assert one.id in {choice.value for choice in fields.subjects}


def test_without_text_there_is_no_quote() -> None:
    bare = open_store("sqlite:///:memory:")
    bare.write(entities(quotes=False))
    found = laid(bare, Asked("uncovered"))
    assert "<blockquote>" not in told(found) and found.rows
    bare.close()
