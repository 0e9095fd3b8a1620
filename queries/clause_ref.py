"""A clause as lists in rows carry it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from ontology.entities.base import Id
from queries.cited import Citing, clause_json
from queries.question import Row


class ClauseRef(Row):
    """A clause and its order."""

    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    clause_id: Id
    clause: str

    def public(self, lang: str = "ru") -> dict[str, Any]:
        """Nested order, clause."""
        return clause_json(self)


def clause_refs(rows: Iterable[Citing], made: dict[Id, ClauseRef] | None = None) -> tuple[ClauseRef, ...]:
    """The clauses that rows name, each once, in the order of the rows. `made`: references to use again, added to."""
    made = {} if made is None else made
    found: dict[Id, ClauseRef] = {}
    for row in rows:
        if row.clause_id is None or row.order_id is None or row.clause_id in found:
            continue
        if row.clause_id not in made:
            made[row.clause_id] = ClauseRef(
                order_id=row.order_id,
                order_number=row.order_number or "",
                order_date=row.order_date,
                order_title=row.order_title or "",
                clause_id=row.clause_id,
                clause=row.clause or "",
            )
        found[row.clause_id] = made[row.clause_id]
    return tuple(found.values())
