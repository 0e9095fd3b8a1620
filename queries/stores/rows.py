"""Parameters as a store binds them, and rows of a query as the question's row model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from ontology.errors import StoreCorrupt
from queries.question import Params, Question, Row
from queries.store import Dialect

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)


def bound(params: Params, dialect: Dialect) -> dict[str, Any]:
    """Values by parameter name: dates as ISO text, words of closed lists as text.

    A list is a JSON array in SQL (`IN (SELECT value FROM json_each(:levels))`) and a list in Cypher.
    """
    return {name: _value(getattr(params, name), dialect) for name in type(params).model_fields}


def _value(value: object, dialect: Dialect) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value) if dialect == "sql" else value
    if isinstance(value, Sequence | frozenset | set) and not isinstance(value, str):
        items = [_value(v, dialect) for v in (value if isinstance(value, Sequence) else sorted(value))]
        return json.dumps(items, ensure_ascii=False) if dialect == "sql" else items
    return value


def mapped(question: Question[P, R], rows: Iterable[Mapping[str, Any]]) -> list[R]:
    """Rows of `question.row`; JSON that SQL returns is read into lists. StoreCorrupt when a row does not fit."""
    structured, adapter = _form(question.row)
    try:
        if structured:
            rows = [_read(row, structured) for row in rows]
        # all rows at once: calling the validator for each of them would take half as long again
        found: list[R] = adapter.validate_python(rows if isinstance(rows, list) else list(rows))
    except ValidationError as error:
        problem = error.errors()[0]
        column = ".".join(str(part) for part in problem["loc"][1:])
        raise _misfit(question.name, column, problem["msg"]) from error
    except ValueError as error:  # no JSON
        raise _misfit(question.name, ", ".join(sorted(structured)), str(error)) from error
    return found


@cache
def _form(row: type[Row]) -> tuple[frozenset[str], TypeAdapter[Any]]:
    """Columns of a row model that hold lists or objects, and what validates a list of its rows."""
    structured = frozenset(name for name, f in row.model_fields.items() if _is_structured(f.annotation))
    return structured, TypeAdapter(list[row])  # type: ignore[valid-type]


def _read(row: Mapping[str, Any], structured: frozenset[str]) -> dict[str, Any]:
    values = dict(row)
    for name in structured:
        if isinstance(text := values.get(name), str):
            values[name] = json.loads(text)
    return values


def _misfit(name: str, column: str, problem: str) -> StoreCorrupt:
    return StoreCorrupt(
        "A row of the question {name} does not fit: {column}: {problem}", name=name, column=column, problem=problem
    )


def _is_structured(annotation: Any) -> bool:
    """Whether a field holds a list or an object."""
    if get_origin(annotation) in (Union, UnionType):
        return any(_is_structured(a) for a in get_args(annotation))
    kind = get_origin(annotation) or annotation
    return isinstance(kind, type) and issubclass(kind, tuple | list | dict | set | frozenset)
