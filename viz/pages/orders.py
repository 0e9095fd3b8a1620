"""The list of acts: which are loaded, whether they are in force, how much was read of them and who has checked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ontology.entities.base import Entity, Id
from ontology.i18n import Lang, gettext, translator
from ontology.ids import normalise
from ontology.models import Clause, Indicator, Order, Territory
from queries.answer import answer
from queries.lexicon import terms
from queries.store import GraphStore
from queries.territory_tree import above, within
from viz.acts.outline import outline
from viz.acts.shown import LIST_OF, LISTS
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.embed import to_json
from viz.filters import one_of
from viz.model import Choice
from viz.pages.order import KINDS, force_of, spoken_of
from viz.render import render
from viz.styles import READINGS
from viz.text import clean

PAGE = 20
FORCES: Mapping[str, str] = MappingProxyType(
    {
        "in-force": gettext("in force"),
        "repealed": gettext("no longer in force"),
        "not-yet": gettext("not yet in force"),
    }
)


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in the list. `counts`: (list, words, number) of what was read; `read` of `clauses` clauses said something;
    `references`: relation → the other acts; `text`: whether the user's copy of the text is loaded."""

    order: Order
    kind: str
    territory: str
    force: str
    counts: tuple[tuple[str, str, int], ...]
    facts: int
    read: int
    clauses: int
    text: bool
    references: Mapping[str, Sequence[Mapping[str, Any]]]


def orders_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    force: str | None = None,
    status: str | None = None,
    q: str | None = None,
    page: int = 1,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Acts of `territory` (words; none: all), of those above and within it. `force`: a key of FORCES; `status`:
    extracted, confirmed or changed; `q`: words of the act. BadParameter, UnknownTerritory."""
    _ = translator(lang)
    one_of("force", force, FORCES)
    one_of("status", status, READINGS)
    places = {t.id: t for t in store.all(Territory)}
    place = chosen_territory(store, territory) if territory and territory.strip() else None
    near = {*within(places.values(), place.id), *above(places, place.id)} if place else None
    every = list(store.all(Order))
    found = [
        o
        for o in every
        if (near is None or o.territory in near)
        and (not force or force_of(o, as_of) == force)
        and (not status or o.status == status)
        and _says(o, places, q)
    ]
    found.sort(key=lambda o: o.id)
    found.sort(key=lambda o: o.date or date.min, reverse=True)
    last = max(1, -(-len(found) // PAGE))
    page = min(max(page, 1), last)
    given = {"force": force, "status": status, "q": q, "page": str(page) if page > 1 else None}
    at = Address("/orders", lang, as_of, place.id if place else None, given)
    return render(
        "orders.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        lines=[_line(store, o, places, as_of, lang) for o in found[(page - 1) * PAGE : page * PAGE]],
        total=len(found),
        every=len(every),
        page=page,
        last=last,
        force=force,
        forces={value: _(words) for value, words in FORCES.items()},
        force_options=[Choice(value, _(words)) for value, words in FORCES.items()],
        status=status,
        status_options=[Choice(value, _(words)) for value, words in READINGS.items()],
        q=clean(q),
        texts=_texts(lang),
    )


def _says(order: Order, places: Mapping[Id, Territory], q: str | None) -> bool:
    """Whether an act has all the words, in any form; a number may be given in part."""
    if not q or not q.strip():
        return True
    place = places.get(order.territory)
    day = order.date.strftime("%d.%m.%Y") if order.date else ""
    text = " ".join((order.kind.value, order.number, day, order.title, order.issuer, place.name if place else ""))
    plain, known = normalise(text), set(terms(text))
    asked = [word for word in normalise(clean(q).replace("№", " ")).split() if word != "от"]
    return all(word in plain or (bool(terms(word)) and set(terms(word)) <= known) for word in asked)


def _line(store: GraphStore, order: Order, places: Mapping[Id, Territory], as_of: date | None, lang: Lang) -> ActLine:
    _ = translator(lang)
    facts = store.facts(order.id)
    clauses = [f for f in facts if isinstance(f, Clause)]
    own = {c.id: c.address for c in clauses}
    counts = Counter(LIST_OF[type(f).__name__] for f in facts if type(f).__name__ in LIST_OF and _of(f, own, facts))
    said = {own[c] for f in facts if (c := getattr(f, "clause", None)) in own}
    shown = [p for p in outline(sorted(clauses, key=lambda c: (c.position, c.id))) if not p.heading]
    references: dict[str, list[Mapping[str, Any]]] = {}
    for row in answer(store, "legal_basis", {"order": order.id}, lang=lang, as_of=as_of).rows:
        references.setdefault(row["relation"], []).append(row["other"])
    spoken = spoken_of(clauses, references)
    place = places.get(order.territory)
    return ActLine(
        order=order,
        kind=_(KINDS[order.kind.value]),
        territory=clean(place.name) if place else order.territory,
        force=force_of(order, as_of),
        counts=tuple((name, _(words), counts[name]) for name, (_k, words) in LISTS.items() if counts[name]),
        facts=sum(counts.values()),
        read=sum(p.clause.address in said or p.clause.address in spoken for p in shown),
        clauses=len(shown),
        text=any(c.text for c in clauses),
        references=references,
    )


def _of(fact: Entity, own: Mapping[Id, str], facts: Sequence[Entity]) -> bool:
    """Whether a fact rests on a clause of the act; a value of an indicator does by its indicator."""
    if (indicator := getattr(fact, "indicator", None)) is not None:
        return any(isinstance(f, Indicator) and f.id == indicator for f in facts)
    return getattr(fact, "clause", None) in own


def _texts(lang: Lang) -> Markup:
    """What the script of the list says."""
    _ = translator(lang)
    said = {
        "key": _("Give your key first: the field stands below."),
        "file": _("Choose a file first."),
        "reading": _("The act is being read; this may take up to a minute…"),
        "read": _("Read, and kept aside as a draft. It takes part in answers once it is confirmed."),
        "open": _("Open the draft and check it"),
        "understood": _("Understood: {share} of the text. Not understood, places: {count}"),
        "unread": _("What was not understood, and why"),
        "none": _("No draft is waiting."),
        "waiting": _("loaded {day}, file {file}"),
        "lists": {name: _(words) for name, (_k, words) in LISTS.items()},
    }
    return Markup(to_json(said))
