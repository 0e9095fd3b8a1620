"""Chains of relations over HTTP, on the bundled facts."""

from __future__ import annotations

from fastapi.testclient import TestClient

BETWEEN = "/api/v1/routes/between"
DAY = "2024-09-01"


def test_chains_between_two_subjects_in_words(client: TestClient) -> None:
    words = {"from": "работники ММЦ", "to": "федеральный оператор", "as_of": DAY}
    body = client.get(BETWEEN, params=words).json()
    assert body["params"]["source"]["id"].startswith("ru-bel.") and body["params"]["target"]["id"].startswith("ru.")
    first = [row for row in body["rows"] if row["chain"] == 1]
    assert first[0]["from"]["id"] == body["params"]["source"]["id"]
    assert first[-1]["to"]["id"] == body["params"]["target"]["id"]
    assert all(row["clause"] and row["order"]["number"] == "1955" for row in first)
    assert len(first) == first[0]["hops"] == 2


def test_the_question_itself_gives_the_same(client: TestClient) -> None:
    words = {"from": "работники ММЦ", "to": "федеральный оператор", "as_of": DAY}
    other = {"source": words["from"], "target": words["to"], "as_of": DAY}
    asked = [client.get(path, params=p).json() for path, p in ((BETWEEN, words), ("/api/v1/questions/chains", other))]
    assert asked[0] == asked[1] and asked[0]["total"] > 1


def test_a_list_can_be_cut_and_taken_as_a_table(client: TestClient) -> None:
    words = {"from": "работники ММЦ", "to": "федеральный оператор", "as_of": DAY, "limit": "1"}
    body = client.get(BETWEEN, params=words).json()
    assert len(body["rows"]) == 1 < body["total"]
    table = client.get(BETWEEN, params=words, headers={"accept": "text/csv"})
    assert table.headers["content-type"].startswith("text/csv") and "from.name" in table.text.splitlines()[0]


def test_an_unknown_subject_is_a_problem_and_both_ends_are_asked_for(client: TestClient) -> None:
    problem = client.get(BETWEEN, params={"from": "совершенно неизвестное нечто", "to": "федеральный оператор"})
    assert problem.status_code == 404 and problem.headers["content-type"].startswith("application/problem+json")
    assert client.get(BETWEEN, params={"from": "работники ММЦ"}).status_code == 422


def test_it_stands_beside_the_routes_of_acts(client: TestClient) -> None:
    some = client.get("/api/v1/routes", params={"limit": 1}).json()["rows"][0]["id"]
    assert client.get(f"/api/v1/routes/{some}").json()["id"] == some
    named = client.get("/openapi.json").json()["paths"]["/api/v1/routes/between"]["get"]["parameters"]
    assert {p["name"] for p in named} >= {"from", "to", "as_of", "lang", "limit", "offset"}


def test_the_graph_around_a_subject(client: TestClient) -> None:
    place = {"territory": "Белгородская область", "as_of": DAY}
    whole = client.get("/api/v1/graph", params=place).json()
    near = client.get("/api/v1/graph", params=place | {"around": "ЦНППМ БелИРО", "hops": "1"}).json()
    known = {node["id"] for node in near["nodes"]}
    assert 1 < len(known) < len(whole["nodes"]) and near["edges"]
    assert all(edge["source"] in known and edge["target"] in known for edge in near["edges"])
    assert any(edge["clause"] for edge in near["edges"])


def test_the_graph_of_a_level_or_kind(client: TestClient) -> None:
    place = {"territory": "Белгородская область", "as_of": DAY}
    level = client.get("/api/v1/graph", params=place | {"level": "municipal"}).json()
    assert level["nodes"] and {node["level"] for node in level["nodes"]} == {"municipal"}
    kind = client.get("/api/v1/graph", params=place | {"kind": "agreement"}).json()
    assert kind["edges"] and {edge["kind"] for edge in kind["edges"]} == {"agreement"}
    assert client.get("/api/v1/graph", params=place | {"kind": "anything"}).status_code == 422
    elsewhere = client.get("/api/v1/graph", params=place | {"around": "ru-vla.regionalnyj-metodist-84cc739e"})
    assert elsewhere.status_code == 404 and "Белгородская область" in elsewhere.text
