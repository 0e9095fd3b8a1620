"""Assignments: a subject holds a function in a role, by a clause."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Real, Ref, Sha256
from ontology.entities.vocabulary import ReadingStatus, Role


class Assignment(Entity):
    """(Assignment)-[HELD_BY]->(Subject), -[OF_FUNCTION]->(Function), -[BY_CLAUSE]->(Clause).

    One statement of an order gives one assignment per subject and function; a statement that fits no function gives
    one without a function, so that it is listed and never lost.
    """

    iri: ClassVar[str] = "opora:Assignment"
    table: ClassVar[str] = "assignments"

    statement: Annotated[Id, Prop("opora:statement", "Id of the statement; shared by its assignments")]
    role: Annotated[Role, Prop("opora:role", "RACI role; the verb of the statement decides")]
    position: Annotated[int, Prop("opora:position", "Place of the statement in the act, from 0")]
    quote_sha256: Annotated[Sha256, Prop("opora:quoteSha256", "SHA-256 of the normalised statement")]
    quote: Annotated[str | None, Prop("opora:quote", "The statement itself", source="user's file", local=True)] = None
    named_as: Annotated[
        str | None, Prop("opora:namedAs", "Writing by which the subject was found, where it is not its name")
    ] = None
    confidence: Annotated[Real, Prop("opora:confidence", "How surely it was read", unit="share 0..1", source="reader")]
    score: Annotated[
        Real | None, Prop("opora:score", "How well it fits the function", unit="share 0..1", source="matcher")
    ] = None
    why: Annotated[str | None, Prop("opora:why", "Terms that decided the function", source="matcher", lang="ru")] = None
    status: Annotated[ReadingStatus, Prop("opora:status", "Extracted, or confirmed by a person")] = (
        ReadingStatus.EXTRACTED
    )
    confirmed_by: Annotated[str | None, Prop("opora:confirmedBy", "Who confirmed it", source="review")] = None
    confirmed_at: Annotated[datetime | None, Prop("opora:confirmedAt", "When", unit="UTC", source="review")] = None
    subject: Annotated[Id, Ref("Subject", "HELD_BY", "opora:heldBy", "Who holds the function")]
    function: Annotated[
        Id | None, Ref("Function", "OF_FUNCTION", "opora:ofFunction", "The function; none: unmapped")
    ] = None
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that says so")]
