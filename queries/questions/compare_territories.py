"""Two territories compared: which functions their own acts give to whom, level by level and role by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from pydantic import Field, TypeAdapter

from ontology.entities.vocabulary import Level, Role
from ontology.i18n import Lang
from queries.comparing import LEVELS, ROLES, catalogue_order, sides
from queries.question import Ask, DerivedQuestion, Params, TerritoryId
from queries.questions.charges import CHARGES, ChargesParams, ChargesRow
from queries.questions.sides import FunctionSides


class Difference(StrEnum):
    """What became of a function in a role, from the left to the right: held on both sides; given by the right one
    only; by the left one only; held at another level, or at the same one by another sort of body."""

    BOTH = "both"
    GAINED = "gained"
    LOST = "lost"
    MOVED = "moved"


class CompareTerritoriesParams(Params):
    """Each territory by its own acts in force, without those above and below it."""

    left: TerritoryId = Field(description="Territory that is compared.")
    right: TerritoryId = Field(description="Territory it is compared with.")
    state: Difference | None = Field(None, description="Only functions with this difference.")


class CompareTerritoriesRow(FunctionSides):
    """One function in one role at one level (of the left side, else of the right). The first clause of each side is
    shown; `…_subjects`: how many subjects of that level hold it in that role. `worded`: no statement of one side has
    the words of one of the other; none when a side says nothing."""

    role: Role
    state: Difference
    left_level: Level | None
    right_level: Level | None
    left_subjects: int
    right_subjects: int
    worded: bool | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """Function, role, state, and both sides with level, clause and order."""
        return {
            "function": self.function(lang),
            "role": self.role.value,
            "state": self.state.value,
            "differently_worded": self.worded,
            "left": self.side("left", level=self.left_level, subjects=self.left_subjects),
            "right": self.side("right", level=self.right_level, subjects=self.right_subjects),
        }


_ROWS = TypeAdapter(list[CompareTerritoriesRow])
_Held: TypeAlias = Mapping[Level, Sequence[ChargesRow]]


def _derive(ask: Ask, params: CompareTerritoriesParams) -> list[CompareTerritoriesRow]:
    left = _grouped(ask(CHARGES, ChargesParams(as_of=params.as_of, territory=params.left)))
    right = _grouped(ask(CHARGES, ChargesParams(as_of=params.as_of, territory=params.right)))
    found = [
        _row(state, one, other)
        for key in left.keys() | right.keys()
        for state, one, other in _states(left.get(key, {}), right.get(key, {}))
        if params.state is None or state is params.state
    ]
    return _ROWS.validate_python(sorted(found, key=_place))


def _grouped(rows: Sequence[ChargesRow]) -> dict[tuple[str, Role], dict[Level, list[ChargesRow]]]:
    """Charges by function and role, then by level, in the order of the acts."""
    groups: dict[tuple[str, Role], dict[Level, list[ChargesRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.function_id is not None:
            groups[row.function_id, row.role][row.level].append(row)
    return groups


def _states(left: _Held, right: _Held) -> Iterator[tuple[Difference, Sequence[ChargesRow], Sequence[ChargesRow]]]:
    """The levels of one function and role: those of both sides, then what is at different ones, level by level."""
    for level in (level for level in LEVELS if level in left and level in right):
        same = {r.subject_kind for r in left[level]} & {r.subject_kind for r in right[level]}
        yield Difference.BOTH if same else Difference.MOVED, left[level], right[level]
    only_left = [left[level] for level in LEVELS if level in left and level not in right]
    only_right = [right[level] for level in LEVELS if level in right and level not in left]
    for one, other in zip(only_left, only_right, strict=False):
        yield Difference.MOVED, one, other
    for one in only_left[len(only_right) :]:
        yield Difference.LOST, one, ()
    for other in only_right[len(only_left) :]:
        yield Difference.GAINED, (), other


def _row(state: Difference, left: Sequence[ChargesRow], right: Sequence[ChargesRow]) -> dict[str, Any]:
    row = sides(left[0] if left else None, right[0] if right else None)
    row["role"], row["state"] = (left or right)[0].role, state
    row["left_level"], row["left_subjects"] = left[0].level if left else None, len({r.subject_id for r in left})
    row["right_level"], row["right_subjects"] = right[0].level if right else None, len({r.subject_id for r in right})
    row["worded"] = None
    if left and right:
        row["worded"] = {r.words_sha256 for r in left}.isdisjoint(r.words_sha256 for r in right)
    return row


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    levels = [LEVELS.index(level) if level else -1 for level in (row["left_level"], row["right_level"])]
    return (*catalogue_order(row["function_code"], row["function_id"]), ROLES.index(row["role"]), max(levels), *levels)


COMPARE_TERRITORIES = DerivedQuestion(
    name="compare_territories",
    summary_ru="Чем различаются две территории: какие функции есть у обеих, у одной, на разных уровнях.",
    summary_en="How two territories differ: which functions both have, one of them, or at different levels.",
    params=CompareTerritoriesParams,
    row=CompareTerritoriesRow,
    uses=(CHARGES,),
    derive=_derive,
)
