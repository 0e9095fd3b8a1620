"""Subjects with all the names they go by."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, SubjectKind
from queries.cited import MayCite
from queries.findings.declared import source


class NamedSubject(MayCite):
    """A subject; `others`: other names acts use. One that a register tells of has no clause."""

    subject_id: Id
    name: str
    short: str | None
    others: tuple[str, ...]
    level: Level | None
    kind: SubjectKind
    generic: bool
    part_of: Id | None
    fills: Id | None
    territory_id: Id
    territory_name: str


NAMED_SUBJECTS = source(
    "named_subjects",
    "Субъекты территорий со всеми их названиями.",
    "Subjects of territories with all their names.",
    NamedSubject,
)
