"""Routes and their steps (P-Plan: plan and step)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Ref, Reviewed


class Route(Entity):
    """An ordered process that runs through several subjects."""

    iri: ClassVar[str] = "opora:Route"
    table: ClassVar[str] = "routes"

    name: Annotated[str, Prop("opora:name", "Name of the route")]
    order: Annotated[Id, Ref("Order", "SET_BY", "opora:setBy", "The act it is read from")]


class Step(Reviewed):
    """(Step)-[STEP_OF]->(Route): who does what, in which place."""

    iri: ClassVar[str] = "opora:Step"
    table: ClassVar[str] = "steps"

    position: Annotated[int, Prop("opora:position", "Place in the route, from 1")]
    does: Annotated[str | None, Prop("opora:does", "The act's words", source="user's file", local=True)] = None
    route: Annotated[Id, Ref("Route", "STEP_OF", "opora:stepOf", "Its route")]
    subject: Annotated[
        Id | None, Ref("Subject", "DONE_BY", "opora:doneBy", "Who does it; none: the route is broken here")
    ] = None
    function: Annotated[
        Id | None, Ref("Function", "OF_FUNCTION", "opora:ofFunction", "The function it carries out")
    ] = None
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that says so")]
