"""The exported page: sound, offline, one card for each subject; the acts' own words only when asked for."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from ontology.entities.vocabulary import OrderKind
from ontology.errors import BadParameter
from ontology.i18n import LANGS
from ontology.models import Order
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import DISTRICT, EMPTY, REGION, entities
from tests.viz.reports.test_page import Outline
from viz import export_page
from viz.export_page import OfflineAddress

DAY = date(2024, 10, 1)


def page(store: GraphStore, territory: str | None = REGION, lang: Any = "ru", **options: Any) -> str:
    return export_page.export_page(store, territory, lang=lang, as_of=DAY, **options).decode("utf-8")


def without_scripts(html: str) -> str:
    return re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_sound_and_asks_nobody(store: GraphStore, lang: Any) -> None:
    html = page(store, lang=lang)
    outline = Outline(html)
    assert html.lstrip().startswith("<!doctype html>")
    assert not [attrs for _, attrs in outline.tags if {"src", "action", "style"} & attrs.keys()]
    assert not [name for _, attrs in outline.tags for name in attrs if name.startswith("on")]
    assert all(str(a["href"]).startswith("#") for a in outline.all("a")) and outline.all("link") == []
    assert "alert(1)</script>" not in without_scripts(html) and outline.all("img") == []
    policy = next(str(m["content"]) for m in outline.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and policy.count("'sha256-") == 9 and "http" not in policy


def test_each_link_leads_to_something_that_is_there(store: GraphStore) -> None:
    outline = Outline(page(store))
    places = {str(a.get("id") or a.get("data-id")) for _, a in outline.tags if "id" in a or "data-id" in a}
    links = {str(a["href"])[1:] for a in outline.all("a")}
    assert "function-2.01" in links and "subject-iro" in links
    assert links - places == set()


def test_each_subject_of_the_map_has_its_card(store: GraphStore) -> None:
    html = page(store)
    outline = Outline(html)
    cards = {str(t["id"]).removeprefix("card-") for t in outline.all("template")}
    data = json.loads(re.findall(r'<script type="application/json" data-id="map-data">(.*?)</script>', html, re.S)[0])
    assert {n["ref"] for n in data["nodes"] if not n["members"]} <= cards and {"iro", "evil", "fed"} <= cards
    assert "Диагностика профессиональных дефицитов" in html and "№ 12-од от 20.07.2021" in html
    assert "opora load" not in without_scripts(html)


def test_the_words_of_an_act_stay_at_home_unless_asked_for(store: GraphStore) -> None:
    assert "слова пункта" not in page(store) and "слова пункта" in page(store, with_text=True)


def test_without_a_territory_each_with_an_order_has_its_part(store: GraphStore) -> None:
    assert len(Outline(page(store, None)).all("select")) == 0
    other = open_store("sqlite:///:memory:")
    other.write([*entities(), _order(DISTRICT)])
    outline = Outline(page(other, None))
    assert [s["data-territory"] for s in outline.all("section") if "data-territory" in s] == [REGION, DISTRICT]
    assert [o["value"] for o in outline.all("option")] == [REGION, DISTRICT]
    ids = [str(a["id"]) for _, a in outline.tags if a.get("id", "card-name") != "card-name"]  # those lie in templates
    assert len(ids) == len(set(ids))
    other.close()


def _order(territory: str) -> Order:
    return Order(
        id=f"{territory}.o", kind=OrderKind.PRIKAZ, number="1", date=None, title="О службе", issuer="Отдел",
        territory=territory,
    )  # fmt: skip


def test_too_many_territories_are_refused_with_what_to_do(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_page, "MOST_TERRITORIES", 0)
    with pytest.raises(BadParameter, match="--territory"):
        page(store, None)


def test_nothing_to_show_is_said(store: GraphStore, empty_store: GraphStore) -> None:
    assert "Ни один приказ ещё не загружен" in page(empty_store, None)
    bare = Outline(page(empty_store, None))
    assert bare.all("script") == [] and bare.all("canvas") == []
    assert EMPTY in page(store, EMPTY)


def test_addresses_stay_within_the_page() -> None:
    at = OfflineAddress("/", "ru", DAY)
    assert at.url("/responsibility", function="F1.02") == "#function-F1.02" and at.url("/load") == "#main"
    assert at.subject("x") == at.here(subject="x", q=None) == "#subject-x"
