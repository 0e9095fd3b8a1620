"""A subject's card beside the map and its page: functions first, then what is urgent, with clauses and ways onward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from ontology.entities.vocabulary import Level, Role
from ontology.i18n import LANGS, Lang
from ontology.ids import digest
from ontology.models import Activity, Assignment, Function, Justification
from queries.findings.of_subject import findings_of_subject
from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import DISTRICT, HOSTILE, REGION
from tests.viz.overlays_example import DAY, overlaid_entities
from tests.viz.test_pages import Outline
from viz import pages


def _opened() -> GraphStore:
    opened = open_store("sqlite:///:memory:")
    plans = [
        Activity(id=f"p-{n}", position=n, title=title, due=due, responsible=("cnppm",), clause="zar-12.c5")
        for n, (title, due) in enumerate(
            (("Позже всех", date(2030, 1, 1)), ("Просрочено давно", date(2022, 1, 1)), ("Просрочено", date(2024, 8, 1)))
        )
    ]
    opened.write([*overlaid_entities(), *plans])
    return opened


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    opened = _opened()
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", LANGS)
def test_the_card_has_functions_first_and_counts_below(store: GraphStore, lang: Lang) -> None:
    html = pages.subject_card_fragment(store, "cnppm", territory=REGION, as_of=DAY, lang=lang)
    assert HOSTILE not in html and "<img" not in html
    order = [html.index(part) for part in ('class="held"', 'class="card-part"', 'class="deeds')]
    assert order == sorted(order)
    if lang == "ru":
        for said in (
            "Замечания <b>",
            "Соглашения <b>1</b>",
            "Взаимодействия <b>2</b>",
            "Мероприятия дорожной карты <b>3",
        ):
            assert said in html, said


def test_the_most_urgent_activity_comes_first(store: GraphStore) -> None:
    html = pages.subject_card_fragment(store, "cnppm", territory=REGION, as_of=DAY, lang="ru")
    below = html[html.index("Мероприятия дорожной карты") :]
    places = [below.index(title) for title in ("Просрочено давно", "Просрочено</bdi>", "Позже всех")]
    assert places == sorted(places)
    assert "просрочено, дней: 974" in html and "до 01.01.2030" in html


def test_findings_of_a_card_name_the_subject(store: GraphStore) -> None:
    found = findings_of_subject(store, "aktiv", REGION, as_of=DAY)
    assert [one.kind for one in found].count("overlap") == 1
    assert all("aktiv" in one.subjects for one in found)
    html = pages.subject_card_fragment(store, "aktiv", territory=REGION, as_of=DAY, lang="ru")
    assert "За одну функцию отвечают несколько субъектов" in html and "разд. 5" in html
    assert findings_of_subject(store, "school-0", REGION, as_of=DAY) == ()


def test_what_is_justified_or_mended_is_told_no_longer() -> None:
    opened = _opened()
    one = next(f for f in findings_of_subject(opened, "aktiv", REGION, as_of=DAY) if f.kind == "overlap")
    said = Justification(
        id="j", finding=one.id, kind=one.kind, reason="Так задумано", justified_by="Иванова", justified_at=DAY
    )
    opened.write([said])
    assert one.id not in {f.id for f in findings_of_subject(opened, "aktiv", REGION, as_of=DAY)}
    opened.close()


def test_a_federal_body_s_card_audits_the_map_s_territory_and_never_a_country(store: GraphStore) -> None:
    alone = pages.subject_card_fragment(store, "fed", as_of=DAY, lang="ru")
    assert "/findings?subject=fed" in alone and "Замечания об этом субъекте" in alone
    there = pages.subject_card_fragment(store, "fed", territory=REGION, as_of=DAY, lang="ru")
    assert "Замечания об этом субъекте" not in there


def test_the_links_keep_territory_and_day(store: GraphStore) -> None:
    html = pages.subject_card_fragment(store, "iro", territory=DISTRICT, as_of=DAY, lang="ru")
    kept = f"territory={DISTRICT}&amp;"
    for way in ("overlay=between&amp;from=iro", "overlay=between&amp;to=iro", "overlay=what-if&amp;close=iro"):
        assert f"{kept}{way}" in html.replace("&amp;as_of=2024-09-01", ""), way
    assert html.count("as_of=2024-09-01") > 5
    strange = pages.subject_card_fragment(store, "iro", territory='"><b>', as_of=DAY, lang="ru")
    assert "<b>" not in strange.replace(" <b>", "")


def test_a_function_of_several_clauses_is_named_once() -> None:
    opened = _opened()
    quote = "ещё раз"
    again = Assignment(
        id="a-again", statement="s-again", role=Role.RESPONSIBLE, position=91, quote_sha256=digest(quote), quote=quote,
        confidence=0.9, subject="cnppm", function="f-2-01", clause="zar-12.c5",
    )  # fmt: skip
    opened.write([again])
    html = pages.subject_card_fragment(opened, "cnppm", territory=REGION, as_of=DAY, lang="ru")
    assert html.count("function=2.01") == 1 and "ещё раз" in html and 'Функции <span class="quiet">2</span>' in html
    opened.close()


def test_many_functions_fold() -> None:
    opened = _opened()
    more = [
        Function(
            id=f"f-9-{n}", code=f"9.{n:02}", label_ru=f"Девятая {n}", label_en=f"Ninth {n}", note_ru="–", note_en="–",
            expected_levels=(Level.REGIONAL,), direction="d-2",
        )
        for n in range(12)
    ]  # fmt: skip
    held = [
        Assignment(
            id=f"a-9-{n}", statement=f"s-9-{n}", role=Role.RESPONSIBLE, position=200 + n, quote_sha256=digest(str(n)),
            confidence=0.9, subject="rtl", function=f"f-9-{n}", clause="zar-12.c5",
        )
        for n in range(12)
    ]  # fmt: skip
    opened.write([*more, *held])
    side = pages.subject_card_fragment(opened, "rtl", territory=REGION, as_of=DAY, lang="ru")
    assert "Остальные функции: 6" in side
    assert "Остальные функции" not in pages.subject_page(opened, "rtl", as_of=DAY, lang="ru")
    opened.close()


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_findings_ways_and_files(store: GraphStore, lang: Lang) -> None:
    html = pages.subject_page(store, "cnppm", as_of=DAY, lang=lang)
    outline = Outline(html)
    assert outline.ids["findings"] == 1 and max(outline.ids.values()) == 1
    assert "/api/v1/questions/holdings?subject=cnppm" in html and "/api/v1/subjects/cnppm" in html
    assert html.index('id="card-name"') < html.index('id="findings"') < html.index('id="activities"')
    quiet = pages.subject_page(store, "school-0", as_of=DAY, lang=lang)
    assert 'id="findings"' not in quiet and "questions/agreements" not in quiet


def test_a_clause_that_gives_a_function_twice_is_told_once_without_its_words() -> None:
    opened = _opened()
    twice = [
        Assignment(
            id=f"a-twice-{n}", statement=f"s-twice-{n}", role=Role.RESPONSIBLE, position=300 + n,
            quote_sha256=digest(str(n)), quote=quote, confidence=0.9, subject=subject, function="f-1-01",
            clause="zar-12.c5",
        )
        for n, (subject, quote) in enumerate(
            (("rmk", None), ("rmk", None), ("rtl", "первые слова"), ("rtl", "вторые слова"))
        )
    ]  # fmt: skip
    opened.write(twice)
    assert pages.subject_card_fragment(opened, "rmk", as_of=DAY, lang="ru").count("role-responsible") == 1
    worded = pages.subject_card_fragment(opened, "rtl", as_of=DAY, lang="ru")
    assert "первые слова" in worded and "вторые слова" in worded
    opened.close()
