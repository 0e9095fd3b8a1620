"""A fact of an act as rules start from it, and the evidence it makes."""

from __future__ import annotations

from typing import Any

from ontology.entities.base import Id
from queries.cited import Cited
from queries.findings.rule import Evidence


class Fact(Cited):
    """A row by a clause of an act in force; `territory`: where the act is."""

    territory_id: Id
    territory_name: str


def evidence_of(fact: Fact, *, key: str, reason: str, item: str | None = None, **more: Any) -> Evidence:
    """The fact's clause as evidence; `more`: the columns of `Evidence` this rule fills beside those of the clause."""
    columns: dict[str, Any] = dict.fromkeys(Evidence.model_fields)
    columns |= {name: getattr(fact, name) for name in Fact.model_fields}
    return Evidence.model_construct(**(columns | {"key": key, "reason": reason, "item": item} | more))
