"""How long the map takes: an invented region of 1,500 subjects and 6,000 relations beside a bundled one, in one run.

    python -m bench.map [--subjects 1500] [--relations 6000] [--chromium /usr/bin/chromium]

Prints for each: processor time of the server for the page, its size, the time in a headless Chromium until the map is
drawn (from the click to `#canvas[data-ready]`) with nothing kept of an earlier visit and when it is opened again, the
time to draw one frame at the scale of the page and zoomed out; for the invented region also with layers on and with a
group opened. Last line: the invented region as multiples of the bundled one, which a busy machine changes less than
seconds.
"""

from __future__ import annotations

import argparse
import random
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from api.app import create_app
from api.bundled import load_bundled
from ontology.entities.base import Entity
from ontology.entities.vocabulary import InteractionKind, Level, OrderKind, Role, SubjectKind, TerritoryKind
from ontology.ids import digest
from ontology.models import Assignment, Clause, Interaction, Order, Subject, Territory
from queries.store import GraphStore
from queries.stores import open_store
from tools.chromium import FLAGS
from viz.map.view import View
from viz.pages import map_page

REGION = "xx-bench"
MUNICIPALITIES, CLAUSES, TIMES = 25, 200, 5
_KINDS = (SubjectKind.METHODICAL_SERVICE, SubjectKind.ASSOCIATION, SubjectKind.COUNCIL, SubjectKind.COMMUNITY)


class Taken(NamedTuple):
    """Seconds, bytes and milliseconds of one address."""

    name: str
    server: float
    size: int
    first: float
    again: float
    frame: float
    far: float


