"""Everything to know of one subject: where it stands and what it holds, by which clauses."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from ontology.entities.base import Id
from ontology.errors import UnknownSubject
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Clause, Order, Subject, Territory
from queries.questions import HOLDINGS
from queries.questions.holdings import HoldingsParams
from queries.store import GraphStore

_GROUP = 100  # names shown of a body's parts; more are counted


class Named(BaseModel):
    """Something by id and name."""

    model_config = ConfigDict(frozen=True)

    id: Id
    name: str


class SubjectCard(BaseModel):
    """A subject. `functions`: rows with function, role, clause, order, quote, confidence, status; `unmapped`: the same
    for statements that fit no function; `named_in`: the clause that names it first; `filled_by`: actual subjects that
    fill a generic one."""

    model_config = ConfigDict(frozen=True)

    id: Id
    name: str
    short: str | None
    alternative_names: tuple[str, ...]
    level: str | None
    kind: str
    generic: bool
    vacant: bool
    invented: bool
    territory: Named
    part_of: Named | None
    parts: tuple[Named, ...]
    fills: Named | None
    filled_by: tuple[Named, ...]
    named_in: dict[str, Any] | None
    as_of: date
    functions: list[dict[str, Any]]
    unmapped: list[dict[str, Any]]
    has_text: bool


def subject_card(store: GraphStore, id: Id, as_of: date | None = None, lang: Lang = DEFAULT_LANG) -> SubjectCard:
    """The card of a subject as of a day (today). UnknownSubject when there is none with this id."""
    subject = store.get(Subject, id)
    if subject is None:
        raise UnknownSubject("There is no subject with the id «{id}»", mend="Search for its name", id=id[:80])
    day = as_of or date.today()
    rows = [row.public(lang) for row in store.ask(HOLDINGS, HoldingsParams(subject=id, as_of=day))]
    parts, filling = _near(store, subject)
    return SubjectCard(
        id=subject.id,
        name=subject.name,
        short=subject.short,
        alternative_names=subject.alternative_names,
        level=subject.level.value if subject.level else None,
        kind=subject.kind.value,
        generic=subject.generic,
        vacant=subject.vacant,
        invented=subject.invented,
        territory=_territory(store, subject.territory),
        part_of=_subject(store, subject.part_of),
        parts=parts,
        fills=_subject(store, subject.fills),
        filled_by=filling,
        named_in=_clause(store, subject.clause),
        as_of=day,
        functions=[row for row in rows if row["function"]],
        unmapped=[row for row in rows if not row["function"]],
        has_text=any(row["quote"] for row in rows),
    )


def _near(store: GraphStore, subject: Subject) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Its parts, and the actual subjects that fill it."""
    around = [e for e in store.neighbourhood(subject.id, 1).entities if isinstance(e, Subject)]
    parts = sorted((s for s in around if s.part_of == subject.id), key=lambda s: (s.name, s.id))
    filling = sorted((s for s in around if s.fills == subject.id), key=lambda s: (s.name, s.id))
    return (
        tuple(Named(id=s.id, name=s.name) for s in parts[:_GROUP]),
        tuple(Named(id=s.id, name=s.name) for s in filling[:_GROUP]),
    )


def _territory(store: GraphStore, id: Id) -> Named:
    territory = store.get(Territory, id)
    return Named(id=id, name=territory.name if territory else id)


def _subject(store: GraphStore, id: Id | None) -> Named | None:
    subject = store.get(Subject, id) if id else None
    return Named(id=subject.id, name=subject.name) if subject else None


def _clause(store: GraphStore, id: Id | None) -> dict[str, Any] | None:
    clause = store.get(Clause, id) if id else None
    order = store.get(Order, clause.order) if clause else None
    if clause is None or order is None:
        return None
    return {
        "clause": clause.address,
        "clause_id": clause.id,
        "order": {
            "id": order.id,
            "number": order.number,
            "date": order.date.isoformat() if order.date else None,
            "title": order.title,
        },
    }
