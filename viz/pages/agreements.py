"""The page of agreements: required, concluded, overdue, expired; between whom, by when, by which clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ontology.entities.vocabulary import AgreementStatus
from ontology.i18n import Lang, translator
from queries.shown import word
from queries.store import GraphStore
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.model import Choice
from viz.plans.agreements import ORDERS, STANDINGS, AgreementFilter, agreements_found, pairs_of
from viz.plans.common import Line, chips, downloads, part_of, tell_texts
from viz.render import render
from viz.styles import StateStyle
from viz.text import capital, clean

_SIZE = 50


def agreements_page(
    store: GraphStore, wanted: AgreementFilter, *, page: str | None = None, as_of: date | None = None, lang: Lang
) -> str:
    """Agreements of a territory as a table, with how many stand how, who concludes with whom, and a form for those who
    may tell that one is concluded. Raises BadParameter, UnknownTerritory, UnknownSubject."""
    _ = translator(lang)
    place = chosen_territory(store, wanted.checked().territory)
    found = agreements_found(store, replace(wanted, territory=place.id if place else None), as_of, lang)
    part = part_of(found.lines, page, _SIZE)
    params = {
        name: value or None
        for name, value in (
            ("subject", wanted.subject), ("status", wanted.status), ("state", wanted.state), ("pair", wanted.pair),
            ("q", wanted.q), ("sort", wanted.sort), ("only", wanted.only), ("page", page),
        )
    }  # fmt: skip
    at = Address("/agreements", lang, as_of, place.id if place else None, params)
    sort = wanted.sort or "state"
    known = found.said.params.get("subject") if found.said else None
    others = agreements_found(store, replace(wanted, subject=None), as_of, lang).near if known else found.near
    return render(
        "agreements.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        wanted=wanted,
        subject=known["id"] if known else None,
        subject_options=_parties(others, known),
        status_options=[Choice(s.value, word(s.value, lang)) for s in AgreementStatus],
        sort=sort,
        sort_options=[Choice(code, _(label)) for code, label in ORDERS.items()],
        standings=STANDINGS,
        chips=chips(STANDINGS, (line["state"] for line in found.counted)),
        total=len(found.counted),
        all_lines=len(found.lines),
        with_day=sum(1 for line in found.counted if line["state"] in ("overdue", "ahead")),
        part=part,
        groups=_groups(part.lines, sort),
        pairs=pairs_of(found.near),
        said=found.said,
        files=downloads(at, lang),
        tell_texts=tell_texts(lang),
        today=(as_of or date.today()).isoformat(),
        no_words=bool(part.lines) and not any(line["quote"] for line in part.lines),
        invented=any(party["invented"] for line in part.lines for party in line["parties"]),
    )


def _parties(lines: Sequence[Line], known: Mapping[str, Any] | None) -> list[Choice]:
    """Parties to choose from; the one that is chosen stands among them."""
    names = {party["id"]: capital(clean(party["name"])) for line in lines for party in line["parties"]}
    if known:
        names[known["id"]] = capital(clean(known["name"]))
    return [Choice(id, name) for id, name in sorted(names.items(), key=lambda pair: pair[1].casefold())]


def _groups(lines: Sequence[Line], sort: str) -> list[tuple[StateStyle | None, list[Line]]]:
    if sort != "state":
        return [(None, list(lines))] if lines else []
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line["state"], []).append(line)
    return [(STANDINGS[state], own) for state, own in found.items()]
