"""Drafts and review over HTTP: who may write, what comes of it in the answers, what is refused."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook

from api import uploads
from api.app import create_app
from api.auth import make_token, read_tokens
from ontology.errors import BadParameter, UnreadableFile
from ontology.models import Assignment, Function, Order
from queries.store import GraphStore
from queries.stores import open_store

ACT = Path(__file__).resolve().parents[1] / "acts" / "01-zarechenskaya.txt"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class World:
    """An application over a store of its own, and the headers of who may write and of who may only read."""

    def __init__(self, path: Path) -> None:
        self.store: GraphStore = open_store(f"sqlite:///{path / 'opora.db'}")
        writer, entry = make_token("А.А. Луговая", ["read", "write"])
        reader, other = make_token("Чтец", ["read"])
        self.client = TestClient(
            create_app(self.store, tokens=read_tokens(f"{entry};{other}")), raise_server_exceptions=False
        )
        self.writer = {"Authorization": f"Bearer {writer}"}
        self.reader = {"Authorization": f"Bearer {reader}"}

    def send(self) -> str:
        """Send the act; its order id."""
        files = {"file": (ACT.name, ACT.read_bytes(), "text/plain")}
        answer = self.client.post("/api/v1/orders", files=files, headers=self.writer)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["draft"]["order"])


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.store.close()


def test_a_sent_act_is_in_no_answer_until_it_is_confirmed(world: World) -> None:
    order = world.send()
    assert world.store.counts()["Order"] == 0 and world.store.counts()["Assignment"] == 0
    (draft,) = world.client.get("/api/v1/drafts", headers=world.writer).json()["rows"]
    assert draft["order"] == order and draft["file_name"] == ACT.name
    assert order not in world.client.get("/api/v1/export").text
    done = world.client.post(f"/api/v1/orders/{order}/confirm", headers=world.writer).json()
    assert done["draft"] is False and done["status"] == "confirmed" and done["decisions"] > 50
    held = next(a for a in world.store.all(Assignment) if a.function)
    function, act = world.store.get(Function, held.function or ""), world.store.get(Order, order)
    assert function is not None and act is not None
    body = world.client.get(
        "/api/v1/responsibility", params={"function": function.code, "territory": act.territory}
    ).json()
    assert {row["status"] for row in body["rows"]} == {"confirmed"}
    assert world.client.get("/api/v1/drafts", headers=world.writer).json()["total"] == 0
    assert "opora:Draft" not in world.client.get("/api/v1/export").text


def test_one_fact_is_confirmed_corrected_rejected_and_brought_back(world: World) -> None:
    order = world.send()
    world.client.post(f"/api/v1/orders/{order}/confirm", headers=world.writer)
    first, second = list(world.store.all(Assignment))[:2]

    def judge(id: str, **body: object) -> dict[str, object]:
        answer = world.client.post(f"/api/v1/assignments/{id}", json=body, headers=world.writer)
        assert answer.status_code == 200, answer.text
        found: dict[str, object] = answer.json()
        return found

    role = "consulted" if first.role != "consulted" else "informed"
    assert judge(first.id, verdict="corrected", changes={"role": role})["changed"] == 1
    corrected = world.store.get(Assignment, first.id)
    assert corrected is not None and corrected.role == role and corrected.confirmed_by == "А.А. Луговая"
    assert judge(second.id, verdict="rejected", note="Это цель.")["removed"] == 1
    assert world.store.get(Assignment, second.id) is None
    assert judge(second.id, verdict="rejected")["decisions"] == 0
    assert judge(second.id, verdict="confirmed")["changed"] == 1
    back = world.store.get(Assignment, second.id)
    assert back is not None and back.quote == second.quote and back.status == "confirmed"


def test_a_workbook_goes_out_and_comes_back(world: World) -> None:
    order = world.send()
    address = f"/api/v1/orders/{order}/review"
    book = world.client.get(address, params={"format": "xlsx"}, headers=world.writer)
    assert book.headers["content-type"] == XLSX
    assert len(CalamineWorkbook.from_filelike(io.BytesIO(book.content)).sheet_names) > 3
    answer = world.client.put(address, content=book.content, headers=world.writer)
    assert answer.status_code == 200 and answer.json()["decisions"] == 0
    wrong = world.client.put(address, content=b"PK\x03\x04 no workbook", headers=world.writer)
    assert wrong.status_code == 422 and wrong.headers["content-type"] == "application/problem+json"
    rows = world.client.get(address, params={"only": "low"}, headers=world.writer).json()
    whole = world.client.get(address, headers=world.writer).json()
    assert 0 < rows["total"] < whole["total"] and rows["draft"] is True
    assert world.client.get(address, headers=world.writer | {"Accept": "text/csv"}).text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/orders"),
        ("GET", "/api/v1/drafts"),
        ("GET", "/api/v1/orders/x/review"),
        ("PUT", "/api/v1/orders/x/review"),
        ("POST", "/api/v1/orders/x/confirm"),
        ("POST", "/api/v1/assignments/x"),
        ("POST", "/api/v1/variants/x"),
    ],
)
def test_who_may_not_write_is_told_so(world: World, method: str, path: str) -> None:
    body = {"json": {"verdict": "confirmed"}} if "/assign" in path or "/variants" in path else {}
    if path == "/api/v1/orders":
        body = {"files": {"file": ("a.txt", b"x")}}
    for headers, status in (
        ({}, 401),
        ({"Authorization": "Bearer nonsense"}, 401),
        ({"Authorization": "Bearer"}, 401),
        ({"Authorization": "Bearer \u00fe".encode("latin-1").decode("latin-1")}, 401),
        ({"Authorization": world.writer["Authorization"].replace("Bearer", "Basic")}, 401),
        (world.reader, 403),
    ):
        encoded = {k: v.encode("latin-1") for k, v in headers.items()}
        answer = world.client.request(method, path, headers=encoded, **body)  # type: ignore[arg-type]
        assert answer.status_code == status, (headers, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
        assert any("а" <= c <= "я" for c in answer.json()["title"])
        assert ("www-authenticate" in answer.headers) == (status == 401)


def test_without_tokens_nobody_may_write(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    client = TestClient(create_app(store), raise_server_exceptions=False)
    answer = client.get("/api/v1/drafts", headers={"Authorization": "Bearer x"})
    assert answer.status_code == 401
    store.close()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"verdict": "perhaps"}, "verdict"),
        ({"verdict": "corrected"}, "исправлено"),
        ({"verdict": "corrected", "changes": {"role": "король"}}, "король"),
        ({"verdict": "corrected", "changes": {"function": "F99.99"}}, "F99.99"),
        ({"verdict": "corrected", "changes": {"subject": "Никто"}}, "Никто"),
        ({"verdict": "corrected", "changes": {"quote": "иное"}}, "quote"),
        ({"verdict": "confirmed", "changes": {"role": "informed"}}, "исправлено"),
        ({"verdict": "split"}, "вариант"),
        ({"verdict": "confirmed", "who": "Другой"}, "who"),
    ],
)
def test_what_cannot_be_right_is_refused_and_changes_nothing(world: World, body: dict[str, object], says: str) -> None:
    order = world.send()
    world.client.post(f"/api/v1/orders/{order}/confirm", headers=world.writer)
    held = next(iter(world.store.all(Assignment)))
    answer = world.client.post(f"/api/v1/assignments/{held.id}", json=body, headers=world.writer)
    assert answer.status_code == 422, answer.text
    assert says in answer.json()["detail"]
    assert world.store.get(Assignment, held.id) == held


def test_unknown_acts_and_facts_are_not_found(world: World) -> None:
    order = world.send()
    for path in ("/api/v1/assignments/nobody", f"/api/v1/assignments/{order}.s-00000000.f1-01", "/api/v1/terms/x"):
        answer = world.client.post(path, json={"verdict": "confirmed"}, headers=world.writer)
        assert answer.status_code == 404, answer.text
    assert world.client.get("/api/v1/orders/none/review", headers=world.writer).status_code == 404


def test_what_is_no_act_and_what_is_too_large(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in (("cat.txt", "Кот".encode()), ("x.bin", b"\0\1"), ("", b"x"), ("../a.exe", b"MZ")):
        files = {"file": (name or "file", content)}
        answer = world.client.post("/api/v1/orders", files=files, headers=world.writer)
        assert answer.status_code == 422, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    answer = world.client.post("/api/v1/orders", files={"file": ("a.txt", b"x" * 2000)}, headers=world.writer)
    assert answer.status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 100

    answer = world.client.put("/api/v1/orders/x/review", content=endless(), headers=world.writer)
    assert answer.status_code == 413
    assert world.store.counts()["Draft"] == 0


def test_the_description_tells_the_routes_the_token_and_the_answers(world: World) -> None:
    api = world.client.get("/openapi.json").json()
    for path, method in (("/api/v1/orders", "post"), ("/api/v1/assignments/{id}", "post"), ("/api/v1/drafts", "get")):
        told = api["paths"][path][method]
        assert told["security"] and {"401", "403", "422"} <= set(told["responses"])
    assert api["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"


def test_tokens_are_read_from_a_setting_or_a_file(tmp_path: Path) -> None:
    secret, entry = make_token("Отдел оценки", ["write"])
    assert secret not in entry
    path = tmp_path / "tokens"
    path.write_text(f"# кто пишет\n{entry}\n", encoding="utf-8")
    assert read_tokens(str(path)) == read_tokens(entry)
    assert read_tokens(None) == read_tokens(" ") == ()
    (token,) = read_tokens(entry)
    assert (token.name, token.scopes) == ("Отдел оценки", frozenset({"write"}))
    with pytest.raises(UnreadableFile):
        read_tokens(str(tmp_path / "none"))
    for wrong in (entry.replace("write", "rule"), f"{entry}\nмусор"):
        with pytest.raises(BadParameter):
            read_tokens(wrong)
    with pytest.raises(BadParameter):
        make_token("", ["write"])
