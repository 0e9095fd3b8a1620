"""Activities: rows of a road map."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, ClassVar

from ontology.entities.base import AS_SET, Id, Prop, Real, Ref, Reviewed
from ontology.entities.vocabulary import ActivityStatus, Periodicity


class Activity(Reviewed):
    """(Activity)-[RESPONSIBLE]->(Subject), -[OF_FUNCTION]->(Function)."""

    iri: ClassVar[str] = "opora:Activity"
    table: ClassVar[str] = "activities"

    no: Annotated[str | None, Prop("opora:number", "Number of the row as written")] = None
    position: Annotated[int, Prop("opora:position", "Place in the road map, from 0")]
    direction: Annotated[str | None, Prop("opora:directionText", "Direction the row stands under")] = None
    event: Annotated[str | None, Prop("opora:eventText", "System-forming event the row stands under")] = None
    title: Annotated[str, Prop("opora:title", "Official name of the activity")]
    responsible_text: Annotated[
        tuple[str, ...], Prop("opora:responsibleText", "Responsible bodies as written", ordered=True)
    ] = ()
    executors: Annotated[tuple[str, ...], Prop("opora:executorText", "Executors as written", ordered=True)] = ()
    term_text: Annotated[str | None, Prop("opora:termText", "Term as written")] = None
    due: Annotated[Day | None, Prop("opora:due", "Last day", unit="day")] = None
    periodicity: Annotated[Periodicity | None, Prop("opora:periodicity", "How often")] = None
    result: Annotated[str | None, Prop("opora:result", "Result, the act's words", source="user's file", local=True)] = (
        None
    )
    status: Annotated[
        ActivityStatus | None,
        Prop("opora:activityStatus", "Planned, done or cancelled; none: nobody has told", source="review"),
    ] = None
    done_on: Annotated[Day | None, Prop("opora:doneOn", "Day it was done", unit="day", source="review")] = None
    score: Annotated[
        Real | None,
        Prop("opora:score", "How well its title fits its functions, the least of them", "share 0..1", source="matcher"),
    ] = None
    responsible: Annotated[
        tuple[Id, ...], Ref("Subject", "RESPONSIBLE", "opora:responsible", "Responsible subjects"), AS_SET
    ] = ()
    functions: Annotated[
        tuple[Id, ...],
        Ref("Function", "OF_FUNCTION", "opora:ofFunction", "Functions it carries out, by its title", source="matcher"),
        AS_SET,
    ] = ()
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that says so")]
