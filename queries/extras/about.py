"""What an answer about a subject or an act says when it has no rows, and its rows counted by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, cast

from ontology.i18n import Lang, gettext, translator
from ontology.models import Order, Subject, Territory
from queries.extras.asked import Asked
from queries.extras.usual import usual
from queries.nobody import Nobody, no_act
from queries.nobody_reasons import Reason, sentence
from queries.questions import ACTS
from queries.questions.acts import ActsParams, ActsRow
from queries.shown import shown_day

_WHO = frozenset({"territory", "subject", "source", "target", "order"})
_STANDS = ("state", "status")  # columns by which rows are counted


def about(asked: Asked) -> Mapping[str, Any]:
    """`counts` by state where rows have one; without rows `nobody` with its reason, or notes that say what is known."""
    if asked.rows:
        return _counted(asked)
    found = _of_order(asked) if "order" in asked.known else _of_subject(asked)
    if found.get("nobody") is not None:
        return found
    loose = asked.params.model_copy(update={n: _default(asked, n) for n in _conditions(asked)})
    others = len(asked.store.ask(asked.question, loose)) if loose != asked.params else 0
    if not others:
        return found
    _ = translator(asked.lang)
    return {"notes": [_("Nothing fits all conditions; without the others there are rows: {count}.", count=others)]}


def _counted(asked: Asked) -> Mapping[str, Any]:
    fields = type(asked.rows[0]).model_fields
    column = next((name for name in _STANDS if name in fields), None)
    if column is None:
        return {}
    return {"counts": dict(sorted(Counter(str(getattr(row, column)) for row in asked.rows).items()))}


def _conditions(asked: Asked) -> list[str]:
    """Parameters that narrow the answer beyond whom and what it is about."""
    return [n for n in type(asked.params).model_fields if n not in _WHO and n not in asked.known and n != "as_of"]


def _default(asked: Asked, name: str) -> Any:
    return type(asked.params).model_fields[name].get_default()


def _of_order(asked: Asked) -> Mapping[str, Any]:
    """The act is not in force on the day, or says nothing of this."""
    taken = asked.known["order"].taken
    order = asked.store.get(Order, taken.id)
    _ = translator(asked.lang)
    day = asked.params.as_of
    if order is not None and order.date is not None and order.date > day:
        said = gettext("{act} is not in force before {day}")
        return _not_in_force(_(said, act=taken.name, day=shown_day(order.date, asked.lang)), asked.lang)
    if order is not None and order.valid_until is not None and order.valid_until <= day:
        said = gettext("{act} is no longer in force since {day}")
        return _not_in_force(_(said, act=taken.name, day=shown_day(order.valid_until, asked.lang)), asked.lang)
    return {"notes": [_("«{act}» is loaded, and nothing of this was read in it.", act=taken.name)]}


def _of_subject(asked: Asked) -> Mapping[str, Any]:
    """No act of the subject's territory is loaded or in force, or those that are say nothing of this about it."""
    known = next((asked.known[n] for n in ("subject", "source", "target") if n in asked.known), None)
    subject = asked.store.get(Subject, known.taken.id) if known else None
    if subject is None or asked.place() is not None:
        return usual(asked)
    asks = ActsParams(territory=subject.territory, as_of=asked.params.as_of)
    acts = cast("list[ActsRow]", asked.store.ask(ACTS, asks))
    place = asked.store.get(Territory, subject.territory)
    if not acts:
        return {"nobody": no_act(place.name if place else subject.territory, asked.lang)}
    if not any(act.in_force for act in acts):
        return _not_in_force(sentence(Reason.NOT_IN_FORCE, asked.lang), asked.lang)
    _ = translator(asked.lang)
    notes = [_("Acts in force say nothing of this about the subject «{name}».", name=subject.name)]
    if subject.generic:
        notes.append(_("It is a generic subject: ask about an actual one that fills it."))
    return {"notes": notes}


def _not_in_force(said: str, lang: Lang) -> Mapping[str, Any]:
    return {"nobody": Nobody(reason=Reason.NOT_IN_FORCE, explanation=f"{said}.")}
