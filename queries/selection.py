"""Parts of a graph that can stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.entities.base import Entity, Id
from ontology.models import Territory
from ontology.property_graph import NODE_OF
from queries.territory_tree import within


def references(entity: Entity) -> list[Id]:
    """Ids of all entities this one points to."""
    found: list[Id] = []
    for relation in NODE_OF[type(entity)].relations:
        value = getattr(entity, relation.name)
        found += value if relation.many else [value] if value else []
    return found


def in_territory(entities: Sequence[Entity], territory: Id) -> list[Entity]:
    """Entities of a territory and of what lies in it, with everything they point to, so that no reference dangles."""
    by_id = {e.id: e for e in entities}
    belongs = set(within((t for t in entities if isinstance(t, Territory)), territory))
    grown = True
    while grown:  # what points at the territory's own things belongs to it: clause → order, assignment → clause …
        more = {
            e.id
            for e in entities
            if e.id not in belongs and not isinstance(e, Territory) and belongs & set(references(e))
        }
        belongs |= more
        grown = bool(more)
    keep: set[Id] = set()
    queue = [i for i in belongs if i in by_id]
    while queue:
        id = queue.pop()
        if id not in keep:
            keep.add(id)
            queue += [r for r in references(by_id[id]) if r in by_id and r not in keep]
    return [e for e in entities if e.id in keep]
