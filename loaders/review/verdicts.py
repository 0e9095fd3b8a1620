"""What a person asks for → decisions, checked against the act: unknown facts and wrong codes are refused."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from loaders.review.decisions import Key, after, as_read, values_of, whole
from loaders.review.fields import CLASS_OF, status_of
from loaders.review.sources import Act
from loaders.review.split import named_by, parting
from loaders.review.values import Values
from ontology import ids
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.errors import BadParameter, UnknownResource
from ontology.models import Decision, NameVariant, Observation, Order, Subject

LONGEST_NAME, LONGEST_NOTE = 200, 2000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants done with a fact: `target` is its id, or the end of it that no other fact of the act has;
    `kind`: its class, where it matters."""

    target: str
    verdict: Verdict
    changes: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None
    where: str = ""
    kind: str = ""


def find(act: Act, target: str, where: str = "", kind: str = "") -> tuple[Key, Entity | None]:
    """The fact meant; None in place of the fact when it was rejected before. UnknownResource, BadParameter."""
    keys = [*act.reviewable, *(k for k in act.live if k not in act.reviewable and k[0] in CLASS_OF)]
    keys = [k for k in keys if kind in ("", k[0])]
    exact = [k for k in keys if k[1] == target]
    near = exact or [k for k in keys if k[1].endswith(target) and len(target) > 3]
    if act.order.id == target and kind in ("", "Order"):
        return ("Order", target), act.order
    if not near:
        raise UnknownResource(
            "The act has no fact {id} to review", where=where, mend="Take ids from the table.", id=target[:200]
        )
    if len(near) > 1:
        raise BadParameter("{id} is the end of several ids", where=where, mend="Give more of it.", id=target[:200])
    return near[0], act.reviewable.get(near[0])


