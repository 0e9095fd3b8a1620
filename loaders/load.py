"""Loading: get, transform, validate, write all or nothing, report.

    files ─► entities ─► validate (SHACL, integrity) ─► one write

A folder of orders, facts and tables is one batch: when anything in it is wrong, nothing of it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.extract import extract
from loaders.files import kind_of, walk
from loaders.merge import known_to, merge, repeal
from loaders.order.entities import to_entities
from loaders.registry import in_order, read_registry
from loaders.review.applied import Applied
from loaders.review.decisions import Key
from loaders.review.reread import reread
from ontology import catalogue, rdf, territories
from ontology.entities.base import Entity, Id
from ontology.models import Draft, Order
from ontology.property_graph import NODE_BY_LABEL
from ontology.validate import check as validate
from queries.store import GraphStore, WriteReport

Progress = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gave: counts per class, and for an order how much of it was understood."""

    path: str
    kind: str
    counts: dict[str, int]
    order: str | None = None
    unmapped: int = 0
    unread: int = 0
    understood_share: float | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: per file, in the store, and with what people had decided before."""

    files: tuple[FileReport, ...]
    written: WriteReport = field(default_factory=WriteReport)
    review: Applied = field(default_factory=Applied)


@dataclass(slots=True)
class Batch:
    """Entities of several files, and the orders they give whole. `given`: facts that come from files of facts; `drops`
    and `review`: what earlier decisions of people about these orders take away, and what became of them."""

    entities: list[Entity] = field(default_factory=list)
    replaces: list[Id] = field(default_factory=list)
    reports: list[FileReport] = field(default_factory=list)
    given: set[Key] = field(default_factory=set)
    drops: list[Entity] = field(default_factory=list)
    review: Applied = field(default_factory=Applied)


def base_facts() -> list[Entity]:
    """What every graph holds: the country, its regions, and the catalogue of functions."""
    return [territories.country(), *territories.regions(), *catalogue.directions(), *catalogue.functions()]


def _counts(entities: Iterable[Entity]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for e in entities:
        counts[type(e).__name__] = counts.get(type(e).__name__, 0) + 1
    return counts


def _order_file(path: Path, batch: Batch) -> None:
    reading = extract(path)
    entities = to_entities(reading)
    batch.entities += entities
    batch.replaces.append(reading.order.id)
    batch.reports.append(
        FileReport(
            path=str(path),
            kind="order",
            counts=_counts(entities),
            order=reading.order.id,
            unmapped=sum(not a.functions for a in reading.assignments),
            unread=len(reading.unread),
            understood_share=reading.coverage.understood_share,
        )
    )


def _graph_file(path: Path, batch: Batch) -> None:
    entities = [e for e in rdf.load(path) if not isinstance(e, Draft)]  # a draft never travels
    batch.entities += entities
    batch.given |= {(type(e).__name__, e.id) for e in entities}
    batch.replaces += [e.id for e in entities if isinstance(e, Order)]
    batch.reports.append(FileReport(path=str(path), kind="graph", counts=_counts(entities)))


def read_all(store: GraphStore, paths: Iterable[Path], progress: Progress | None = None) -> Batch:
    """Read every file into one batch; tables last, since they refer to the subjects that orders name."""
    kinds = {path: kind_of(path) for path in walk(paths)}
    tables = in_order([path for path, kind in kinds.items() if kind == "table"])
    files = [(path, kind) for path, kind in kinds.items() if kind != "table"] + [(path, "table") for path in tables]
    batch = Batch(entities=base_facts())
    for path, kind in files:
        if progress:
            progress(path)
        if kind == "order":
            _order_file(path, batch)
        elif kind == "graph":
            _graph_file(path, batch)
        else:
            entities = read_registry(path, known_to(store, batch.entities))
            batch.entities += entities
            batch.reports.append(FileReport(path=str(path), kind="table", counts=_counts(entities)))
    return batch


def check(store: GraphStore, paths: Iterable[Path], progress: Progress | None = None) -> Batch:
    """Read and validate, write nothing. Raises InvalidGraph when SHACL or integrity fails."""
    batch = read_all(store, paths, progress)
    left = reread(store, merge(batch.entities), batch.replaces, given=batch.given)
    batch.drops, batch.review = left.drops, left.applied
    batch.entities = repeal(store, left.facts)
    present = {e.id for e in batch.entities}
    validate(batch.entities, known=lambda label, id: id in present or _held(store, label, id))
    return batch


def _held(store: GraphStore, label: str, id: Id) -> bool:
    return store.get(NODE_BY_LABEL[label].entity, id) is not None


def load(store: GraphStore, paths: Iterable[Path], progress: Progress | None = None) -> LoadReport:
    """Load files and folders into a store: all or nothing, idempotent."""
    batch = check(store, paths, progress)
    written = store.write(batch.entities, replaces=batch.replaces, drops=batch.drops)
    return LoadReport(tuple(batch.reports), written, batch.review)
