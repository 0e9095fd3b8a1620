"""Rows of a comparison as the page shows them: both sides with everybody who holds the function there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from ontology.entities.base import Id
from ontology.i18n import Lang, translator
from ontology.models import Direction, Function
from queries.questions.charges import CHARGES, ChargesParams
from queries.store import GraphStore
from viz.pages.compare.states import SAME
from viz.text import clean

Line: TypeAlias = Mapping[str, Any]
Holders: TypeAlias = Mapping[tuple[Id | None, str, str], Sequence[dict[str, Any]]]


def directions(store: GraphStore, lang: Lang) -> dict[str | None, tuple[str, str]]:
    """Id of a function → code and label of its direction."""
    known = {d.id: d for d in store.all(Direction)}
    found: dict[str | None, tuple[str, str]] = {}
    for function in store.all(Function):
        at = known.get(function.direction or "")
        if at:
            found[function.id] = (at.code, clean(at.label_en if lang == "en" else at.label_ru))
    return found


def of_direction(rows: Sequence[Line], code: str | None, known: Mapping[str | None, tuple[str, str]]) -> list[Line]:
    """Rows of one direction of the catalogue; all without a code."""
    return [r for r in rows if not code or known.get(_id(r), ("", ""))[0] == code]


def counted(rows: Sequence[Line]) -> Counter[str]:
    """How many rows there are in each state."""
    return Counter(r["state"] for r in rows)


def narrowed(rows: Sequence[Line], state: str | None, *, differences: bool) -> list[Line]:
    """Rows in one state, or only those that differ."""
    if state:
        return [r for r in rows if r["state"] == state]
    return [r for r in rows if r["state"] not in SAME] if differences else list(rows)


def grouped(
    rows: Sequence[Line], known: Mapping[str | None, tuple[str, str]], lang: Lang
) -> list[tuple[str, list[Line]]]:
    """Rows under the headings of their directions, in the order of the answer."""
    groups: dict[str, list[Line]] = {}
    nowhere = translator(lang)("Statements that fit no function of the catalogue")
    for row in rows:
        code, label = known.get(_id(row), ("", nowhere))
        groups.setdefault(f"{code} {label}".strip(), []).append(row)
    return list(groups.items())


def holders(store: GraphStore, territory: Id, as_of: date | None) -> Holders:
    """(function, role, level) → everybody the acts of a territory in force charge with it, each with all clauses."""
    found: dict[tuple[Id | None, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in store.ask(CHARGES, ChargesParams(territory=territory, as_of=as_of or date.today())):
        held = found[row.function_id, row.role.value, row.level.value]
        known = next((h for h in held if h["subject"]["id"] == row.subject_id), None)
        if known is None:
            known = {"subject": {"id": row.subject_id, "name": row.subject_name}, "role": None, "cited": []}
            held.append(known)
        said = row.cited()
        if not any(c["clause_id"] == said["clause_id"] and c["quote"] == said["quote"] for c in known["cited"]):
            known["cited"].append(said)
    return found


def with_all(rows: Sequence[Line], left: Holders, right: Holders) -> list[Line]:
    """Rows of territories, each side with all its holders instead of the first one alone."""

    def side(row: Line, name: str, known: Holders) -> dict[str, Any] | None:
        shown = row[name]
        if shown is None:
            return None
        return {"level": shown["level"], "holders": known[_id(row), row["role"], shown["level"]]}

    return [dict(r) | {"left": side(r, "left", left), "right": side(r, "right", right)} for r in rows]


def with_one(rows: Sequence[Line]) -> list[Line]:
    """Rows of acts: a statement on each side."""

    def side(row: Line, name: str) -> dict[str, Any] | None:
        shown = row[name]
        if shown is None:
            return None
        return {"level": None, "holders": [{"subject": shown["subject"], "role": shown["role"], "cited": [shown]}]}

    return [dict(r) | {"role": None, "left": side(r, "left"), "right": side(r, "right")} for r in rows]


def _id(row: Line) -> Id | None:
    function = row["function"]
    return function["id"] if function else None
