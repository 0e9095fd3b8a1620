"""Interactions a monitoring tells by its sources: who gives data to its operator."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.order.ends import Ends
from loaders.order.relations import InteractionDraft, Seen


def told_by(seen: Seen, ends: Ends) -> Iterator[InteractionDraft]:
    """Who gives data to the operator of a monitoring, by the sources of its indicators."""
    del seen, ends
    yield from ()
