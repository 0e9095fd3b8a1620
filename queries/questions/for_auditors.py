"""The questions an auditor asks: what is covered, what is not, what contradicts."""

from __future__ import annotations

from typing import Any

from queries.question import AnyQuestion
from queries.questions.charges import CHARGES
from queries.questions.compare_editions import COMPARE_EDITIONS
from queries.questions.compare_territories import COMPARE_TERRITORIES
from queries.questions.conflicts import CONFLICTS
from queries.questions.contested import CONTESTED
from queries.questions.coverage import COVERAGE
from queries.questions.coverage_across import COVERAGE_ACROSS
from queries.questions.coverage_by_municipality import COVERAGE_BY_MUNICIPALITY
from queries.questions.coverage_by_subject import COVERAGE_BY_SUBJECT
from queries.questions.expected_share import EXPECTED_SHARE
from queries.questions.idle_subjects import IDLE_SUBJECTS
from queries.questions.outside_structure import OUTSIDE_STRUCTURE
from queries.questions.overlaps import OVERLAPS
from queries.questions.unmapped import UNMAPPED

FOR_AUDITORS: tuple[AnyQuestion[Any, Any], ...] = (
    COVERAGE,
    COVERAGE_BY_SUBJECT,
    COVERAGE_BY_MUNICIPALITY,
    COVERAGE_ACROSS,
    EXPECTED_SHARE,
    OVERLAPS,
    CONFLICTS,
    CONTESTED,
    UNMAPPED,
    IDLE_SUBJECTS,
    OUTSIDE_STRUCTURE,
    COMPARE_TERRITORIES,
    COMPARE_EDITIONS,
    CHARGES,
)
