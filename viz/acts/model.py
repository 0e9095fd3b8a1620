"""What the page of an act is given: the act, its facts as a review lists them, and where decisions are sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from ontology.entities.base import Entity, Id
from ontology.models import Clause, LegalReference, Official, Order, Subject


class ReadFact(Protocol):
    """A fact under review. `kind`: its class; `clause`: an address; `text`: the act's words, empty while its text is
    not loaded; `fields`: what can be corrected, in words; `reasons`, `doubts`: why it was read so, what to look at;
    `status`: extracted, confirmed, changed or rejected; `decided_at`: ISO."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def fields(self) -> dict[str, str]: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    @property
    def doubts(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> float | None: ...
    @property
    def score(self) -> float | None: ...
    @property
    def status(self) -> str: ...
    @property
    def decided_by(self) -> str | None: ...
    @property
    def decided_at(self) -> str | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def entity(self) -> Entity: ...


@dataclass(frozen=True, slots=True)
class DraftOf:
    """A draft: the file it was made of, and when (ISO)."""

    file_name: str
    loaded_at: str


@dataclass(frozen=True)
class ReadAct:
    """An act with all that was read of it.

    `rows`: every fact that can be reviewed, rejected ones too; `queue`: those a person goes through, when asked for;
    `paths`: class → where its decisions are sent, below /api/v1; `draft`: set when the act is in no answer yet;
    `draft_waits`: a newer reading is kept aside, and decisions would go there.
    """

    order: Order
    facts: Sequence[Entity]
    rows: Sequence[ReadFact]
    paths: Mapping[str, str]
    queue: Sequence[ReadFact] = ()
    draft: DraftOf | None = None
    draft_waits: bool = False
    functions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Id of a function → its code and what it is called."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """By place in the text."""
        return tuple(sorted((f for f in self.facts if isinstance(f, Clause)), key=lambda c: (c.position, c.id)))

    @cached_property
    def subjects(self) -> dict[Id, Subject]:
        """The subjects the act names."""
        return {f.id: f for f in self.facts if isinstance(f, Subject)}

    @cached_property
    def officials(self) -> tuple[Official, ...]:
        """The people the act names by their posts."""
        return tuple(f for f in self.facts if isinstance(f, Official))

    @cached_property
    def references(self) -> tuple[LegalReference, ...]:
        """The acts it rests on, amends or repeals."""
        return tuple(f for f in self.facts if isinstance(f, LegalReference))

    @property
    def has_text(self) -> bool:
        """Whether the user's copy of the text is loaded."""
        return any(c.text for c in self.clauses)
