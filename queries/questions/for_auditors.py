"""The questions an auditor asks: what is covered, what is not, what contradicts."""

from __future__ import annotations

from typing import Any

from queries.question import AnyQuestion
from queries.questions.conflicts import CONFLICTS
from queries.questions.contested import CONTESTED
from queries.questions.coverage import COVERAGE
from queries.questions.overlaps import OVERLAPS

FOR_AUDITORS: tuple[AnyQuestion[Any, Any], ...] = (
    COVERAGE,
    OVERLAPS,
    CONFLICTS,
    CONTESTED,
)
