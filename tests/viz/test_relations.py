"""The subject's page with what ties it to others, and the table that answers a plain question of any sort."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from ontology.i18n import LANGS, Lang
from ontology.models import Activity, Agreement, Clause, Indicator, Interaction, Observation, Order, Route, Step
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import HOSTILE, REGION, entities
from tests.viz.test_pages import Outline
from viz import pages


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """The example with a plan, agreements, interactions, a route and an indicator around one body."""
    base = entities()
    act = next(e for e in base if isinstance(e, Order) and e.territory == REGION and e.valid_until is None)
    by = next(e.id for e in base if isinstance(e, Clause) and e.order == act.id)
    facts = [
        Activity(id="x1", position=0, title=HOSTILE, due=date(2024, 1, 31), responsible=("iro",), clause=by),
        Activity(id="x2", position=1, title="Открытие", periodicity="ongoing", responsible=("iro",), clause=by),
        Agreement(id="x3", status="required", deadline=date(2024, 1, 31), parties=("evil", "iro"), clause=by),
        Interaction(id="x4", kind="provides-data", source="iro", target="evil", what=HOSTILE, clause=by),
        Interaction(id="x5", kind="controls", source="min", target="iro", clause=by),
        Route(id="x6", name=HOSTILE, order=act.id),
        Step(id="x7", position=1, route="x6", subject="iro", clause=by),
        Step(id="x8", position=2, route="x6", clause=by),
        Indicator(id="x9", position=0, name="Доля обученных в ЗИРО", unit="%", clause=by),
        Observation(id="x10", indicator="x9", period="2024", kind="plan", value=50.5),
    ]
    opened = open_store("sqlite:///:memory:")
    opened.write([*base, *facts])
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", LANGS)
def test_the_subject_s_page_shows_what_ties_it_to_others(store: GraphStore, lang: Lang) -> None:
    html = pages.subject_page(store, "iro", as_of=date(2024, 9, 1), lang=lang)
    outline = Outline(html)
    parts = ("superiors", "activities", "agreements", "outgoing", "incoming", "routes", "indicators")
    assert all(outline.ids[part] == 1 for part in parts)
    assert HOSTILE not in html and "50" in html and "214" in html  # days since 31 January


def test_states_are_said_in_words(store: GraphStore) -> None:
    html = pages.subject_page(store, "iro", as_of=date(2024, 9, 1), lang="ru")
    for said in ("просрочено", "требуется", "передаёт данные", "никто не назван", "нет значения"):
        assert said in html, said
    assert "overdue" not in html and "provides" not in html


def test_a_subject_without_relations_has_no_empty_sections(store: GraphStore) -> None:
    assert 'aria-labelledby="agreements"' not in pages.subject_page(store, "mms", lang="ru")
    side = pages.subject_card_fragment(store, "iro", lang="ru")
    assert 'id="activities"' not in side


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("какие мероприятия просрочены у ЗИРО", "31.01.2024"),
        ("соглашения ЗИРО", "требуется"),
        ("кому ЗИРО передаёт данные", "передаёт данные"),
        ("кто контролирует ЗИРО", "Министерство"),
        ("показатели ЗИРО", "50,5"),
        ("в каких маршрутах участвует ЗИРО", "маршрут"),
        ("какие акты действуют в Заречной области", "20.07.2021"),
        ("на чём основан приказ № 12-од", "ничего об этом в нём не прочитано"),
        ("на чём основан приказ № 999", "Нет акта"),
    ],
)
def test_a_plain_question_of_another_sort_gets_a_table(store: GraphStore, text: str, said: str) -> None:
    html = pages.responsibility_page(store, q=text, as_of=date(2024, 9, 1), lang="ru")
    Outline(html)
    assert said in html and HOSTILE not in html