def region(subjects: int, relations: int, seed: int = 6) -> Iterator[Entity]:
    """An invented region: a tenth of its subjects in the region and its municipalities, the rest schools; each but the
    first is part of another, the other relations are interactions of all kinds."""
    chance = random.Random(seed)
    yield Territory(id="ru", name="Российская Федерация", kind=TerritoryKind.COUNTRY)
    yield Territory(id=REGION, name="Мерная область", kind=TerritoryKind.REGION, part_of="ru")
    places = [f"{REGION}.m{i:02}" for i in range(MUNICIPALITIES)]
    for number, place in enumerate(places):
        yield Territory(id=place, name=f"Район {number + 1}", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
    yield Order(
        id="bench", kind=OrderKind.PRIKAZ, number="1", date=date(2021, 7, 20), title="О региональной системе",
        issuer="Министерство", territory=REGION,
    )  # fmt: skip
    for number in range(CLAUSES):
        yield Clause(
            id=f"bench.c{number}",
            address=f"3.{number + 1}",
            position=number,
            text_sha256=digest(str(number)),
            order="bench",
        )
    upper = max(MUNICIPALITIES + 5, subjects // 10)
    ids = [f"b-{i:05}" for i in range(subjects)]
    for number, id in enumerate(ids):
        regional, municipal = number < upper // 4, number < upper
        place = REGION if regional else places[number % MUNICIPALITIES]
        above = ids[chance.randrange(upper // 4)] if municipal else ids[chance.randrange(upper // 4, upper)]
        yield Subject(
            id=id,
            name=f"{'Отдел' if regional else 'Служба' if municipal else 'Школа'} № {number} ({place[-3:]})",
            kind=SubjectKind.CENTRE if regional else _KINDS[number % 4] if municipal else SubjectKind.ORGANISATION,
            level=Level.REGIONAL if regional else Level.MUNICIPAL if municipal else Level.INSTITUTIONAL,
            part_of=above if number and above != id else None,
            territory=place, clause=f"bench.c{number % CLAUSES}", invented=True,
        )  # fmt: skip
    for number in range(max(0, relations - subjects)):
        source, target = chance.sample(ids, 2)
        yield Interaction(
            id=f"b-i{number}", kind=chance.choice(list(InteractionKind)), source=source, target=target,
            clause=f"bench.c{number % CLAUSES}",
        )  # fmt: skip
    for number in range(2 * subjects):
        yield Assignment(
            id=f"b-a{number}", statement=f"b-s{number}", role=Role.RESPONSIBLE, position=number,
            quote_sha256=digest(str(number)), confidence=0.9, subject=chance.choice(ids),
            clause=f"bench.c{number % CLAUSES}",
        )  # fmt: skip


@contextmanager
def serving(store: GraphStore) -> Iterator[str]:
    """The explorer over `store` on loopback; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(store), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


_FRAME = """far => {
  const map = window.oporaMap;
  if (far) map.fitTo(true);
  const context = document.querySelector('#canvas canvas').getContext('2d');
  const times = [];
  for (let i = 0; i < 5; i += 1) {
    map.zoom(i % 2 ? 1.02 : 1 / 1.02);
    const start = performance.now();
    map.network.redraw();
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2];
}"""


def taken(name: str, store: GraphStore, url: str, territory: str, view: View, browser: Browser) -> Taken:
    """Medians of TIMES for one address; the first page of a process, which imports pyvis, is not among them."""
    servers: list[float] = []
    first: list[float] = []
    again: list[float] = []
    frames: list[float] = []
    fars: list[float] = []
    size = 0
    query = "&".join([f"territory={territory}", *(f"{k}={v}" for k, v in view.params().items() if v)])
    for _ in range(TIMES):
        begun = time.process_time()
        size = len(map_page(store, territory=territory, lang="ru", view=view).encode())
        servers.append(time.process_time() - begun)
        visitor = browser.new_context(viewport={"width": 1440, "height": 900})
        for times in (first, again):
            page = visitor.new_page()
            started = time.perf_counter()
            page.goto(f"{url}/?{query}", wait_until="commit")
            page.wait_for_selector("#canvas[data-ready]", state="attached")
            times.append(time.perf_counter() - started)
        frames.append(float(page.evaluate(_FRAME, False)))
        fars.append(float(page.evaluate(_FRAME, True)))
        visitor.close()
    return Taken(name, median(servers), size, *(median(times) for times in (first, again, frames, fars)))


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subjects", type=int, default=1500)
    parser.add_argument("--relations", type=int, default=6000)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(FLAGS))
        on = View(layers=("agreement", "coordinates", "trains", "supports", "controls"))
        opened = View(opened=("group.institutional.organisation", f"group.institutional.organisation.{REGION}.m01"))
        # As `make run` leaves it, and by itself: lists of places to choose from are longer with the other region.
        with closing(open_store(f"sqlite:///{Path(folder) / 'bundled.db'}")) as store, serving(store) as url:
            load_bundled(store)
            map_page(store, territory="ru-bel", lang="ru")
            found = [taken("bundled region", store, url, "ru-bel", View(), browser)]
        with closing(open_store(f"sqlite:///{Path(folder) / 'invented.db'}")) as store, serving(store) as url:
            store.write(list(region(options.subjects, options.relations)))
            found += [
                taken("invented region", store, url, REGION, View(), browser),
                taken("  five layers on", store, url, REGION, on, browser),
                taken("  a group opened", store, url, REGION, opened, browser),
            ]
        browser.close()
    out = sys.stdout.write
    out(f"{'':<18}{'server, s':>11}{'KB':>8}{'first, s':>10}{'again, s':>10}{'frame, ms':>11}{'whole, ms':>11}\n")
    for one in found:
        out(f"{one.name:<18}{one.server:>11.3f}{one.size / 1024:>8.0f}{one.first:>10.2f}{one.again:>10.2f}")
        out(f"{one.frame:>11.1f}{one.far:>11.1f}\n")
    peer, own = found[0], found[1]
    ratios = [
        own.server / peer.server,
        own.size / peer.size,
        own.first / peer.first,
        own.again / peer.again,
        own.frame / peer.frame,
        own.far / peer.far,
    ]
    out(f"{'multiples':<18}{ratios[0]:>11.1f}{ratios[1]:>8.1f}{ratios[2]:>10.1f}{ratios[3]:>10.1f}")
    out(f"{ratios[4]:>11.1f}{ratios[5]:>11.1f}\n")


if __name__ == "__main__":
    main()
