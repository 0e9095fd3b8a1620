"""What is read of relations between subjects before ids are given, and what their readers see of the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from loaders.order import reading as r
from loaders.order.act import ActHead
from loaders.order.notes import Draft
from loaders.order.registry import Entry, Registry
from loaders.order.sheet import Table
from loaders.order.units import Part, Unit
from ontology.ids import part_id


@dataclass(frozen=True, slots=True)
class Seen:
    """An act after its statements and tables were read. `used` maps a unit's index to what it was taken for: a reader
    of relations that understands a unit notes it there. `labels` gives how a part is cited («прил. 2»). The numbers in
    `responsible_ids` of an activity are indices of `registry.entries`."""

    head: ActHead
    parts: list[Part]
    units: list[Unit]
    labels: dict[int, str]
    registry: Registry
    drafts: list[Draft]
    activities: list[r.Activity]
    used: dict[int, str]
    indicators: Sequence[r.Indicator] = ()
    tables: Sequence[Table] = ()
    defaults: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)  # part → whose regulation it is


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement before ids are given; `deadline` is ISO."""

    parties: tuple[Entry, ...]
    about: str
    status: Literal["required", "planned", "concluded", "expired"]
    clause: str
    deadline: str | None = None
    term_text: str | None = None


@dataclass(frozen=True, slots=True)
class InteractionDraft:
    """An interaction before ids are given."""

    source: Entry
    target: Entry
    kind: str
    what: str
    clause: str


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step of a route; without a subject the act does not say who does it."""

    subject: Entry | None
    does: str
    clause: str


@dataclass(frozen=True, slots=True)
class RouteDraft:
    """A route; its steps are in order."""

    name: str
    steps: tuple[StepDraft, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of one act, before ids are given."""

    agreements: tuple[AgreementDraft, ...] = ()
    interactions: tuple[InteractionDraft, ...] = ()
    routes: tuple[RouteDraft, ...] = ()

    def subjects(self) -> Iterator[tuple[Entry, str]]:
        """Every subject that a relation names, with the clause."""
        for a in self.agreements:
            yield from ((p, a.clause) for p in a.parties)
        for i in self.interactions:
            yield from ((i.source, i.clause), (i.target, i.clause))
        for route in self.routes:
            yield from ((s.subject, s.clause) for s in route.steps if s.subject is not None)

    def named(self, order: str, ids: dict[int, str]) -> Named:
        """The same with ids; `ids` maps id() of an entry to its subject's id."""
        return Named(
            tuple(_agreements(self.agreements, order, ids)),
            tuple(
                r.Interaction.model_validate(
                    {
                        "from": ids[id(i.source)],
                        "to": ids[id(i.target)],
                        "kind": i.kind,
                        "what": i.what,
                        "clause": i.clause,
                    }
                )
                for i in self.interactions
            ),
            tuple(_routes(self.routes, order, ids)),
        )


@dataclass(frozen=True, slots=True)
class Named:
    """The relations of an act as `extract` prints them."""

    agreements: tuple[r.Agreement, ...]
    interactions: tuple[r.Interaction, ...]
    routes: tuple[r.Route, ...]


def _agreements(drafts: Iterable[AgreementDraft], order: str, ids: dict[int, str]) -> Iterator[r.Agreement]:
    seen: dict[str, int] = {}
    for a in drafts:
        parties = tuple(dict.fromkeys(ids[id(p)] for p in a.parties))
        id_ = part_id(order, "agreement", a.clause, *parties)
        seen[id_] = seen.get(id_, 0) + 1
        yield r.Agreement(
            id=id_ if seen[id_] == 1 else part_id(id_, str(seen[id_])),
            parties=parties,
            about=a.about,
            status=a.status,
            deadline=a.deadline,
            term_text=a.term_text,
            clause=a.clause,
        )


def _routes(drafts: Iterable[RouteDraft], order: str, ids: dict[int, str]) -> Iterator[r.Route]:
    for route in drafts:
        yield r.Route(
            id=part_id(order, "route", route.name),
            name=route.name,
            steps=tuple(
                r.Step(order=n, subject=ids[id(s.subject)] if s.subject else None, does=s.does, clause=s.clause)
                for n, s in enumerate(route.steps, 1)
            ),
        )
