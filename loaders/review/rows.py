"""What was read of an act, one row a fact: what a reviewer sees, the most doubtful first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from loaders.review.decisions import Key, whole
from loaders.review.fields import CLASS_OF, EDITABLE, status_of
from loaders.review.sources import Act
from loaders.review.values import Values
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, VariantReason, Verdict
from ontology.i18n import Translate, translator
from ontology.ids import normalise
from ontology.labels import label
from ontology.models import (
    Activity,
    Agreement,
    Assignment,
    Decision,
    Indicator,
    Interaction,
    NameVariant,
    Norm,
    Observation,
    Official,
    Step,
    Subject,
)

Only = Literal["all", "low", "changed", "unmapped"]
ONLY: tuple[Only, ...] = get_args(Only)
# Below these a person should look first: how surely a statement was read, how well it fits the function.
LOW_CONFIDENCE, LOW_SCORE = 0.9, 0.65
REJECTED = "rejected"
_NOT_TOLD = frozenset({"entity", "kind", "fields", "reasons", "doubts"})  # `list`, `values` and `why` say them

# Class → the field with the act's own words of a fact; where a correctable field says it already there is none.
_WORDS: Mapping[type[Entity], str] = MappingProxyType(
    {
        Assignment: "quote",
        NameVariant: "written",
        Agreement: "about",
        Activity: "title",
        Observation: "written",
        Interaction: "what",
        Step: "does",
        Norm: "about",
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact under review. `text`: the act's words, empty while its text is not loaded; `fields`: what can be
    corrected, as a person reads it; `why`: reasons and doubts; `status`: of the fact, or `rejected`.
    `reasons`, `doubts`: the parts of `why`."""

    id: str
    kind: str
    clause: str
    text: str
    fields: dict[str, str]
    why: str
    confidence: float | None
    score: float | None
    status: str
    decided_by: str | None
    decided_at: str | None
    note: str | None
    doubtful: bool
    entity: Entity = field(repr=False, compare=False)
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The row for programs: values are codes, ids and numbers."""
        told = {name: getattr(self, name) for name in self.__slots__ if name not in _NOT_TOLD}
        return {"list": self.kind, **told, "values": self.entity.model_dump(mode="json", include=set(self.fields))}


def rows(act: Act, values: Values, only: Only = "all") -> list[Row]:
    """Rows of an act, list by list; in a list the lowest confidence first, then as in the text.

    `low`: what a person should look at first; `changed`: whose clause reads otherwise than when it was reviewed;
    `unmapped`: statements that fit no function of the catalogue.
    """
    _ = translator(values.lang)
    variants = [f for f in act.facts if isinstance(f, NameVariant)]
    found = [_row(act, key, fact, act.live.get(key), values, variants, _) for key, fact in act.reviewable.items()]
    for key, decision in act.live.items():
        if decision.verdict is Verdict.REJECTED and key not in act.reviewable and CLASS_OF.get(key[0]) in EDITABLE:
            gone = whole(decision, corrected=False)
            if gone is not None:
                found.append(_row(act, key, gone, decision, values, variants, _))
    rank = {kind.__name__: n for n, kind in enumerate(EDITABLE)}
    places = {f.address: f.position for f in act.clauses.values()}
    wanted: Callable[[Row], bool] = {
        "all": lambda row: True,
        "low": lambda row: row.doubtful and row.status == ReadingStatus.EXTRACTED.value,
        "changed": lambda row: row.status == ReadingStatus.CHANGED.value,
        "unmapped": lambda row: isinstance(row.entity, Assignment) and row.entity.function is None,
    }[only]
    return sorted(
        (row for row in found if wanted(row)),
        key=lambda row: (
            rank[row.kind],
            not row.doubtful,
            least(row),
            places.get(row.clause, 0),
            getattr(row.entity, "position", 0),
            row.id,
        ),
    )


def least(row: Row) -> float:
    """How surely the least sure of a row's parts was read, 0..1."""
    return min((v for v in (row.confidence, row.score) if v is not None), default=1.0)


