"""What each step of a scenario does to the graph. A handler writes through `World.changes` and says what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from queries.whatif.steps.agreements import cancel, conclude
from queries.whatif.steps.dividing import split, transfer
from queries.whatif.steps.filling import fill, vacate
from queries.whatif.steps.norms import set_norm
from queries.whatif.steps.schools import rebalance
from queries.whatif.steps.staff import add_methodists, remove_methodists
from queries.whatif.steps.subjects import merge, move, remove
from queries.whatif.world import World

HANDLERS: Mapping[str, Callable[[World, Any], str]] = MappingProxyType(
    {
        "remove": remove,
        "merge": merge,
        "split": split,
        "move": move,
        "transfer": transfer,
        "add_methodists": add_methodists,
        "remove_methodists": remove_methodists,
        "set_norm": set_norm,
        "conclude": conclude,
        "cancel": cancel,
        "vacate": vacate,
        "fill": fill,
        "rebalance": rebalance,
    }
)
"""Action of a step → its handler, which gives one sentence in the user's language."""
