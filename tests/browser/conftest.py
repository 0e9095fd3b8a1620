"""A real browser against a real server on loopback; a console error or a foreign request fails the test."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from api.app import create_app
from queries.stores import open_store
from tests.viz.example import entities
from tools.chromium import FLAGS

SCREENSHOTS = Path(__file__).resolve().parents[2] / ".cache" / "screenshots"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the explorer over the invented example."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('explorer') / 'graph.db'}")
    store.write(entities())
    server = uvicorn.Server(uvicorn.Config(create_app(store), host="127.0.0.1", port=port, log_level="warning"))
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
def browser(chromium_path: str) -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """`open_page("/coverage", width=360)`: a page that must neither complain nor ask anybody outside."""
    contexts = []
    troubles: list[str] = []

    def opened(path: str, *, width: int = 1440, height: int = 900, scripts: bool = True, status: int = 200) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: troubles.append(f"console: {m.text}") if _bad(m, status) else None)
        page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda r: None if _own(r.url) else troubles.append(f"foreign request: {r.url}"))
        answer = page.goto(site + path)
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
def keep() -> Callable[[Page, str], None]:
    """`keep(page, "map")`: a screenshot among the artefacts of the run."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def kept(page: Page, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return kept
