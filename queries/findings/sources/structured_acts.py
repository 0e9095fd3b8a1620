"""Acts that can be held against a structure: those of territories whose acts charge somebody with something."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.findings.declared import source
from queries.question import Row


class StructuredActRow(Row):
    """An act in force of a territory that has a structure, set by this act or another one."""

    order_id: Id
    territory_id: Id
    territory_name: str


STRUCTURED_ACTS = source(
    "structured_acts",
    "Действующие акты территорий, в которых есть структура: хотя бы одному субъекту что-то поручено.",
    "Acts in force of territories that have a structure: at least one subject is charged with something.",
    StructuredActRow,
)
