"""What a person goes through, fact after fact: the most doubtful first, and what is decided stays in its place.

A list of doubts (`rows`) grows shorter with each decision; a queue does not, so that it can tell how far one has come.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.review.decisions import key_of, whole
from loaders.review.fields import EDITABLE
from loaders.review.rows import REJECTED, Only, Row, doubts_of, least, rows
from loaders.review.sources import Act
from loaders.review.values import Values
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.i18n import translator
from ontology.models import Assignment


def decided(row: Row) -> bool:
    """Whether a person's decision on the fact stands."""
    return row.status in (ReadingStatus.CONFIRMED.value, REJECTED)


def queue(act: Act, values: Values, only: Only = "all", read: Sequence[Row] | None = None) -> list[Row]:
    """The rows to go through: `low`, `changed`, `unmapped` or `all`, decided ones included.

    `read`: all rows of the act where they are there already.
    """
    stale = {key_of(d) for d in act.decisions if d.stale}
    found = [row for row in (rows(act, values) if read is None else read) if _belongs(act, row, only, stale)]
    rank = {kind.__name__: n for n, kind in enumerate(EDITABLE)}
    places = {c.address: c.position for c in act.clauses.values()}
    doubtful = {(row.kind, row.id): bool(doubts_of(_as_read(act, row), translator(values.lang))) for row in found}
    return sorted(
        found,
        key=lambda row: (
            not doubtful[row.kind, row.id],
            least(row),
            rank[row.kind],
            places.get(row.clause, 0),
            getattr(row.entity, "position", 0),
            row.id,
        ),
    )


def _belongs(act: Act, row: Row, only: Only, stale: set[tuple[str, str]]) -> bool:
    if only == "all":
        return True
    if only == "changed":
        return row.status == ReadingStatus.CHANGED.value or ((row.kind, row.id) in stale and decided(row))
    read = _as_read(act, row)
    if only == "unmapped":
        return isinstance(read, Assignment) and read.function is None
    return row.status != ReadingStatus.CHANGED.value and bool(doubts_of(read, translator("en")))


def _as_read(act: Act, row: Row) -> Entity:
    """The fact as the program read it, before anybody corrected it."""
    decision = act.live.get((row.kind, row.id))
    if decision is None or decision.verdict is Verdict.REOPENED:
        return row.entity
    return whole(decision, corrected=False) or row.entity
