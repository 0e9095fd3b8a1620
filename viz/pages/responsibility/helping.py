"""What helps to ask: examples, what the words come nearest to, and every question there is with a form for it."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.i18n import gettext, translator
from ontology.models import Subject
from queries.plain_examples import examples
from queries.questions import BY_USER
from queries.search import search
from queries.store import GraphStore
from viz import styles
from viz.address import Address
from viz.model import Choice, Chosen
from viz.pages.answer.fields import Field, fields_of
from viz.text import clean, shorten

USERS = {
    "ministry": gettext("A ministry asks"),
    "auditor": gettext("An auditor asks"),
    "planner": gettext("A planner asks"),
}
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Askable:
    """A question of the registry: its name, what it asks, the fields of its form."""

    name: str
    summary: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class Asker:
    """What one sort of user asks: examples in plain words (address and text), and all questions."""

    title: str
    examples: list[Choice]
    questions: list[Askable]


def askers(store: GraphStore, place: Chosen | None, at: Address) -> list[Asker]:
    """Every question, under the user who asks it most, with examples about the territory `place`."""
    _ = translator(at.lang)
    texts = examples(place.name, _two_bodies(store, place)) if place else {}
    given = {"territory": place.name} if place else {}
    return [
        Asker(
            _(USERS[user]),
            [Choice(at.url("/responsibility", q=text), text) for text in texts.get(user, [])],
            [Askable(q.name, q.summary(at.lang), fields_of(q, given, at.lang)) for q in group],
        )
        for user, group in BY_USER.items()
    ]


def nearest(store: GraphStore, q: str, at: Address) -> list[Choice]:
    """What words that were not understood come nearest to: functions, subjects, acts, territories."""
    _ = translator(at.lang)
    hits = search(store, q, limit=12, lang=at.lang)
    functions = [hit for hit in hits if hit.kind == "function"][:2]
    others = [hit for hit in hits if hit not in functions]
    return [
        Choice(at.hit(hit.kind, hit.id), shorten(hit.label, 120), _(styles.HIT_KINDS[hit.kind]))
        for hit in [*functions, *others][:_NEAREST]
    ]


def _two_bodies(store: GraphStore, place: Chosen) -> tuple[str, str] | None:
    """Short names of two bodies of the territory, to ask how they are connected."""
    named = sorted(
        {
            clean(subject.short)
            for subject in store.all(Subject)
            if subject.territory == place.id and subject.short and not subject.generic and subject.clause
            and 2 < len(clean(subject.short)) < 15 and " " not in clean(subject.short)
        }
    )  # fmt: skip
    return (named[0], named[1]) if len(named) > 1 else None
