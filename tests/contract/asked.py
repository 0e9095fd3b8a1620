"""What the contract tests ask of a graph: each question with each combination of parameters that makes a difference.

Values are drawn from the declarations: ids for parameters given in words, each word of a closed list, both truths. So a
new question, and a new rule of the audit, is tested unasked; what is special to one stands in `_SPECIAL`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ontology.entities.vocabulary import Level
from ontology.models import Direction, Entity, Function, Order, Subject, Territory
from queries.findings.registry import RULES
from queries.question import AnyQuestion, Params, WordKind, word_of
from queries.questions import QUESTIONS
from queries.questions.coverage import CellStatus

ALL: Mapping[str, AnyQuestion[Any, Any]] = {
    q.name: q for q in (*QUESTIONS.values(), *(r.question for r in RULES), *(r.checked for r in RULES))
}
_CLASS: Mapping[WordKind, type[Entity]] = {
    "territory": Territory,
    "function": Function,
    "direction": Direction,
    "subject": Subject,
    "order": Order,
}


Values = dict[str, Any]


class Asker:
    """The parameters a graph is asked with. `most`: values taken of each sort, the first ones or, with `turn`, a draw.

    `within`: only inside a territory, never of everything: for one country of several in a store.
    """

    def __init__(self, entities: Sequence[Entity], most: int, *, turn: int | None = None, within: bool = False) -> None:
        self._most, self._within = most, within
        self._chance = None if turn is None else random.Random(turn)
        self._ids = {kind: self._drawn(entities, kind) for kind in _CLASS.values()}

    def _drawn(self, entities: Sequence[Entity], kind: type[Entity]) -> list[str]:
        ids = [e.id for e in entities if isinstance(e, kind)]
        if self._chance is not None and kind is not Territory:
            self._chance.shuffle(ids)
        # Much is seen from the whole country alone, so it is asked of twice as often as its parts.
        again = ids[:1] if self._chance is not None and kind is Territory else []
        return again + ids[: self._most]

    def of(self, kind: WordKind) -> list[str]:
        """Ids of a kind that are tried."""
        return self._ids[_CLASS[kind]]

    def asked(
        self, days: Sequence[date], names: Sequence[str] = (), few: int = 0
    ) -> Iterator[tuple[AnyQuestion[Any, Any], Params]]:
        """Pairs (question, parameters); `names`: only these questions; `few`: so many of each question, drawn."""
        for question in ALL.values():
            if names and question.name not in names:
                continue
            frames = [(values, day) for values in self._values(question) for day in days]
            if few and self._chance is not None:
                frames = self._chance.sample(frames, min(few, len(frames)))
            for values, day in frames:
                yield question, question.params.model_validate(values | {"as_of": day})

    def _values(self, question: AnyQuestion[Any, Any]) -> Iterator[Values]:
        if question.name in _SPECIAL:
            yield from _SPECIAL[question.name](self)
            return
        fields = {n: f for n, f in question.params.model_fields.items() if n != "as_of"}
        needed = {n: self._choices(f) for n, f in fields.items() if f.is_required()}
        optional = {n: self._choices(f) for n, f in fields.items() if not f.is_required()}
        if not all(needed.values()):
            return
        # Of two parameters of one kind (from, to; left, right) each value meets some other ones, not all of them.
        rounds = max((len(v) for v in needed.values()), default=1)
        frames = [
            {n: v[(turn * (place + 1) + place) % len(v)] for place, (n, v) in enumerate(needed.items())}
            for turn in range(rounds)
        ]
        if self._within and not needed and optional.get("territory"):
            frames = [{"territory": place} for place in optional.pop("territory")]
        yield from frames
        # Each optional value once, on one of the frames in turn.
        for turn, (n, value) in enumerate(((n, v) for n, values in optional.items() for v in values), 1):
            yield frames[turn % len(frames)] | {n: value}

    def _choices(self, declared: FieldInfo) -> list[Any]:
        """The values a parameter is tried with, its default left out."""
        word = word_of(declared)
        return self.of(word.kind) if word is not None else _closed(declared)


def _closed(declared: FieldInfo) -> list[Any]:
    """The values of a parameter that is not given in words, its default left out."""
    kinds = [k for k in _flat(declared.annotation) if k is not type(None)]
    values: list[Any] = []
    for kind in kinds:
        if get_origin(kind) is Literal:
            values += get_args(kind)
        elif isinstance(kind, type) and issubclass(kind, Enum):
            values += list(kind)
        elif kind is bool:
            values += [True, False]
        elif kind is date:
            values += [date(2022, 3, 1), date(2025, 1, 1)]
        elif kind in (int, float):
            values += [kind(1), kind(3)] if kind is int else [0.5, 0.8]
        else:
            raise AssertionError(f"say in tests/contract/asked.py which values to try of {declared}")
    return [v for v in values if v != declared.default]


def _flat(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return [k for part in get_args(annotation) for k in _flat(part)]
    return [annotation.__origin__] if hasattr(annotation, "__metadata__") else [annotation]


def _responsibility(of: Asker) -> Iterator[Values]:
    functions = of.of("function")[:3]
    for place in of.of("territory"):
        for number, function in enumerate(functions):
            yield {"territory": place, "function": function, "below": bool(number)}
        yield {"territory": place, "function": functions[-1], "level": Level.MUNICIPAL}


def _coverage(of: Asker) -> Iterator[Values]:
    places = of.of("territory")
    for place in places:
        yield {"territory": place}
        yield {"territory": place, "level": Level.REGIONAL, "direction": of.of("direction")[0]}
        yield {"territory": place, "function": of.of("function")[:2][-1]}
    for status in CellStatus:
        yield {"territory": places[1], "status": status}


_SPECIAL: Mapping[str, Callable[[Asker], Iterator[Values]]] = MappingProxyType(
    {"responsibility": _responsibility, "coverage": _coverage}
)
