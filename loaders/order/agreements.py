"""Agreements that an act requires, plans or reports."""

from __future__ import annotations

from loaders.order.relations import AgreementDraft, Seen


def collect(seen: Seen) -> tuple[AgreementDraft, ...]:
    """The agreements of an act, in the order of its text."""
    return ()
