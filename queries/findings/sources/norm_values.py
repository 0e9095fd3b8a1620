"""Norms that are set on something with a name."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, ObservationKind
from queries.findings.declared import source
from queries.findings.fact import Fact


class NormValue(Fact):
    """A norm; `name`: what it is set on."""

    norm: Id
    name: str
    unit: str | None
    op: Comparison
    value: float
    kind: ObservationKind
    period: str | None


NORM_VALUES = source(
    "norm_values",
    "Нормы действующих актов для их же территории: на что, сколько, за какой период.",
    "Norms of acts in force for their own territory: on what, how much, for which period.",
    NormValue,
)
