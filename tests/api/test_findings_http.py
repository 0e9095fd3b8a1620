"""Findings over HTTP: lists, kinds, tables, justification by who may write."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook

from api.app import create_app
from api.auth import make_token, read_tokens
from queries.findings.registry import RULES
from queries.stores import open_store

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WHERE = {"territory": "в Белгородской области", "kind": "agreement-overdue,agreement-missing"}


def asked(client: TestClient, **params: Any) -> dict[str, Any]:
    answer = client.get("/api/v1/findings", params=WHERE | params)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_findings_of_a_territory(client: TestClient) -> None:
    body = asked(client, as_of="2026-01-15")
    assert body["territory"]["id"] == "ru-bel" and body["as_of"] == "2026-01-15"
    assert [f["kind"] for f in body["findings"]] == ["agreement-overdue", "agreement-missing"]
    assert body["denominators"] == {"agreement-overdue": 2, "agreement-missing": 2}
    assert (body["total"], body["justified"]) == (2, [])
    assert body["findings"][0]["clauses"][0]["clause"] == "3.1.1; прил. 2, п. 5"
    assert asked(client, lang="en")["findings"][0]["title"] == "The agreement is past its term"


def test_pages_severity_and_kinds(client: TestClient) -> None:
    second = asked(client, limit=1, offset=1)
    assert (second["total"], [f["kind"] for f in second["findings"]]) == (2, ["agreement-missing"])
    assert [f["severity"] for f in asked(client, severity="note")["findings"]] == ["note"]
    repeated = client.get("/api/v1/findings", params={"territory": "ru-bel", "kind": ["agreement-overdue", "overlap"]})
    assert set(repeated.json()["denominators"]) == {"agreement-overdue", "overlap"}
    assert asked(client, justified=True)["total"] == 0


def test_the_same_as_a_table(client: TestClient) -> None:
    answer = client.get("/api/v1/findings", params=WHERE, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 3 and any("№ 1955" in cell for cell in rows[1])
    book = client.get("/api/v1/findings", params=WHERE, headers={"Accept": XLSX})
    assert book.content.startswith(b"PK")
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).sheet_names
    assert sheets[0] == "Сводка" and len(sheets) >= 3
    protocol = client.get("/api/v1/findings", params=WHERE | {"format": "docx"})
    assert protocol.content.startswith(b"PK") and "wordprocessingml" in protocol.headers["content-type"]
    page = client.get("/api/v1/findings", params=WHERE | {"format": "html"})
    assert page.headers["content-type"].startswith("text/html") and "3.1.1; прил. 2, п. 5" in page.text


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    answer = client.get("/api/v1/findings", params=WHERE)
    again = client.get("/api/v1/findings", params=WHERE, headers={"If-None-Match": answer.headers["etag"]})
    assert (answer.status_code, again.status_code) == (200, 304)


def test_the_kinds_there_are(client: TestClient) -> None:
    body = client.get("/api/v1/findings/kinds").json()
    assert [row["kind"] for row in body["rows"]] == [rule.kind for rule in RULES]
    row = next(row for row in body["rows"] if row["kind"] == "uncovered-function")
    assert row["severity"] == "warning" and "never-assigned" in row["reasons"] and row["counted"] and row["advice"]
    english = client.get("/api/v1/findings/kinds?lang=en").json()["rows"]
    assert all(r["title"].isascii() or "«" in r["title"] for r in english)


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"kind": "no-such"}, 422),
        ({"territory": "Ъъъ"}, 404),
        ({"severity": "grave"}, 422),
        ({"as_of": "вчера"}, 422),
    ],
)
def test_wrong_questions_are_problems(client: TestClient, params: dict[str, str], status: int) -> None:
    answer = client.get("/api/v1/findings", params=params)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")


class World:
    """An application over the bundled facts, and the headers of who may write and of who may only read."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(f"sqlite:///{path}")
        writer, entry = make_token("А.А. Луговая", ["read", "write"])
        reader, other = make_token("Чтец", ["read"])
        tokens = read_tokens(f"{entry};{other}")
        self.client = TestClient(create_app(self.store, tokens=tokens), raise_server_exceptions=False)
        self.writer, self.reader = ({"Authorization": f"Bearer {secret}"} for secret in (writer, reader))


@pytest.fixture
def world(tmp_path: Path, bundled_db: Path) -> Iterator[World]:
    made = World(Path(shutil.copy(bundled_db, tmp_path / "opora.db")))
    yield made
    made.store.close()


def test_justified_by_the_name_of_the_token_and_withdrawn(world: World) -> None:
    finding = asked(world.client)["findings"][0]["id"]
    address = f"/api/v1/findings/{finding}/justification"
    said = world.client.post(address, json={"reason": "В архиве", "until": "2099-12-31"}, headers=world.writer)
    assert said.status_code == 201, said.text
    assert said.json() | {"at": ""} == {
        "finding": finding,
        "kind": "agreement-overdue",
        "territory": "ru-bel",
        "reason": "В архиве",
        "by": "А.А. Луговая",
        "at": "",
        "until": "2099-12-31",
    }
    after = asked(world.client)
    assert (after["total"], [f["id"] for f in after["justified"]]) == (1, [finding])
    only = asked(world.client, justified=True)
    assert (only["total"], only["findings"], only["justified"][0]["justification"]["reason"]) == (1, [], "В архиве")
    assert asked(world.client, justified=False)["justified"] == []
    assert world.client.delete(address, headers=world.writer).json()["by"] == "А.А. Луговая"
    assert asked(world.client)["total"] == 2
    assert world.client.delete(address, headers=world.writer).status_code == 404


def test_who_may_not_write_does_not(world: World) -> None:
    finding = asked(world.client)["findings"][0]["id"]
    address = f"/api/v1/findings/{finding}/justification"
    assert world.client.post(address, json={"reason": "п"}).status_code == 401
    assert world.client.post(address, json={"reason": "п"}, headers=world.reader).status_code == 403
    assert world.client.delete(address).status_code == 401
    for body in (
        {},
        {"reason": ""},
        {"reason": " "},
        {"reason": "п", "until": "2020-01-01"},
        {"reason": "п", "by": "Я"},
    ):
        answer = world.client.post(address, json=body, headers=world.writer)
        assert answer.status_code == 422, body
    unknown = world.client.post("/api/v1/findings/overlap.0/justification", json={"reason": "п"}, headers=world.writer)
    assert unknown.status_code == 404 and unknown.headers["content-type"].startswith("application/problem+json")
    assert asked(world.client)["justified"] == []
