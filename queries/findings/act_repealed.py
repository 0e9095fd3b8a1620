"""Acts in force that rest on, or amend, acts which have lost their force.

An act that is not loaded is known by its number and day, and only where an act of the same territory, or of one above
it, says that it repeals it: another region may have an act of the same number and day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReferenceKind
from ontology.ids import normalise
from queries.findings.act_evidence import act_evidence, cited
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.sources.relevant_acts import RELEVANT_ACTS, Act
from queries.findings.sources.relevant_references import RELEVANT_REFERENCES, Reference
from queries.question import Ask, DerivedQuestion


def _ended(references: list[Reference], acts: dict[Id, Act]) -> dict[tuple[str, str], list[Act]]:
    """Acts in force that repeal an act which may not be loaded, by its number and day."""
    found: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for said in references:
        by = acts.get(said.order_id)
        if by and by.in_force and said.kind is ReferenceKind.REPEALS and said.number and said.date:
            found[_number(said)].append(by)
    return found


def _repealed(ask: Ask, scope: Scope) -> list[Evidence]:
    acts = {act.order_id: act for act in ask(RELEVANT_ACTS, scope)}
    references: list[Reference] = ask(RELEVANT_REFERENCES, scope)
    ended = _ended(references, acts)
    found = []
    for said in references:
        act = acts.get(said.order_id)
        if act is None or not (act.inside and act.in_force) or said.kind is ReferenceKind.REPEALS:
            continue
        number = f"№ {said.number}" if said.number else ""
        name = " ".join(p for p in (said.title, number, f"от {said.date.isoformat()}" if said.date else "") if p)
        other = acts.get(said.target) if said.target else _loaded(said, act, acts.values())
        by = [one for one in ended.get(_number(said), []) if one.territory_id in act.above and one not in (act, other)]
        over = other is not None and other.valid_until is not None and other.valid_until <= scope.as_of
        if not (over or by):
            continue
        key = f"{act.order_id}+{said.reference}"
        reason = "amends-repealed" if said.kind is ReferenceKind.AMENDS else "rests-on-repealed"
        shown = [act, *([other] if other else []), *by]
        found += [act_evidence(one, act, key=key, reason=reason, item=name, found=cited(one)) for one in shown]
    return found


def _loaded(said: Reference, act: Act, acts: Iterable[Act]) -> Act | None:
    """The act meant, of the territory or above it, when it was loaded later than the one that refers to it."""
    found = (one for one in acts if one.territory_id in act.above and one is not act)
    wanted = _number(said)
    return next((one for one in found if wanted == (normalise(one.order_number), str(one.order_date))), None)


def _number(said: Reference) -> tuple[str, str]:
    """What an act that is not loaded is known by; two empty words where number or day is missing."""
    if not said.number or said.date is None:
        return "", ""
    return normalise(said.number), said.date.isoformat()


REPEALED = DerivedQuestion(
    name="act_repealed",
    summary_ru="Какие действующие акты ссылаются на акты, утратившие силу.",
    summary_en="Which acts in force refer to acts that are no longer in force.",
    params=Scope,
    row=Evidence,
    uses=(RELEVANT_ACTS, RELEVANT_REFERENCES),
    derive=_repealed,
)


def _references(ask: Ask, scope: Scope) -> list[Checked]:
    acts = {act.order_id for act in ask(RELEVANT_ACTS, scope) if act.inside and act.in_force}
    references: list[Reference] = ask(RELEVANT_REFERENCES, scope)
    said = [r for r in references if r.order_id in acts and r.kind is not ReferenceKind.REPEALS]
    return [Checked(checked=len(said))]


CHECKED_REFERENCES = DerivedQuestion(
    name="checked_references",
    summary_ru="На сколько актов ссылаются действующие акты.",
    summary_en="How many references to other acts the acts in force make.",
    params=Scope,
    row=Checked,
    uses=(RELEVANT_ACTS, RELEVANT_REFERENCES),
    derive=_references,
)
