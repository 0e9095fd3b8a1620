"""The territories an audit can say anything of: those with an act of their own."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.findings.declared import source
from queries.question import Row


class ActedRow(Row):
    """A territory with an act of its own, in force or not."""

    territory_id: Id
    territory_name: str


ACTED_TERRITORIES = source(
    "acted_territories",
    "Территории, у которых загружен хотя бы один собственный акт, действующий или нет.",
    "Territories with at least one act of their own loaded, in force or not.",
    ActedRow,
)
