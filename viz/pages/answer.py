"""The answer to a plain question of any sort as a table: what people read of each row, with its clause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ontology.i18n import Lang
from queries.answer import Answer, answer
from queries.questions import QUESTIONS
from queries.shown import cells, heading, headings
from queries.store import GraphStore
from queries.understand import Understood
from viz.address import Address
from viz.render import render

_LIMIT = 300  # rows of a page; more are counted
# What fits a page; a question that is not listed shows all its columns.
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "activities": ("title", "state", "due", "term_text", "responsible", "clause", "order"),
        "agreements": ("parties", "status", "deadline", "days_overdue", "number", "date", "clause", "order"),
        "data_flows": ("source", "kind", "target", "quote", "clause", "order"),
        "executors": ("duty", "item", "written", "post", "subjects", "clause", "order"),
        "holdings": ("function", "role", "through", "quote", "clause", "order"),
        "indicators": ("name", "state", "actual", "actual_period", "plan", "plan_period", "unit", "clause", "order"),
        "legal_basis": ("relation", "other"),
        "subject_routes": ("route", "step", "subject", "function", "clause", "order"),
        "superiors": ("subject", "relation", "superior", "clause", "order"),
    }
)


def answer_page(store: GraphStore, meant: Understood, *, q: str, as_of: date | None, lang: Lang) -> str:
    """The answer to the question `q` as it was understood. Raises NotFound, InputError."""
    given = meant.as_of or as_of
    found = answer(store, meant.question, meant.words, lang=lang, as_of=given, limit=_LIMIT)
    place = found.params.get("territory")
    at = Address("/responsibility", lang, as_of, place["id"] if isinstance(place, dict) else None, {"q": q})
    filled = headings(found.rows)
    columns = [key for key in _COLUMNS.get(meant.question, filled) if key in filled]
    return render(
        "answer.html",
        at,
        asked=q,
        summary=QUESTIONS[meant.question].summary(lang),
        taken=_taken(found),
        answer=found,
        columns=[heading(key, lang, meant.question) for key in columns],
        lines=[[line.get(key) for key in columns] for line in (cells(row, lang) for row in found.rows)],
    )


def _taken(found: Answer) -> list[str]:
    """The names of what the words were taken for."""
    return [value["name"] for value in found.params.values() if isinstance(value, dict)]
