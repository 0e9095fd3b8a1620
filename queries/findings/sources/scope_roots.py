"""The territories an audit begins at."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.findings.declared import source
from queries.question import Row


class Root(Row):
    """A territory with all that lies in it."""

    territory_id: Id
    territory_name: str


SCOPE_ROOTS = source(
    "scope_roots",
    "С каких территорий начинается проверка.",
    "At which territories an audit begins.",
    Root,
)
