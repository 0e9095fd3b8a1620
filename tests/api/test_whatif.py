"""`opora whatif` and POST /whatif: the same difference, one clear line for what is wrong, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.auth import make_token, read_tokens
from queries.store import GraphStore
from queries.stores import open_store
from queries.whatif.yaml_text import MOST_BYTES
from tests.api.conftest import Cli
from tests.contract.stores import everything
from tests.queries.whatif.system import GROUND, system

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "examples").glob("*.yaml"))
CLOSED = "шаги:\n  - убрать: Центр мастерства\n"
YAML = {"Content-Type": "application/yaml"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.db"
    store = open_store(f"sqlite:///{path}")
    store.write([*GROUND, *system()])
    store.close()
    return path


class World:
    """An application over the small system, and the headers of a token that may read and of one that may not."""

    def __init__(self, file: Path) -> None:
        self.store: GraphStore = open_store(f"sqlite:///{file}")
        secrets = {scope: make_token(scope, [scope]) for scope in ("read", "write")}
        tokens = read_tokens("\n".join(entry for _, entry in secrets.values()))
        self.client = TestClient(create_app(self.store, tokens=tokens), raise_server_exceptions=False)
        self.headers = {scope: {"Authorization": f"Bearer {secret}"} for scope, (secret, _) in secrets.items()}


@pytest.fixture
def world(file: Path) -> Iterator[World]:
    made = World(file)
    yield made
    made.store.close()


def test_tables_with_the_summary_first(cli: Cli, file: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text(f"название: Проба\n{CLOSED}", encoding="utf-8")
    ran = cli("whatif", str(scenario), "--as-of", "2024-09-01", store=file)
    assert ran.code == 0, ran
    lines = ran.out.splitlines()
    assert lines[0] == "Проба" and lines[1].startswith("Останутся без исполнителя функции – 1; ")
    for words in ("01.09.2024", "Упразднён: Центр мастерства", "F1.02", "закреплена → никем не закреплена", "3.1"):
        assert words in ran.out
    told = ran.out.partition("Замечания, которые появятся")[0]
    assert not any(word in told for word in ("uncovered", "responsible", "None", "no-subject")), "Russian throughout"


def test_json_is_what_http_answers(cli: Cli, file: Path, tmp_path: Path, world: World) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text(CLOSED, encoding="utf-8")
    ran = cli("--as-of", "2024-09-01", "whatif", str(scenario), "--format", "json", store=file)
    body = json.loads(ran.out)
    before = everything(world.store)
    url = "/api/v1/whatif?as_of=2024-09-01"
    answer = world.client.post(url, content=CLOSED.encode(), headers=world.headers["read"] | YAML)
    assert answer.status_code == 200 and answer.json() == body
    steps = {"steps": [{"remove": {"subject": "Центр мастерства"}}]}
    assert world.client.post(url, json=steps, headers=world.headers["write"]).json() == body
    assert everything(world.store) == before
    assert body["counts"]["uncovered"] == 1 and body["functions"][0]["held_by"][0]["clause"] == "3.1"


def test_json_to_a_file_and_rebalance_without_a_scenario(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ran = cli("whatif", "--rebalance", "Зареченская область", "--format", "json", "-o", str(out), store=file)
    assert ran.code == 0 and not ran.out
    (done,) = json.loads(out.read_text(encoding="utf-8"))["rebalance"]
    assert done["possible"] and [(m["source"], m["target"], m["teachers"]) for m in done["moves"]] == [
        ("М-001", "М-002", 60)
    ]
    table = cli("whatif", "--rebalance", "Зареченская область", "--norm", "60", store=file)
    assert table.code == 0 and "Уложиться в норматив 60" in table.out and "Не хватает места" in table.out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_of_the_guide_run_on_the_bundled_graph(cli: Cli, store_file: Path, example: Path) -> None:
    ran = cli("whatif", str(example), store=store_file)
    assert ran.code == 0 and "не меняет ни одного ответа" not in ran.out, ran


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "нужно одно"),
        (["s.yaml", "--rebalance", "Ёлкин"], "нужно одно"),
        (["s.yaml", "--norm", "5"], "--rebalance"),
        (["no.yaml"], "no.yaml"),
        (["."], "не читается"),
        (["s.yaml", "--as-of", "завтра"], "ГГГГ-ММ-ДД"),
        (["s.yaml", "-o", "out.json"], "--format json"),
        (["--rebalance", "Нигдеевская волость"], "Нигдеевская"),
        (["bad.yaml"], "bad.yaml:2"),
        (["gone.yaml"], "шаг 1 (убрать)"),
    ],
)
def test_mistakes_are_one_line(
    cli: Cli, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.yaml").write_text(CLOSED, encoding="utf-8")
    Path("bad.yaml").write_text("шаги:\n  - убрат: x", encoding="utf-8")
    Path("gone.yaml").write_text("шаги:\n  - убрать: Такого субъекта нет", encoding="utf-8")
    ran = cli("whatif", *arguments, store=file)
    assert ran.code == 2 and not ran.out, ran
    assert says in ran.err and len(ran.err.strip().splitlines()) == 1 and "Traceback" not in ran.err


def test_who_may_ask(world: World) -> None:
    body = {"steps": [{"remove": "Центр мастерства"}]}
    assert world.client.post("/api/v1/whatif", json=body).status_code == 401
    assert world.client.post("/api/v1/whatif", json=body, headers={"Authorization": "Bearer x"}).status_code == 401
    assert world.client.get("/api/v1/whatif", headers=world.headers["read"]).status_code == 405


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", {}, 422),
        (b'{"steps": []}', {}, 422),
        (b'{"steps": [{"remove": "x", "vacate": "y"}]}', {}, 422),
        ('{"steps": [{"remove": "Такого субъекта нет"}]}'.encode(), {}, 404),
        (b"steps: &a [*a]", YAML, 422),
        (b"x" * (MOST_BYTES + 1), YAML, 413),
        (b"x" * (MOST_BYTES + 1), {}, 413),
    ],
)
def test_problems_over_http(world: World, content: bytes, headers: dict[str, str], status: int) -> None:
    answer = world.client.post("/api/v1/whatif", content=content, headers=world.headers["read"] | headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json" and answer.json()["detail"]


def test_the_schema_is_described(world: World) -> None:
    described = world.client.get("/openapi.json").json()["paths"]["/api/v1/whatif"]["post"]
    schema = described["requestBody"]["content"]["application/json"]["schema"]
    assert "$ref" not in json.dumps(schema)
    step = schema["properties"]["steps"]["items"]["properties"]
    assert {"remove", "merge", "rebalance"} <= set(step)
    assert set(described["responses"]) >= {"200", "401", "403", "404", "413", "422"}
