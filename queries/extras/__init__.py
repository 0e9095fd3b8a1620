"""What some answers add to their rows, by name of the question; `usual` is for all others.

A question that has nothing of its own to add needs no line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from queries.extras.asked import Asked, Extra
from queries.extras.chains import chains
from queries.extras.coverage import coverage
from queries.extras.load import load
from queries.extras.responsibility import responsibility
from queries.extras.usual import usual
from queries.questions import COVERAGE, LOAD, RESPONSIBILITY
from queries.questions.chains import CHAINS

EXTRAS: Mapping[str, Extra] = MappingProxyType(
    {
        RESPONSIBILITY.name: responsibility,
        COVERAGE.name: coverage,
        LOAD.name: load,
        CHAINS.name: chains,
    }
)

__all__ = ["EXTRAS", "Asked", "Extra", "usual"]
