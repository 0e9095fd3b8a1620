"""What an answer's extras are made from: a question as it was asked, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ontology.i18n import Lang
from queries.question import AnyQuestion, Params, Row
from queries.store import GraphStore
from queries.words import Resolution


@dataclass(frozen=True, slots=True)
class Asked:
    """`rows`: what the store gave; `known`: what the words of each parameter were taken for."""

    store: GraphStore
    question: AnyQuestion[Any, Any]
    params: Params
    rows: Sequence[Row]
    known: Mapping[str, Resolution]
    lang: Lang

    def place(self) -> tuple[str, str] | None:
        """Id and name of the territory asked for; None when the question has none or none was given."""
        found = self.known.get("territory")
        return (found.taken.id, found.taken.name) if found else None


Extra: TypeAlias = Callable[[Asked], Mapping[str, Any]]
"""Makes fields of `queries.answer.Answer`; `rows` among them replaces the rows (a filter applied after counting)."""
