"""Loading: get, transform, validate, write all or nothing, report.

    files ─► entities ─► validate (SHACL, integrity) ─► one write

A folder of orders, facts and tables is one batch: when anything in it is wrong, nothing of it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.extract import extract
from loaders.files import FileKind, kind_of, walk
from loaders.many import Progress, Unseen, each, together, worthwhile
from loaders.merge import known_to, merge, repeal
from loaders.order.entities import to_entities
from loaders.registry import in_order, read_registry
from loaders.review.applied import Applied
from loaders.review.decisions import Key
from loaders.review.reread import reread
from ontology import catalogue, rdf, territories
from ontology.entities.base import Entity, Id
from ontology.errors import OporaError
from ontology.models import Draft, Order
from ontology.property_graph import NODE_BY_LABEL
from ontology.validate import check as validate
from queries.store import GraphStore, WriteReport


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gave: counts per class, and for an order how much of its characters was understood."""

    path: str
    kind: str
    counts: dict[str, int]
    order: str | None = None
    unmapped: int = 0
    unread: int = 0
    characters: int = 0
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


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file of facts or an order gives by itself."""

    report: FileReport
    entities: list[Entity]
    replaces: list[Id]
    given: set[Key] = field(default_factory=set)


def order_file(path: Path) -> Facts:
    """What one order gives. Raises UnreadableFile or NotAnOrder."""
    reading = extract(path)
    entities = to_entities(reading)
    report = FileReport(
        path=str(path),
        kind="order",
        counts=_counts(entities),
        order=reading.order.id,
        unmapped=sum(not a.functions for a in reading.assignments),
        unread=len(reading.unread),
        characters=reading.coverage.characters,
        understood_share=reading.coverage.understood_share,
    )
    return Facts(report, entities, [reading.order.id])


def _graph_file(path: Path) -> Facts:
    entities = [e for e in rdf.load(path) if not isinstance(e, Draft)]  # a draft never travels
    report = FileReport(path=str(path), kind="graph", counts=_counts(entities))
    orders = [e.id for e in entities if isinstance(e, Order)]
    return Facts(report, entities, orders, {(type(e).__name__, e.id) for e in entities})


def _facts(path: Path) -> Facts:
    return order_file(path) if kind_of(path) == "order" else _graph_file(path)


def _kinds(paths: Iterable[Path]) -> tuple[dict[Path, FileKind], list[OporaError]]:
    """What each file holds, in the order of loading, and what is wrong before any file is opened."""
    kinds: dict[Path, FileKind] = {}
    errors: list[OporaError] = []
    for given in paths:
        try:
            files = list(walk([given]))
        except OporaError as error:
            errors.append(error)
            continue
        for path in files:
            try:
                kinds[path] = kind_of(path)
            except OporaError as error:
                errors.append(error)
    return kinds, errors


def read_all(
    store: GraphStore, paths: Iterable[Path], progress: Progress | None = None, workers: int | None = 1
) -> Batch:
    """Read every file into one batch; tables last, since they refer to the subjects that orders name. `workers`: over
    how many processes (see loaders.many; None: as many as pay for these orders).

    Raises the error of the only wrong file, or SeveralErrors with those of all; tables are not tried then, for what
    they refer to may be missing only because of the errors before.
    """
    kinds, errors = _kinds(paths)
    first = [path for path, kind in kinds.items() if kind != "table"]
    tables = in_order([path for path, kind in kinds.items() if kind == "table"])
    if workers is None:
        workers = worthwhile([path for path in first if kinds[path] == "order"])
    batch = Batch(entities=base_facts())
    for facts in each(_facts, first, progress, workers=workers, total=len(kinds), known=errors):
        batch.entities += facts.entities
        batch.given |= facts.given
        batch.replaces += facts.replaces
        batch.reports.append(facts.report)
    wrong: list[OporaError] = []
    for done, path in enumerate(tables, len(first) + 1):
        try:
            entities = read_registry(path, known_to(store, batch.entities))
        except OporaError as error:
            wrong.append(error)
            continue
        batch.entities += entities
        batch.reports.append(FileReport(path=str(path), kind="table", counts=_counts(entities)))
        (progress or Unseen()).file(path, done, len(kinds))
    together(wrong)
    return batch


def check(store: GraphStore, paths: Iterable[Path], progress: Progress | None = None, workers: int | None = 1) -> Batch:
    """Read and validate, write nothing. Raises InvalidGraph when SHACL or integrity fails."""
    batch = read_all(store, paths, progress, workers)
    (progress or Unseen()).stage("check")
    left = reread(store, merge(batch.entities), batch.replaces, given=batch.given)
    batch.drops, batch.review = left.drops, left.applied
    batch.entities = repeal(store, left.facts)
    present = {e.id for e in batch.entities}
    validate(batch.entities, known=lambda label, id: id in present or _held(store, label, id))
    return batch


def _held(store: GraphStore, label: str, id: Id) -> bool:
    return store.get(NODE_BY_LABEL[label].entity, id) is not None


def load(
    store: GraphStore, paths: Iterable[Path], progress: Progress | None = None, workers: int | None = 1
) -> LoadReport:
    """Load files and folders into a store: all or nothing, idempotent."""
    batch = check(store, paths, progress, workers)
    (progress or Unseen()).stage("write")
    written = store.write(batch.entities, replaces=batch.replaces, drops=batch.drops)
    return LoadReport(tuple(batch.reports), written, batch.review)
