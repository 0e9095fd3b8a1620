"""Drafts: acts that were read and kept aside, in no answer, until somebody confirms them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from loaders.extract import extract
from loaders.files import kind_of, walk
from loaders.load import base_facts
from loaders.merge import merge, repeal
from loaders.order.entities import to_entities
from loaders.order.reading import Reading
from loaders.review.applied import Applied
from loaders.review.reread import reread
from loaders.review.sources import as_json, exists, of_draft
from ontology.entities.base import Entity, Id
from ontology.errors import BadParameter
from ontology.ids import part_id
from ontology.models import Draft, Order
from ontology.validate import check as validate
from queries.store import GraphStore


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft made of a file: the reading, and what became of earlier decisions about the act."""

    draft: Draft
    reading: Reading
    review: Applied


def draft_id(order: Id) -> Id:
    """Id of the one draft of an act."""
    return part_id(order, "draft")


def title_of(order: Order) -> str:
    """The act in one line."""
    day = order.date.strftime("%d.%m.%Y") if order.date else "–"
    return f"{order.kind.value} № {order.number} {day}, {order.issuer}".strip()


def draft_of(store: GraphStore, reading: Reading, name: str, when: datetime | None = None) -> Drafted:
    """Make a draft of a reading, checked as a load would be; nothing is written. Raises InvalidGraph."""
    earlier = store.get(Draft, draft_id(reading.order.id))
    before = of_draft(earlier).facts if earlier else ()
    left = reread(store, merge(to_entities(reading)), [reading.order.id], before=before)
    base = base_facts()
    present = {(type(e).__name__, e.id) for e in [*base, *left.facts]}
    validate(left.facts, known=lambda label, id: (label, id) in present or exists(store, label, id))
    order = next(f for f in left.facts if isinstance(f, Order))
    draft = Draft(
        id=draft_id(order.id),
        order_id=order.id,
        title=title_of(order),
        number=order.number,
        file_name=Path(name).name[:200] or "–",
        sha256=reading.order.file_sha256,
        loaded_at=(when or datetime.now(UTC)).replace(microsecond=0),
        facts=as_json(left.facts),
    )
    return Drafted(draft, reading, left.applied)


def keep_aside(
    store: GraphStore, paths: Iterable[Path], progress: Callable[[Path], None] | None = None
) -> list[tuple[Path, Drafted]]:
    """Read orders and keep them as drafts: all of them or none. BadParameter for a file that is no order."""
    made: list[tuple[Path, Drafted]] = []
    for path in walk(paths):
        if kind_of(path) != "order":
            raise BadParameter("only an order can be a draft", where=str(path), mend="Load the rest without --draft.")
        if progress:
            progress(path)
        made.append((path, draft_of(store, extract(path), path.name)))
    store.write([drafted.draft for _, drafted in made])
    return made


def put_into_graph(store: GraphStore, draft: Draft, facts: Sequence[Entity]) -> None:
    """Write a draft's facts into the graph in place of what the graph held of that act; the draft is gone then."""
    keys = {(type(f).__name__, f.id) for f in facts}
    left = reread(store, merge([*base_facts(), *facts]), [draft.order_id], given=keys)
    entities = repeal(store, left.facts)
    present = {(type(e).__name__, e.id) for e in entities}
    validate(entities, known=lambda label, id: (label, id) in present or exists(store, label, id))
    store.write(entities, replaces=[draft.order_id], drops=[*left.drops, draft])
