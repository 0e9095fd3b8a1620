"""Two editions of an act compared: what each subject gains, loses, passes on, and what is worded anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any

from pydantic import Field, TypeAdapter

from ontology.entities.base import Id
from ontology.entities.vocabulary import Role
from ontology.i18n import Lang
from queries.cited import function_json
from queries.comparing import catalogue_order, sides
from queries.question import Ask, DerivedQuestion, OrderId, Params
from queries.questions.charges import CHARGES, ChargesParams, ChargesRow
from queries.questions.sides import Sides


class Change(StrEnum):
    """What became of a statement from the left edition to the right one: the same words for the same subject; other
    words or another role for the same function and subject; the same function, or the same words, for another
    subject; only in the right edition; only in the left one."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MOVED = "moved"
    GAINED = "gained"
    LOST = "lost"


class CompareEditionsParams(Params):
    """Two acts, in force or not: two editions of one, or any two."""

    left: OrderId = Field(description="Act that is compared: the older edition.")
    right: OrderId = Field(description="Act it is compared with: the newer edition.")
    state: Change | None = Field(None, description="Only statements with this change.")


class CompareEditionsRow(Sides):
    """One statement for one subject and function, as each edition has it. A statement without a function is told
    by its words alone."""

    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    state: Change
    left_role: Role | None
    right_role: Role | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, state, and both sides with role, clause and order."""
        return {
            "function": function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang),
            "state": self.state.value,
            "left": self.side("left", role=self.left_role),
            "right": self.side("right", role=self.right_role),
        }


_ROWS = TypeAdapter(list[CompareEditionsRow])
# What makes two statements one, surest first; each statement meets one of the other edition at most.
_SAME: tuple[tuple[Change, Callable[[ChargesRow], Any], bool], ...] = (
    (Change.UNCHANGED, attrgetter("function_id", "subject_id", "words_sha256", "role"), True),
    (Change.REWORDED, attrgetter("function_id", "subject_id", "words_sha256"), True),
    (Change.REWORDED, attrgetter("function_id", "subject_id", "role"), False),
    (Change.REWORDED, attrgetter("function_id", "subject_id"), False),
    (Change.MOVED, attrgetter("function_id", "words_sha256"), True),
    (Change.MOVED, attrgetter("function_id", "role"), False),
    (Change.MOVED, attrgetter("function_id"), False),
)
"""(what it was, what must be the same, whether statements that fit no function are alike by that too)."""


def _derive(ask: Ask, params: CompareEditionsParams) -> list[CompareEditionsRow]:
    left = ask(CHARGES, ChargesParams(as_of=params.as_of, order=params.left))
    right = ask(CHARGES, ChargesParams(as_of=params.as_of, order=params.right))
    places = {side: {r.assignment_id: n for n, r in enumerate(rows)} for side, rows in (("l", left), ("r", right))}

    def place(pair: tuple[Change, ChargesRow | None, ChargesRow | None]) -> tuple[Any, ...]:
        _, one, other = pair
        shown = one or other
        end = len(left) + len(right)
        return (
            *catalogue_order(shown.function_code if shown else None, shown.function_id if shown else None),
            places["l"][one.assignment_id] if one else end,
            places["r"][other.assignment_id] if other else end,
        )

    found = (pair for pair in _matched(left, right) if params.state is None or pair[0] is params.state)
    return _ROWS.validate_python([_row(*pair) for pair in sorted(found, key=place)])


def _matched(
    left: Sequence[ChargesRow], right: Sequence[ChargesRow]
) -> Iterator[tuple[Change, ChargesRow | None, ChargesRow | None]]:
    """Pairs of statements, each in one pair; those that find none are lost or gained."""
    for state, key, unmapped in _SAME:
        waiting: dict[Any, list[ChargesRow]] = defaultdict(list)
        for other in reversed(right):
            if unmapped or other.function_id:
                waiting[key(other)].append(other)
        met: set[Id] = set()
        for one in left:
            if (unmapped or one.function_id) and (others := waiting.get(key(one))):
                other = others.pop()
                met |= {f"l:{one.assignment_id}", f"r:{other.assignment_id}"}
                yield state, one, other
        left = [r for r in left if f"l:{r.assignment_id}" not in met]
        right = [r for r in right if f"r:{r.assignment_id}" not in met]
    yield from ((Change.LOST, one, None) for one in left)
    yield from ((Change.GAINED, None, other) for other in right)


def _row(state: Change, left: ChargesRow | None, right: ChargesRow | None) -> dict[str, Any]:
    row = sides(left, right)
    row["state"] = state
    row["left_role"], row["right_role"] = left.role if left else None, right.role if right else None
    return row


COMPARE_EDITIONS = DerivedQuestion(
    name="compare_editions",
    summary_ru="Что изменилось между двумя редакциями акта: добавлено, исключено, передано, изложено иначе.",
    summary_en="What changed between two editions of an act: gained, lost, passed on, worded anew.",
    params=CompareEditionsParams,
    row=CompareEditionsRow,
    uses=(CHARGES,),
    derive=_derive,
)
