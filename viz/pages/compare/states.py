"""What became of a function from the left to the right: sign, words and colour, always together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ontology.i18n import gettext
from viz.styles import StateStyle

TERRITORIES: Mapping[str, StateStyle] = MappingProxyType(
    {
        "both": StateStyle(gettext("on both sides"), gettext("held on both sides at the same level"), "=", "covered"),
        "moved": StateStyle(
            gettext("placed differently"), gettext("at another level, or with a body of another kind"), "⇄", "overlap"
        ),
        "lost": StateStyle(gettext("on the left only"), gettext("the right side gives it to nobody"), "−", "uncovered"),
        "gained": StateStyle(gettext("on the right only"), gettext("the left side gives it to nobody"), "+", "generic"),
    }
)
EDITIONS: Mapping[str, StateStyle] = MappingProxyType(
    {
        "unchanged": StateStyle(gettext("unchanged"), gettext("same subject, role and words"), "=", "covered"),
        "reworded": StateStyle(
            gettext("reworded"), gettext("same subject and function, other words or role"), "≈", "generic"
        ),
        "moved": StateStyle(gettext("moved"), gettext("another subject has it"), "⇄", "overlap"),
        "lost": StateStyle(gettext("lost"), gettext("only in the left act"), "−", "uncovered"),
        "gained": StateStyle(gettext("gained"), gettext("only in the right act"), "+", "unexpected"),
    }
)
SAME = frozenset({"both", "unchanged"})
_TURNED: Mapping[str, str] = MappingProxyType({"gained": "lost", "lost": "gained"})


def turned(state: str | None) -> str | None:
    """The same state when the sides change places."""
    return _TURNED.get(state, state) if state else None
