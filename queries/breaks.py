"""Why a route breaks at a step: the closed list of codes, each said in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from ontology.i18n import Lang, gettext, translator


class Break(StrEnum):
    """In the order in which they are named; the last two are on the way from the step before."""

    NO_SUBJECT = "no-subject"
    NOT_HELD = "not-held"
    GENERIC_ONLY = "generic-only"
    VACANT = "vacant"
    NO_LINK = "no-link"
    AGREEMENT_MISSING = "agreement-missing"


_SENTENCES: Mapping[Break, str] = MappingProxyType(
    {
        Break.NO_SUBJECT: gettext("The step names nobody who does it"),
        Break.NOT_HELD: gettext("«{subject}» does the step but does not hold its function {function}"),
        Break.GENERIC_ONLY: gettext("«{subject}» is a generic subject, and no actual organisation fills it"),
        Break.VACANT: gettext("«{subject}» is vacant"),
        Break.NO_LINK: gettext("Neither an agreement nor an interaction connects «{previous}» with «{subject}»"),
        Break.AGREEMENT_MISSING: gettext("The agreement between «{previous}» and «{subject}» is not concluded"),
    }
)


def explained(breaks: Iterable[Break], lang: Lang, **named: str | None) -> str | None:
    """The breaks in sentences; `named`: subject, previous, function (its code). None when there are none."""
    _ = translator(lang)
    return " ".join(f"{_(_SENTENCES[code], **named)}." for code in breaks) or None
