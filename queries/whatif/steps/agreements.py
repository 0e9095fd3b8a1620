"""Agreements that are concluded or hold no longer."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.entities.vocabulary import AgreementStatus
from ontology.errors import InputError, UnknownResource
from ontology.ids import part_id
from ontology.models import Agreement, Assignment, Subject
from queries.whatif.changes import with_values
from queries.whatif.scenario import Cancel, Conclude
from queries.whatif.world import World


def conclude(world: World, step: Conclude) -> str:
    """Those that acts require of exactly these parties are concluded; when there is none, a new one is."""
    parties = [world.names.subject(words, step.territory) for words in step.between]
    world.felt(*parties)
    waiting = [a for a in _between(world, parties) if a.status is not AgreementStatus.CONCLUDED]
    due = [a for a in waiting if set(a.parties) == {p.id for p in parties}]
    values = {"status": AgreementStatus.CONCLUDED, "date": world.as_of, "valid_until": None}
    if due:
        world.changes.make([with_values(a, **values) for a in due])
    else:
        clause = next((c for p in parties if (c := _clause(world, p))), None)
        if clause is None:
            raise InputError("No act names the parties: there is no clause to rest the agreement on", mend="Load acts")
        ids = sorted(p.id for p in parties)
        made = {"id": part_id(clause, "agreement", *ids), "about": step.about, "parties": tuple(ids), "clause": clause}
        world.changes.make([Agreement.model_validate(made | values)])
    return world._("Agreement concluded: {names}", names="; ".join(p.name for p in parties))


def cancel(world: World, step: Cancel) -> str:
    """All agreements that these are parties of, others perhaps besides, have expired by the day of the answer."""
    parties = [world.names.subject(words, step.territory) for words in step.between]
    world.felt(*parties)
    found = [a for a in _between(world, parties) if a.status is not AgreementStatus.EXPIRED]
    if not found:
        raise UnknownResource(
            "There is no agreement between: {names}",
            mend="See which there are: opora ask agreements",
            names="; ".join(p.name for p in parties),
        )
    ended = {"status": AgreementStatus.EXPIRED, "valid_until": world.as_of}
    world.changes.make([with_values(a, **ended) for a in found])
    return world._("Agreements ended: {number} ({names})", number=len(found), names="; ".join(p.name for p in parties))


def _between(world: World, parties: list[Subject]) -> list[Agreement]:
    """Agreements that all of them are parties of, by id."""
    facts = world.changes.referring(parties[0].id)
    return [f for f in facts if isinstance(f, Agreement) and {p.id for p in parties} <= set(f.parties)]


def _clause(world: World, subject: Subject) -> Id | None:
    """The clause that names the subject first, else one that gives it a function."""
    held = (f.clause for f in world.changes.referring(subject.id) if isinstance(f, Assignment))
    return subject.clause or next(held, None)
