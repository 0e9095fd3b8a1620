"""What people have said: decisions on facts (some on clauses that read otherwise now), justifications, drafts."""

from __future__ import annotations

from datetime import UTC, datetime

from ontology.entities.vocabulary import Verdict
from ontology.ids import digest
from ontology.models import Assignment, Decision, Draft, Justification
from tests.queries.drawn.base import Country

_WHEN = datetime(2024, 5, 1, 9, 30, tzinfo=UTC)


def reviews(world: Country) -> None:
    """Decisions on assignments, a justification that meets no finding, and an act kept aside."""
    acts = {c.id: c.order for c in world.clauses}
    facts = [e for e in world.entities if isinstance(e, Assignment)]
    for n, fact in enumerate(world.some(facts, 4)):
        clause = next(c for c in world.clauses if c.id == fact.clause)
        world.add(
            Decision(
                id=f"{world.prefix}dec{n}",
                target=fact.id if world.maybe(0.8) else f"{world.prefix}gone",
                target_class="Assignment",
                verdict=world.one(list(Verdict)),
                decided_by=world.one(["Ёлкина А.А.", "Методист"]),
                decided_at=_WHEN.replace(day=world.random.randint(1, 28)),
                address=clause.address,
                clause_sha256=world.one([clause.text_sha256, digest("другое")]),
                stale=world.maybe(0.5),
                order=acts[fact.clause],
            )
        )
    for n in world.often(2):
        world.add(
            Justification(
                id=f"{world.prefix}j{n}",
                finding=f"{world.prefix}finding{n}",
                kind="overlap",
                reason="Так решено",
                justified_by="Методист",
                justified_at=_WHEN,
                until=world.day() if world.maybe(0.5) else None,
                territory=world.one(world.territories).id if world.maybe(0.7) else None,
            )
        )
    if world.maybe(0.3):
        world.add(
            Draft(
                id=f"{world.prefix}draft",
                order_id=f"{world.prefix}r0.o9",
                title="Приказ № 9",
                file_name="9.txt",
                sha256=digest("9"),
                loaded_at=_WHEN,
            )
        )
