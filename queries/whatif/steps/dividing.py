"""Split a subject, hand functions over."""

from __future__ import annotations

from ontology.entities.base import Entity, Id
from ontology.errors import BadParameter
from ontology.models import Assignment, Step, Subject
from queries.whatif.scenario import Split, Transfer
from queries.whatif.steps.subjects import new_subject
from queries.whatif.world import World


def split(world: World, step: Split) -> str:
    """Functions (and steps of routes that carry them out) go where the scenario says; the rest to one of the parts."""
    whole = world.names.subject(step.subject, step.territory)
    parts = [
        world.names.named(part.name, step.territory) or new_subject(world, part.name, like=whole) for part in step.into
    ]
    if len({p.id for p in parts}) < len(parts):
        raise BadParameter("two parts are one and the same subject", mend="Name others.")
    goes: dict[Id, Subject] = {}
    for half, part in zip(step.into, parts, strict=True):
        for words in half.functions:
            function = world.names.function(words)
            if goes.setdefault(function, part).id != part.id:
                raise BadParameter("the function «{name}» is given to two parts", mend="Name it once.", name=words)
    rest = next((part for half, part in zip(step.into, parts, strict=True) if not half.functions), parts[0])
    world.felt(whole, *parts)
    held = {f.function for f in world.changes.referring(whole.id) if isinstance(f, Assignment)}
    if idle := [words for half in step.into for words in half.functions if world.names.function(words) not in held]:
        world.notes.append(
            world._("{subject} does not hold: {functions}", subject=whole.name, functions="; ".join(idle))
        )
    for part in parts:
        if part.id not in (whole.id, rest.id):
            _hand_over(world, whole, part, {f for f, to in goes.items() if to.id == part.id})
    if rest.id != whole.id:
        kept = {f for f, to in goes.items() if to.id == whole.id}
        facts = [f for f in world.changes.referring(whole.id) if _function(f) not in kept]
        world.changes.redirect(whole, rest.id, facts)
    if whole.id not in {p.id for p in parts}:
        world.changes.make(drops=[world.now(whole)])
        world.names.forget(whole)
    return world._("Split: {name} → {names}", name=whole.name, names="; ".join(p.name for p in parts))


def transfer(world: World, step: Transfer) -> str:
    """Assignments of the functions, and steps of routes that carry them out, go to another subject."""
    source = world.names.subject(step.source, step.territory)
    target = world.names.subject(step.target, step.territory)
    functions = {world.names.function(words) for words in step.functions}
    if source.id == target.id:
        raise BadParameter("«{name}» would hand over to itself", mend="Name another subject.", name=source.name)
    world.felt(source, target)
    number = _hand_over(world, source, target, functions or None)
    if not number:
        raise BadParameter(
            "«{name}» holds none of these functions",
            mend="See what it holds: opora ask holdings --subject «{name}»",
            name=source.name,
        )
    return world._(
        "Handed over: {source} → {target}, assignments: {number}",
        source=source.name,
        target=target.name,
        number=number,
    )


def _function(fact: Entity) -> Id | None:
    return fact.function if isinstance(fact, Assignment | Step) else None


def _hand_over(world: World, source: Subject, target: Subject, functions: set[Id] | None) -> int:
    """Redirect what carries out these functions (None: all, unmapped statements too); how many assignments went."""
    facts = [
        f
        for f in world.changes.referring(source.id)
        if isinstance(f, Assignment | Step) and (functions is None or f.function in functions)
    ]
    held = [f for f in facts if isinstance(f, Assignment)]
    if held:
        world.changes.redirect(source, target.id, facts)
    return len(held)
