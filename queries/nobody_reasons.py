"""Why nobody holds a function: the closed list of reasons, each said in words (design: interfaces, "Nobody")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from ontology.i18n import Lang, gettext, translator


class Reason(StrEnum):
    """Most informative first: a function with cells of several reasons is explained by the first of them."""

    AGREEMENT_MISSING = "agreement-missing"
    VACANT = "vacant"
    GENERIC_ONLY = "generic-only"
    NOT_IN_FORCE = "not-in-force"
    OTHER_LEVEL = "other-level"
    NO_ORDER = "no-order"
    NEVER_ASSIGNED = "never-assigned"


_SENTENCES: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.AGREEMENT_MISSING: gettext("The clause of the function requires an agreement, and none is concluded"),
        Reason.VACANT: gettext("The body or post that holds the function exists, but it is vacant"),
        Reason.GENERIC_ONLY: gettext("Only a generic subject holds the function; no actual organisation fills it"),
        Reason.NOT_IN_FORCE: gettext("The act that gives the function is repealed or not yet in force on this day"),
        Reason.OTHER_LEVEL: gettext("The function is held at another level only"),
        Reason.NO_ORDER: gettext("No order of this territory is loaded"),
        Reason.NEVER_ASSIGNED: gettext("Orders of this territory are loaded, and none gives the function to anybody"),
    }
)


def sentence(reason: Reason, lang: Lang) -> str:
    """The reason in one short sentence, without a full stop."""
    return translator(lang)(_SENTENCES[reason])


def first(reasons: Iterable[Reason]) -> Reason | None:
    """The most informative of several reasons."""
    found = set(reasons)
    return next((reason for reason in Reason if reason in found), None)
