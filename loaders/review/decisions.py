"""Decisions as data: what a fact was when it was read, what of it was corrected, which decision counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from loaders.review.fields import CLASS_OF, own_fields
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import Verdict
from ontology.errors import InvalidGraph
from ontology.models import Decision
from ontology.property_graph import NODE_OF

Key = tuple[str, Id]
"""Class and id of the fact decided on."""

_LAST = datetime(9999, 12, 31, tzinfo=UTC)


def _json(values: dict[str, Any]) -> str | None:
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else None


def as_read(fact: Entity) -> tuple[str | None, str | None]:
    """The fact as JSON, and beside it the act's own words of it: these never travel."""
    kind = type(fact)
    values = fact.model_dump(mode="json", exclude=set(own_fields(kind)) | {"id"})
    local = {p.name for p in NODE_OF[kind].properties if p.prop.local}
    words = {name: values.pop(name) for name in local}
    return _json(values), _json({name: value for name, value in words.items() if value is not None})


def values_of(text: str | None, where: Id) -> dict[str, Any]:
    """The fields a decision keeps as JSON. InvalidGraph when a file brought anything but an object of fields."""
    if not text:
        return {}
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise InvalidGraph("a decision keeps something else than the fields of a fact", where=where)
    return values


def whole(decision: Decision, *, corrected: bool) -> Entity | None:
    """The fact a decision keeps, with or without its corrections; None when it keeps no whole fact."""
    kind = CLASS_OF.get(decision.target_class)
    fields = values_of(decision.fact, decision.id)
    if kind is None or not fields:
        return None
    fields |= values_of(decision.fact_text, decision.id)
    if corrected and decision.verdict is not Verdict.SPLIT:  # what a split keeps is of the subject it made
        fields |= {k: v for k, v in values_of(decision.changes, decision.id).items() if k in kind.model_fields}
    try:
        return kind.model_validate({**fields, "id": decision.target})
    except ValidationError as error:
        raise InvalidGraph("a decision keeps something else than the fields of a fact", where=decision.id) from error


def key_of(decision: Decision) -> Key:
    """The fact a decision is about."""
    return decision.target_class, decision.target


def moment(when: datetime) -> datetime:
    """A moment in UTC; one without a zone is taken for UTC, as it is kept."""
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def in_time(decision: Decision) -> tuple[datetime, Id]:
    """Place among decisions: by moment, then by id."""
    return moment(decision.decided_at), decision.id


def after(when: datetime, last: Decision) -> datetime:
    """`when`, or the next moment after an earlier decision when the clock stands or has gone back."""
    before = moment(last.decided_at)
    return max(moment(when), min(before, _LAST) + timedelta(microseconds=1))


def effective(decisions: Iterable[Decision]) -> dict[Key, Decision]:
    """The decision that counts for each fact: the latest, whatever the order they come in."""
    latest: dict[Key, Decision] = {}
    for decision in sorted(decisions, key=in_time):
        latest[key_of(decision)] = decision
    return dict(sorted(latest.items()))
