"""The registry of questions: explicit, by name, grouped by who asks them.

A new question is three files of one stem (a derived one: one file) and one line in the group of its user.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from queries.question import AnyQuestion
from queries.questions.acts import ACTS
from queries.questions.coverage import COVERAGE
from queries.questions.for_auditors import FOR_AUDITORS
from queries.questions.for_ministries import FOR_MINISTRIES
from queries.questions.for_planners import FOR_PLANNERS
from queries.questions.holdings import HOLDINGS
from queries.questions.load import LOAD
from queries.questions.load_norms import LOAD_NORMS
from queries.questions.relations_of import RELATIONS_OF
from queries.questions.responsibility import RESPONSIBILITY
from queries.questions.subjects_of import SUBJECTS_OF

User = Literal["ministry", "auditor", "planner"]

BY_USER: Mapping[User, tuple[AnyQuestion[Any, Any], ...]] = MappingProxyType(
    {"ministry": FOR_MINISTRIES, "auditor": FOR_AUDITORS, "planner": FOR_PLANNERS}
)
"""Every question once, under the user who asks it most."""

QUESTIONS: Mapping[str, AnyQuestion[Any, Any]] = MappingProxyType(
    {question.name: question for group in BY_USER.values() for question in group}
)
"""Every question that can be asked, in the order in which people meet them."""

__all__ = [
    "ACTS",
    "BY_USER",
    "COVERAGE",
    "HOLDINGS",
    "LOAD",
    "LOAD_NORMS",
    "QUESTIONS",
    "RELATIONS_OF",
    "RESPONSIBILITY",
    "SUBJECTS_OF",
    "User",
]
