"""What can be compared: territories that have acts, and acts; and what is worth comparing first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from ontology.entities.base import Id
from ontology.entities.vocabulary import ReferenceKind
from ontology.i18n import Lang, translator
from ontology.models import LegalReference, Order, Territory
from queries.store import GraphStore
from queries.words import resolve_order, resolve_territory
from viz.formats import order_name
from viz.model import Choice
from viz.text import clean, shorten

MOST_SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a territory or an act. `name` is short enough for the head of a column."""

    kind: Literal["territory", "act"]
    id: Id
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two sides worth comparing, and why."""

    left: Side
    right: Side
    why: str


class Known:
    """Territories with acts, and the acts, as they may be chosen."""

    def __init__(self, store: GraphStore, lang: Lang) -> None:
        self._ = translator(lang)
        self.lang = lang
        self.store = store
        territories = {t.id: t for t in store.all(Territory)}
        self.acts = sorted(store.all(Order), key=lambda o: (o.territory, o.date or date.min, o.id))
        with_acts = {o.territory for o in self.acts}
        self.territories = sorted(
            (t for t in territories.values() if t.id in with_acts), key=lambda t: (t.kind, clean(t.name).casefold())
        )
        self.names = {id: clean(t.name) for id, t in territories.items()}

    def options(self) -> list[tuple[str, list[Choice]]]:
        """Groups of a list: the territories, then the acts of each."""
        _ = self._
        acts: dict[str, list[Choice]] = {}
        for act in sorted(self.acts, key=lambda o: self.names.get(o.territory, "").casefold()):
            label = shorten(f"{self.act(act).name} {clean(act.title)}", 90)
            acts.setdefault(_("Acts: {name}", name=self.names.get(act.territory, "")), []).append(Choice(act.id, label))
        places = [Choice(t.id, clean(t.name)) for t in self.territories]
        return [(_("Territories by their acts in force"), places), *acts.items()] if places else []

    def side(self, words: str | None) -> Side | None:
        """What the words mean: the id of an act, «№ …», or a territory. UnknownTerritory, UnknownOrder."""
        text = (words or "").strip()
        if not text:
            return None
        act = self.store.get(Order, text)
        if act is None and text.startswith("№"):
            act = self.store.get(Order, resolve_order(self.store, text, self.lang).taken.id)
        if act is not None:
            return self.act(act)
        meant = resolve_territory(self.store, text).taken
        return Side("territory", meant.id, clean(meant.name))

    def act(self, act: Order) -> Side:
        """An act by its number and day; by its title when it has neither."""
        name = order_name(act.number, act.date, self.lang) or shorten(act.title, 60) or act.id
        return Side("act", act.id, name, clean(act.title))

    def suggestions(self) -> list[Suggestion]:
        """Editions first (an act that amends or repeals another, acts of one territory), then territories of a kind."""
        found: dict[frozenset[Id], Suggestion] = {}
        for pair in (*self._editions(), *self._successors(), *self._neighbours()):
            found.setdefault(frozenset({pair.left.id, pair.right.id}), pair)
        return list(found.values())[:MOST_SUGGESTED]

    def _editions(self) -> Iterator[Suggestion]:
        acts = {o.id: o for o in self.acts}
        why = {
            ReferenceKind.REPEALS: self._("the right act repeals the left one"),
            ReferenceKind.AMENDS: self._("the right act amends the left one"),
        }
        for reference in self.store.all(LegalReference):
            old, new = acts.get(reference.target or ""), acts.get(reference.order)
            if reference.kind in why and old and new and old.id != new.id:
                yield Suggestion(self.act(old), self.act(new), why[reference.kind])

    def _successors(self) -> Iterator[Suggestion]:
        for old, new in pairwise(self.acts):
            if old.territory == new.territory:
                yield Suggestion(self.act(old), self.act(new), self.names.get(old.territory, ""))

    def _neighbours(self) -> Iterator[Suggestion]:
        for kind, why in (("region", self._("two regions")), ("municipality", self._("two municipalities"))):
            yield from _paired([t for t in self.territories if t.kind == kind], why)


def _paired(territories: Sequence[Territory], why: str) -> Iterator[Suggestion]:
    for one, other in pairwise(territories):
        yield Suggestion(
            Side("territory", one.id, clean(one.name)), Side("territory", other.id, clean(other.name)), why
        )
