"""Each question of the registry has a route of its own, described from its declaration."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from queries.questions import BY_USER, QUESTIONS


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()["paths"]
    return found


@pytest.mark.parametrize("name", QUESTIONS)
def test_openapi_says_what_a_question_takes(described: dict[str, Any], name: str) -> None:
    entry = described[f"/api/v1/questions/{name}"]["get"]
    given = {p["name"]: p for p in entry["parameters"] if p["in"] == "query"}
    assert len(given) == len([p for p in entry["parameters"] if p["in"] == "query"]), "a parameter is declared twice"
    assert {"as_of", "lang", "limit", "offset"} <= set(given)
    for field, declared in QUESTIONS[name].params.model_fields.items():
        if field == "as_of":
            continue
        known = [p for p in given.values() if p["description"].startswith(declared.description or "-")]
        assert known and known[0]["required"] == declared.is_required()
        assert "$ref" not in str(known[0]["schema"])


def test_words_of_a_closed_list_are_named(described: dict[str, Any]) -> None:
    by = next(p for p in described["/api/v1/questions/load"]["get"]["parameters"] if p["name"] == "by")
    assert "municipality" in by["schema"]["enum"]


def test_the_registry_is_grouped_by_user(client: TestClient) -> None:
    rows = client.get("/api/v1/questions").json()["rows"]
    assert [r["user"] for r in rows] == [user for user, group in BY_USER.items() for _ in group]
    assert next(r for r in rows if r["name"] == "load")["params"] == ["by", "territory"]


def test_a_link_takes_an_answer_as_a_table(client: TestClient) -> None:
    address = "/api/v1/questions/overlaps"
    plain = {"accept": "text/html"}
    taken = client.get(f"{address}?format=xlsx", headers=plain)
    assert taken.content[:2] == b"PK" and 'filename="overlaps.xlsx"' in taken.headers["content-disposition"]
    assert client.get(f"{address}?format=csv", headers=plain).text.startswith("\ufeff")
    assert client.get(f"{address}?format=doc", headers=plain).status_code == 422
