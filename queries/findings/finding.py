"""A finding: what the evidence of a rule comes to, with a stable identity and what people have said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ConfigDict

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from ontology.ids import digest
from ontology.models import Justification
from queries.cited import function_json, named_json, order_json
from queries.findings.rule import Evidence, Rule, Severity


class Finding(BaseModel):
    """As `interfaces.md` has it, with names beside ids. `id` stays the same when the acts are read again.

    `about`: what it concerns, in words. `evidence`: one entry per clause: subject, found, expected, order, clause,
    quote. `explanation`: the reason in words. `justification`: reason, by, at, until; None when nobody gave one.
    """

    model_config = ConfigDict(frozen=True)

    id: Id
    kind: str
    severity: Severity
    title: str
    about: str
    territory: dict[str, Any] | None
    level: Level | None
    subjects: list[Id]
    function: dict[str, Any] | None
    clauses: list[dict[str, Any]]
    reason: str | None
    explanation: str | None
    advice: str
    evidence: list[dict[str, Any]]
    justification: dict[str, Any] | None


def finding_id(kind: str, key: str) -> Id:
    """The id of a finding: its kind and sixteen hex digits of its key's SHA-256."""
    return f"{kind}.{digest(key)[:16]}"


def findings_of(
    rule: Rule, rows: Iterable[Evidence], justified: Mapping[Id, Justification], as_of: Day, lang: Lang
) -> Iterator[Finding]:
    """The findings of a rule, in the order of its rows; rows of one key stand together."""
    for key, group in groupby(rows, key=lambda row: row.key):
        id = finding_id(rule.kind, key)
        said = justified.get(id)
        yield _finding(rule, id, list(group), said if said and _holds(said, as_of) else None, lang)


def _holds(said: Justification, as_of: Day) -> bool:
    return said.until is None or as_of <= said.until


def _finding(rule: Rule, id: Id, rows: Sequence[Evidence], said: Justification | None, lang: Lang) -> Finding:
    first = rows[0]
    function = function_json(first.function_id, first.function_code, first.function_ru, first.function_en, lang)
    return Finding(
        id=id,
        kind=rule.kind,
        severity=rule.severity,
        title=rule.title(lang),
        about=_about(first, rows, lang),
        territory=named_json(first.territory_id, first.territory_name),
        level=first.level,
        subjects=list(dict.fromkeys(row.subject_id for row in rows if row.subject_id)),
        function=function,
        clauses=[{"order": order, "clause": clause} for order, clause in _clauses(rows)],
        reason=first.reason,
        explanation=rule.reasons[first.reason](lang) if first.reason else None,
        advice=rule.advice(lang),
        evidence=[_evidence(row) for row in rows],
        justification=None
        if said is None
        else {
            "reason": said.reason,
            "by": said.justified_by,
            "at": said.justified_at.isoformat(),
            "until": said.until.isoformat() if said.until else None,
        },
    )


def _clauses(rows: Sequence[Evidence]) -> list[tuple[Id | None, str | None]]:
    """Each clause once, in the order of the evidence."""
    return list(dict.fromkeys((row.order_id, row.clause) for row in rows if row.clause_id))


def _about(first: Evidence, rows: Sequence[Evidence], lang: Lang) -> str:
    """Function or item, else the subjects."""
    if first.function_id:
        label = first.function_en if lang == "en" else first.function_ru
        return f"{first.function_code} {label}" + (f": {first.item}" if first.item else "")
    if first.item:
        return first.item
    return "; ".join(dict.fromkeys(row.subject_name for row in rows if row.subject_name))


def _evidence(row: Evidence) -> dict[str, Any]:
    return {
        "subject": named_json(row.subject_id, row.subject_name),
        "found": row.found,
        "expected": row.expected,
        "order": order_json(row.order_id, row.order_number, row.order_date, row.order_title),
        "clause": row.clause,
        "clause_id": row.clause_id,
        "quote": row.quote,
    }
