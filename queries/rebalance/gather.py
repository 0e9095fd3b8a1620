"""What a store knows of a territory's methodists and schools, as a problem of who supports whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison
from ontology.errors import InputError
from ontology.ids import normalise
from ontology.models import Territory
from queries.questions import LOAD, LOAD_NORMS
from queries.questions.load import LoadBy, LoadParams
from queries.questions.load_norms import LoadNormsParams
from queries.questions.supports import SUPPORTS, SupportsParams, SupportsRow
from queries.questions.teachers_of import TEACHERS_OF, TeachersOfParams, TeachersOfRow
from queries.rebalance.demand import Given, units_of
from queries.rebalance.problem import Bound, Problem, Unit, Worker
from queries.store import GraphStore
from queries.territory_tree import above, region_of, within


@dataclass(frozen=True, slots=True)
class Gathered:
    """`bound`: of new posts in the territory. `norm`: where it comes from, None when it was given. `supports`: as they
    stand; `schools`, `places`, `areas`: names; `left_out`: teachers of unknown school subject nobody may take."""

    problem: Problem
    bound: Bound
    norm: dict[str, Any] | None
    supports: tuple[SupportsRow, ...]
    methodists: dict[Id, SupportsRow]
    schools: dict[Id, str]
    places: dict[Id, str]
    areas: dict[str, str]
    left_out: int
    invented: bool


def gathered(store: GraphStore, territory: Id, as_of: Day, norm: float | None = None) -> Gathered:
    """Everything that bears on who supports the schools of the territory. InputError when no norm is in force."""
    territories = {t.id: t for t in store.all(Territory)}
    inside = within(territories.values(), territory)
    upward = set(above(territories, territory))
    rows = store.ask(SUPPORTS, SupportsParams(territory=territory, as_of=as_of))
    counts = store.ask(TEACHERS_OF, TeachersOfParams(territory=territory, as_of=as_of))
    at_work = {r.methodist_id for r in rows if r.territory_id in inside | upward or r.school_territory_id in inside}
    supports = [r for r in rows if r.methodist_id in at_work]
    bounds, source = _bounds(store, territories, territory, as_of, norm)
    workers = tuple(_worker(own, inside, bounds) for own in _by_methodist(supports))
    known = tuple(_units(supports, counts, inside))
    ways = {id: frozenset(above(territories, id)) for id in {u.place for u in known}}
    everyone = Problem(known, workers, ways)
    # Who is to support teachers whose school subject nobody knows? Only somebody who supports all of them.
    units = tuple(u for u in known if u.area or u.holder or any(everyone.may(w, u) for w in workers))
    names = {r.school_id: r.school_name for r in supports if r.school_id and r.school_name}
    return Gathered(
        problem=Problem(units, workers, ways),
        bound=bounds(territory),
        norm=source,
        supports=tuple(supports),
        methodists={r.methodist_id: r for r in supports},
        schools=names | {c.school_id: c.school_name for c in counts},
        places={id: t.name for id, t in territories.items()},
        areas={normalise(area): area for area in _subjects(supports, counts)},
        left_out=sum(u.teachers for u in known) - sum(u.teachers for u in units),
        invented=any(r.invented for r in supports) or any(c.invented for c in counts),
    )


def _subjects(supports: list[SupportsRow], counts: list[TeachersOfRow]) -> list[str]:
    """School subjects as written; of two writings of one the methodist's is shown."""
    return [a for a in (*(c.subject_area for c in counts), *(r.subject_area for r in supports)) if a]


def _by_methodist(supports: list[SupportsRow]) -> Iterator[list[SupportsRow]]:
    own: dict[Id, list[SupportsRow]] = {}
    for row in supports:
        own.setdefault(row.methodist_id, []).append(row)
    yield from own.values()


def _worker(own: list[SupportsRow], inside: frozenset[Id], bounds: Callable[[Id], Bound]) -> Worker:
    """Teachers of schools elsewhere stay with the methodist and take room."""
    first = own[0]
    elsewhere = sum(r.teachers or 0 for r in own if r.school_id and r.school_territory_id not in inside)
    room = bounds(first.territory_id).teachers(first.fte_hundredths) - elsewhere
    return Worker(first.methodist_id, first.territory_id, _area(first.subject_area), room)


def _area(text: str | None) -> str | None:
    return normalise(text) if text else None


def _units(supports: list[SupportsRow], counts: list[TeachersOfRow], inside: frozenset[Id]) -> Iterator[Unit]:
    """School by school, by id."""
    schools: dict[Id, tuple[Id, list[Given], dict[str | None, int]]] = {}
    for count in counts:
        _, _, known = schools.setdefault(count.school_id, (count.territory_id, [], {}))
        known[_area(count.subject_area)] = known.get(_area(count.subject_area), 0) + count.teachers
    for row in supports:
        if row.school_id and row.school_territory_id in inside and row.teachers:
            _, given, _ = schools.setdefault(row.school_id, (str(row.school_territory_id), [], {}))
            given.append(Given(row.methodist_id, _area(row.subject_area), row.teachers))
    for school, (place, given, known) in sorted(schools.items()):
        yield from units_of(school, place, given, known)


def _bounds(
    store: GraphStore, territories: dict[Id, Territory], place: Id, as_of: Day, norm: float | None
) -> tuple[Callable[[Id], Bound], dict[str, Any] | None]:
    """Territory → bound there; and what sets the one of `place`."""
    if norm is not None:
        return (lambda _: Bound(norm)), None
    asked = LoadParams(territory=region_of(territories, place), by=LoadBy.METHODIST, as_of=as_of)
    values = {row.territory_id: row.norm for row in store.ask(LOAD, asked) if row.norm is not None}
    own = store.ask(LOAD_NORMS, LoadNormsParams(territory=place, as_of=as_of))
    strict = {(n.territory_id, n.value) for n in own if n.in_force and n.comparison is Comparison.LESS}
    whole = next(iter(store.ask(LOAD, LoadParams(territory=place, by=LoadBy.SUBJECT_AREA, as_of=as_of))), None)
    if whole is not None and whole.norm is not None:
        values[place] = whole.norm
    else:  # neither teachers nor methodists are known: there is no row that would carry the norm
        upper = [n for n in own if n.in_force and n.comparison in (Comparison.AT_MOST, Comparison.LESS)]
        if upper:
            values[place] = upper[-1].value

    def of(id: Id) -> Bound:
        value = values.get(id, values.get(place))
        if value is None or value <= 0:
            raise InputError(
                "No norm of teachers per methodist is in force in the territory «{name}»",
                mend="Give one: --norm 250, or the key «norm» («норматив») of the step",
                name=territories[id].name if id in territories else id,
            )
        return Bound(value, strict=any((t, value) in strict for t in above(territories, id)))

    source = None if whole is None or whole.norm is None else whole.public("ru")
    return of, source and {name: source[name] for name in ("norm", "norm_clause", "norm_order", "norm_date")}
