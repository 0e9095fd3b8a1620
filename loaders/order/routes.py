"""Ordered processes that run through several subjects."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.order.relations import InteractionDraft, RouteDraft, Seen


def collect(seen: Seen, interactions: Sequence[InteractionDraft]) -> tuple[RouteDraft, ...]:
    """The routes of an act, in the order of its text."""
    return ()
