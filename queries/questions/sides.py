"""Rows that hold two statements against each other: a left and a right side, each with its subject and its clause."""

from __future__ import annotations

from datetime import date as Day
from typing import Any, Literal

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import function_json, named_json, order_json
from queries.question import Row


class Sides(Row):
    """`left_…` and `right_…`: who, by which clause of which order, in the act's words where the user's copy is loaded;
    a side that says nothing has none of it."""

    left_subject_id: Id | None
    left_subject_name: str | None
    left_order_id: Id | None
    left_order_number: str | None
    left_order_date: Day | None
    left_order_title: str | None
    left_clause_id: Id | None
    left_clause: str | None
    left_quote: str | None
    right_subject_id: Id | None
    right_subject_name: str | None
    right_order_id: Id | None
    right_order_number: str | None
    right_order_date: Day | None
    right_order_title: str | None
    right_clause_id: Id | None
    right_clause: str | None
    right_quote: str | None

    def side(self, side: Literal["left", "right"], **more: Any) -> dict[str, Any] | None:
        """One side as an answer carries it; None when it says nothing. `more`: what this question knows besides."""

        def value(name: str) -> Any:
            return getattr(self, f"{side}_{name}")

        if value("clause_id") is None:
            return None
        return {
            "subject": named_json(value("subject_id"), value("subject_name")),
            **more,
            "order": order_json(value("order_id"), value("order_number"), value("order_date"), value("order_title")),
            "clause": value("clause"),
            "clause_id": value("clause_id"),
            "quote": value("quote"),
        }


class FunctionSides(Sides):
    """Two sides of one function of the catalogue."""

    function_id: Id
    function_code: str
    function_ru: str
    function_en: str

    def function(self, lang: Lang) -> dict[str, Any] | None:
        """The function with its label in `lang`."""
        return function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang)
