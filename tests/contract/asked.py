"""What the contract tests ask of a graph: each question with each combination of parameters that makes a difference.

A question of the registry without an entry here fails its contract test, so a new one is tested unasked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ontology.entities.vocabulary import Level
from ontology.models import Direction, Entity, Function, Subject, Territory
from queries.question import Params, Question
from queries.questions import QUESTIONS
from queries.questions.coverage import CellStatus
from queries.questions.load import LoadBy


def _some(entities: Sequence[Entity], kind: type[Entity], most: int) -> list[str]:
    return [e.id for e in entities if isinstance(e, kind)][:most]


def asked(
    entities: Sequence[Entity], days: Sequence[date], most: int = 8
) -> Iterator[tuple[Question[Any, Any], Params]]:
    """Pairs (question, parameters) for a graph."""
    territories = _some(entities, Territory, most)
    for question in QUESTIONS.values():
        for values in _values(question.name, entities, territories, most):
            for day in days:
                yield question, question.params.model_validate(values | {"as_of": day})


def _values(name: str, entities: Sequence[Entity], territories: list[str], most: int) -> Iterator[dict[str, Any]]:
    if name == "responsibility":
        for place in territories:
            for number, function in enumerate(_some(entities, Function, 3)):
                yield {"territory": place, "function": function, "below": bool(number)}
            yield {"territory": place, "function": function, "level": Level.MUNICIPAL}
    elif name == "coverage":
        for place in territories:
            yield {"territory": place}
            yield {"territory": place, "level": Level.REGIONAL, "direction": _some(entities, Direction, 1)[0]}
            yield {"territory": place, "function": _some(entities, Function, 2)[-1]}
        for status in CellStatus:
            yield {"territory": territories[1], "status": status}
    elif name == "load":
        for place in territories:
            for by in LoadBy:
                yield {"territory": place, "by": by}
    elif name in {"load_norms", "acts", "subjects_of", "relations_of"}:
        for place in territories:
            yield {"territory": place}
    elif name == "holdings":
        for subject in _some(entities, Subject, 2 * most):
            yield {"subject": subject}
    else:
        raise AssertionError(f"say in tests/contract/asked.py what to ask of the new question «{name}»")