def _row(
    act: Act,
    key: Key,
    fact: Entity,
    decision: Decision | None,
    values: Values,
    variants: list[NameVariant],
    _: Translate,
) -> Row:
    kind = CLASS_OF[key[0]]
    rejected = key not in act.reviewable
    clause = act.clause_of(fact)
    reasons, doubts = _reasons(fact, values, variants), doubts_of(fact, _)
    told = decision if decision is not None and not decision.stale else None
    return Row(
        id=key[1],
        kind=key[0],
        clause=clause.address if clause else (decision.address or "") if decision else "",
        text=str(getattr(fact, _WORDS[kind]) or "") if kind in _WORDS else "",
        fields={name: values.shown(kind, name, getattr(fact, name)) for name in EDITABLE[kind]},
        why="; ".join([*reasons, *doubts]),
        confidence=getattr(fact, "confidence", None),
        score=getattr(fact, "score", None),
        status=REJECTED if rejected else status_of(fact).value,
        decided_by=told.decided_by if told else None,
        decided_at=told.decided_at.isoformat() if told else None,
        note=told.note if told else None,
        doubtful=bool(doubts),
        entity=fact,
        reasons=tuple(reasons),
        doubts=tuple(doubts),
    )


def _reasons(fact: Entity, values: Values, variants: list[NameVariant]) -> list[str]:
    """Why it was read so: the matcher's terms, the writing a subject was found by, the words of a cell."""
    found: list[str] = []
    if isinstance(fact, Assignment):
        found += [fact.why] if fact.why else []
        if fact.named_as:
            same = [v for v in variants if normalise(v.written) == normalise(fact.named_as)]
            reason = f" ({label(same[0].why, values.lang)})" if same else ""
            found.append(f"«{fact.named_as}»{reason}")
    elif isinstance(fact, NameVariant):
        found.append(f"{label(fact.why, values.lang)} → {values.shown(NameVariant, 'subject', fact.subject)}")
    elif isinstance(fact, Activity):
        found += [" / ".join(fact.responsible_text), fact.term_text or ""]
    elif isinstance(fact, Official):
        found.append(fact.note or "")
    elif isinstance(fact, Agreement):
        found.append(fact.term_text or "")
    elif isinstance(fact, Observation):
        owner = values.act.reviewable.get(("Indicator", fact.indicator))
        found.append(owner.name if isinstance(owner, Indicator) else "")
    return [part for part in found if part]


def doubts_of(fact: Entity, _: Translate) -> list[str]:
    """What of a fact a person should look at, in words; nothing when it was read surely."""
    found: list[str] = []
    if isinstance(fact, Assignment):
        if fact.confidence < LOW_CONFIDENCE:
            found.append(_("read unsurely"))
        if fact.function is None:
            found.append(_("fits no function"))
        elif fact.score is not None and fact.score < LOW_SCORE:
            found.append(_("the function fits poorly"))
    elif isinstance(fact, Subject) and fact.level is None:
        found.append(_("no level"))
    elif isinstance(fact, NameVariant):
        if fact.why in (VariantReason.SLIP, VariantReason.PARTIAL, VariantReason.REFERS_BACK):
            found.append(_("a bold merge"))
    elif isinstance(fact, Agreement) and len(fact.parties) < 2:
        found.append(_("fewer than two parties are known"))
    elif isinstance(fact, Activity):
        if len(fact.responsible) < len(fact.responsible_text) or not fact.responsible_text:
            found.append(_("not every responsible body is known"))
        if fact.term_text and fact.due is None and fact.periodicity is None:
            found.append(_("the term was not understood"))
    elif isinstance(fact, Observation) and fact.value is None:
        found.append(_("no number"))
    elif isinstance(fact, Step) and fact.subject is None:
        found.append(_("nobody does it"))
    return found
