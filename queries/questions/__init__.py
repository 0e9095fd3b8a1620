"""The registry of questions: explicit, by name. A new question is three files of one stem and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from queries.question import Question
from queries.questions.acts import ACTS
from queries.questions.coverage import COVERAGE
from queries.questions.holdings import HOLDINGS
from queries.questions.load import LOAD
from queries.questions.load_norms import LOAD_NORMS
from queries.questions.relations_of import RELATIONS_OF
from queries.questions.responsibility import RESPONSIBILITY
from queries.questions.subjects_of import SUBJECTS_OF

QUESTIONS: Mapping[str, Question[Any, Any]] = MappingProxyType(
    {
        question.name: question
        for question in (RESPONSIBILITY, COVERAGE, LOAD, LOAD_NORMS, ACTS, HOLDINGS, SUBJECTS_OF, RELATIONS_OF)
    }
)
"""Every question that can be asked, in the order in which people meet them."""

__all__ = [
    "ACTS",
    "COVERAGE",
    "HOLDINGS",
    "LOAD",
    "LOAD_NORMS",
    "QUESTIONS",
    "RELATIONS_OF",
    "RESPONSIBILITY",
    "SUBJECTS_OF",
]
