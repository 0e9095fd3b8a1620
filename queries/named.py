"""Something by id and name, as lists in rows and cards carry it."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.question import Row


class Named(Row):
    """Something by id and name."""

    id: Id
    name: str
