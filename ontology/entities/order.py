"""Orders (legal acts), their clauses, references, officials and terms. ELI: legal resource and its subdivisions."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime as Moment
from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Ref, Reviewed, Sha256
from ontology.entities.vocabulary import OfficialRole, OrderKind, ReadingStatus, ReferenceKind


class Order(Entity):
    """A legal act. In force from its date until `valid_until` (exclusive)."""

    iri: ClassVar[str] = "opora:Order"
    table: ClassVar[str] = "orders"

    kind: Annotated[OrderKind, Prop("opora:orderKind", "Genre of the act")]
    number: Annotated[str, Prop("opora:number", "Number of the act")]
    date: Annotated[Day | None, Prop("opora:date", "Day of the act", unit="day")]
    title: Annotated[str, Prop("opora:title", "Official title")]
    issuer: Annotated[str, Prop("opora:issuerName", "Who issued it, as the act says")]
    valid_until: Annotated[
        Day | None, Prop("opora:validUntil", "First day it is no longer in force", unit="day", source="repealing order")
    ] = None
    status: Annotated[ReadingStatus, Prop("opora:status", "Read by the program, or confirmed by a person")] = (
        ReadingStatus.EXTRACTED
    )
    confirmed_by: Annotated[str | None, Prop("opora:confirmedBy", "Who confirmed it", source="review")] = None
    confirmed_at: Annotated[Moment | None, Prop("opora:confirmedAt", "When", unit="UTC", source="review")] = None
    file_sha256: Annotated[
        Sha256 | None, Prop("opora:fileSha256", "SHA-256 of the user's file", source="user's file", local=True)
    ] = None
    territory: Annotated[Id, Ref("Territory", "FOR_TERRITORY", "opora:forTerritory", "Where the act is in force")]
    issued_by: Annotated[Id | None, Ref("Subject", "ISSUED_BY", "opora:issuedBy", "The subject that issued it")] = None


class Clause(Entity):
    """A clause of an order, addressed as a lawyer cites it."""

    iri: ClassVar[str] = "opora:Clause"
    table: ClassVar[str] = "clauses"

    address: Annotated[str, Prop("opora:address", "Shortest unambiguous address within the act")]
    position: Annotated[int, Prop("opora:position", "Place in the order of the text, from 0")]
    text_sha256: Annotated[
        Sha256, Prop("opora:textSha256", "SHA-256 of the clause's normalised text (ontology.ids.digest)")
    ]
    text: Annotated[str | None, Prop("opora:text", "The clause itself", source="user's file", local=True)] = None
    order: Annotated[Id, Ref("Order", "PART_OF", "opora:clauseOf", "The act it belongs to")]


class LegalReference(Entity):
    """An act that an order repeals, amends or rests on."""

    iri: ClassVar[str] = "opora:LegalReference"
    table: ClassVar[str] = "legal_references"

    kind: Annotated[ReferenceKind, Prop("opora:referenceKind", "Repeals, amends or rests on")]
    title: Annotated[str, Prop("opora:title", "Official title of the other act")] = ""
    number: Annotated[str | None, Prop("opora:number", "Its number")] = None
    date: Annotated[Day | None, Prop("opora:date", "Its day", unit="day")] = None
    order: Annotated[Id, Ref("Order", "REFERRED_BY", "opora:referredBy", "The act that refers")]
    target: Annotated[
        Id | None, Ref("Order", "REFERS_TO", "opora:refersTo", "The other act, when it is loaded", source="loader")
    ] = None


class Official(Reviewed):
    """An official named in an act: name, post and role only; never phones or e-mail addresses."""

    iri: ClassVar[str] = "opora:Official"
    table: ClassVar[str] = "officials"

    name: Annotated[str, Prop("opora:name", "Surname and initials as in the act")]
    post: Annotated[str | None, Prop("opora:post", "Post as in the act")] = None
    role: Annotated[OfficialRole, Prop("opora:officialRole", "Signs, controls or executes")]
    note: Annotated[
        str | None, Prop("opora:nameNote", "Which writings of the name were taken for one person", source="reader")
    ] = None
    clause: Annotated[Id, Ref("Clause", "NAMED_IN", "opora:namedIn", "The clause that names the official")]


class Term(Reviewed):
    """A term that an act defines."""

    iri: ClassVar[str] = "opora:Term"
    table: ClassVar[str] = "terms"

    term: Annotated[str, Prop("opora:name", "The term")]
    clause: Annotated[Id, Ref("Clause", "NAMED_IN", "opora:namedIn", "The clause that defines it")]
