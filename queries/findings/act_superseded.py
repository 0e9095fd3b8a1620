"""Acts in force of one territory about one matter, the newer of which neither repeals nor names the older."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ontology.entities.base import Id
from ontology.entities.vocabulary import OrderKind
from ontology.ids import normalise
from queries.findings.act_evidence import act_evidence, cited
from queries.findings.rule import Evidence, Scope
from queries.findings.same_names import readings
from queries.findings.sources.relevant_acts import RELEVANT_ACTS, Act
from queries.findings.sources.relevant_references import RELEVANT_REFERENCES, Reference
from queries.question import Ask, DerivedQuestion

# Words of a title that say what the act does, not what it is about.
_DOING = frozenset({"утверждение", "утвердить", "положение", "порядок", "создание", "формирование", "организация"})
_CHANGES = re.compile(r"о\s+внесении\s+изменени", re.I)
_ALIKE = 0.75  # share of common words, of all words of the longer title


def _about(title: str) -> frozenset[str]:
    """What a title is about, in normal forms."""
    words = readings(title)
    return (words[0] if words else frozenset()) - _DOING


def _same_matter(one: Act, other: Act) -> bool:
    """Whether two titles are about one matter; numbers that differ (years, editions) tell them apart."""
    left, right = _about(one.order_title), _about(other.order_title)
    numbers = [{w for w in words if w[:1].isdigit()} for words in (left, right)]
    if not left or not right or (numbers[0] != numbers[1] and all(numbers)):
        return False
    return len(left & right) >= 2 and len(left & right) / max(len(left), len(right)) >= _ALIKE


def _pairs(ask: Ask, scope: Scope) -> Iterator[tuple[Act, Act]]:
    """Pairs of dated acts of one territory in force, the older one first, of which neither refers to the other."""
    homes: dict[Id, list[Act]] = defaultdict(list)
    for act in ask(RELEVANT_ACTS, scope):
        if act.inside and act.in_force and act.order_date and not _CHANGES.match(act.order_title):
            homes[act.territory_id].append(act)
    references: list[Reference] = ask(RELEVANT_REFERENCES, scope)
    tied = {(said.order_id, said.target) for said in references if said.target}
    named = {
        (said.order_id, normalise(said.number), said.date)
        for said in references
        if said.number and said.date is not None
    }
    for older, newer in (pair for acts in homes.values() for pair in combinations(acts, 2)):
        local = {older.kind, newer.kind} & {OrderKind.LOCAL_ACT}  # an institution's own act beside an authority's
        if older.order_date != newer.order_date and not (local and older.kind is not newer.kind):
            known = (newer.order_id, normalise(older.order_number), older.order_date) in named
            if not known and not {(newer.order_id, older.order_id), (older.order_id, newer.order_id)} & tied:
                yield older, newer


def _superseded(ask: Ask, scope: Scope) -> list[Evidence]:
    found = []
    for older, newer in _pairs(ask, scope):
        if _same_matter(older, newer):
            key = f"{older.order_id}+{newer.order_id}"
            found += [
                act_evidence(act, older, key=key, reason="not-repealed", item=older.order_title, found=cited(act))
                for act in (older, newer)
            ]
    return found


SUPERSEDED = DerivedQuestion(
    name="act_superseded",
    summary_ru="Какие действующие акты одной территории говорят об одном, хотя новый не отменил прежний.",
    summary_en="Which acts in force of one territory are about one matter while the newer has not repealed the older.",
    params=Scope,
    row=Evidence,
    uses=(RELEVANT_ACTS, RELEVANT_REFERENCES),
    derive=_superseded,
)
