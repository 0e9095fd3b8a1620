"""How well acts are read when they are badly scanned, and how fast when they are long: tables in Markdown.

    python -m bench.reading noise [--acts 40] [--write]
    python -m bench.reading speed

Acts come from `tests.variants`, so what is in them is known. `noise` is the same on any machine; `--write` puts it into
docs/reading-noise.md. `speed` is of this machine: processor time once the dictionary and the catalogue are loaded.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from loaders.extract import read
from loaders.order.read import read_order
from loaders.order.reading import Reading
from loaders.text import Source
from tests.variants.measure import LISTS, Measure
from tests.variants.noise import noise, pages
from tests.variants.render import Variant, variant

WRITTEN = Path(__file__).resolve().parent.parent / "docs" / "reading-noise.md"
SHARES = (0.0, 0.0025, 0.005, 0.01, 0.02, 0.04)
# (bodies, statements for each, rows of the road map): acts of about 45, 90, 180, 360 and 720 kB.
SIZES = ((16, 13, 30), (32, 14, 60), (64, 15, 120), (100, 20, 240), (100, 41, 480))
DETAILS = (
    ("assignments", "subject"),
    ("assignments", "clause"),
    ("subjects", "level"),
    ("activities", "responsible"),
    ("activities", "due"),
    ("indicators", "values"),
    ("agreements", "parties"),
    ("interactions", "kind"),
)


def row(cells: Iterable[object]) -> str:
    """One row of a Markdown table."""
    return "| " + " | ".join(map(str, cells)) + " |"


def measured(acts: Sequence[Variant], change: Callable[[Variant, int], str]) -> Measure:
    """Read all acts, each changed first."""
    result = Measure()
    for seed, act in enumerate(acts):
        result.act(act.name, act.truth, read_order(change(act, seed), "0" * 64, act.name))
    return result


def _misread(share: float, act: Variant, seed: int) -> str:
    return noise(act.text, seed, share)


def noise_tables(count: int) -> str:
    """Recall, precision and details of each list as the share of misread characters grows."""
    acts = [variant(seed) for seed in range(count)]
    columns = [(f"{share * 100:g} %", measured(acts, partial(_misread, share))) for share in SHARES]
    columns.append(("0 %, pages", measured(acts, lambda a, n: pages(a.text, n, "Положение о региональной системе"))))
    head = [name for name, _ in columns]
    lines = [
        "# Reading as a function of recognition noise",
        "",
        "Written by `python -m bench.reading noise --write`; not by hand. What is measured is told in robustness.md.",
        "",
        f"{count} acts of `tests.variants`, {sum(len(a.text) for a in acts) // 1000} thousand characters. A column is"
        " the share of characters misread; in the last one nothing is misread, but the text is broken into pages with"
        " numbers and running heads.",
    ]
    for title, value in (("Recall", lambda t: t.recall), ("Precision", lambda t: t.precision)):
        lines += ["", f"## {title}", "", row(["list", "facts", *head]), row(["---"] * (len(head) + 2))]
        for name in LISTS:
            there = columns[0][1].lists[name].there
            lines.append(row([name, there, *(f"{value(m.lists[name]):.3f}" for _, m in columns)]))
    lines += ["", "## Of what was found, right", "", row(["list", "detail", *head]), row(["---"] * (len(head) + 2))]
    for name, detail in DETAILS:
        lines.append(row([name, detail, *(f"{m.lists[name].share(detail):.3f}" for _, m in columns)]))
    return "\n".join(lines) + "\n"


def _read(act: Variant) -> Reading:
    return read(Source(act.name, act.text, "utf-8", "0" * 64))


def speed_table() -> str:
    """Processor time a kilobyte and the peak of memory of reading an act and matching it, as acts grow."""
    _read(variant(0))  # the dictionary and the catalogue are loaded
    lines = [row(["kB", "subjects", "statements", "s", "ms a kB", "of the first", "MB"]), row(["---:"] * 7)]
    first = 0.0
    for bodies, size, rows in SIZES:
        act = variant(
            1,
            size,
            rows,
            bodies=bodies,
            alike=100,
            structure="text",
            table="tabs",
            numbering="arabic",
            lead="functions",
        )
        kilobytes = len(act.text.encode()) / 1000
        begun = time.process_time()
        reading = _read(act)
        took = time.process_time() - begun
        tracemalloc.start()
        _read(act)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        each = took / kilobytes * 1000
        first = first or each
        facts = (f"{kilobytes:.0f}", len(reading.subjects), len(reading.assignments))
        lines.append(row([*facts, f"{took:.2f}", f"{each:.1f}", f"{each / first:.2f}", f"{peak:.0f}"]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print a table, or write the one that is the same everywhere."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("noise", "speed"))
    parser.add_argument("--acts", type=int, default=40)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    text = noise_tables(chosen.acts) if chosen.what == "noise" else speed_table()
    if chosen.write and chosen.what == "noise":
        WRITTEN.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
