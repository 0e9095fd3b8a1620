"""A post or body falls vacant; an actual organisation fills a generic subject."""

from __future__ import annotations

from ontology.errors import BadParameter
from queries.whatif.changes import with_values
from queries.whatif.scenario import Fill, Vacate
from queries.whatif.steps.subjects import new_subject
from queries.whatif.world import World


def vacate(world: World, step: Vacate) -> str:
    """The subject stays, nobody works there."""
    subject = world.now(world.names.subject(step.subject, step.territory))
    empty = with_values(subject, vacant=True)
    world.felt(empty)
    world.changes.make([empty])
    world.names.keep(empty)
    return world._("Vacant now: {name}", name=subject.name)


def fill(world: World, step: Fill) -> str:
    """Without `by` a vacant subject works again; with it an organisation of the territory fills the generic subject."""
    subject = world.now(world.names.subject(step.subject, step.territory))
    if step.by is None:
        if not subject.vacant:
            raise BadParameter(
                "«{name}» is not vacant",
                mend="Say who fills it, with the key {key}.",
                name=subject.name,
                key="by / кем",
            )
        world.felt(subject)
        world.changes.make([with_values(subject, vacant=False)])
        world.names.keep(world.now(subject))
        return world._("Works again: {name}", name=subject.name)
    if not subject.generic:
        raise BadParameter(
            "«{name}» is no generic subject: nobody can fill it", mend="Name a generic one.", name=subject.name
        )
    place = world.names.place(step.territory).id if step.territory else subject.territory
    known = world.names.named(step.by, step.territory)
    if known is None:
        known = new_subject(world, step.by, like=with_values(subject, territory=place, generic=False, part_of=None))
    filling = with_values(world.now(known), fills=subject.id, vacant=False)
    world.felt(subject, filling)
    world.changes.make([filling])
    world.names.keep(filling)
    return world._("{organisation} fills: {name}", organisation=filling.name, name=subject.name)
