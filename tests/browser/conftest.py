"""A real browser against a real server on loopback; a console error or a foreign request fails the test."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from api.app import create_app
from api.auth import Token, make_token, read_tokens
from api.cli import run
from queries.store import GraphStore
from queries.stores import open_store
from tests.browser import axe as axe_core
from tests.conftest import absent
from tests.viz.example import entities
from tools.chromium import FLAGS

SCREENSHOTS = Path(__file__).resolve().parents[2] / ".cache" / "screenshots"
INVENTED_ACT = Path(__file__).resolve().parents[2] / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Site(NamedTuple):
    """A running explorer: its address, and the secret of a token that may write there."""

    url: str
    key: str


@contextmanager
def serving(store: GraphStore, tokens: tuple[Token, ...] = ()) -> Iterator[str]:
    """Serve the explorer over `store` on loopback; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(store, tokens=tokens)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server did not start"
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    store.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the explorer over the invented example."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('explorer') / 'graph.db'}")
    store.write(entities())
    with serving(store) as url:
        yield url


@pytest.fixture(scope="session")
def whole_db(bundled_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make run` shows, and the invented act of docs/examples loaded beside it with its text. Copy it to write."""
    path = tmp_path_factory.mktemp("whole") / "graph.db"
    shutil.copyfile(bundled_db, path)
    with pytest.raises(SystemExit) as ended:
        run(["--store", f"sqlite:///{path}", "load", str(INVENTED_ACT)])
    assert not ended.value.code
    return path


@pytest.fixture(scope="session")
def whole_site(whole_db: Path) -> Iterator[Site]:
    """The explorer over everything that is bundled and an act with its text; nobody writes there."""
    with serving(open_store(f"sqlite:///{whole_db}")) as url:
        yield Site(url, "")


@pytest.fixture
def own_site(whole_db: Path, tmp_path: Path) -> Iterator[Site]:
    """The same for one test alone, with a key: it may write there."""
    path = tmp_path / "own.db"
    shutil.copyfile(whole_db, path)
    key, entry = make_token("Иванова А. А.", ["write"])
    with serving(open_store(f"sqlite:///{path}"), read_tokens(entry)) as url:
        yield Site(url, key)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """`open_page("/coverage", width=360)`: a page that must neither complain nor ask anybody outside.

    `base`: address of another server than `site`. A test that makes the server refuse something on purpose names the
    status it expects by `status`.
    """
    contexts = []
    troubles: list[str] = []

    def opened(
        path: str, *, width: int = 1440, height: int = 900, scripts: bool = True, status: int = 200, base: str = ""
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: troubles.append(f"console: {m.text}") if _bad(m, status) else None)
        page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda r: None if _own(r.url) else troubles.append(f"foreign request: {r.url}"))
        answer = page.goto((base or site) + path)
        assert answer is not None and answer.status == status
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _bad(message: ConsoleMessage, status: int) -> bool:
    """Whether a console message is a complaint; that the page itself was answered by `status` is none."""
    told = status != 200 and f"status of {status}" in message.text
    return message.type in {"error", "warning"} and not told


def _own(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob"} or parts.hostname in LOOPBACK


@pytest.fixture(scope="session")
def keep() -> Callable[..., None]:
    """`keep(page, "map")`: a screenshot among the artefacts of the run; `whole=False`: of the window only."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def kept(page: Page, name: str, *, whole: bool = True) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=whole)

    return kept


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], str]:
    """`axe(page)`: what axe-core holds against the page as it stands, ready to read; empty when nothing is serious."""
    if not axe_core.SOURCE.is_file():
        absent("no axe-core here: npm ci --ignore-scripts")
    return lambda page: axe_core.grave(axe_core.run(page))
