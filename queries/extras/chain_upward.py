"""The chain upward: why nobody holds the function it would begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.extras.asked import Asked
from queries.nobody import nobody_holds


def chain_upward(asked: Asked) -> Mapping[str, Any]:
    """`nobody` when the chain has no beginning."""
    if asked.rows:
        return {}
    place, function = asked.known["territory"].taken, asked.known["function"].taken
    found = nobody_holds(asked.store, function.id, place.id, place.name, None, asked.params.as_of, asked.lang)
    return {"nobody": found}
