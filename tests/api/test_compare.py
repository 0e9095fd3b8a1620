"""GET /compare: two territories or two acts, in words, with filters, formats and problems."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

ADDRESS = "/api/v1/compare"


def test_two_territories_in_words(client: TestClient) -> None:
    body = client.get(ADDRESS, params={"left": "в Белгородской области", "right": "Владимирская область"}).json()
    assert body["question"] == "compare_territories"
    assert (body["params"]["left"]["id"], body["params"]["right"]["id"]) == ("ru-bel", "ru-vla")
    assert sum(body["counts"].values()) == body["total"] == len(body["rows"])
    assert set(body["counts"]) == {"both", "gained", "lost", "moved"}
    for row in body["rows"]:
        assert (row["left"] is None) == (row["state"] == "gained")
        assert (row["right"] is None) == (row["state"] == "lost")
        for side, number in (("left", "1955"), ("right", "767")):
            if row[side]:
                assert row[side]["clause"] and row[side]["order"]["number"] == number


def test_two_acts_by_number_or_by_id(client: TestClient) -> None:
    body = client.get(ADDRESS, params={"left": "№ 1955 от 20.07.2021", "right": "приказ № 767"}).json()
    assert body["question"] == "compare_editions"
    ids = {side: body["params"][side]["id"] for side in ("left", "right")}
    by_id = client.get(ADDRESS, params=ids).json()
    assert by_id["rows"] == body["rows"] and by_id["counts"] == body["counts"]
    same = client.get(ADDRESS, params={"left": ids["left"], "right": ids["left"]}).json()
    assert set(same["counts"]) == {"unchanged"}


def test_states_pages_and_formats(client: TestClient) -> None:
    words = {"left": "ru-bel", "right": "ru-vla"}
    moved = client.get(ADDRESS, params=words | {"state": "moved"}).json()
    whole = client.get(ADDRESS, params=words).json()
    assert {r["state"] for r in moved["rows"]} == {"moved"} and moved["counts"] == whole["counts"]
    page = client.get(ADDRESS, params=words | {"limit": 3, "offset": 2}).json()
    assert page["rows"] == whole["rows"][2:5] and page["total"] == whole["total"]
    english = client.get(ADDRESS, params=words | {"lang": "en", "limit": 1}).json()
    assert english["rows"][0]["function"]["label"].isascii()
    table = client.get(ADDRESS, params=words, headers={"Accept": "text/csv"})
    lines = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert len(lines) == whole["total"] and {line["state"] for line in lines} == set(whole["counts"])


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        ({"left": "№ 1955", "right": "Владимирская область"}, 422, "bad-parameter"),
        ({"left": "ru-bel"}, 422, "bad-parameter"),
        ({"left": "ru-bel", "right": "Атлантида"}, 404, "unknown-territory"),
        ({"left": "№ 1955", "right": "№ 99999-нет"}, 404, None),
        ({"left": "ru-bel", "right": "ru-vla", "state": "upside-down"}, 422, "bad-parameter"),
        ({"left": "ru-bel", "right": "ru-vla", "state": "reworded"}, 422, "bad-parameter"),
    ],
)
def test_problems_are_told(client: TestClient, words: dict[str, str], status: int, code: str | None) -> None:
    answer = client.get(ADDRESS, params=words)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert code is None or code in answer.json()["type"]


def test_openapi_tells_both_sides(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"][ADDRESS]["get"]
    told = {p["name"]: p for p in described["parameters"]}
    assert {"left", "right", "state", "as_of", "lang", "limit", "offset"} <= set(told)
    assert all(told[side]["required"] and told[side]["description"] for side in ("left", "right"))
