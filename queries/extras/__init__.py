"""What some answers add to their rows, by name of the question; `usual` is for all others.

A question that has nothing of its own to add needs no line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from queries.extras.about import about
from queries.extras.acts_in_force import acts_in_force
from queries.extras.asked import Asked, Extra
from queries.extras.calendar import calendar
from queries.extras.chain_upward import chain_upward
from queries.extras.chains import chains
from queries.extras.counted import compared, counted
from queries.extras.coverage import coverage
from queries.extras.load import load
from queries.extras.responsibility import responsibility
from queries.extras.usual import usual
from queries.questions import COVERAGE, LOAD, RESPONSIBILITY
from queries.questions.acts_in_force import ACTS_IN_FORCE
from queries.questions.calendar import CALENDAR
from queries.questions.chain_upward import CHAIN_UPWARD
from queries.questions.chains import CHAINS
from queries.questions.compare_editions import COMPARE_EDITIONS
from queries.questions.compare_territories import COMPARE_TERRITORIES
from queries.questions.conflicts import CONFLICTS
from queries.questions.for_ministries import ABOUT_SUBJECTS_AND_ACTS
from queries.questions.outside_structure import OUTSIDE_STRUCTURE
from queries.questions.overlaps import OVERLAPS
from queries.questions.unmapped import UNMAPPED

EXTRAS: Mapping[str, Extra] = MappingProxyType(
    {
        RESPONSIBILITY.name: responsibility,
        CHAIN_UPWARD.name: chain_upward,
        COVERAGE.name: coverage,
        OVERLAPS.name: counted("lawful", "unlawful"),
        CONFLICTS.name: counted("kind"),
        UNMAPPED.name: counted("doubt"),
        OUTSIDE_STRUCTURE.name: counted("acting"),
        COMPARE_TERRITORIES.name: compared,
        COMPARE_EDITIONS.name: compared,
        LOAD.name: load,
        CHAINS.name: chains,
        CALENDAR.name: calendar,
        ACTS_IN_FORCE.name: acts_in_force,
        **{question.name: about for question in ABOUT_SUBJECTS_AND_ACTS},
    }
)

__all__ = ["EXTRAS", "Asked", "Extra", "usual"]
