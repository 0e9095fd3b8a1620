"""Indicators, their observations, and norms (Data Cube: observation)."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, ClassVar

from ontology.entities.base import Id, Prop, Real, Ref, Reviewed
from ontology.entities.vocabulary import Comparison, ObservationKind


class Indicator(Reviewed):
    """What is measured."""

    iri: ClassVar[str] = "opora:Indicator"
    table: ClassVar[str] = "indicators"

    no: Annotated[str | None, Prop("opora:number", "Number of the row as written")] = None
    position: Annotated[int, Prop("opora:position", "Place in the act, from 0")]
    group: Annotated[str | None, Prop("opora:groupText", "Heading it stands under")] = None
    name: Annotated[str, Prop("opora:name", "Official name")]
    unit: Annotated[str | None, Prop("opora:unit", "Unit of its values as written: %, чел., …")] = None
    target_op: Annotated[Comparison | None, Prop("opora:targetComparison", "How the target is compared")] = None
    target_value: Annotated[Real | None, Prop("opora:targetValue", "Target", unit="the indicator's")] = None
    target_period: Annotated[str | None, Prop("opora:targetPeriod", "When the target is due, as written")] = None
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that sets it")]


class Observation(Reviewed):
    """A value of an indicator, reached or planned. (Observation)-[OBSERVES]->(Indicator)."""

    iri: ClassVar[str] = "opora:Observation"
    table: ClassVar[str] = "observations"

    period: Annotated[str, Prop("opora:period", "Period as written: 2023, январь 2023")]
    kind: Annotated[ObservationKind, Prop("opora:observationKind", "Actual or plan")]
    value: Annotated[
        Real | None, Prop("opora:value", "Value; none when it was not measured", unit="the indicator's")
    ] = None
    written: Annotated[str | None, Prop("opora:valueText", "Value as written")] = None
    indicator: Annotated[Id, Ref("Indicator", "OBSERVES", "opora:observes", "Its indicator")]


class Norm(Reviewed):
    """A bound that a clause sets on a metric, for a territory and a time."""

    iri: ClassVar[str] = "opora:Norm"
    table: ClassVar[str] = "norms"

    metric: Annotated[
        str, Prop("opora:metric", "What is bounded: our code, else the indicator's official name, else `other`")
    ]
    comparison: Annotated[Comparison, Prop("opora:comparison", "How a value is held against it")]
    value: Annotated[Real, Prop("opora:value", "The bound", unit="see unit")]
    unit: Annotated[str | None, Prop("opora:unit", "Unit as written")] = None
    kind: Annotated[
        ObservationKind, Prop("opora:observationKind", "Plan (a bound) or actual (the level reached then)")
    ] = ObservationKind.PLAN
    period: Annotated[str | None, Prop("opora:period", "Period as written")] = None
    valid_from: Annotated[Day | None, Prop("opora:validFrom", "First day it holds", unit="day")] = None
    valid_until: Annotated[Day | None, Prop("opora:validUntil", "First day it no longer holds", unit="day")] = None
    about: Annotated[
        str | None, Prop("opora:about", "What is bounded, in the act's words", source="user's file", local=True)
    ] = None
    territory: Annotated[
        Id, Ref("Territory", "FOR_TERRITORY", "opora:forTerritory", "Where it holds; federal norms: the country")
    ]
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that sets it")]
