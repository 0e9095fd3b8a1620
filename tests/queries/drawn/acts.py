"""Territories and acts: repealed, future, undated, of one title; their clauses, references, officials and terms."""

from __future__ import annotations

from datetime import date

from ontology.entities.vocabulary import OfficialRole, OrderKind, ReferenceKind, TerritoryKind
from ontology.ids import digest
from ontology.models import Clause, LegalReference, Official, Order, Term, Territory
from tests.queries.drawn.base import Country

# Names that sort hard: ё after я by code point, capitals before small letters, quotes, the same name twice.
PLACES = ("Ёлкинский район", "Белкинский район", "город Стрелкин", "белкинский район", "'; DROP TABLE --")
TITLES = ("О системе наставничества", "О системе наставничества", "о Системе наставничества", "Ёжик", "О методистах")
PEOPLE = ("Ёлкина А.А.", "Елкина А.А.", "Ёлкина А. А.", "Белкин Б.Б.", "белкин Б.Б.", "Чикунова В.В.", "Чикуннова В.В.")
POSTS = (None, "министр", "Министр", "директор школы", "начальник отдела")


def places(world: Country) -> None:
    """A country, two regions, up to three municipalities in each."""
    top = f"{world.prefix}ru"
    world.territories.append(Territory(id=top, name="Страна", kind=TerritoryKind.COUNTRY))
    for r in range(2):
        region = f"{world.prefix}r{r}"
        world.territories.append(Territory(id=region, name=f"Область № {r}", kind=TerritoryKind.REGION, part_of=top))
        for m in world.often(3, 1):
            world.territories.append(
                Territory(id=f"{region}.m{m}", name=world.one(PLACES), kind=TerritoryKind.MUNICIPALITY, part_of=region)
            )
    world.entities += world.territories


def acts(world: Country) -> None:
    """Up to two acts of each territory, the regions' most often two; each with up to five clauses."""
    for place in world.territories:
        for n in range(world.one([1, 2, 2, 3] if place.kind is TerritoryKind.REGION else [0, 1, 1, 2])):
            act = Order(
                id=f"{place.id}.o{n}",
                kind=world.one([OrderKind.PRIKAZ, OrderKind.PRIKAZ, *OrderKind]),
                number=world.one([str(n), "12-од", "12-ОД"]),
                date=None if world.maybe(0.1) else world.day(),
                valid_until=world.day() if world.maybe(0.2) else None,
                title=world.one(TITLES),
                issuer="Орган",
                status=world.review(),
                territory=place.id,
            )
            world.orders.append(act)
            world.add(act)
            loaded = world.maybe(0.4)
            for c in world.often(5, 2):
                clause = Clause(
                    id=f"{act.id}.c{c}",
                    address=world.one([f"3.{c}", f"прил. 2, п. {c}", f"{c}.а", f"3.{c + 9}"]),
                    position=world.one([c, c, 0]),
                    text_sha256=digest(f"{c}"),
                    text=f"Слова пункта {c}" if loaded else None,
                    order=act.id,
                )
                world.clauses.append(clause)
                world.add(clause)


def mentions(world: Country) -> None:
    """What acts say of other acts (loaded or not), of officials and of terms."""
    for n in world.often(7, 1):
        if world.orders:
            target = world.one(world.orders) if world.maybe(0.6) else None
            own = world.one(world.orders)
            world.add(
                LegalReference(
                    id=f"{world.prefix}ref{n}",
                    kind=world.one([ReferenceKind.BASIS, *ReferenceKind]),
                    title=world.one(["", "Об образовании", *TITLES]),
                    number=target.number if target else world.one([None, "273-ФЗ"]),
                    date=target.date if target else world.one([None, date(2012, 12, 29)]),
                    order=own.id,
                    target=target.id if target and target.id != own.id else None,
                )
            )
    for n in world.often(12, 4):
        if world.clauses:
            clause = world.one(world.clauses).id
            world.add(
                Official(
                    id=f"{world.prefix}p{n}",
                    name=world.one(PEOPLE),
                    post=world.one(POSTS),
                    role=world.one(list(OfficialRole)),
                    review=world.review(),
                    clause=clause,
                )
            )
            if world.maybe(0.4):
                world.add(Term(id=f"{world.prefix}t{n}", term=world.one(["Ёмкость", "методист"]), clause=clause))
