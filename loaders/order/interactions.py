"""Who acts towards whom."""

from __future__ import annotations

from loaders.order.relations import InteractionDraft, Seen


def collect(seen: Seen) -> tuple[InteractionDraft, ...]:
    """The interactions of an act, in the order of its text."""
    return ()
