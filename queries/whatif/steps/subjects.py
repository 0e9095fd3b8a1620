"""Close a subject, join several, move one."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.errors import BadParameter
from ontology.ids import subject_id
from ontology.models import Headcount, Subject
from queries.whatif.changes import with_values
from queries.whatif.scenario import Merge, Move, Remove
from queries.whatif.steps.headcounts import added_up
from queries.whatif.world import World


def remove(world: World, step: Remove) -> str:
    """Its functions, interactions and counts go; agreements stay without it, steps and activities without a performer,
    its parts and those who fill it stay by themselves (or the parts go too)."""
    subject = world.names.subject(step.subject, step.territory)
    leaving = [subject, *(_parts(world, subject) if step.with_parts else ())]
    for body in leaving:
        world.felt(body)
        facts = world.changes.referring(body.id)
        world.felt(*(f for f in facts if isinstance(f, Subject)))
        world.changes.redirect(body, None, facts)
        world.changes.make(drops=[world.now(body)])
        world.names.forget(body)
    if len(leaving) > 1:
        return world._("Closed: {name} and its parts ({number})", name=subject.name, number=len(leaving) - 1)
    return world._("Closed: {name}", name=subject.name)


def _parts(world: World, subject: Subject) -> list[Subject]:
    """All that is a part of the subject, directly or not, deepest last."""
    found: dict[Id, Subject] = {subject.id: subject}
    border = [subject]
    while border:
        inner = [f for s in border for f in world.changes.referring(s.id) if isinstance(f, Subject)]
        border = [s for s in inner if s.part_of in found and s.id not in found]
        found |= {s.id: s for s in border}
    return list(found.values())[1:]


def merge(world: World, step: Merge) -> str:
    """Everything of the subjects becomes the one subject's; teachers of schools that are joined are added up."""
    merged = list({s.id: s for s in (world.names.subject(w, step.territory) for w in step.subjects)}.values())
    known = world.names.named(step.into, step.territory)
    one = known or new_subject(world, step.into, like=merged[0])
    old = [s for s in merged if s.id != one.id]
    if not old or (len(merged) < 2 and known is None):
        raise BadParameter(
            "the subjects to be joined are one and the same: {name}", mend="Name others.", name=merged[0].name
        )
    world.felt(one, *old)
    counted = [f for s in {s.id: s for s in (one, *old)}.values() for f in _counts(world, s)]
    for body in old:
        world.changes.redirect(body, one.id, [f for f in world.changes.referring(body.id) if f not in counted])
    world.changes.make(added_up(counted, one.id, world.as_of), counted)
    # A body that was a part of one that joins it stands where that one stood.
    gone = {s.id: s for s in old}
    part_of = one.part_of
    while part_of in gone:
        part_of = gone[part_of].part_of
    kept = with_values(world.now(one), part_of=None if part_of == one.id else part_of)
    world.changes.make([kept], [world.now(s) for s in old])
    world.names.forget(*old)
    world.names.keep(kept)
    return world._("Joined: {names} → {name}", names="; ".join(s.name for s in merged), name=one.name)


def _counts(world: World, subject: Subject) -> list[Headcount]:
    return [f for f in world.changes.referring(subject.id) if isinstance(f, Headcount)]


def new_subject(world: World, name: str, *, like: Subject) -> Subject:
    """A subject of this name that is in all else like another; written."""
    id = subject_id(like.territory, name)
    if world.store.get(Subject, id) is not None:  # a generic body and its municipality's may be called alike
        id = f"{id}.new"
    made = Subject(
        id=id,
        name=name,
        level=like.level,
        kind=like.kind,
        generic=like.generic,
        territory=like.territory,
        part_of=like.part_of,
        fills=like.fills,
        clause=like.clause,
    )
    world.changes.make([made])
    world.names.keep(made)
    return made


def move(world: World, step: Move) -> str:
    """Another territory, another body it is a part of, another level; its functions stay with it."""
    subject = world.now(world.names.subject(step.subject, step.territory))
    values: dict[str, object] = {}
    if step.to:
        values["territory"] = world.names.place(step.to).id
    if "part_of" in step.model_fields_set:
        above = world.names.subject(step.part_of) if step.part_of else None
        _not_round(world, subject, above)
        values["part_of"] = above.id if above else None
    if step.level:
        values["level"] = step.level
    moved = with_values(subject, **values)
    world.felt(subject, moved)
    world.changes.make([moved])
    world.names.keep(moved)
    return world._("Moved: {name}", name=subject.name)


def _not_round(world: World, subject: Subject, above: Subject | None) -> None:
    """BadParameter when the body above is the subject itself or a part of it."""
    at, seen = above, set[Id]()
    while at is not None and at.id not in seen:
        if at.id == subject.id:
            raise BadParameter(
                "«{name}» cannot be a part of itself", mend="Name a body that is no part of it.", name=subject.name
            )
        seen.add(at.id)
        at = world.store.get(Subject, at.part_of) if at.part_of else None
