"""How a difference between two stores is told: the question, its parameters, the first row that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from queries.question import AnyQuestion, Params, Row


def difference(question: AnyQuestion[Any, Any], params: Params, first: Sequence[Row], second: Sequence[Row]) -> str:
    """In a few lines, ready to read; empty when the rows are equal and in equal order."""
    if list(first) == list(second):
        return ""
    given = {n: str(v) for n, v in params if v is not None}
    told = [f"{question.name} {given}: {len(first)} rows of SQLite, {len(second)} of Neo4j"]
    counts = [Counter(repr(row) for row in rows) for rows in (first, second)]
    if counts[0] == counts[1]:
        told.append("  the same rows in another order")
    for number, (left, right) in enumerate(zip(first, second, strict=False)):
        if left != right:
            told.append(f"  row {number} differs:")
            told += [
                f"    {name}: {getattr(left, name)!r} / {getattr(right, name)!r}"
                for name in type(left).model_fields
                if getattr(left, name) != getattr(right, name)
            ]
            break
    else:
        more, whose = (first, "SQLite") if len(first) > len(second) else (second, "Neo4j")
        told.append(f"  {whose} alone goes on with {more[min(len(first), len(second))]!r}")
    return "\n".join(told)
