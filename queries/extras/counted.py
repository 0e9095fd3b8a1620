"""How many rows of each kind an answer has, whatever kind of rows alone was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ontology.i18n import translator
from queries.extras.asked import Asked, Extra
from queries.extras.usual import usual
from queries.questions import ACTS
from queries.questions.acts import ActsParams


def counted(column: str, nothing: str = "none") -> Extra:
    """`counts`: rows by the value of this column, those without one under `nothing`; the rest as for any question."""

    def extra(asked: Asked) -> Mapping[str, Any]:
        return {"counts": _counts(asked, column, nothing)} | dict(usual(asked))

    return extra


def compared(asked: Asked) -> Mapping[str, Any]:
    """`counts` by state, and a note for each side that has no act in force."""
    _ = translator(asked.lang)
    notes = []
    for side in ("left", "right"):
        place = asked.known[side].taken
        if place.kind != "territory":
            continue
        acts = asked.store.ask(ACTS, ActsParams(territory=place.id, as_of=asked.params.as_of))
        if not any(act.in_force and act.relation == "own" for act in acts):
            notes.append(_("«{name}» has no act of its own in force on this day", name=place.name))
    return {"counts": _counts(asked, "state", ""), "notes": notes}


def _counts(asked: Asked, column: str, nothing: str) -> dict[str, int]:
    rows = asked.rows
    if getattr(asked.params, column, None) is not None:
        rows = asked.store.ask(asked.question, asked.params.model_copy(update={column: None}))
    found = Counter(str(getattr(row, column) or nothing) for row in rows)
    return dict(sorted(found.items()))
