"""How many territories an audit can say nothing of, since no act of theirs is loaded."""

from __future__ import annotations

from ontology.entities.vocabulary import TerritoryKind
from queries.findings.declared import source
from queries.question import Row


class UnactedRow(Row):
    """Number of territories of a kind."""

    kind: TerritoryKind
    territories: int


UNACTED_TERRITORIES = source(
    "unacted_territories",
    "Сколько регионов и муниципалитетов, у которых не загружено ни одного акта.",
    "How many regions and municipalities have no act of theirs loaded.",
    UnactedRow,
)
