"""Another norm of a territory, set by the clause that sets the one in force there."""

from __future__ import annotations

from datetime import date as Day

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from ontology.errors import InputError
from ontology.ids import part_id
from ontology.models import Clause, Norm, Order, Territory
from queries.territory_tree import above
from queries.whatif.changes import with_values
from queries.whatif.scenario import SetNorm
from queries.whatif.world import World


def set_norm(world: World, step: SetNorm) -> str:
    """From the day on the new bound alone holds there; bounds of the territories above give way to it."""
    place, since = world.names.place(step.territory), step.since or world.as_of
    near = above({t.id: t for t in world.store.all(Territory)}, place.id)
    far = {id: distance for distance, id in enumerate(near)}
    acts = {o.id: o for o in world.store.all(Order) if _holds(o, world.as_of)}
    norms = [
        n
        for n in world.store.all(Norm)
        if n.metric == step.metric and n.kind is ObservationKind.PLAN and n.territory in far
    ]
    clauses = {c.id: c for n in norms if (c := world.store.get(Clause, n.clause)) and c.order in acts}
    own = [n for n in norms if n.territory == place.id]
    base = min((n for n in norms if n.clause in clauses), key=lambda n: _rank(n, world.as_of, far), default=None)
    clause = base.clause if base else _any_clause(world, acts, far)
    if clause is None:
        raise InputError(
            "No act of the territory «{name}» is loaded: there is no clause that could set a norm",
            mend="Load its orders",
            name=place.name,
        )
    made = Norm(
        id=part_id(place.id, "norm", step.metric, since.isoformat()),
        metric=step.metric,
        comparison=base.comparison if base else Comparison.AT_MOST,
        value=step.value,
        unit=base.unit if base else None,
        valid_from=since,
        territory=place.id,
        clause=clause,
    )
    later = [n for n in own if (n.valid_from or Day.min) >= since]
    ended = [with_values(n, valid_until=since) for n in own if n not in later and (n.valid_until or Day.max) > since]
    world.places.add(place.id)
    world.changes.make([made, *ended], later)
    return world._(
        "Norm «{metric}» of the territory «{name}» from {day}: {value}",
        metric=world._(step.metric),
        name=place.name,
        day=since.strftime("%d.%m.%Y") if world.lang == "ru" else since.isoformat(),
        value=world.figure(step.value),
    )


def _rank(norm: Norm, day: Day, far: dict[Id, int]) -> tuple[bool, int, int, Id]:
    """The one in force first: not ended, begun, the latest; of two such the nearest, as the load takes it."""
    begun = norm.valid_from or Day.min
    idle = begun > day or (norm.valid_until is not None and norm.valid_until <= day)
    return idle, -begun.toordinal(), far[norm.territory], norm.id


def _holds(order: Order, day: Day) -> bool:
    return (order.date or Day.min) <= day < (order.valid_until or Day.max)


def _any_clause(world: World, acts: dict[Id, Order], far: dict[Id, int]) -> Id | None:
    """The first clause of the nearest act in force, the latest of several."""
    near = sorted((o for o in acts.values() if o.territory in far), key=lambda o: o.id)
    near.sort(key=lambda o: o.date or Day.min, reverse=True)
    near.sort(key=lambda o: far[o.territory])
    for order in near:
        clauses = [f for f in world.store.facts(order.id) if isinstance(f, Clause)]
        if clauses:
            return min(clauses, key=lambda c: (c.position, c.id)).id
    return None
