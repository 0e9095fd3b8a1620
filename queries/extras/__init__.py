"""What some answers add to their rows, by name of the question; `usual` is for all others.

A question that has nothing of its own to add needs no line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from queries.extras.about import about
from queries.extras.asked import Asked, Extra
from queries.extras.calendar import calendar
from queries.extras.chain_upward import chain_upward
from queries.extras.chains import chains
from queries.extras.coverage import coverage
from queries.extras.load import load
from queries.extras.responsibility import responsibility
from queries.extras.usual import usual
from queries.questions import COVERAGE, LOAD, RESPONSIBILITY
from queries.questions.calendar import CALENDAR
from queries.questions.chain_upward import CHAIN_UPWARD
from queries.questions.chains import CHAINS
from queries.questions.for_ministries import ABOUT_SUBJECTS_AND_ACTS

EXTRAS: Mapping[str, Extra] = MappingProxyType(
    {
        RESPONSIBILITY.name: responsibility,
        CHAIN_UPWARD.name: chain_upward,
        COVERAGE.name: coverage,
        LOAD.name: load,
        CHAINS.name: chains,
        CALENDAR.name: calendar,
        **{question.name: about for question in ABOUT_SUBJECTS_AND_ACTS},
    }
)

__all__ = ["EXTRAS", "Asked", "Extra", "usual"]
