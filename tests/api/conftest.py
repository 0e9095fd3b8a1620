"""The command line in this process, and the HTTP application over a store with the bundled facts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import run
from queries.stores import open_store


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class _Left(Exception):
    def __init__(self, code: int) -> None:
        self.code = code


Cli = Callable[..., Ran]


@pytest.fixture
def store_file(tmp_path: Path, bundled_db: Path) -> Path:
    """A store of one's own with the bundled facts."""
    return Path(shutil.copy(bundled_db, tmp_path / "opora.db"))


@pytest.fixture
def cli(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`cli("ask", …)` runs a command line on the store `store=` (a new one when absent)."""
    monkeypatch.setenv("COLUMNS", "200")

    def call(*arguments: str, store: Path | str | None = None) -> Ran:
        url = store if isinstance(store, str) else f"sqlite:///{store or tmp_path / 'new.db'}"
        capfd.readouterr()

        def leave(code: int) -> None:
            raise _Left(code)

        code = 0
        try:
            run(["--store", url, *arguments], fail=leave)
        except _Left as left:
            code = left.code
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory, bundled_db: Path) -> Iterator[TestClient]:
    """The HTTP application over the bundled facts."""
    path = shutil.copy(bundled_db, tmp_path_factory.mktemp("http") / "opora.db")
    store = open_store(f"sqlite:///{path}")
    yield TestClient(create_app(store), raise_server_exceptions=False)
    store.close()
