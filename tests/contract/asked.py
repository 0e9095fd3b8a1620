"""What the contract tests ask of a graph: each question with each combination of parameters that makes a difference.

Values are drawn from the declarations: ids for parameters given in words, each word of a closed list, both truths. So a
new question, and a new rule of the audit, is tested unasked; what is special to one stands in `_SPECIAL`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from types import UnionType
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


def _some(entities: Sequence[Entity], kind: type[Entity], most: int) -> list[str]:
    return [e.id for e in entities if isinstance(e, kind)][:most]


def asked(
    entities: Sequence[Entity], days: Sequence[date], most: int = 8, names: Sequence[str] = ()
) -> Iterator[tuple[AnyQuestion[Any, Any], Params]]:
    """Pairs (question, parameters) for a graph; `most`: values taken of each sort; `names`: only these questions."""
    for question in ALL.values():
        if names and question.name not in names:
            continue
        for values in _values(question, entities, most):
            for day in days:
                yield question, question.params.model_validate(values | {"as_of": day})


def _values(question: AnyQuestion[Any, Any], entities: Sequence[Entity], most: int) -> Iterator[dict[str, Any]]:
    if question.name in _SPECIAL:
        yield from _SPECIAL[question.name](entities, most)
        return
    fields = {n: f for n, f in question.params.model_fields.items() if n != "as_of"}
    needed = {n: _choices(f, entities, most) for n, f in fields.items() if f.is_required()}
    # Of two parameters of one kind (from, to; left, right) each value meets some other ones, not all of them.
    rounds = max((len(v) for v in needed.values()), default=1)
    frames = [
        {n: v[(turn * (place + 1) + place) % len(v)] for place, (n, v) in enumerate(needed.items())}
        for turn in range(rounds)
    ]
    if not needed or all(needed.values()):
        yield from frames
        # Each optional value once, on one of the frames in turn.
        turn = 0
        for n, f in fields.items():
            if f.is_required():
                continue
            for value in _choices(f, entities, most):
                turn += 1
                yield frames[turn % len(frames)] | {n: value}


def _choices(declared: FieldInfo, entities: Sequence[Entity], most: int) -> list[Any]:
    """The values a parameter is tried with, its default left out."""
    word = word_of(declared)
    if word is not None:
        return _some(entities, _CLASS[word.kind], most)
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


def _responsibility(entities: Sequence[Entity], most: int) -> Iterator[dict[str, Any]]:
    for place in _some(entities, Territory, most):
        for number, function in enumerate(_some(entities, Function, 3)):
            yield {"territory": place, "function": function, "below": bool(number)}
        yield {"territory": place, "function": function, "level": Level.MUNICIPAL}


def _coverage(entities: Sequence[Entity], most: int) -> Iterator[dict[str, Any]]:
    territories = _some(entities, Territory, most)
    for place in territories:
        yield {"territory": place}
        yield {"territory": place, "level": Level.REGIONAL, "direction": _some(entities, Direction, 1)[0]}
        yield {"territory": place, "function": _some(entities, Function, 2)[-1]}
    for status in CellStatus:
        yield {"territory": territories[1], "status": status}


_SPECIAL = {"responsibility": _responsibility, "coverage": _coverage}
