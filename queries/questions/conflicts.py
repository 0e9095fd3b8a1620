"""Conflicts: two places of acts charge different subjects with what is, by their words, the same work."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any

from pydantic import Field

from ontology.i18n import Lang
from ontology.russian import is_content, stem, words
from queries.question import Ask, DerivedQuestion
from queries.questions.contested import CONTESTED, ContestedParams, ContestedRow

_ASIDE = re.compile(r"\([^()]*\)")  # what stands in brackets only explains the work
_QUOTED = re.compile(r"«([^«»]+)»")
_SHORTEST = 4  # letters two stems must share: «определ-яет» and «определ-ение», «форм-ирует» and «форм-ирование»
_SHARE = 0.8  # … and this share of the shorter one


class ConflictsParams(ContestedParams):
    """The catalogue's functions are wide, so two places conflict only where their words are alike too."""

    likeness: float = Field(0.6, ge=0, le=1, description="Least likeness of the words of both places, 0 to 1.")


class ConflictsRow(ContestedRow):
    """A contested function whose two places are alike. `likeness`: the share of the shorter side's words that the
    other side has too; of a statement whose text is not loaded, only the terms of its function are known."""

    likeness: float

    def public(self, lang: Lang) -> dict[str, Any]:
        """As the contested place, with its likeness."""
        return super().public(lang) | {"likeness": self.likeness}


@lru_cache(maxsize=10_000)
def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the shorter side that have a like one on the other, rounded to two places; 0 when a
    side has no words. Words are alike when their stems share their beginning («согласует», «согласование»)."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return round(sum(any(_alike(w, o) for o in long) for w in short) / len(short), 2) if short else 0.0


def _alike(one: str, other: str) -> bool:
    least = max(_SHORTEST, math.ceil(_SHARE * min(len(one), len(other))))
    return one == other or (min(len(one), len(other)) >= least and one[:least] == other[:least])


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(_ASIDE.sub(" ", text)) if is_content(word))


def _said(why: str | None, text: str | None) -> frozenset[str]:
    """The words of a statement: its text, else the terms of its function (the first quoted word is its label)."""
    return _stems(text if text else " ".join(_QUOTED.findall(why or "")[1:]))


def _derive(ask: Ask, params: ConflictsParams) -> list[ConflictsRow]:
    wanted = ContestedParams(as_of=params.as_of, territory=params.territory, function=params.function)
    best: dict[tuple[Any, ...], ConflictsRow] = {}
    for row in ask(CONTESTED, wanted):
        right = _stems(row.activity) if row.activity else _said(row.right_why, row.right_words)
        found = 1.0 if row.kind == "words" else likeness(_said(row.left_why, row.left_words), right)
        if found < params.likeness:
            continue
        # Of several statements of one subject at one clause the likest is told, the first of equals.
        left = (row.left_subject_id, row.left_clause_id)
        place = (row.function_id, row.kind, *left, row.right_subject_id, row.activity_id or row.right_clause_id)
        if place not in best or best[place].likeness < found:
            best[place] = ConflictsRow.model_construct(**dict(row), likeness=found)
    return list(best.values())


CONFLICTS = DerivedQuestion(
    name="conflicts",
    summary_ru="Где два пункта называют разных ответственных за одно и то же: положение и дорожная карта, два акта.",
    summary_en="Where two clauses charge different subjects with the same work: a structure and a road map, two acts.",
    params=ConflictsParams,
    row=ConflictsRow,
    uses=(CONTESTED,),
    derive=_derive,
)
