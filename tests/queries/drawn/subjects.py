"""Subjects: generic and actual ones, vacant, parts of others, filled or not, nearly of one name."""

from __future__ import annotations

from ontology.entities.vocabulary import Level, SubjectKind, VariantReason
from ontology.models import NameVariant, Subject
from tests.queries.drawn.base import Country

NAMES = (
    "Центр развития образования",
    "центр развития образования",
    "Центр развитя образования",
    "МБУ «Центр развития образования»",
    "Служба",
    "Совет",
    '«Ёж» "и" уж',
)


def subjects(world: Country) -> None:
    """Up to four bodies of each territory, and organisations that fill generic ones."""
    for place in world.territories:
        for _ in world.often(4):
            number = len(world.subjects)
            name = world.one(NAMES)
            world.subjects.append(
                Subject(
                    id=f"{world.prefix}s{number}",
                    name=name if world.maybe(0.5) else f"{name} № {number}",
                    short=world.one([None, "ЦРО", f"С{number}"]),
                    alternative_names=world.some(("Центр", "ЦРО", "Ёж"), 2),
                    level=None if world.maybe(0.15) else world.one(list(Level)),
                    kind=world.one(list(SubjectKind)),
                    generic=world.maybe(0.4),
                    vacant=world.maybe(0.15),
                    review=world.review(),
                    territory=place.id,
                    clause=world.one(world.clauses).id if world.clauses and world.maybe(0.7) else None,
                    part_of=world.one(world.subjects).id if world.subjects and world.maybe(0.3) else None,
                )
            )
    _twins(world)
    generics = [s for s in world.subjects if s.generic]
    for place in world.territories:
        for _ in world.often(2 if generics else 0):
            number = len(world.subjects)
            world.subjects.append(
                Subject(
                    id=f"{world.prefix}s{number}",
                    name=f"Школа № {number}",
                    level=None if world.maybe(0.2) else world.one(list(Level)),
                    kind=SubjectKind.ORGANISATION,
                    vacant=world.maybe(0.3),
                    invented=world.maybe(0.3),
                    territory=place.id,
                    fills=world.one(generics).id,
                )
            )
    world.entities += world.subjects
    _named(world)


def _twins(world: Country) -> None:
    """Bodies of one territory that differ by little more than their names: one body named twice, or two peers."""
    for subject in [s for s in world.subjects if world.maybe(0.2)]:
        twin = {
            "id": f"{world.prefix}s{len(world.subjects)}",
            "name": world.one(NAMES),
            "part_of": None,
            "vacant": False,
        }
        world.subjects.append(subject.model_copy(update=twin))


def _named(world: Country) -> None:
    """Who issued the acts, and other writings of names."""
    if not world.subjects:
        return
    for place, entity in enumerate(world.entities):
        if entity in world.orders and world.maybe(0.4):
            world.entities[place] = entity.model_copy(update={"issued_by": world.one(world.subjects).id})
    for n in world.often(3 if world.clauses else 0):
        world.add(
            NameVariant(
                id=f"{world.prefix}v{n}",
                written=world.one(["ЦPО", "цро"]),
                why=world.one(list(VariantReason)),
                review=world.review(),
                subject=world.one(world.subjects).id,
                clause=world.one(world.clauses).id,
            )
        )
