"""Posts of regional methodists that appear or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.errors import UnknownResource
from ontology.i18n import translator
from ontology.ids import part_id
from ontology.models import Entity, Methodist, Support, Territory
from queries.territory_tree import region_of, within
from queries.whatif.scenario import AddMethodists, RemoveMethodists
from queries.whatif.world import World


def add_methodists(world: World, step: AddMethodists) -> str:
    """New posts from the day of the answer on; they support nobody yet."""
    place = world.names.place(step.territory)
    taken = {m.code for m in world.store.all(Methodist)}
    word = translator(world.lang)("NEW")
    codes = (code for n in range(1, len(taken) + step.count + 1) if (code := f"{word}-{n:03}") not in taken)
    made = [
        Methodist(
            id=part_id(place.id, "methodist", code, world.as_of.isoformat()),
            code=code,
            date=world.as_of,
            subject_area=step.subject_area,
            fte=step.fte,
            territory=place.id,
        )
        for code, _ in zip(codes, range(step.count), strict=False)
    ]
    world.places.add(place.id)
    world.changes.make(made)
    return world._(
        "Methodists added: {number} ({area}), {territory}, {fte} of a post each",
        number=len(made),
        area=step.subject_area or world._("all school subjects"),
        territory=place.name,
        fte=world.figure(step.fte),
    )


def remove_methodists(world: World, step: RemoveMethodists) -> str:
    """Their posts of all days and their support go; the schools they supported are supported by nobody."""
    where = step.territory or world.names.territory
    place = world.names.place(where) if where else None
    everything = {t.id: t for t in world.store.all(Territory)}
    ids = within(everything.values(), place.id) if place else None
    inside = [m for m in world.store.all(Methodist) if ids is None or m.territory in ids]
    known = {m.code for m in inside}
    if absent := [code for code in step.codes if code not in known]:
        raise UnknownResource(
            "There is no methodist «{code}»", mend="See the codes: opora ask load --by methodist", code=absent[0]
        )
    codes = list(step.codes) or sorted({m.code for m in _serving(inside, world) if _of(m, step)})[-(step.count or 0) :]
    if step.count is not None and len(codes) < step.count:
        raise UnknownResource(
            "There are only {known} such methodists in the territory «{place}»",
            mend="Ask to remove fewer.",
            known=len(codes),
            place=place.name if place else "",
        )
    leaving = [m for m in inside if m.code in codes]
    # A code names one person within a region only.
    if place is None and len({region_of(everything, m.territory) for m in leaving if m.code == codes[0]}) > 1:
        raise UnknownResource("Several regions have a methodist «{code}»", mend="Name the territory.", code=codes[0])
    world.places.update(m.territory for m in leaving)
    world.changes.make(drops=[*leaving, *_supports(world, leaving)])
    return world._("Methodists removed: {codes}", codes=", ".join(codes))


def _serving(methodists: Iterable[Methodist], world: World) -> Iterator[Methodist]:
    """Those who work on the day: of each code the rows of the latest day."""
    known = [m for m in methodists if m.date <= world.as_of]
    last = {m.code: max(o.date for o in known if o.code == m.code) for m in known}
    return (m for m in known if m.date == last[m.code] and m.fte > 0)


def _of(methodist: Methodist, step: RemoveMethodists) -> bool:
    return step.subject_area is None or (methodist.subject_area or "").lower() == step.subject_area.lower()


def _supports(world: World, methodists: Iterable[Methodist]) -> list[Entity]:
    ids = {m.id for m in methodists}
    return [s for s in world.store.all(Support) if s.methodist in ids]
