"""What comparisons share: rows of charges as the sides of a row, and the order in which functions are listed."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from ontology.entities.vocabulary import Level, Role
from queries.questions.charges import ChargesRow

LEVELS = tuple(Level)
ROLES = tuple(Role)
_SHOWN = (
    *("subject_id", "subject_name", "order_id", "order_number", "order_date", "order_title"),
    *("clause_id", "clause", "quote"),
)
_FUNCTION = ("function_id", "function_code", "function_ru", "function_en")
_shown, _function = attrgetter(*_SHOWN), attrgetter(*_FUNCTION)
_FIELDS = (*_FUNCTION, *(f"{side}_{name}" for side in ("left", "right") for name in _SHOWN))
_NOTHING = (None,) * len(_SHOWN)


def sides(left: ChargesRow | None, right: ChargesRow | None) -> dict[str, Any]:
    """The fields of the function, `left_…` and `right_…` of `questions.sides`; none of a side without a row."""
    one = _shown(left) if left is not None else _NOTHING
    other = _shown(right) if right is not None else _NOTHING
    return dict(zip(_FIELDS, (*_function(left or right), *one, *other), strict=True))


def catalogue_order(code: str | None, id: str | None) -> tuple[Any, ...]:
    """Functions as the catalogue lists them; what fits none comes last."""
    return (code is None, len(code or ""), code or "", id or "")
