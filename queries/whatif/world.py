"""What the steps of a scenario share: the store that is changed, the words, the day, and where changes are felt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any

from babel.numbers import format_decimal

from ontology.entities.base import Id
from ontology.i18n import Lang, Translate, translator
from ontology.models import Subject
from queries.store import GraphStore
from queries.whatif.changes import Changes
from queries.whatif.named import Names


@dataclass
class World:
    """`store`: inside the transaction; `places`: territories whose answers may differ; `notes`: remarks to the answer.

    `rebalanced`: what came of steps that assign schools anew.
    """

    store: GraphStore
    names: Names
    changes: Changes
    as_of: Day
    lang: Lang
    places: set[Id] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    rebalanced: list[dict[str, Any]] = field(default_factory=list)

    @property
    def _(self) -> Translate:
        """Message in the user's language."""
        return translator(self.lang)

    def felt(self, *subjects: Subject) -> None:
        """Answers of these subjects' territories may differ."""
        self.places.update(subject.territory for subject in subjects)

    def now(self, subject: Subject) -> Subject:
        """The subject as it stands in the store now."""
        return self.store.get(Subject, subject.id) or subject

    def figure(self, value: float) -> str:
        """A number as the reader writes it."""
        return str(format_decimal(value, locale=self.lang))
