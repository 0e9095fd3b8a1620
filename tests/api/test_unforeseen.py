"""What nobody foresaw is told in words: a page to people, problem+json to programs; the log keeps no value of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog
from fastapi.testclient import TestClient

from api.app import create_app
from api.logs import configure_logs
from queries.stores import open_store

SECRET = "слова пункта, которым в журнале не место"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server whose pages of load fail while a local variable holds words of an act."""

    def failing(*_args: object, **_named: object) -> str:
        held = SECRET
        raise ZeroDivisionError(len(held))

    monkeypatch.setattr("viz.pages.load_page", failing)
    configure_logs()
    yield TestClient(create_app(open_store("sqlite:///:memory:")), raise_server_exceptions=False)
    structlog.reset_defaults()


def test_people_get_a_page_programs_a_problem(broken: TestClient) -> None:
    page = broken.get("/load", headers={"accept": "text/html"})
    assert page.status_code == 500 and "Сбой программы" in page.text and "<h1>" in page.text
    assert "ZeroDivisionError" not in page.text
    told = broken.get("/load", headers={"accept": "application/json"})
    assert told.status_code == 500 and told.json()["type"] == "urn:opora:error:internal"


def test_the_log_has_the_place_and_no_values(broken: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    broken.get("/load", headers={"accept": "text/html"})
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told and "in failing" in told and SECRET not in told
