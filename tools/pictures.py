"""Make the pictures of README and docs: the explorer over the bundled facts and an invented act, in headless Chromium.

usage: python -m tools.pictures [OUTPUT FOLDER]      (default: docs/pictures)
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from api.app import create_app
from api.bundled import load_bundled
from loaders.load import load
from queries.store import GraphStore
from queries.stores import open_store
from tools.chromium import FLAGS
from tools.views import VIEWS

ROOT = Path(__file__).resolve().parent.parent
INVENTED_ACT = ROOT / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"
LARGEST = 300_000  # bytes of a picture
# File name → the view it shows.
PICTURES = {
    "explorer": "map-card",
    "map-what-if": "map-what-if",
    "coverage": "coverage",
    "responsibility": "responsibility-answer",
    "load": "load",
    "findings": "findings",
    "agreements": "agreements",
    "activities": "activities-timeline",
    "indicators": "indicators",
    "compare": "compare",
    "orders": "orders",
    "order": "order-text",
    "review": "order-queue",
    "subject": "subject",
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
        load(store, [INVENTED_ACT])
        server, base = serve(store)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ru-RU")
            page.set_default_timeout(120_000)
            for name, view in PICTURES.items():
                page.goto(base + VIEWS[view].address())
                page.locator(VIEWS[view].ready).first.wait_for()
                page.evaluate("document.querySelector('.map-frame, .map-area')?.scrollIntoView()")
                page.wait_for_timeout(500)  # the map comes to rest
                made.append(target / f"{name}.png")
                made[-1].write_bytes(picture(page))
            browser.close()
        server.should_exit = True
        store.close()
    return made


def picture(page: Page) -> bytes:
    """What the window shows, as a PNG of at most LARGEST bytes: with as many colours as fit."""
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        shot.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            break
    return out.getvalue()


if __name__ == "__main__":
    for file in take(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"):
        print(file, file.stat().st_size)
