"""Drafts: acts that were read and kept aside, in no answer, until somebody confirms them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from loaders.files import kind_of, walk
from loaders.load import FileReport, base_facts, order_file
from loaders.many import Progress, each
from loaders.merge import merge, repeal
from loaders.review.applied import Applied
from loaders.review.reread import reread
from loaders.review.sources import as_json, exists, of_draft
from ontology.entities.base import Entity, Id
from ontology.errors import BadParameter
from ontology.ids import digest, part_id
from ontology.models import Draft, Order
from ontology.validate import check as validate
from queries.store import GraphStore


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft made of a file: what the file gave, and what became of earlier decisions about the act."""

    draft: Draft
    review: Applied
    report: FileReport | None = None


def draft_id(order: Id) -> Id:
    """Id of the one draft of an act."""
    return part_id(order, "draft")


def title_of(order: Order) -> str:
    """The act in one line."""
    day = order.date.strftime("%d.%m.%Y") if order.date else "–"
    return f"{order.kind.value} № {order.number} {day}, {order.issuer}".strip()


def draft_of(store: GraphStore, facts: Sequence[Entity], name: str) -> Drafted:
    """Make a draft of what was read from the file `name`, checked as a load would be; nothing is written.

    Raises InvalidGraph.
    """
    read = next(f for f in facts if isinstance(f, Order))
    earlier = store.get(Draft, draft_id(read.id))
    before = of_draft(earlier).facts if earlier else ()
    left = reread(store, merge(facts), [read.id], before=before)
    present = {(type(e).__name__, e.id) for e in [*base_facts(), *left.facts]}
    validate(left.facts, known=lambda label, id: (label, id) in present or exists(store, label, id))
    order = next(f for f in left.facts if isinstance(f, Order))
    draft = Draft(
        id=draft_id(order.id),
        order_id=order.id,
        title=title_of(order),
        number=order.number,
        file_name=Path(name).name[:200] or "–",
        sha256=order.file_sha256 or digest(""),
        loaded_at=datetime.now(UTC).replace(microsecond=0),
        facts=as_json(left.facts),
    )
    return Drafted(draft, left.applied)


def keep_aside(
    store: GraphStore, paths: Iterable[Path], progress: Progress | None = None, workers: int | None = 1
) -> list[Drafted]:
    """Read orders and keep them as drafts: all of them or none. BadParameter for a file that is no order."""
    files = list(walk(paths))
    for path in files:
        if kind_of(path) != "order":
            raise BadParameter("only an order can be a draft", where=str(path), mend="Load the rest without --draft.")
    read = each(order_file, files, progress, workers=workers)
    made = [replace(draft_of(store, f.entities, p.name), report=f.report) for p, f in zip(files, read, strict=True)]
    store.write([drafted.draft for drafted in made])
    return made


def put_into_graph(store: GraphStore, draft: Draft, facts: Sequence[Entity]) -> None:
    """Write a draft's facts into the graph in place of what the graph held of that act; the draft is gone then."""
    keys = {(type(f).__name__, f.id) for f in facts}
    left = reread(store, merge([*base_facts(), *facts]), [draft.order_id], given=keys)
    entities = repeal(store, left.facts)
    present = {(type(e).__name__, e.id) for e in entities}
    validate(entities, known=lambda label, id: (label, id) in present or exists(store, label, id))
    store.write(entities, replaces=[draft.order_id], drops=[*left.drops, draft])
