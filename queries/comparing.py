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
_LEFT, _RIGHT = (tuple(f"{side}_{name}" for name in _SHOWN) for side in ("left", "right"))
_NOTHING = (None,) * len(_SHOWN)


def sides(left: ChargesRow | None, right: ChargesRow | None) -> dict[str, Any]:
    """The fields `left_…` and `right_…` of `queries.questions.sides.Sides`; none of a side that says nothing."""
    return dict(zip(_LEFT, _shown(left) if left is not None else _NOTHING, strict=True)) | dict(
        zip(_RIGHT, _shown(right) if right is not None else _NOTHING, strict=True)
    )


def function_of(row: ChargesRow) -> dict[str, Any]:
    """The fields of the function of a charge."""
    return dict(zip(_FUNCTION, _function(row), strict=True))


def catalogue_order(code: str | None, id: str | None) -> tuple[Any, ...]:
    """Functions as the catalogue lists them; what fits none comes last."""
    return (code is None, len(code or ""), code or "", id or "")
