"""What people's words mean: a territory, a function, a subject, by id, by code or in plain Russian of any form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFound, UnknownFunction, UnknownResource, UnknownSubject, UnknownTerritory
from ontology.i18n import DEFAULT_LANG, Lang, gettext
from ontology.models import Order, Subject
from queries.places import Place, find_places, nearest_places
from queries.search import lexicon
from queries.sentence import Split, split_question
from queries.store import GraphStore

__all__ = [
    "Meaning",
    "Resolution",
    "Split",
    "resolve_direction",
    "resolve_function",
    "resolve_order",
    "resolve_subject",
    "resolve_territory",
    "split_question",
]

_NUMBER = re.compile(r"(?:№|N[o°]?)\s*([^\s,;]+)|(?<![\d.])(\d[\w/.-]*)(?:\s|$)", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_SURE = 0.4  # share of the words' weight a name must hold to be taken
_CLOSE = 0.6  # of the best score: what else the words could mean
_SHOWN = 5


class Meaning(BaseModel):
    """One thing that words can mean. `code`: ISO 3166-2 or ОКТМО of a territory, code of a function."""

    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    code: str | None
    name: str
    score: float = 1.0


class Resolution(BaseModel):
    """What the words were taken for, and what else they could mean, likeliest first."""

    model_config = ConfigDict(frozen=True)

    taken: Meaning
    alternatives: tuple[Meaning, ...] = ()


def resolve_territory(store: GraphStore, text: str) -> Resolution:
    """The territory meant by an id, an ISO or ОКТМО code, a name or abbreviation in any form («в Губкине», «КБР»).

    A region of the official register is known even when nothing of it is loaded. UnknownTerritory names the nearest.
    """
    found = find_places(store, text)
    if not found:
        raise _unknown(
            UnknownTerritory,
            gettext("No territory is called «{text}»"),
            gettext("Load an order of it, or check the name"),
            text,
            nearest_places(store, text),
        )
    return Resolution(taken=_place(found[0]), alternatives=tuple(_place(p) for p in found[1 : _SHOWN + 1]))


def resolve_function(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The function of the catalogue meant by an id, a code or words. UnknownFunction names the nearest."""
    return _catalogued(store, text, "function", gettext("No function of the catalogue is called «{text}»"), lang)


def resolve_direction(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The direction of the catalogue meant by an id, a code or words. UnknownFunction names the nearest."""
    return _catalogued(store, text, "direction", gettext("No direction of the catalogue is called «{text}»"), lang)


def _catalogued(store: GraphStore, text: str, kind: str, what: str, lang: Lang) -> Resolution:
    docs = {d.id: d for d in lexicon(store, lang).docs if d.kind == kind}

    def meaning(id: str, score: float) -> Meaning:
        return Meaning(kind=kind, id=id, code=docs[id].detail, name=docs[id].label, score=score)

    key = text.strip().lower()
    for doc in docs.values():
        if key in {doc.id.lower(), doc.detail.lower()}:
            return Resolution(taken=meaning(doc.id, 1.0))
    return _by_words(store, text, kind, meaning, UnknownFunction, what, lang)


def resolve_subject(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The subject meant by an id, a name or an abbreviation. UnknownSubject names the nearest."""

    def meaning(id: str, score: float) -> Meaning:
        subject = store.get(Subject, id)
        name = subject.name if subject else id
        return Meaning(kind="subject", id=id, code=subject.short if subject else None, name=name, score=score)

    if _is_id(text) and store.get(Subject, text.strip()) is not None:
        return Resolution(taken=meaning(text.strip(), 1.0))
    return _by_words(store, text, "subject", meaning, UnknownSubject, gettext("No subject is called «{text}»"), lang)


def resolve_order(store: GraphStore, text: str, lang: Lang = DEFAULT_LANG) -> Resolution:
    """The order meant by an id, a number with or without its day («№ 7 от 10.01.2022»), or words of its title.

    UnknownResource names the nearest.
    """
    orders = {o.id: o for o in store.all(Order)}

    def meaning(id: str, score: float) -> Meaning:
        order = orders[id]
        return Meaning(kind="order", id=id, code=order.number, name=_order_name(order), score=score)

    if text.strip() in orders:
        return Resolution(taken=meaning(text.strip(), 1.0))
    numbers = {n.strip(".").lower() for pair in _NUMBER.findall(_DAY.sub(" ", text)) for n in pair if n}
    days = {_iso(m) for m in _DAY.finditer(text)}
    called = [o for o in orders.values() if o.number.lower() in numbers]
    # A day tells acts of one number apart; one that fits none of them is a slip of the pen, and all are named.
    dated = [o for o in called if o.date and o.date.isoformat() in days] or called
    dated.sort(key=lambda o: o.id)
    dated.sort(key=lambda o: o.date.isoformat() if o.date else "", reverse=True)
    if dated:
        return Resolution(
            taken=meaning(dated[0].id, 1.0), alternatives=tuple(meaning(o.id, 1.0) for o in dated[1 : _SHOWN + 1])
        )
    return _by_words(store, text, "order", meaning, UnknownResource, gettext("No order is called «{text}»"), lang)


def _order_name(order: Order) -> str:
    day = f" от {order.date:%d.%m.%Y}" if order.date else ""
    return f"{order.kind.value} № {order.number}{day}"


def _iso(found: re.Match[str]) -> str:
    day, month, year, *iso = found.groups()
    return "-".join(iso) if iso[0] else f"{year}-{month:0>2}-{day:0>2}"


def _by_words(
    store: GraphStore,
    text: str,
    kind: str,
    meaning: Callable[[str, float], Meaning],
    error: type[NotFound],
    what: str,
    lang: Lang,
) -> Resolution:
    found = lexicon(store, lang).find(text, frozenset({kind}), limit=4 * _SHOWN)
    if not found or found[0].score < _SURE:
        raise _unknown(error, what, gettext("Use other words, or a code"), text, (f.doc.label for f in found))
    best = max(f.score for f in found)
    close = [f for f in found[1:] if f.score >= _CLOSE * best and f.score >= _SURE * 0.8][:_SHOWN]
    return Resolution(
        taken=meaning(found[0].doc.id, best),
        alternatives=tuple(meaning(f.doc.id, f.score) for f in close),
    )


def _unknown(error: type[NotFound], what: str, mend: str, text: str, nearest: Iterable[str]) -> NotFound:
    names = "; ".join(f"«{name}»" for name in list(dict.fromkeys(nearest))[:3])
    shown = text.strip() if len(text.strip()) <= 80 else f"{text.strip()[:80]}…"
    if names:
        return error(what, mend=gettext("Perhaps you mean: {names}"), text=shown, names=names)
    return error(what, mend=mend, text=shown)


def _place(place: Place) -> Meaning:
    t = place.territory
    return Meaning(kind="territory", id=t.id, code=t.iso_3166_2 or t.oktmo, name=t.name, score=place.score)


def _is_id(text: str) -> bool:
    """Whether the text can be an id at all (a store is not asked for what no entity is called)."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}", text.strip()) is not None
