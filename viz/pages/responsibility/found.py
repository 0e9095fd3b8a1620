"""The findings of the audit as a short answer: how many of each kind, with the way to all of them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ontology.i18n import Lang
from queries.findings.audit import audit
from queries.store import GraphStore
from viz.address import Address
from viz.common import chosen_territory
from viz.render import render

_FIRST = 10


def findings_answer(
    store: GraphStore, q: str, territory: str | None, kind: str | None, *, as_of: date | None, lang: Lang
) -> str:
    """What the audit of a territory found, the gravest first. Raises UnknownTerritory, BadParameter."""
    place = chosen_territory(store, territory)
    kinds = (kind,) if kind else ()
    found = audit(
        store, place.id if place else None, name=place.name if place else "", as_of=as_of, kinds=kinds, lang=lang
    )
    counts = Counter(finding.kind for finding in found.findings)
    titles = {finding.kind: finding.title for finding in found.findings}
    at = Address("/responsibility", lang, as_of, place.id if place else None, {"q": q or None})
    return render(
        "answer_findings.html",
        at,
        asked=q,
        territory=place,
        total=len(found.findings),
        counts=[(code, titles[code], number, found.denominators.get(code)) for code, number in counts.items()],
        first=found.findings[:_FIRST],
        notes=found.notes,
        files=[(name, at.api("/findings", format=name.lower())) for name in ("XLSX", "CSV", "JSON")],
    )
