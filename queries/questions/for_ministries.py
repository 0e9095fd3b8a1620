"""The questions a ministry asks: who, by which act, what is agreed and done."""

from __future__ import annotations

from typing import Any

from queries.question import AnyQuestion
from queries.questions.activities import ACTIVITIES
from queries.questions.acts import ACTS
from queries.questions.acts_in_force import ACTS_IN_FORCE
from queries.questions.agreements import AGREEMENTS
from queries.questions.chain_upward import CHAIN_UPWARD
from queries.questions.data_flows import DATA_FLOWS
from queries.questions.executors import EXECUTORS
from queries.questions.holdings import HOLDINGS
from queries.questions.indicators import INDICATORS
from queries.questions.interactions import INTERACTIONS
from queries.questions.legal_basis import LEGAL_BASIS
from queries.questions.responsibility import RESPONSIBILITY
from queries.questions.subject_routes import SUBJECT_ROUTES
from queries.questions.superiors import SUPERIORS

FOR_MINISTRIES: tuple[AnyQuestion[Any, Any], ...] = (
    RESPONSIBILITY,
    CHAIN_UPWARD,
    SUPERIORS,
    HOLDINGS,
    EXECUTORS,
    ACTIVITIES,
    AGREEMENTS,
    DATA_FLOWS,
    INTERACTIONS,
    INDICATORS,
    SUBJECT_ROUTES,
    LEGAL_BASIS,
    ACTS_IN_FORCE,
    ACTS,
)

ABOUT_SUBJECTS_AND_ACTS: tuple[AnyQuestion[Any, Any], ...] = (
    SUPERIORS,
    HOLDINGS,
    EXECUTORS,
    ACTIVITIES,
    AGREEMENTS,
    DATA_FLOWS,
    INTERACTIONS,
    INDICATORS,
    SUBJECT_ROUTES,
    LEGAL_BASIS,
)
"""Of these, an answer without rows says what is known of the subject or the act that was asked for."""
