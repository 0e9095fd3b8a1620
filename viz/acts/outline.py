"""The clauses of an act in the order a reader expects, its headings, and the anchor of each clause on the page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ontology.entities.base import Id
from ontology.ids import slug
from ontology.models import Clause

# Parts of an act that hold clauses: «приказ», «прил. 2», «прил. 1, разд. 3», «гл. 4», «вводная часть», «форма …».
_HEADING = re.compile(r"(?:^|, )(?:прил|разд|гл|ч)\. [^,;]+$|^[^\d,;]+$", re.IGNORECASE)
_ROW = re.compile(r"^(?P<above>.+), п\. (?P<number>[\d.]+)$")
_NUMBER = re.compile(r"\d+")


def clause_anchor(address: str) -> str:
    """What stands behind # in the address of a clause on the page of its act: the address alone tells it."""
    return f"clause-{slug(address, 200)}"


@dataclass(frozen=True, slots=True)
class Place:
    """A clause on the page. `heading`: it begins a part of the act; `anchor`: unique on the page; `table`: the part
    whose text holds that of this row, which has none of its own."""

    clause: Clause
    heading: bool
    anchor: str
    table: Clause | None = None


def outline(clauses: Sequence[Clause]) -> list[Place]:
    """The clauses by place in the text; the rows of a table, which are read one by one, by number below their table."""
    anchors: dict[str, int] = {}
    by_address = {c.address: c for c in clauses}
    return [
        Place(
            c,
            _HEADING.search(c.address) is not None and not c.address.endswith("подпись"),
            _unique(c, anchors),
            None if c.text else by_address.get(_table_of(c, by_address.keys()) or ""),
        )
        for c in _in_order(clauses)
    ]


def _unique(clause: Clause, taken: dict[str, int]) -> str:
    anchor = clause_anchor(clause.address)
    taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"


def _in_order(clauses: Sequence[Clause]) -> list[Clause]:
    known = {c.address for c in clauses}
    below: dict[str, list[Clause]] = {}
    for clause in clauses:
        if (table := _table_of(clause, known)) is not None:
            below.setdefault(table, []).append(clause)
    rows: set[Id] = {c.id for own in below.values() for c in own}
    found: list[Clause] = []
    for clause in clauses:
        if clause.id not in rows:
            found.append(clause)
            found += sorted(below.get(clause.address, ()), key=_natural)
    return found


def _table_of(clause: Clause, known: Collection[str]) -> str | None:
    """The part a row without a text of its own stands in: the nearest there is above it."""
    if clause.text is not None and _ROW.match(clause.address) is None:
        return None
    row = _ROW.match(clause.address.rsplit("; ", 1)[-1])
    above = row["above"] if row else ""
    while above and above not in known:
        above = above.rpartition(", ")[0]
    return above or None


def _natural(clause: Clause) -> tuple[list[int], int]:
    last = clause.address.rsplit("; ", 1)[-1]
    return [int(n) for n in _NUMBER.findall(last)], clause.position
