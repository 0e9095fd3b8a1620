"""Make the pictures of README and docs: the explorer over the bundled facts, in headless Chromium.

usage: python -m tools.pictures [OUTPUT FOLDER]      (default: docs/pictures)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import uvicorn
from playwright.sync_api import sync_playwright

from api.app import create_app
from api.bundled import load_bundled
from queries.search import search
from queries.store import GraphStore
from queries.stores import open_store
from tools.chromium import FLAGS

ROOT = Path(__file__).resolve().parent.parent
REGISTER = "кто отвечает за ведение реестра работников муниципальных методических служб в Белгородской области"


def addresses(store: GraphStore) -> dict[str, str]:
    """File name → address of the view."""
    centre = next(h.id for h in search(store, "ЦНППМ") if h.kind == "subject" and h.id.startswith("ru-bel"))
    return {
        "explorer": "/?" + urlencode({"territory": "ru-bel", "subject": centre}),
        "coverage": "/coverage?" + urlencode({"territory": "Чегемский район", "status": "uncovered"}),
        "responsibility": "/responsibility?" + urlencode({"q": REGISTER}),
        "load": "/load?" + urlencode({"territory": "ru-vla", "as_of": "2023-09-01"}),
    }


def serve(store: GraphStore) -> tuple[uvicorn.Server, str]:
    """Serve the application on a free loopback port; returns the server and its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(store), port=0, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return server, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


def take(target: Path) -> list[Path]:
    """Write one PNG per view; returns the files."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/opora.db")
        load_bundled(store)
        server, base = serve(store)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1440, "height": 1000}, locale="ru-RU")
            for name, address in addresses(store).items():
                page.goto(base + address, wait_until="networkidle")
                page.wait_for_timeout(500)
                made.append(target / f"{name}.png")
                page.screenshot(path=made[-1])
            browser.close()
        server.should_exit = True
        store.close()
    return made


if __name__ == "__main__":
    for file in take(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"):
        print(file)
