"""A subject: its card beside the map, and its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from ontology.models import Territory
from queries.findings.finding import Finding
from queries.findings.of_subject import findings_of_subject
from queries.store import GraphStore
from queries.subject_card import SubjectCard, subject_card
from viz.address import Address
from viz.render import render

_PARTS_SHOWN, _PARTS_ON_PAGE = 12, 500
_FIRST = 5  # of each sort, in the card beside the map


@dataclass(frozen=True, slots=True)
class More:
    """What stands below the functions: the most urgent first. `findings`: None where they are not worked out."""

    findings: Sequence[Finding] | None
    agreements: Sequence[dict[str, Any]]
    activities: Sequence[dict[str, Any]]
    interactions: Sequence[tuple[str, dict[str, Any]]]
    first: int = _FIRST


def subject_card_fragment(
    store: GraphStore, id: str, *, territory: str | None = None, as_of: date | None = None, lang: Lang
) -> str:
    """The card of the subject `id` as an HTML fragment, for the map of `territory` (an id). Raises UnknownSubject."""
    known = territory if territory and store.get(Territory, territory) else None
    return card_fragment(store, id, Address("/", lang, as_of, known))


def card_fragment(store: GraphStore, id: str, at: Address) -> str:
    """The card for a reader at `at`, whose territory its links keep."""
    card = subject_card(store, id, at.as_of, at.lang)
    more = _more(card, _findings(store, card, at.territory, at.as_of, at.lang))
    return render("_card.html", at, card=card, whole=False, limit=_PARTS_SHOWN, more=more)


def subject_page(store: GraphStore, id: str, *, as_of: date | None = None, lang: Lang) -> str:
    """The subject's own page. Raises UnknownSubject."""
    card = subject_card(store, id, as_of, lang)
    more = _more(card, _findings(store, card, None, as_of, lang))
    at = replace(Address(f"/subjects/{id}", lang, as_of), territory=card.territory.id if card.territory else None)
    return render("subject.html", at, card=card, whole=True, limit=_PARTS_ON_PAGE, more=more, files=_files(at, card))


def _files(at: Address, card: SubjectCard) -> list[tuple[str, str]]:
    """The subject to take away: its tables as workbooks, and all of it as JSON."""
    _ = translator(at.lang)
    tables = (
        ("holdings", _("Functions, XLSX"), True),
        ("activities", _("Activities, XLSX"), bool(card.activities)),
        ("agreements", _("Agreements, XLSX"), bool(card.agreements)),
        ("interactions", _("Interactions, XLSX"), any(card.interactions.values())),
    )
    files = [
        (label, at.api(f"/questions/{name}", territory=None, subject=card.id, format="xlsx"))
        for name, label, any_ in tables
        if any_
    ]
    return [*files, (_("Everything, JSON"), at.api(f"/subjects/{card.id}", territory=None))]


def _findings(
    store: GraphStore, card: SubjectCard, place: str | None, as_of: date | None, lang: Lang
) -> tuple[Finding, ...] | None:
    """Findings of the map's territory, else of the subject's own. A whole country is not audited for a card."""
    territory = store.get(Territory, place or card.territory.id)
    if territory is None or territory.kind == "country":
        return None
    return findings_of_subject(store, card.id, territory.id, as_of=as_of, lang=lang)


def _more(card: SubjectCard, findings: Sequence[Finding] | None) -> More:
    return More(
        findings,
        sorted(card.agreements, key=_urgent),
        sorted(card.activities, key=_urgent),
        [(way, row) for way in ("outgoing", "incoming") for row in card.interactions.get(way, [])],
    )


def _urgent(row: dict[str, Any]) -> tuple[int, str]:
    """The longest overdue first, then by the last day; what has none comes last."""
    return -(row["days_overdue"] or 0), str(row.get("deadline") or row.get("due") or "9999")
