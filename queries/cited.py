"""What rows share: the clause that says so, and what they name, nested as JSON carries it."""

from __future__ import annotations

from datetime import date as Day
from typing import Any, Protocol

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.question import Row


class Citing(Protocol):
    """A row that may name a clause."""

    @property
    def order_id(self) -> Id | None:
        """Its order."""

    @property
    def order_number(self) -> str | None:
        """Number of the order."""

    @property
    def order_date(self) -> Day | None:
        """Day of the order."""

    @property
    def order_title(self) -> str | None:
        """Title of the order."""

    @property
    def clause_id(self) -> Id | None:
        """The clause."""

    @property
    def clause(self) -> str | None:
        """Its address."""


class Cited(Row):
    """A row by a clause. `quote`: the act's own words where the user's copy is loaded, else none."""

    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    clause_id: Id
    clause: str
    quote: str | None

    def cited(self) -> dict[str, Any]:
        """`order`, `clause`, `clause_id` and `quote` as an answer carries them."""
        return clause_json(self) | {"quote": self.quote}


class MayCite(Row):
    """A row by a clause, or from a register of organisations: then it has neither order nor clause."""

    order_id: Id | None
    order_number: str | None
    order_date: Day | None
    order_title: str | None
    clause_id: Id | None
    clause: str | None
    quote: str | None

    def cited(self) -> dict[str, Any]:
        """`order`, `clause`, `clause_id` and `quote` as an answer carries them, none where there is no clause."""
        return clause_json(self) | {"quote": self.quote}


def clause_json(row: Citing) -> dict[str, Any]:
    """`order`, `clause` and `clause_id` as an answer carries them."""
    return {
        "order": order_json(row.order_id, row.order_number, row.order_date, row.order_title),
        "clause": row.clause,
        "clause_id": row.clause_id,
    }


def order_json(id: Id | None, number: str | None, day: Day | None, title: str | None) -> dict[str, Any] | None:
    """An order as an answer carries it; None without an id."""
    if id is None:
        return None
    return {"id": id, "number": number, "date": day.isoformat() if day else None, "title": title}


def function_json(
    id: Id | None, code: str | None, label_ru: str | None, label_en: str | None, lang: Lang
) -> dict[str, Any] | None:
    """A function (or direction) of the catalogue as an answer carries it; None without an id."""
    if id is None:
        return None
    return {"id": id, "code": code, "label": label_en if lang == "en" else label_ru}


def named_json(id: Id | None, name: str | None, **more: Any) -> dict[str, Any] | None:
    """Anything by id and name as an answer carries it; None without an id."""
    return None if id is None else {"id": id, "name": name, **more}
