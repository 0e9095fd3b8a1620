"""Staffing: counts of teachers and pseudonymous methodists. No personal data of teachers, ever."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Real, Ref


class Headcount(Entity):
    """Teachers of an organisation on a day. (Headcount)-[COUNTED_AT]->(Subject)."""

    iri: ClassVar[str] = "opora:Headcount"
    table: ClassVar[str] = "headcounts"

    date: Annotated[Day, Prop("opora:date", "Day of the count", unit="day", source="headcounts.csv")]
    subject_area: Annotated[
        str | None, Prop("opora:subjectArea", "School subject; none: all", source="headcounts.csv")
    ] = None
    teachers: Annotated[int, Prop("opora:teachers", "Number of teachers", unit="people", source="headcounts.csv")]
    invented: Annotated[bool, Prop("opora:invented", "Demonstration data, not a fact", source="headcounts.csv")] = False
    subject: Annotated[Id, Ref("Subject", "COUNTED_AT", "opora:countedAt", "The organisation", source="headcounts.csv")]


class Methodist(Entity):
    """A regional methodist under a pseudonymous code, as of a day."""

    iri: ClassVar[str] = "opora:Methodist"
    table: ClassVar[str] = "methodists"

    code: Annotated[str, Prop("opora:code", "Pseudonymous code", source="methodists.csv")]
    date: Annotated[Day, Prop("opora:date", "Day from which the row holds", unit="day", source="methodists.csv")]
    subject_area: Annotated[
        str | None, Prop("opora:subjectArea", "School subject; none: all", source="methodists.csv")
    ] = None
    fte: Annotated[Real, Prop("opora:fte", "Full-time equivalent of the post", unit="posts", source="methodists.csv")]
    invented: Annotated[bool, Prop("opora:invented", "Demonstration data, not a fact", source="methodists.csv")] = False
    territory: Annotated[
        Id, Ref("Territory", "SERVES", "opora:serves", "Where the methodist works", source="methodists.csv")
    ]


class Support(Entity):
    """How many teachers of which organisation a methodist supports. (Support)-[GIVEN_BY]->(Methodist)."""

    iri: ClassVar[str] = "opora:Support"
    table: ClassVar[str] = "supports"

    teachers: Annotated[int, Prop("opora:teachers", "Teachers supported", unit="people", source="methodists.csv")]
    invented: Annotated[bool, Prop("opora:invented", "Demonstration data, not a fact", source="methodists.csv")] = False
    methodist: Annotated[Id, Ref("Methodist", "GIVEN_BY", "opora:givenBy", "Who supports", source="methodists.csv")]
    subject: Annotated[Id, Ref("Subject", "GIVEN_TO", "opora:givenTo", "Whose teachers", source="methodists.csv")]
