"""Subjects of the system: bodies, their parts, communities and posts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.entities.base import AS_SET, Id, Prop, Ref, Reviewed
from ontology.entities.vocabulary import Level, SubjectKind


class Subject(Reviewed):
    """Who can hold a function. A generic subject («муниципальная методическая служба») stands for one per municipality
    or school; an actual one FILLS it."""

    iri: ClassVar[str] = "opora:Subject"
    table: ClassVar[str] = "subjects"

    name: Annotated[str, Prop("opora:name", "Official name in the nominative")]
    short: Annotated[str | None, Prop("opora:shortName", "Abbreviation the act introduces")] = None
    alternative_names: Annotated[
        tuple[str, ...], Prop("opora:alternativeName", "Other names the acts use"), AS_SET
    ] = ()
    level: Annotated[Level | None, Prop("opora:level", "Level the subject acts at; absent when no act says")] = None
    kind: Annotated[SubjectKind, Prop("opora:subjectKind", "Sort of body")]
    generic: Annotated[bool, Prop("opora:generic", "Stands for one per municipality or school")] = False
    vacant: Annotated[bool, Prop("opora:vacant", "The post or body exists, nobody fills it", source="registry")] = False
    invented: Annotated[bool, Prop("opora:invented", "Demonstration data, not a fact", source="registry")] = False
    territory: Annotated[Id, Ref("Territory", "IN_TERRITORY", "opora:inTerritory", "Where the subject acts")]
    part_of: Annotated[Id | None, Ref("Subject", "PART_OF", "opora:partOfSubject", "The body it is a part of")] = None
    fills: Annotated[
        Id | None,
        Ref("Subject", "FILLS", "opora:fills", "The generic subject this actual one fills", source="registry"),
    ] = None
    clause: Annotated[Id | None, Ref("Clause", "NAMED_IN", "opora:namedIn", "The clause that names it first")] = None
