"""Responsibility: why nobody holds the function, and what to mind when somebody does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ontology.entities.vocabulary import Role
from ontology.i18n import translator
from queries.extras.asked import Asked
from queries.extras.invented import invented
from queries.nobody import nobody_holds
from queries.questions.responsibility import ResponsibilityParams, ResponsibilityRow


def responsibility(asked: Asked) -> Mapping[str, Any]:
    """`nobody` and `notes`."""
    rows = cast("list[ResponsibilityRow]", asked.rows)
    params = cast(ResponsibilityParams, asked.params)
    place, function = asked.known["territory"].taken, asked.known["function"].taken
    nobody = nobody_holds(asked.store, function.id, place.id, place.name, params.level, params.as_of, asked.lang)
    notes = []
    if rows and not any(r.role in {Role.RESPONSIBLE, Role.ACCOUNTABLE} for r in rows):
        notes.append(
            translator(asked.lang)("Nobody is responsible: the subjects named only take part, agree or are informed.")
        )
    return {"nobody": nobody, "notes": notes + invented(any(r.subject_invented for r in rows), asked.lang)}
