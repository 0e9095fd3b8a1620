"""A fact of an act as rules start from it, and the evidence it makes."""

from __future__ import annotations

from typing import Any, Literal

from ontology.entities.base import Id
from queries.cited import Cited
from queries.findings.rule import Evidence
from queries.questions.contested import ContestedRow
from queries.questions.overlaps import OverlapsRow


class Fact(Cited):
    """A row by a clause of an act in force; `territory`: where the act is."""

    territory_id: Id
    territory_name: str


def evidence_of(fact: Cited, *, key: str, reason: str, item: str | None = None, **more: Any) -> Evidence:
    """The fact's clause as evidence, at the territory of the fact where it has one; `more`: the columns of `Evidence`
    this rule fills beside those, or in their place."""
    columns: dict[str, Any] = dict.fromkeys(Evidence.model_fields)
    columns |= {name: getattr(fact, name) for name in Fact.model_fields if name in type(fact).model_fields}
    return Evidence.model_construct(**(columns | {"key": key, "reason": reason, "item": item} | more))


def evidence_of_side(
    pair: ContestedRow | OverlapsRow,
    side: Literal["left", "right"],
    *,
    key: str,
    reason: str,
    item: str | None = None,
) -> Evidence:
    """One side of two that are held against each other as evidence, at their territory, level and function."""
    columns: dict[str, Any] = dict.fromkeys(Evidence.model_fields)
    columns |= {name: getattr(pair, name) for name in _OF_BOTH}
    columns |= {name: getattr(pair, f"{side}_{name}") for name in _OF_A_SIDE}
    return Evidence.model_construct(**(columns | {"key": key, "reason": reason, "item": item}))


_OF_BOTH = (
    *("territory_id", "territory_name", "level"),
    *("function_id", "function_code", "function_ru", "function_en"),
)
_OF_A_SIDE = ("subject_id", "subject_name", *Cited.model_fields)
