"""How long exports take and how much memory, as the graph grows: a table in Markdown.

    python -m bench.exports [--copies 1 10]

The graph is the bundled one, its facts copied under other ids; time is processor time, memory what Python holds at the
most above what it held before.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from api.bundled import load_bundled
from api.export import FORMATS, Format, everything, export_graph
from bench.reading import row
from ontology.entities.base import Entity, Id
from ontology.models import Direction, Function, Territory
from ontology.property_graph import NODE_OF
from queries.store import GraphStore
from queries.stores import open_store

_SHARED = (Direction, Function, Territory)


def copies(entities: Sequence[Entity], count: int) -> Iterator[Entity]:
    """The facts `count` times under ids of their own; what all acts share is not copied."""
    own = {e.id for e in entities if not isinstance(e, _SHARED)}
    for number in range(1, count):
        for entity in entities:
            if entity.id in own:
                yield _copied(entity, own, f".{number}")


def _copied(entity: Entity, own: set[Id], tail: str) -> Entity:
    changed: dict[str, object] = {"id": entity.id + tail}
    for relation in NODE_OF[type(entity)].relations:
        value = getattr(entity, relation.name)
        if relation.many:
            changed[relation.name] = tuple(v + tail if v in own else v for v in value)
        elif value in own:
            changed[relation.name] = value + tail
    return entity.model_copy(update=changed)


def measured(store: GraphStore, format: Format, territory: str | None) -> tuple[float, float, float]:
    """(seconds, size in MB, memory in MB) of an export."""
    begun = time.process_time()
    size = len(export_graph(store, format, territory))
    took = time.process_time() - begun
    tracemalloc.start()
    export_graph(store, format, territory)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return took, size / 1e6, peak / 1e6


def table(counts: Sequence[int]) -> str:
    """The table: a row for each format and size."""
    lines = [row(["entities", "format", "seconds", "file, MB", "memory, MB"]), row(["---:", "---", *["---:"] * 3])]
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
            load_bundled(store)
            store.write(copies(list(everything(store)), count))
            number = sum(store.counts().values())
            for format in FORMATS if count == min(counts) else FORMATS[:-1]:  # a page is for people: one of all is none
                took, size, peak = measured(store, format, None)
                lines.append(row([f"{number:,}", format, f"{took:.2f}", f"{size:.1f}", f"{peak:.0f}"]))
            store.close()
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How long exports take, and how much memory.")
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10])
    print(table(parser.parse_args().copies))
