"""How long each question and each rule of the audit takes in process, on the bundled graph in SQLite, rows built.

    python -m bench.questions [--seconds 0.5] [--over 5]

Prints p50 and p95 over all parameters tried, and beside them the peer of the same run: a bare SELECT of as many rows
of as many columns from a table, fetched as tuples. All is processor time, so that a busy machine changes little.
`--over`: only those whose p50 is above so many milliseconds.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, thread_time
from typing import Any, NamedTuple

from api.bundled import load_bundled
from ontology.models import Direction, Function, Order, Subject, Territory
from queries.findings.registry import RULES
from queries.findings.rule import Scope
from queries.question import AnyQuestion, Params, word_of
from queries.questions import QUESTIONS
from queries.store import GraphStore
from queries.stores import open_store

DAY = date(2024, 9, 1)
TRIED = 6  # parameters of each question
_CLASSES = {"territory": Territory, "function": Function, "direction": Direction, "subject": Subject, "order": Order}


class Timing(NamedTuple):
    """Milliseconds of one question; `peer` is the median of the bare SELECT."""

    name: str
    asked: int
    rows: float
    p50: float
    p95: float
    peer: float


def pools(store: GraphStore) -> dict[str, list[str]]:
    """Ids that parameters are tried with: places with acts, who holds something, functions that are held."""
    acts = list(store.all(Order))
    homes = list(dict.fromkeys(act.territory for act in acts))
    named = {t.id for t in store.all(Territory) if t.part_of in homes}
    first = {
        "territory": [*homes, *sorted(named)],
        "order": [act.id for act in acts],
        "subject": [s.id for s in store.all(Subject) if s.territory in homes],
    }
    return {kind: first.get(kind) or [e.id for e in store.all(cls)] for kind, cls in _CLASSES.items()}


def asked(question: AnyQuestion[Any, Any], ids: dict[str, list[str]]) -> Iterator[Params]:
    """Parameters that narrow to a place, an act, a body or a function wherever the question takes one and must."""
    fields = {n: w for n, f in question.params.model_fields.items() if (w := word_of(f)) is not None}
    needed = {n: w for n, w in fields.items() if question.params.model_fields[n].is_required()}
    if not needed and "territory" in fields:
        needed = {"territory": fields["territory"]}
    for turn in range(TRIED):
        values = {
            n: ids[w.kind][(turn * (place + 1) + place) % len(ids[w.kind])]
            for place, (n, w) in enumerate(needed.items())
        }
        yield question.params.model_validate(values | {"as_of": DAY})


def timed(store: GraphStore, question: AnyQuestion[Any, Any], tries: list[Params], seconds: float) -> Timing:
    """Ask warm, in turn over the parameters, for so many seconds."""
    counts = [len(store.ask(question, params)) for params in tries]
    rows = max(1, round(sum(counts) / len(counts)))
    times: list[float] = []
    peers: list[float] = []
    with closing(sqlite3.connect(":memory:")) as bare:
        bare.execute("CREATE TABLE t (" + ", ".join(f"c{n}" for n in range(len(question.row.model_fields))) + ")")
        line = tuple(f"value {n}" for n in range(len(question.row.model_fields)))
        places = ", ".join("?" * len(line))
        bare.executemany(f"INSERT INTO t VALUES ({places})", [line] * rows)  # noqa: S608 - only question marks
        end = monotonic() + seconds
        while monotonic() < end or len(times) < 2 * len(tries):
            for params in tries:
                start = thread_time()
                store.ask(question, params)
                middle = thread_time()
                bare.execute("SELECT * FROM t").fetchall()
                times.append(1000 * (middle - start))
                peers.append(1000 * (thread_time() - middle))
    return Timing(
        question.name, len(times), sum(counts) / len(counts), median(times), quantiles(times, n=20)[-1], median(peers)
    )


def measured(store: GraphStore, seconds: float) -> Iterator[Timing]:
    """Every question, then every rule with its denominator left out."""
    ids = pools(store)
    for question in QUESTIONS.values():
        yield timed(store, question, list(asked(question, ids)), seconds)
    for rule in RULES:
        scopes: list[Params] = [Scope(territory=place, as_of=DAY) for place in ids["territory"][:TRIED]]
        yield timed(store, rule.question, scopes, seconds)


def main() -> None:
    """Load, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.5, help="time for each question")
    parser.add_argument("--over", type=float, default=0.0, help="only those slower than so many milliseconds at p50")
    options = parser.parse_args()
    out = sys.stdout.write
    with tempfile.TemporaryDirectory() as folder, closing(open_store(f"sqlite:///{Path(folder) / 'b.db'}")) as store:
        load_bundled(store)
        out(f"{'question':32} {'asked':>6} {'rows':>7} {'p50 ms':>8} {'p95 ms':>8} {'peer ms':>8} {'ratio':>7}\n")
        for t in measured(store, options.seconds):
            if t.p50 > options.over:
                ratio = f"{t.p50 / t.peer:>7.0f}"
                out(f"{t.name:32} {t.asked:>6} {t.rows:>7.1f} {t.p50:>8.2f} {t.p95:>8.2f} {t.peer:>8.3f} {ratio}\n")


if __name__ == "__main__":
    main()
