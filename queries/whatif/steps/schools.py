"""Schools are given to methodists anew, and the new state is written, so that the answers after it show it."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.ids import part_id
from ontology.models import Support
from queries.rebalance.run import rebalance as solve
from queries.rebalance.solve import Solved
from queries.whatif.scenario import Rebalance
from queries.whatif.world import World


def rebalance(world: World, step: Rebalance) -> str:
    """Only what can be brought within the norm moves; for the rest the answer says which posts are missing."""
    place = world.names.place(step.territory)
    answer, work = solve(world.store, place, world.as_of, norm=step.norm, lang=world.lang)
    world.places.add(place.id)
    changed = {m.territory["id"] for m in answer.methodists if m.before != m.after}
    world.places.update(changed)
    world.rebalanced.append(answer.public())
    puts, drops = _supports(world, work)
    world.changes.make(puts, drops)
    return answer.summary


def _supports(world: World, work: Solved) -> tuple[list[Support], list[Support]]:
    """Supports of the schools of which anything moves: as they are to be, and as they were."""
    moved = {u.school for u, to in work.given if any(id != u.holder for id in to)}
    wanted: dict[tuple[Id, Id], int] = {}
    for unit, to in work.given:
        for methodist, teachers in to.items() if unit.school in moved else ():
            wanted[methodist, unit.school] = wanted.get((methodist, unit.school), 0) + teachers
    rows = [r for r in work.facts.supports if r.school_id in moved and r.support_id]
    old = [s for r in rows if (s := world.store.get(Support, str(r.support_id)))]
    ids = {(s.methodist, s.subject): s.id for s in reversed(old)}
    puts = [
        Support(
            id=ids.get((methodist, school)) or part_id(methodist, "given", school),
            teachers=teachers,
            invented=work.facts.invented,
            methodist=methodist,
            subject=school,
        )
        for (methodist, school), teachers in sorted(wanted.items())
    ]
    return puts, old
