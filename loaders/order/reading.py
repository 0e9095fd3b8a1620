"""What `opora extract --format json` prints, as types (`Reading`). Field names are fixed by the interface."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["federal", "regional", "municipal", "institutional"]
Kind = Literal[
    "authority",
    "institute",
    "centre",
    "methodical-service",
    "association",
    "community",
    "council",
    "pair",
    "role",
    "federal-operator",
    "organisation",
]
Role = Literal["responsible", "accountable", "consulted", "contributes", "informed"]
Periodicity = Literal["once", "annual", "semiannual", "quarterly", "monthly", "ongoing", "as-needed"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")


class ActRef(_Model):
    """Another act, as referred to: `date` is ISO."""

    title: str = ""
    number: str | None = None
    date: str | None = None


class Order(_Model):
    """The act's metadata; dates are ISO, `region` and `municipality` stand in the nominative."""

    id: str
    issuer: str | None = None
    kind: str
    number: str | None = None
    date: str | None = None
    title: str | None = None
    region: str | None = None
    municipality: str | None = None
    repeals: tuple[ActRef, ...] = ()
    amends: tuple[ActRef, ...] = ()
    basis: tuple[ActRef, ...] = ()
    file_sha256: str


class Subject(_Model):
    """A subject the act names; `generic` when the act means one per municipality or school."""

    id: str
    name: str
    short: str | None = None
    level: Level | None = None
    kind: Kind
    generic: bool
    part_of: str | None = None
    clause: str
    municipality: str | None = None


class FunctionMatch(_Model):
    """A function of the catalogue a statement was matched to; `score` is 0..1, `why` names the terms that decided."""

    code: str
    score: float
    why: str


class Assignment(_Model):
    """One statement that a subject holds a function; `confidence` is 0..1, `named_as` the writing of the subject's name
    by which it was found, when that is another than its own (not printed)."""

    id: str
    subject: str
    statement: str
    clause: str
    role: Role
    functions: tuple[FunctionMatch, ...] = ()
    confidence: float
    named_as: str | None = Field(default=None, exclude=True)


class Agreement(_Model):
    """An agreement the act requires or mentions."""

    id: str
    parties: tuple[str, ...]
    about: str
    status: Literal["required", "planned", "concluded", "expired"]
    deadline: str | None = None
    term_text: str | None = None
    clause: str


class Activity(_Model):
    """A row of a road map; `functions` are those of the catalogue its title states (not printed)."""

    id: str
    no: str | None = None
    direction: str | None = None
    event: str | None = None
    title: str
    responsible: tuple[str, ...] = ()
    responsible_ids: tuple[str, ...] = ()
    executors: tuple[str, ...] = ()
    term_text: str | None = None
    due: str | None = None
    periodicity: Periodicity | None = None
    result: str | None = None
    clause: str
    functions: tuple[FunctionMatch, ...] = Field(default=(), exclude=True)


class Observation(_Model):
    """One value of an indicator; `period` is a year or ISO month, `value` a number when the text holds one."""

    period: str | None
    kind: Literal["actual", "plan"]
    value: float | None
    text: str


class Target(_Model):
    """A target: `op` is one of >=, <=, =."""

    op: Literal[">=", "<=", "="]
    value: float
    period: str | None = None


class Indicator(_Model):
    """An indicator with its observations; `unit` as the text has it (%, чел., ед.)."""

    id: str
    no: str | None = None
    group: str | None = None
    name: str
    unit: str | None = None
    observations: tuple[Observation, ...] = ()
    target: Target | None = None
    clause: str


class Interaction(_Model):
    """One subject acts towards another."""

    from_: str = Field(alias="from")
    to: str
    kind: str
    what: str
    clause: str


class Step(_Model):
    """A step of a route; `function` is the catalogue's code of what it does (not printed)."""

    order: int
    subject: str | None
    does: str
    clause: str
    function: str | None = Field(default=None, exclude=True)


class Route(_Model):
    """Ordered steps through several subjects."""

    id: str
    name: str
    steps: tuple[Step, ...]


class Norm(_Model):
    """A limit the act sets; `metric` in the act's own words."""

    metric: str
    op: Literal[">=", "<=", "="]
    value: float
    unit: str | None = None
    period: str | None = None
    clause: str


class Term(_Model):
    """A term the act defines."""

    term: str
    clause: str


class Person(_Model):
    """An official named in the act: name, post and role only, never a phone or an address. `note` says which writings
    of the name were taken for one person."""

    name: str
    post: str | None = None
    role: Literal["signs", "controls", "executes"]
    clause: str
    note: str | None = None


MergeReason = Literal["short-form", "inflected", "spelling", "homoglyph", "slip", "refers-back", "partial"]


class Merge(_Model):
    """Another writing of a name that was taken for this subject, and why; not printed by extract, shown in a review."""

    subject: str
    written: str
    why: MergeReason
    clause: str


class Unread(_Model):
    """Text that was not understood: `position` is its character offset in the decoded text."""

    text: str
    position: int
    reason: str


class Coverage(_Model):
    """Non-blank characters of the text and the share that was understood (0..1)."""

    characters: int
    understood_share: float


class ClauseText(_Model):
    """A clause's address, text and SHA-256; not printed by extract, used when the text is loaded."""

    address: str
    text: str
    sha256: str


class Reading(_Model):
    """All that was understood of one act."""

    order: Order
    subjects: tuple[Subject, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    activities: tuple[Activity, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    routes: tuple[Route, ...] = ()
    norms: tuple[Norm, ...] = ()
    terms: tuple[Term, ...] = ()
    persons: tuple[Person, ...] = ()
    unread: tuple[Unread, ...] = ()
    coverage: Coverage
    merges: tuple[Merge, ...] = Field(default=(), exclude=True)
    clauses: dict[str, ClauseText] = Field(default_factory=dict, exclude=True)

    def as_json(self) -> str:
        """The JSON the interface fixes: UTF-8 text, two-space indent, clause texts left out."""
        return self.model_dump_json(by_alias=True, indent=2)
