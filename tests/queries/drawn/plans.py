"""What acts plan and measure: activities of road maps, indicators with values, norms, routes with their steps."""

from __future__ import annotations

from ontology.entities.vocabulary import ActivityStatus, Comparison, ObservationKind, Periodicity
from ontology.models import Activity, Indicator, Norm, Observation, Route, Step
from tests.queries.drawn.base import Country

# Names of indicators nearly and wholly alike, one that a norm is set on as well.
SHARE = "Доля школ с наставничеством"
MEASURED = (SHARE, SHARE, "доля школ с  наставничеством", "Доля школ с наставничествам", "Ёмкость реестра")
PERIODS = ("2023", "2023", "2024", "январь 2023", "к 2024 году")


def plans(world: Country) -> None:
    """Activities, indicators, norms and routes; none in a country without acts."""
    if world.clauses:
        _activities(world)
        _indicators(world)
        _norms(world)
        _routes(world)


def _activities(world: Country) -> None:
    told = {act.id: world.maybe(0.5) for act in world.orders}  # its road map has executors and results
    # Some stand at the clause of an agreement: that clause plans its conclusion.
    deals = [e.clause for e in world.entities if type(e).__name__ == "Agreement"]  # type: ignore[attr-defined]
    for n in world.often(14, 5):
        at = world.one(deals) if deals and world.maybe(0.3) else world.one(world.clauses).id
        full = told[at.rsplit(".", 1)[0]]
        due = world.day() if world.maybe(0.6) else None
        status = world.one([None, None, None, *ActivityStatus])
        world.add(
            Activity(
                id=f"{world.prefix}act{n}",
                no=world.one([None, str(n), f"{n}.1"]),
                position=world.one([n, 0]),
                direction=world.one([None, "Данные", "данные"]),
                title=world.one(["Заключить соглашение", "Ёлочный семинар", "заключить соглашение", "Реестр"]),
                responsible_text=world.some(("ЦРО", "Совет", "Ёж"), 2),
                executors=world.some(("методисты", "школы"), 2) if full else (),
                term_text=world.one([None, "до 1 июня", "ежегодно"]),
                due=due,
                periodicity=world.one([None, None, *Periodicity]),
                result="приказ" if full and world.maybe(0.5) else None,
                status=status,
                done_on=world.day() if status is ActivityStatus.DONE and world.maybe(0.7) else None,
                review=world.review(),
                score=world.one([None, 0.5, 0.9]),
                responsible=tuple(s.id for s in world.some(world.subjects, 3)),
                functions=tuple(f.id for f in world.some(world.functions, 2)),
                clause=at,
            )
        )


def _indicators(world: Country) -> None:
    for n in world.often(8, 2):
        aimed = world.maybe(0.6)
        measured = Indicator(
            id=f"{world.prefix}k{n}",
            no=world.one([None, str(n)]),
            position=world.one([n, 0]),
            group=world.one([None, "Наставничество"]),
            name=world.one(MEASURED),
            unit=world.one([None, "%", "чел."]),
            target_op=world.one([Comparison.AT_LEAST, *Comparison]) if aimed else None,
            target_value=float(world.one([69, 100, 12.5])) if aimed else None,
            target_period=world.one([None, *PERIODS]) if aimed else None,
            review=world.review(),
            clause=world.one(world.clauses).id,
        )
        world.add(measured)
        for o in world.often(4):
            world.add(
                Observation(
                    id=f"{world.prefix}k{n}.{o}",
                    period=world.one(PERIODS),
                    kind=world.one(list(ObservationKind)),
                    value=None if world.maybe(0.15) else float(world.one([69, 70, 100, 0, 12.5])),
                    written=world.one([None, "н/д"]),
                    review=world.review(),
                    indicator=measured.id,
                )
            )


def _norms(world: Country) -> None:
    for n in world.often(10, 4):
        world.add(
            Norm(
                id=f"{world.prefix}n{n}",
                metric=world.one(["teachers-per-methodist", "teachers-per-methodist", "other", SHARE]),
                comparison=world.one([Comparison.AT_MOST, Comparison.AT_MOST, Comparison.AT_LEAST]),
                value=float(world.one([100, 250, 300, 400, 12.5])),
                kind=world.one([ObservationKind.PLAN, ObservationKind.PLAN, ObservationKind.ACTUAL]),
                period=world.one([None, *PERIODS]),
                valid_from=world.day() if world.maybe(0.7) else None,
                valid_until=world.day() if world.maybe(0.5) else None,
                about=SHARE if world.maybe(0.2) else None,
                review=world.review(),
                territory=world.one(world.territories).id,
                clause=world.one(world.clauses).id,
            )
        )


def _routes(world: Country) -> None:
    for n in world.often(3, 1):
        act = world.one(world.orders)
        world.add(Route(id=f"{world.prefix}w{n}", name=world.one(["Ёлка", "маршрут", "Маршрут"]), order=act.id))
        for s in world.often(5, 2):
            world.add(
                Step(
                    id=f"{world.prefix}w{n}.{s}",
                    position=s + 1,
                    does="учит" if world.maybe(0.3) else None,
                    review=world.review(),
                    route=f"{world.prefix}w{n}",
                    subject=world.one(world.subjects).id if world.subjects and world.maybe(0.8) else None,
                    function=world.one(world.functions).id if world.maybe(0.6) else None,
                    clause=world.one(world.clauses_of(act.id)).id,
                )
            )