def decide(act: Act, wishes: Sequence[Wish], values: Values, who: str, when: datetime) -> list[Decision]:
    """Decisions for the wishes, those left out that change nothing. All of them are checked before any is carried out.

    Raises UnknownResource, BadParameter; their `where` is the wish's own.
    """
    name = " ".join(who.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadParameter("it is not said who decides", where="--who", mend="Give a name or a post.")
    made: dict[Key, Decision] = {}
    asked: dict[Key, Wish] = {}
    for wish in wishes:
        key, fact = find(act, wish.target, wish.where, wish.kind)
        if key in asked:
            raise BadParameter("{id} is decided on twice", where=wish.where, id=key[1])
        asked[key] = wish
    for key, wish in list(asked.items()):  # an indicator leaves and comes back with its values
        if key[0] == "Indicator" and (wish.verdict is Verdict.REJECTED or key not in act.reviewable):
            asked |= {value: Wish(value[1], wish.verdict) for value in _values_of(act, key[1]) if value not in asked}
    for key, wish in asked.items():
        fact = act.reviewable.get(key)
        decision = _decision(act, key, fact, wish, values, name, when)
        if decision is not None:
            made[key] = decision
    return list(made.values())


def _values_of(act: Act, indicator: Id) -> list[Key]:
    """The values of an indicator, those that left with it included."""
    held = [k for k, f in act.reviewable.items() if isinstance(f, Observation) and f.indicator == indicator]
    gone = [
        k
        for k, d in act.live.items()
        if k[0] == "Observation" and k not in held and values_of(d.fact, d.id).get("indicator") == indicator
    ]
    return [*held, *gone]


def everything(act: Act) -> list[Wish]:
    """To confirm the act and each of its facts that nobody has decided on or whose clause has changed."""
    wishes = [
        Wish(key[1], Verdict.CONFIRMED)
        for key, fact in act.reviewable.items()
        if status_of(fact) is not ReadingStatus.CONFIRMED
    ]
    if act.order.status is not ReadingStatus.CONFIRMED:
        wishes.append(Wish(act.order.id, Verdict.CONFIRMED))
    return wishes


def _decision(
    act: Act, key: Key, fact: Entity | None, wish: Wish, values: Values, who: str, when: datetime
) -> Decision | None:
    before = act.live.get(key)
    before = before if before is not None and not before.stale and before.verdict is not Verdict.REOPENED else None
    if wish.changes and wish.verdict is not Verdict.CORRECTED:
        raise BadParameter("a value is given, and the verdict is not «corrected»", where=wish.where)
    kind = CLASS_OF[key[0]]
    if kind is Order:
        return _about_order(act, wish, who, when)
    wanted = _changes(act, kind, fact, before, wish, values)
    verdict = wish.verdict
    if verdict is Verdict.CONFIRMED and before is not None:
        if fact is not None and status_of(fact) is ReadingStatus.CONFIRMED:
            return None  # it is confirmed, as read or as corrected
        verdict = Verdict.CORRECTED if wanted else Verdict.CONFIRMED  # a rejected fact is brought back
    if verdict is Verdict.REJECTED and (before is not None and before.verdict is Verdict.REJECTED):
        return None
    if verdict is Verdict.REOPENED and before is None:
        return None
    same = before is not None and before.verdict is verdict
    if verdict is Verdict.CORRECTED and same and before and values_of(before.changes, before.id) == wanted:
        return None
    if verdict is Verdict.SPLIT and same:
        return None
    _refuse(act, kind, fact, wish, wanted)
    kept, words = (before.fact, before.fact_text) if before is not None else as_read(fact) if fact else (None, None)
    rests_on = fact if fact is not None else whole(before, corrected=False) if before else None
    clause = act.clause_of(rests_on) if rests_on is not None else None
    if (last := act.live.get(key)) is not None:  # a clock that stands or goes back must not turn the order round
        when = after(when, last)
    decision = Decision(
        id=ids.part_id(act.order.id, "decision", *key, verdict.value, when.isoformat()),
        target=key[1],
        target_class=key[0],
        verdict=verdict,
        changes=json.dumps(wanted, ensure_ascii=False, sort_keys=True) if wanted else None,
        fact=kept,
        fact_text=words,
        decided_by=who,
        decided_at=when,
        note=(wish.note or "").strip()[:LONGEST_NOTE] or None,
        address=clause.address if clause else before.address if before else None,
        clause_sha256=clause.text_sha256 if clause else before.clause_sha256 if before else None,
        order=act.order.id,
    )
    _check_whole(decision, wish)
    return decision


def _about_order(act: Act, wish: Wish, who: str, when: datetime) -> Decision | None:
    if wish.verdict not in (Verdict.CONFIRMED, Verdict.REOPENED):
        raise BadParameter("an act can be confirmed or reopened as a whole", where=wish.where)
    confirmed = act.order.status is ReadingStatus.CONFIRMED
    if (last := act.live.get(("Order", act.order.id))) is not None:
        when = after(when, last)
    if confirmed == (wish.verdict is Verdict.CONFIRMED):
        return None
    return Decision(
        id=ids.part_id(act.order.id, "decision", "Order", act.order.id, wish.verdict.value, when.isoformat()),
        target=act.order.id,
        target_class="Order",
        verdict=wish.verdict,
        decided_by=who,
        decided_at=when,
        note=wish.note,
        order=act.order.id,
    )


def _changes(
    act: Act, kind: type[Entity], fact: Entity | None, before: Decision | None, wish: Wish, values: Values
) -> dict[str, Any]:
    """The corrected fields as JSON values: those of the decision before, and those of the wish over them."""
    if wish.verdict is Verdict.SPLIT:
        old = act.subjects.get(fact.subject) if isinstance(fact, NameVariant) else None
        return parting(fact, old, act.facts) if isinstance(fact, NameVariant) and old is not None else {}
    kept = values_of(before.changes, before.id) if before is not None and before.verdict is not Verdict.SPLIT else {}
    read = whole(before, corrected=False) if before is not None else fact
    if wish.verdict is not Verdict.CORRECTED or read is None:
        return kept if wish.verdict in (Verdict.CONFIRMED, Verdict.REJECTED) else {}
    for name, written in wish.changes.items():
        try:
            value = values.parsed(kind, name, written)
            trial = kind.model_validate({**read.model_dump(), name: value})
        except BadParameter as error:
            raise BadParameter(
                error.what, where=wish.where, mend=error.mend, rule=error.rule, **error.params
            ) from error
        except ValidationError as error:
            raise BadParameter(
                "«{value}» is no {field}", where=wish.where, value=str(written)[:80], field=name
            ) from error
        kept.pop(name, None)
        if getattr(trial, name) != getattr(read, name):
            kept[name] = trial.model_dump(mode="json")[name]
    return kept


def _refuse(act: Act, kind: type[Entity], fact: Entity | None, wish: Wish, wanted: Mapping[str, Any]) -> None:
    """Raise BadParameter for a verdict that does not fit the fact."""
    if wish.verdict is Verdict.CORRECTED and not wanted:
        raise BadParameter("nothing is corrected", where=wish.where, mend="Say field=value.")
    if wish.verdict is Verdict.SPLIT:
        if not isinstance(fact, NameVariant):
            raise BadParameter("only a variant of a name can be split off", where=wish.where)
        if not wanted or wanted["subject"] == fact.subject:
            raise BadParameter("the writing is the subject's own name", where=wish.where)
    if kind is NameVariant and wish.verdict is Verdict.REJECTED:
        raise BadParameter("a variant of a name is confirmed or split off", where=wish.where)
    if wish.verdict is Verdict.REJECTED and isinstance(fact, Subject):
        bound = [f for f in act.reviewable.values() if fact.id in named_by(f) and not isinstance(f, NameVariant)]
        if bound:
            raise BadParameter(
                "the subject still has facts ({count})",
                where=wish.where,
                mend="Correct or reject them first.",
                count=len(bound),
            )


def _check_whole(decision: Decision, wish: Wish) -> None:
    if decision.verdict in (Verdict.CONFIRMED, Verdict.CORRECTED) and whole(decision, corrected=True) is None:
        raise BadParameter("the fact is kept nowhere: load the act again", where=wish.where)
