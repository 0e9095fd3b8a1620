"""Who holds what and who deals with whom: assignments, agreements, interactions."""

from __future__ import annotations

from ontology.entities.vocabulary import AgreementStatus, InteractionKind, ReadingStatus, Role
from ontology.ids import digest
from ontology.models import Agreement, Assignment, Interaction
from tests.queries.drawn.base import Country


def held(world: Country) -> None:
    """Assignments, agreements and interactions; none in a country without acts or bodies."""
    if world.clauses and world.subjects:
        _assignments(world)
        _disputed(world)
        _agreements(world)
        _interactions(world)


def _assignments(world: Country) -> None:
    drawn: list[Assignment] = []
    for n in world.often(32, 8):
        function = world.one(world.functions).id
        said = Assignment(
            id=f"{world.prefix}a{n}",
            statement=f"{world.prefix}st{world.random.randrange(n + 1)}",
            role=world.one([Role.RESPONSIBLE, Role.RESPONSIBLE, *Role]),
            position=world.random.randrange(5),
            quote_sha256=digest(str(world.random.randrange(6))),
            quote=f"Слова «{n}»" if world.maybe(0.3) else None,
            confidence=world.random.randint(30, 100) / 100,
            score=world.one([None, 0.25, 0.75]),
            why=world.one(["«Реестр»", "«Реестр», «соглашение», «заключение»"]),
            status=world.one([*[ReadingStatus.EXTRACTED] * 4, *ReadingStatus]),
            subject=world.one(world.subjects).id,
            function=None if world.maybe(0.15) else function,
            clause=world.one(world.clauses).id,
        )
        if drawn and world.maybe(0.5):
            said = _again(world, said, world.one(drawn))
        drawn.append(said)
        world.add(said)


def _again(world: Country, said: Assignment, earlier: Assignment) -> Assignment:
    """Something said before, said once more: by another clause, to a peer or another body, or in other words."""
    same = {"function": earlier.function, "role": earlier.role}
    holder = next(s for s in world.subjects if s.id == earlier.subject)
    peers = [s.id for s in world.subjects if (s.territory, s.level) == (holder.territory, holder.level)]
    if world.maybe(0.6):
        same["subject"] = world.one(peers)
    for name, share in (("statement", 0.2), ("subject", 0.3), ("quote_sha256", 0.7), ("clause", 0.1)):
        if world.maybe(share):
            same[name] = getattr(earlier, name)
    return said.model_copy(update=same)


def _disputed(world: Country) -> None:
    """Peers charged with one function by two clauses of a territory: in the same words or not, by one act or two."""
    homes = {c.id: next(o.territory for o in world.orders if o.id == c.order) for c in world.clauses}
    for n in world.often(4, 1):
        one = world.one(world.subjects)
        peers = [s.id for s in world.subjects if (s.territory, s.level) == (one.territory, one.level) and s != one]
        clauses = [c for c, home in homes.items() if home == one.territory]
        if not peers or len(clauses) < 2:
            continue
        function, words = world.one(world.functions).id, digest(f"dispute {n}")
        for side, (subject, clause) in enumerate(
            zip((one.id, world.one(peers)), world.random.sample(clauses, 2), strict=True)
        ):
            world.add(
                Assignment(
                    id=f"{world.prefix}a{n}.{side}",
                    statement=f"{world.prefix}st{n}.{side}",
                    role=Role.RESPONSIBLE,
                    position=n,
                    quote_sha256=words if world.maybe(0.7) else digest(f"other {side}"),
                    confidence=0.9,
                    why="«Реестр», «соглашение», «заключение»",
                    subject=subject,
                    function=function,
                    clause=clause,
                )
            )


def _agreements(world: Country) -> None:
    for n in world.often(6, 1):
        status = world.one([AgreementStatus.REQUIRED, AgreementStatus.REQUIRED, *AgreementStatus])
        done = status in (AgreementStatus.CONCLUDED, AgreementStatus.EXPIRED)
        world.add(
            Agreement(
                id=f"{world.prefix}g{n}",
                status=status,
                deadline=world.day() if world.maybe(0.6) else None,
                term_text="до конца года" if world.maybe(0.2) else None,
                number=world.one([None, "5", "05"]) if done else None,
                date=world.day() if done and world.maybe(0.7) else None,
                valid_until=world.day() if done and world.maybe(0.6) else None,
                about="О данных" if world.maybe(0.3) else None,
                review=world.review(),
                parties=tuple(s.id for s in world.some(world.subjects, 3)),
                clause=world.one(world.clauses).id,
            )
        )


def _interactions(world: Country) -> None:
    for n in world.often(8, 1):
        source = world.one(world.subjects)
        world.add(
            Interaction(
                id=f"{world.prefix}i{n}",
                kind=world.one([InteractionKind.PROVIDES_DATA, InteractionKind.PROVIDES_DATA, *InteractionKind]),
                what="данные" if world.maybe(0.3) else None,
                review=world.review(),
                source=source.id,
                target=world.one(world.subjects).id,
                clause=world.one(world.clauses).id,
            )
        )
