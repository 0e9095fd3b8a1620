"""`opora export` and GET /export: every format, one territory, folders and archives, no text of an act unasked."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from api.export import FORMATS, KINDS
from ontology import rdf
from queries.stores import open_store
from tests.api.conftest import Cli
from tests.viz.example import DISTRICT, REGION, entities

WORDS = "слова пункта"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A store with the invented region, the text of its acts included."""
    path = tmp_path / "example.db"
    store = open_store(f"sqlite:///{path}")
    store.write(entities())
    store.close()
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_into_a_file_without_and_with_the_words_of_acts(
    cli: Cli, example: Path, tmp_path: Path, format: str
) -> None:
    target = tmp_path / f"out{KINDS[format].suffix}"  # type: ignore[index]
    for asked, there in (((), False), (("--with-text",), True)):
        ran = cli("export", "--format", format, "-o", str(target), *asked, store=example)
        assert (ran.code, ran.out) == (0, "") and target.name in ran.err
        content = target.read_bytes()
        if format == "csv":
            with zipfile.ZipFile(io.BytesIO(content)) as files:
                content = b"".join(files.read(name) for name in files.namelist())
        assert (WORDS.encode() in content) is there
        assert "Заречный институт развития образования".encode() in content


@pytest.mark.parametrize("format", [f for f in FORMATS if f != "csv"])
def test_standard_output_holds_the_same_as_a_file(cli: Cli, example: Path, tmp_path: Path, format: str) -> None:
    cli("--as-of", "2024-10-01", "export", "--format", format, "-o", str(tmp_path / "out"), store=example)
    ran = cli("--as-of", "2024-10-01", "export", "--format", format, store=example)
    assert ran.code == 0 and ran.out.encode() == (tmp_path / "out").read_bytes()


def test_what_is_exported_can_be_loaded_again(cli: Cli, example: Path, tmp_path: Path) -> None:
    for format in ("trig", "ttl", "jsonld"):
        path = tmp_path / f"out.{format}"
        cli("export", "--format", format, "--with-text", "-o", str(path), store=example)
        assert {e.id: e for e in rdf.load(path)} == {e.id: e for e in entities()}


def test_the_suffix_tells_the_format(cli: Cli, example: Path, tmp_path: Path) -> None:
    for name, beginning in (
        ("a.ttl", b"@prefix"), ("a.json", b'{\n "@context"'), ("a.graphml", b"<?xml"), ("a.zip", b"PK"),
        ("a.HTML", b"<!doctype"), ("a", b"@prefix"),
    ):  # fmt: skip
        assert cli("export", "-o", str(tmp_path / name), store=example).code == 0
        assert (tmp_path / name).read_bytes().lstrip().startswith(beginning)


def test_a_territory_is_exported_with_what_it_points_to(cli: Cli, example: Path, tmp_path: Path) -> None:
    ran = cli("export", "--format", "graphml", "--territory", "Ключевской район", store=example)
    graph = nx.read_graphml(io.BytesIO(ran.out.encode()))
    assert {DISTRICT, REGION, "school-0"} <= set(graph.nodes) and not {"iro", "xx-pust"} & set(graph.nodes)
    assert cli("export", "--format", "csv", "--territory", DISTRICT, "-o", str(tmp_path / "d"), store=example).code == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "d" / "subjects.csv").read_text("utf-8-sig")), delimiter=";"))
    assert {row[0] for row in rows[1:]} == {"school-0", "school-1"}
    html = cli("export", "--format", "html", "--territory", "Заречная область", store=example).out
    assert 'data-territory="xx-zar"' in html


def test_tables_go_into_a_folder_or_an_archive(cli: Cli, example: Path, tmp_path: Path) -> None:
    assert cli("export", "--format", "csv", "-o", str(tmp_path / "new" / "tables"), store=example).code == 0
    assert cli("export", "--format", "csv", "-o", str(tmp_path / "t.zip"), store=example).code == 0
    with zipfile.ZipFile(tmp_path / "t.zip") as files:
        names = files.namelist()
        assert {p.name for p in (tmp_path / "new" / "tables").iterdir()} == set(names) and "relations.csv" in names
        for name in names:
            assert (tmp_path / "new" / "tables" / name).read_bytes() == files.read(name)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "csv", "-o", "out.csv"), "несколько"),
        (("-o", "out.csv"), "несколько"),
        (("--format", "ttl", "--territory", "Атлантида"), "Атлантида"),
        (("--format", "ttl", "-o", "no/such/folder/out.ttl"), "не"),
        (("--format", "csv", "-o", "file/tables"), "не"),
    ],
)
def test_a_wrong_use_is_one_line(
    cli: Cli, example: Path, tmp_path: Path, arguments: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x")
    ran = cli("export", *arguments, store=example)
    assert ran.code == 2 and len(ran.err.splitlines()) == 1 and says in ran.err and ran.out == ""


def test_an_unknown_format_is_refused_with_the_list(cli: Cli, example: Path) -> None:
    ran = cli("export", "--format", "pdf", store=example)
    assert ran.code == 2 and "graphml" in ran.err


@pytest.mark.parametrize("format", FORMATS)
def test_http_gives_the_same_formats(client: TestClient, format: str) -> None:
    answer = client.get("/api/v1/export", params={"format": format, "territory": "ru-bel", "as_of": "2024-10-01"})
    assert answer.status_code == 200 and answer.headers["content-type"] == KINDS[format].media  # type: ignore[index]
    assert ("attachment" in answer.headers.get("content-disposition", "")) is (format in ("graphml", "csv", "html"))
    assert len(answer.content) > 10_000


def test_http_gives_no_text_of_an_act_however_it_is_asked(example: Path) -> None:
    from api.app import create_app

    store = open_store(f"sqlite:///{example}")
    client = TestClient(create_app(store))
    for format in ("trig", "ttl", "jsonld", "graphml", "html"):
        assert WORDS not in client.get(f"/api/v1/export?format={format}&with_text=true").text
    answer = client.get("/api/v1/export?format=csv")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as files:
        assert not any(WORDS.encode() in files.read(name) for name in files.namelist())
    refused = client.get("/api/v1/export?format=pdf")
    assert refused.status_code == 422 and refused.headers["content-type"] == "application/problem+json"
    store.close()


def test_the_languages(client: TestClient) -> None:
    russian, english = (
        client.get("/api/v1/export", params={"format": "html", "territory": "ru-bel", "lang": lang}).text
        for lang in ("ru", "en")
    )
    assert "Как устроена система" in russian and '<html lang="en">' in english
    archive = client.get("/api/v1/export", params={"format": "csv", "territory": "ru-bel", "lang": "en"}).content
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        assert "subject" in files.read("subjects.csv").decode("utf-8-sig").splitlines()[0]


def test_openapi_tells_the_formats(client: TestClient) -> None:
    spec = client.get("/openapi.json").json()["paths"]["/api/v1/export"]["get"]
    schema = next(p["schema"] for p in spec["parameters"] if p["name"] == "format")
    assert schema["enum"] == list(FORMATS)
    assert set(spec["responses"]["200"]["content"]) >= {"application/zip", "application/graphml+xml", "text/html"}


def test_jsonld_over_http_needs_no_other_address(client: TestClient) -> None:
    document = json.loads(client.get("/api/v1/export", params={"format": "jsonld", "territory": "ru-bel"}).text)
    assert isinstance(document["@context"], dict) and "@import" not in document["@context"]
    assert re.fullmatch(r"id:ru-bel.*", document["@graph"][-1]["@graph"][0]["@id"])
