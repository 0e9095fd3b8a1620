"""Which findings of an audit a reader wants to see: by gravity, level, subject and words; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from queries.findings.finding import Finding
from queries.findings.rule import Severity
from queries.lexicon import terms


def narrow(
    findings: Iterable[Finding],
    *,
    severity: Severity | None = None,
    level: Level | None = None,
    subject: Id | None = None,
    q: str | None = None,
) -> list[Finding]:
    """The findings that fit all that is given, in their order. `subject`: an id among those a finding names; `q`: words
    that all stand in it, in any grammatical form or as they are written."""
    asked = " ".join((q or "").split())
    wanted = frozenset(terms(asked))
    return [
        found
        for found in findings
        if severity in (None, found.severity)
        and level in (None, found.level)
        and (subject is None or subject in found.subjects)
        and (not asked or _says(found, asked.casefold(), wanted))
    ]


def _says(found: Finding, asked: str, wanted: frozenset[str]) -> bool:
    said = " ".join(_texts(found))
    return asked in said.casefold() or (bool(wanted) and wanted <= set(terms(said)))


def _texts(found: Finding) -> Iterator[str]:
    """All a finding says: its number, title, what it is about, where, why, its clauses and their acts."""
    yield from (found.id, found.title, found.about, found.explanation or "", (found.territory or {}).get("name") or "")
    for row in found.evidence:
        order = row["order"] or {}
        named = ((row["subject"] or {}).get("name"), row["found"], row["expected"], row["clause"])
        yield from (text for text in (*named, order.get("number"), order.get("title")) if text)
    if found.justification:
        yield from (found.justification["reason"], found.justification["by"])
