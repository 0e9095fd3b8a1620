"""The list of acts, the page of an act and its review: what they say, in which order, and to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.auth import make_token, read_tokens
from loaders.review.drafts import draft_of
from ontology.ids import digest, part_id
from ontology.models import Clause, Direction, Draft, Function
from queries.stores import open_store
from tests.viz.act_example import ACT, OLD, act_entities
from tests.viz.example import HOSTILE
from viz.acts.marked import pieces
from viz.acts.outline import clause_anchor, outline

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A server over the act with its text, to read."""
    with _serving() as made:
        yield made


@pytest.fixture
def own() -> Iterator[TestClient]:
    """The same for one test alone, with a key: it may write there."""
    with _serving() as made:
        yield made


@contextmanager
def _serving(*, text: bool = True, empty: bool = False) -> Iterator[TestClient]:
    store = open_store("sqlite:///:memory:")
    if not empty:
        store.write(act_entities(text=text))
    key, entry = make_token("Луговая А. А.", ["write"])
    with TestClient(create_app(store, tokens=read_tokens(entry))) as made:
        made.headers["key"] = key
        yield made
    store.close()


def page(client: TestClient, address: str, status: int = 200) -> str:
    """The page at an address."""
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status, answer.text
    return str(answer.text)


def plain(html: str) -> str:
    """What a page says, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<script.*?</script>", "", html)).split())


def decide(client: TestClient, list_: str, id: str, verdict: str, **more: object) -> None:
    """Send a decision with the key."""
    answer = client.post(
        f"/api/v1/{list_}/{id}",
        json={"verdict": verdict, "order": ACT, **more},
        headers={"Authorization": f"Bearer {client.headers['key']}"},
    )
    assert answer.status_code == 200, answer.text


def clauses(*addresses: str) -> list[Clause]:
    """Clauses with these addresses, in this order."""
    return [
        Clause(id=f"o.c{n}", address=a, position=n, text_sha256=digest(a), order="o") for n, a in enumerate(addresses)
    ]


def test_rows_of_a_table_stand_below_it_by_number() -> None:
    found = outline(
        clauses("приказ", "1.1", "прил. 2", "прил. 3", "прил. 2, п. 10", "3.1; прил. 2, п. 2", "прил. 2, п. 2")
    )
    assert [p.clause.address for p in found] == [
        "приказ", "1.1", "прил. 2", "3.1; прил. 2, п. 2", "прил. 2, п. 2", "прил. 2, п. 10", "прил. 3",
    ]  # fmt: skip
    assert [p.clause.address for p in found if p.heading] == ["приказ", "прил. 2", "прил. 3"]
    assert {p.table.address for p in found if p.table} == {"прил. 2"}


def test_anchors_are_told_by_the_address_and_are_never_the_same() -> None:
    assert clause_anchor("прил. 1, разд. 4, пп. 2") == "clause-pril-1-razd-4-pp-2"
    found = [p.anchor for p in outline(clauses("7.а", "7.a", "7"))]
    assert found == ["clause-7-a", "clause-7-a-2", "clause-7"]


def test_words_of_facts_cut_the_text_and_nothing_of_it_is_lost() -> None:
    found = pieces("1. Совет: – ведёт реестр; – учит.", [("a", "ведёт реестр"), ("b", "реестр"), ("c", "нет такого")])
    assert "".join(p.text for p in found) == "1. Совет:\n– ведёт реестр;\n– учит."
    assert [(p.text, p.facts) for p in found if p.facts] == [("ведёт ", ("a",)), ("реестр", ("a", "b"))]


def test_the_list_tells_force_reading_and_what_an_act_repeals(client: TestClient) -> None:
    said = plain(page(client, "/orders"))
    assert "Актов: 2 из 2." in said
    assert "Приказ № 7 от 06.05.2024" in said and "✓ действует" in said
    assert "✕ утратил силу с 06.05.2024" in said
    assert "Отменяет: № 2 от 01.02.2020" in said and "Отменён актом: № 7 от 06.05.2024" in said
    assert "пунктов с фактами 5 из 6, фактов 10" in said


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("force=repealed", {OLD}),
        ("force=in-force", {ACT}),
        ("force=in-force&as_of=2021-01-01", {OLD}),
        ("force=not-yet&as_of=2021-01-01", {ACT}),
        ("q=наставничеству", {ACT}),
        ("q=№ 2 от 01.02.2020", {OLD}),
        ("q=Полянская", {ACT, OLD}),
        ("q=снегоход", set()),
        ("status=confirmed", set()),
        ("territory=Полянская область", {ACT, OLD}),
    ],
)
def test_filters_of_the_list(client: TestClient, query: str, found: set[str]) -> None:
    html = page(client, f"/orders?{query}")
    assert set(re.findall(r'<th scope="row"><a href="/orders/([\w-]+)\?', html)) == found
    if not found:
        assert "Таких актов нет." in html


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/orders?force=zzz", 422, "in-force, repealed, not-yet"),
        ("/orders?territory=Тридевятое царство", 404, "Тридевятое"),
        ("/orders/nope", 404, "Выберите акт в списке"),
        (f"/orders/{ACT}?only=zzz", 422, "low, unmapped, changed, decided, silent"),
        (f"/orders/{ACT}?kind=zzz", 422, "assignments"),
        (f"/orders/{ACT}?queue=zzz", 422, "low, unmapped, changed, all"),
        (f"/orders/{ACT}?queue=low&fact=zzz", 404, "Откройте очередь заново"),
    ],
)
def test_a_wrong_address_is_told_in_one_line(client: TestClient, address: str, status: int, said: str) -> None:
    html = page(client, address, status)
    assert said in html and "Traceback" not in html


def test_an_act_shows_its_clauses_beside_what_was_read(client: TestClient) -> None:
    html = page(client, f"/orders/{ACT}")
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    assert {"clause-1-2", "clause-pril-2-p-10", "fact-assignments-a-sure"} <= ids.keys()
    assert set(ids.values()) == {1}
    assert "Из этого пункта ничего не прочитано." in html  # 1.1
    assert "Другой акт" in html and f"/compare?left={OLD}&amp;right={ACT}" in html  # what clause 1 of the order repeals
    for level, next_ in zip(*(lambda h: (h, h[1:]))([int(n) for n in re.findall(r"<h([1-6])", html)]), strict=False):
        assert next_ <= level + 1
    table = html[html.index('id="clause-pril-2"') : html.index('id="clause-pril-2-p-2"')]
    assert 'href="#fact-activities-act-0"' in table  # the words of a row stand in the text of its table
    assert "Строка таблицы:" in html


def test_nothing_of_an_act_becomes_markup(client: TestClient) -> None:
    for address in ("/orders", f"/orders/{ACT}", f"/orders/{OLD}", f"/orders/{ACT}?queue=all&fact=a-sure"):
        html = page(client, address)
        assert "<img src=x" not in html and "<script>alert" not in html
        assert "&lt;img src=x" in html, address


def test_filters_of_an_act_leave_only_what_fits(client: TestClient) -> None:
    def facts(query: str) -> set[str]:
        return set(re.findall(r'id="fact-(?:[a-z]+)-([\w-]+)"', page(client, f"/orders/{ACT}?{query}")))

    assert facts("only=low") == {"a-poor", "a-none", "var-1"}
    assert facts("only=unmapped") == {"a-none"}
    assert facts("kind=activities") == {"act-0", "act-1"}
    assert facts("only=changed") == set()
    assert "Ни в одном пункте такого нет." in page(client, f"/orders/{ACT}?only=changed")
    silent = page(client, f"/orders/{ACT}?only=silent")
    assert 'id="clause-1-1"' in silent and 'id="clause-1-2"' not in silent


def test_without_the_text_the_page_says_how_to_get_it() -> None:
    with _serving(text=False) as client:
        html = page(client, f"/orders/{ACT}")
    assert "Текст этого акта не загружен" in html and "текст не загружен" in html
    assert "ПИРО" in html and "1.01 Ведение реестра" in html


def test_an_empty_store_says_what_to_do() -> None:
    with _serving(empty=True) as client:
        html = page(client, "/orders")
    assert "opora load" in html and "Загрузить акт" in html


def test_the_queue_begins_with_the_most_doubtful_and_keeps_what_is_decided(own: TestClient) -> None:
    html = page(own, f"/orders/{ACT}?queue=low")
    assert "0 из 3 решено" in html and 'data-fact="a-poor"' in html
    decide(own, "assignments", "a-poor", "confirmed")
    decide(own, "assignments", "a-none", "corrected", changes={"function": "1.01"})
    html = page(own, f"/orders/{ACT}?queue=low")
    assert "2 из 3 решено" in html and 'data-fact="var-1"' in html
    assert "0 из 0" in html and "1 из 1" in html  # what is to be reviewed again; what has no function
    decide(own, "variants", "var-1", "split")
    assert "В этой очереди всё решено" in page(own, f"/orders/{ACT}?queue=low")
    told = plain(page(own, f"/orders/{ACT}?queue=unmapped&fact=a-none"))
    assert "1 из 1 решено" in told and "✓ проверено Луговая А. А." in told and "Отменить решение" in told
    decide(own, "assignments", "a-none", "reopened")
    assert "0 из 1 решено" in page(own, f"/orders/{ACT}?queue=unmapped")


def test_a_rejected_fact_is_still_told_and_can_be_taken_back(own: TestClient) -> None:
    decide(own, "assignments", "a-none", "rejected", note="это цель, а не функция")
    html = page(own, f"/orders/{ACT}?only=decided")
    assert "is-rejected" in html and "это цель, а не функция" in html and "отклонено человеком" in html
    review = page(own, f"/orders/{ACT}?queue=low&fact=a-none")
    assert 'data-verdict="reopened"' in review and 'data-verdict="rejected"' not in review


def test_fields_of_a_correction_are_those_of_its_kind(client: TestClient) -> None:
    html = page(client, f"/orders/{ACT}?queue=all&fact=act-0")
    assert re.findall(r'data-field="(\w+)"', html) == [
        "responsible", "functions", "due", "periodicity", "status", "done_on",
    ]  # fmt: skip
    assert 'type="date"' in html and 'value="2025-12-31"' in html
    assert re.search(r'value="pol-iro" checked data-was="yes"', html)
    variant = page(client, f"/orders/{ACT}?queue=all&fact=var-1")
    assert 'data-verdict="split"' in variant and "data-field" not in variant


def test_a_draft_is_shown_with_a_key_only(own: TestClient) -> None:
    store = own.app.state.store  # type: ignore[attr-defined]
    read = [e for e in act_entities() if not isinstance(e, Function | Direction)]
    store.write([draft_of(store, read, "акт.txt").draft])
    assert store.get(Draft, part_id(ACT, "draft"))
    waiting = page(own, f"/orders/{ACT}")
    assert "отложено как черновик" in waiting and "queue=all" not in waiting  # decisions would go to the draft
    assert "акт.txt" not in page(own, f"/orders/{ACT}?edition=draft")
    refused = own.get(f"/orders/{ACT}/draft", headers=HTML)
    assert refused.status_code == 401 and "акт.txt" not in refused.text
    shown = own.get(f"/orders/{ACT}/draft?queue=low", headers={"Authorization": f"Bearer {own.headers['key']}"})
    assert shown.status_code == 200 and "акт.txt" in shown.text and "edition=draft" in shown.text


def test_clauses_elsewhere_lead_to_the_page_of_their_act(client: TestClient) -> None:
    html = page(client, "/responsibility?function=1.01&territory=Полянская область")
    assert f'href="/orders/{ACT}?lang=ru#clause-1-2"' in html


def test_everything_is_said_in_english_too(client: TestClient) -> None:
    for address in ("/orders?lang=en", f"/orders/{ACT}?lang=en", f"/orders/{ACT}?queue=low&lang=en"):
        html = page(client, address)
        said = re.findall(r"<(?:label|button|h2|legend|summary|dt)[^>]*>([^<]+)", html)
        assert said and not [s for s in said if re.search("[А-Яа-я]", s) and "Полян" not in s], address
    assert HOSTILE not in page(client, f"/orders/{OLD}?lang=en")
