"""Acts by people's words: an id, a number with or without its day, or words of the title."""

from __future__ import annotations

import re

from ontology.errors import UnknownResource
from ontology.i18n import DEFAULT_LANG, Lang, gettext
from ontology.models import Order
from queries.meaning import SHOWN, Meaning, Resolution, by_words, unknown
from queries.store import GraphStore

_NUMBER = re.compile(r"(?:№|N[o°]?)\s*([^\s,;]+)|(?<![\d.])(\d[\w/.-]*)(?:\s|$)", re.IGNORECASE)
_SIGN = re.compile(r"№\s*\S")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")


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
            taken=meaning(dated[0].id, 1.0), alternatives=tuple(meaning(o.id, 1.0) for o in dated[1 : SHOWN + 1])
        )
    what = gettext("No order is called «{text}»")
    if _SIGN.search(text) and not called:  # a number says which act is meant: no other one will do
        numbered = (meaning(o.id, 0.0).name for o in sorted(orders.values(), key=lambda o: (o.number, o.id)))
        raise unknown(UnknownResource, what, gettext("Use other words, or a code"), text, numbered)
    return by_words(store, text, "order", meaning, UnknownResource, what, lang)


def _order_name(order: Order) -> str:
    day = f" от {order.date:%d.%m.%Y}" if order.date else ""
    return f"{order.kind.value} № {order.number}{day}"


def _iso(found: re.Match[str]) -> str:
    day, month, year, *iso = found.groups()
    return "-".join(iso) if iso[0] else f"{year}-{month:0>2}-{day:0>2}"
