"""Rows of a query are validated all at once, and the one that does not fit is told by its column."""

from __future__ import annotations

from typing import Any

import pytest

from ontology.errors import StoreCorrupt
from queries.questions import QUESTIONS
from queries.questions.unmapped import UNMAPPED
from queries.stores.rows import mapped
from tests.queries.small import REGION, TODAY, clause, held, order, store_of, subject


def rows() -> list[dict[str, Any]]:
    facts = (order("o", REGION), clause("c", "o"), subject("a", REGION, "regional"))
    with store_of(*facts, held("x", "a", None, "c"), held("y", "a", None, "c")) as store:
        found = store.ask(UNMAPPED, UNMAPPED.params(as_of=TODAY))
    return [dict(row) for row in found]


def test_rows_that_fit() -> None:
    found = mapped(UNMAPPED, iter(rows()))
    assert [r.assignment_id for r in found] == ["x", "y"]


def test_the_column_that_does_not_fit_is_named() -> None:
    broken = rows()
    broken[1]["confidence"] = "много"
    with pytest.raises(StoreCorrupt, match=r"unmapped.*confidence"):
        mapped(UNMAPPED, broken)


def test_a_list_that_is_no_json_is_told() -> None:
    question = next((q for q in QUESTIONS.values() if hasattr(q, "texts") and "parties" in q.row.model_fields), None)
    assert question is not None, "some question has a column that holds a list"
    with pytest.raises(StoreCorrupt, match="parties"):
        mapped(question, [{"parties": "[not json"}])  # type: ignore[arg-type]
