"""The HTTP routes over the bundled facts: shapes of interfaces, formats, errors as problem+json, OpenAPI."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from fastapi.testclient import TestClient

REGISTER = {
    "function": "ведение реестра работников муниципальных методических служб",
    "territory": "в Белгородской области",
}
ROW = {"function", "subject", "role", "territory", "order", "clause", "quote", "confidence", "status"}
LOAD_ROW = {
    "territory", "methodist", "subject_area", "teachers", "fte", "per_methodist", "norm", "norm_clause", "norm_date",
    "posts_missing", "invented",
}  # fmt: skip


def test_responsibility_names_the_subject_the_clause_and_the_order(client: TestClient) -> None:
    body = client.get("/api/v1/responsibility", params=REGISTER).json()
    assert set(body) >= {"question", "params", "as_of", "rows", "total", "nobody", "alternatives"}
    assert body["nobody"] is None
    assert body["params"]["territory"]["id"] == "ru-bel"
    first = body["rows"][0]
    assert set(first) >= ROW
    assert first["clause"] == "3.1.5"
    assert first["order"]["number"] == "1955"
    assert first["order"]["date"] == "2021-07-20"
    assert first["role"] == "responsible"
    assert first["quote"] is None  # the bundle holds no text of an act
    assert set(first["subject"]) >= {"id", "name", "level", "generic"}


def test_coverage_of_a_municipality_says_why_nobody(client: TestClient) -> None:
    body = client.get("/api/v1/coverage", params={"territory": "Чегемский район", "status": "uncovered"}).json()
    assert body["rows"]
    assert all(r["status"] == "uncovered" and r["reason"] for r in body["rows"])
    assert body["denominator"]


# The act is of April 2023: in January nothing bound the region, and the level reached then is a mark to compare with.
@pytest.mark.parametrize(("day", "norm"), [("2023-01-15", None), ("2023-06-30", 300), ("2024-06-30", 250)])
def test_load_is_held_against_the_norm_of_the_day(client: TestClient, day: str, norm: float | None) -> None:
    body = client.get("/api/v1/load", params={"territory": "Владимирская область", "as_of": day}).json()
    (row,) = body["rows"]
    assert set(row) >= LOAD_ROW
    assert row["norm"] == norm
    assert bool(row["norm_clause"]) == (norm is not None)
    assert row["invented"] is True
    assert row["per_methodist"] == pytest.approx(row["teachers"] / row["fte"], abs=0.01)
    assert {n["value"] for n in body["norms"]} >= {400, 300, 250}
    for n in body["norms"]:
        missing = max(0, row["teachers"] / n["value"] - row["fte"])
        assert n["posts_missing"] == pytest.approx(missing, abs=0.011)
        assert n["clause"]


def test_any_question_of_the_registry_has_an_address(client: TestClient) -> None:
    listed = client.get("/api/v1/questions").json()
    assert {q["name"] for q in listed["rows"]} >= {"responsibility", "coverage", "load"}
    own = client.get("/api/v1/responsibility", params=REGISTER).json()
    general = client.get("/api/v1/questions/responsibility", params=REGISTER).json()
    assert own == general


def test_limit_offset_and_total(client: TestClient) -> None:
    whole = client.get("/api/v1/coverage", params={"territory": "Белгородская область"}).json()
    page = client.get("/api/v1/coverage", params={"territory": "Белгородская область", "limit": 5, "offset": 3}).json()
    assert page["total"] == whole["total"] == len(whole["rows"])
    assert page["rows"] == whole["rows"][3:8]


def test_csv_and_spreadsheet(client: TestClient) -> None:
    answer = client.get("/api/v1/responsibility", params=REGISTER, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0]["clause"] == "3.1.5"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    book = client.get("/api/v1/responsibility", params=REGISTER, headers={"Accept": kind})
    assert zipfile.ZipFile(io.BytesIO(book.content)).testzip() is None


def test_etag(client: TestClient) -> None:
    first = client.get("/api/v1/coverage", params={"territory": "ru-bel"})
    again = client.get(
        "/api/v1/coverage", params={"territory": "ru-bel"}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(
    ("path", "params", "status", "code"),
    [
        ("/api/v1/responsibility", {"function": "диагностика", "territory": "Атлантида"}, 404, "unknown-territory"),
        ("/api/v1/responsibility", {"function": "выпас единорогов", "territory": "ru-bel"}, 404, "unknown-function"),
        ("/api/v1/responsibility", {"territory": "ru-bel"}, 422, "bad-parameter"),
        ("/api/v1/coverage", {"territory": "ru-bel", "level": "galactic"}, 422, "bad-parameter"),
        ("/api/v1/coverage", {"territory": "ru-bel", "as_of": "вчера"}, 422, "bad-parameter"),
        ("/api/v1/coverage", {"territory": "ru-bel", "limit": "-1"}, 422, "bad-parameter"),
        ("/api/v1/questions/nonsense", {}, 404, "unknown-question"),
        ("/api/v1/subjects/nobody", {}, 404, None),
        ("/api/v1/orders/none", {}, 404, "unknown-resource"),
        ("/api/v1/nowhere", {}, 404, None),
        ("/static/../../etc/passwd", {}, 404, None),
        ("/static/..%2f..%2fpyproject.toml", {}, 404, None),
    ],
)
def test_errors_are_problems_in_russian(
    client: TestClient, path: str, params: dict[str, str], status: int, code: str | None
) -> None:
    answer = client.get(path, params=params)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "instance"} <= set(body)
    assert body["status"] == status
    if code:
        assert body["type"] == f"urn:opora:error:{code}"
    assert "Traceback" not in answer.text


def test_english_on_request(client: TestClient) -> None:
    russian = client.get("/api/v1/coverage", params={"territory": "Атлантида"}).json()["detail"]
    english = client.get("/api/v1/coverage", params={"territory": "Атлантида", "lang": "en"}).json()["detail"]
    assert russian != english
    assert english.isascii() or "Атлантида" in english


@pytest.mark.parametrize(
    "query", ["ЦНППМ", "методическую службу", "методических служб", "белгородской", "1955", "диагностики"]
)
def test_search_takes_any_form(client: TestClient, query: str) -> None:
    rows = client.get("/api/v1/search", params={"q": query}).json()["rows"]
    assert rows, query
    assert set(rows[0]) >= {"kind", "id", "label"}


@pytest.mark.parametrize(
    "name", ["territories", "subjects", "functions", "orders", "agreements", "activities", "indicators", "routes"]
)
def test_resources(client: TestClient, name: str) -> None:
    body = client.get(f"/api/v1/{name}", params={"limit": 2}).json()
    assert len(body["rows"]) == min(2, body["total"])
    for row in body["rows"]:
        one = client.get(f"/api/v1/{name}/{row['id']}")
        assert one.status_code == 200
        assert one.json()["id"] == row["id"]


def test_graph(client: TestClient) -> None:
    body = client.get("/api/v1/graph", params={"territory": "Владимирская область"}).json()
    assert len(body["nodes"]) > 10
    known = {n["id"] for n in body["nodes"]}
    assert all(e["source"] in known and e["target"] in known for e in body["edges"])


def test_export_holds_no_text_of_an_act(client: TestClient) -> None:
    answer = client.get("/api/v1/export", params={"territory": "ru-bel"})
    assert answer.headers["content-type"].startswith("application/trig")
    assert "opora:Assignment" in answer.text
    assert "opora:quote " not in answer.text


def test_openapi_describes_every_route(client: TestClient) -> None:
    body = client.get("/openapi.json").json()
    assert body["openapi"].startswith("3.1")
    assert {"/api/v1/responsibility", "/api/v1/coverage", "/api/v1/load", "/api/v1/questions/{name}"} <= set(
        body["paths"]
    )
    for path, methods in body["paths"].items():
        for method, operation in methods.items():
            assert operation.get("summary"), (method, path)
            assert all(p.get("name") for p in operation.get("parameters", []))
    page = client.get("/docs").text
    assert "/api/v1/responsibility" in page
    assert "https://" not in page


def test_service_routes(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["counts"]["Order"] == 4
    client.get("/api/v1/subjects/nobody")
    text = client.get("/metrics").text
    assert 'opora_requests_total{route="/api/v1/subjects/{id}",status="404"}' in text


def test_a_page_that_fails_is_a_page(client: TestClient) -> None:
    answer = client.get("/coverage", params={"territory": "Атлантида"}, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Атлантида" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize("list_name", ["agreements", "activities"])
def test_a_list_is_a_spreadsheet_unless_another_form_is_named(client: TestClient, list_name: str) -> None:
    address, one = f"/{list_name}/export", {"territory": "ru-vla"}
    sheet = client.get(address, params=one)
    assert sheet.status_code == 200
    assert sheet.headers["content-disposition"] == f'attachment; filename="{list_name}.xlsx"'
    assert zipfile.is_zipfile(io.BytesIO(sheet.content))
    found = client.get(address, params=one | {"format": "json"}).json()
    assert found["rows"] and found["total"] == len(found["rows"])
