"""Everything to know of one subject: where it stands, what it holds, does and agrees, by which clauses."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ConfigDict

from ontology.entities.base import Id
from ontology.errors import UnknownSubject
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Clause, Order, Subject, Territory
from queries.named import Named
from queries.question import AnyQuestion
from queries.questions import HOLDINGS
from queries.questions.activities import ACTIVITIES
from queries.questions.agreements import AGREEMENTS
from queries.questions.indicators import INDICATORS
from queries.questions.interactions import INTERACTIONS
from queries.questions.subject_routes import SUBJECT_ROUTES
from queries.questions.superiors import SUPERIORS
from queries.store import GraphStore

_GROUP = 100  # names shown of a body's parts; more are counted


class SubjectCard(BaseModel):
    """A subject. `functions`: rows with function, role, clause, order, quote, confidence, status; `unmapped`: the same
    for statements that fit no function; `named_in`: the clause that names it first; `filled_by`: actual subjects that
    fill a generic one. The rest are rows of the question of that name: `superiors` (the body it is a part of and the
    generic subject it fills left out: they stand above), `agreements`, `interactions` (`outgoing`, `incoming`),
    `activities` it is responsible for, `routes` with all their steps, `indicators` whose name calls it."""

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
    superiors: list[dict[str, Any]] = []
    agreements: list[dict[str, Any]] = []
    interactions: dict[str, list[dict[str, Any]]] = {}
    activities: list[dict[str, Any]] = []
    routes: list[dict[str, Any]] = []
    indicators: list[dict[str, Any]] = []


def subject_card(
    store: GraphStore, id: Id, as_of: date | None = None, lang: Lang = DEFAULT_LANG, *, whole: bool = True
) -> SubjectCard:
    """The card of a subject as of a day (today); what it is and holds alone unless `whole`.

    UnknownSubject when there is none with this id.
    """
    subject = store.get(Subject, id)
    if subject is None:
        raise UnknownSubject("There is no subject with the id «{id}»", mend="Search for its name", id=id[:80])
    day = as_of or date.today()
    rows = _rows(store, HOLDINGS, id, day, lang)
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
        **(_relations(store, subject, day, lang) if whole else {}),
    )


def _rows(store: GraphStore, question: AnyQuestion[Any, Any], id: Id, day: date, lang: Lang) -> list[dict[str, Any]]:
    params = question.params.model_validate({"subject": id, "as_of": day})
    return [row.public(lang) for row in store.ask(question, params)]


def _relations(store: GraphStore, subject: Subject, day: date, lang: Lang) -> dict[str, Any]:
    """What ties the subject to others and to plans."""

    def rows(question: AnyQuestion[Any, Any]) -> list[dict[str, Any]]:
        return _rows(store, question, subject.id, day, lang)

    links, own = rows(INTERACTIONS), {subject.id, subject.fills}
    return {
        "superiors": [row for row in rows(SUPERIORS) if row["relation"] not in {"part-of", "fills"}],
        "agreements": rows(AGREEMENTS),
        "interactions": {
            "outgoing": [row for row in links if row["source"]["id"] in own],
            "incoming": [row for row in links if row["source"]["id"] not in own],
        },
        "activities": rows(ACTIVITIES),
        "routes": _routes(rows(SUBJECT_ROUTES)),
        "indicators": rows(INDICATORS),
    }


def _routes(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Steps, in order, as routes that have them."""
    return [
        route | {"steps": [{n: v for n, v in step.items() if n != "route"} for step in group]}
        for route, group in groupby(steps, key=lambda step: step["route"])
    ]


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
