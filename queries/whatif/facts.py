"""What the steps changed fact by fact: responsibility, agreements, interactions, activities, parts of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, TypeVar

from ontology.entities.base import Entity, Id
from ontology.i18n import Lang
from ontology.labels import label
from ontology.models import Activity, Agreement, Assignment, Clause, Function, Interaction, Order, Subject
from queries.cited import function_json, named_json, order_json
from queries.store import GraphStore
from queries.whatif.changes import Changes

E = TypeVar("E", bound=Entity)


@dataclass
class Facts:
    """`store`: the graph as it is. Only facts of acts in force on the day are told."""

    store: GraphStore
    changes: Changes
    as_of: Day
    lang: Lang

    def responsibility(self) -> list[dict[str, Any]]:
        """Assignments that are gone (`to` none) or went to another subject."""
        rows = []
        for old, new in self._pairs(Assignment):
            if old is None or (new is not None and new.subject == old.subject):
                continue
            rows.append(
                {
                    "function": self._function(old.function),
                    "role": old.role.value,
                    "from": self._subject(old.subject),
                    "to": self._subject(new.subject) if new else None,
                    "quote": old.quote,
                }
                | self._cited(old.clause)
            )
        return sorted(rows, key=lambda r: ((r["function"] or {"code": "~"})["code"], r["clause"] or ""))

    def agreements(self) -> list[dict[str, Any]]:
        """`turn`: orphaned (a party is gone, or two are one now), moved (another party), concluded, ended."""
        rows = []
        for old, new in self._pairs(Agreement):
            after, before = new or old, old or new
            assert before is not None and after is not None
            if old is None or (new is not None and new.status != old.status):
                turn = "concluded" if after.status.value == "concluded" else "ended"
            elif new is None or len(new.parties) < len(old.parties):
                turn = "orphaned"
            elif new.parties != old.parties:
                turn = "moved"
            else:
                continue
            gone = [p for p in before.parties if p not in after.parties]
            rows.append(
                {
                    "turn": turn,
                    "id": after.id,
                    "about": before.about,
                    "status": after.status.value,
                    "parties": [self._subject(p) for p in (new.parties if new else ())],
                    "gone": [self._subject(p) for p in gone],
                }
                | self._cited(before.clause)
            )
        return rows

    def interactions(self) -> list[dict[str, Any]]:
        """`turn`: cut (one side is gone), inner (both sides are one body now), moved (another side)."""
        rows = []
        for old, new in self._pairs(Interaction):
            if old is None or (new is not None and (new.source, new.target) == (old.source, old.target)):
                continue
            rows.append(
                {
                    "turn": "moved" if new else "inner" if old.id in self.changes.inner else "cut",
                    "from": self._subject(old.source),
                    "to": self._subject(old.target),
                    "kind": old.kind.value,
                    "kind_label": label(old.kind, self.lang),
                    "what": old.what,
                }
                | self._cited(old.clause)
            )
        return rows

    def activities(self) -> list[dict[str, Any]]:
        """`turn`: without-responsible (nobody is left), fewer, moved."""
        rows = []
        for old, new in self._pairs(Activity):
            if old is None or new is None or new.responsible == old.responsible:
                continue
            turn = "fewer" if len(new.responsible) < len(old.responsible) else "moved"
            rows.append(
                {
                    "turn": turn if new.responsible else "without-responsible",
                    "id": old.id,
                    "no": old.no,
                    "title": old.title,
                    "due": old.due.isoformat() if old.due else None,
                    "before": [self._subject(p) for p in old.responsible],
                    "after": [self._subject(p) for p in new.responsible],
                }
                | self._cited(old.clause)
            )
        return rows

    def bodies(self) -> list[dict[str, Any]]:
        """Subjects whose body above is gone (`part-of`), or the generic one they filled (`fills`)."""
        rows = []
        for old, new in self._pairs(Subject):
            if old is None or new is None:
                continue
            for turn, was, now in (("part-of", old.part_of, new.part_of), ("fills", old.fills, new.fills)):
                if was and was != now and self.changes.after.get(("Subject", was), old) is None:
                    rows.append(
                        {"turn": turn, "subject": self._subject(old.id), "before": self._subject(was)}
                        | {"after": self._subject(now)}
                    )
        return rows

    def _pairs(self, kind: type[E]) -> Iterator[tuple[E | None, E | None]]:
        """(before, after) of the changed facts of a class that stand in acts in force, by id."""
        for key in sorted(k for k in self.changes.after if k[0] == kind.__name__):
            old, new = self.changes.before[key], self.changes.after[key]
            assert isinstance(old, kind | None) and isinstance(new, kind | None)
            clause = getattr(old or new, "clause", None)
            if kind is Subject or clause is None or self._in_force(clause):
                yield old, new

    def _in_force(self, clause: Id) -> bool:
        order = self._order(clause)
        return order is None or (order.date or Day.min) <= self.as_of < (order.valid_until or Day.max)

    def _order(self, clause: Id) -> Order | None:
        found = self.store.get(Clause, clause)
        return self.store.get(Order, found.order) if found else None

    def _cited(self, clause: Id) -> dict[str, Any]:
        found, order = self.store.get(Clause, clause), self._order(clause)
        return {
            "order": order_json(order.id, order.number, order.date, order.title) if order else None,
            "clause": found.address if found else None,
            "clause_id": clause,
        }

    def _function(self, id: Id | None) -> dict[str, Any] | None:
        found = self.store.get(Function, id) if id else None
        return function_json(found.id, found.code, found.label_ru, found.label_en, self.lang) if found else None

    def _subject(self, id: Id | None) -> dict[str, Any] | None:
        if id is None:
            return None
        known = self.changes.after.get(("Subject", id)) or self.changes.before.get(("Subject", id))
        subject = known if isinstance(known, Subject) else self.store.get(Subject, id)
        return named_json(id, subject.name if subject else id)
