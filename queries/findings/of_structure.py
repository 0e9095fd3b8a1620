"""Rules about who holds what: functions, subjects, agreements."""

from __future__ import annotations

from queries.findings.actor_outside_structure import ACTOR_OUTSIDE_STRUCTURE
from queries.findings.agreement_without_party import AGREEMENT_WITHOUT_PARTY
from queries.findings.agreements import AGREEMENT_MISSING, AGREEMENT_OVERDUE
from queries.findings.bodies import GENERIC_WITHOUT_ACTUAL, PARTY_WITHOUT_FUNCTION, SUBJECT_WITHOUT_FUNCTIONS
from queries.findings.conflict import CONFLICT
from queries.findings.overlap import OVERLAP
from queries.findings.rule import Rule
from queries.findings.uncovered_function import UNCOVERED_FUNCTION

OF_STRUCTURE: tuple[Rule, ...] = (
    CONFLICT,
    AGREEMENT_OVERDUE,
    UNCOVERED_FUNCTION,
    OVERLAP,
    GENERIC_WITHOUT_ACTUAL,
    AGREEMENT_WITHOUT_PARTY,
    PARTY_WITHOUT_FUNCTION,
    ACTOR_OUTSIDE_STRUCTURE,
    AGREEMENT_MISSING,
    SUBJECT_WITHOUT_FUNCTIONS,
)
"""Of one severity, the rule that matters most stands first."""
