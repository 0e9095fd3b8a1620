"""Teachers per full-time regional methodist against the norm of the day, and the posts missing to reach it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import TerritoryKind
from ontology.i18n import Lang
from queries.question import Params, Question, Row, TerritoryId

_CENT = Decimal("0.01")


class LoadBy(StrEnum):
    """What the load is counted for."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    METHODIST = "methodist"
    SUBJECT_AREA = "subject_area"


def per_post(teachers: int | None, fte_hundredths: int | None) -> float | None:
    """Teachers per full-time equivalent, rounded to 0.01; None when teachers or posts are unknown or none."""
    if teachers is None or not fte_hundredths:
        return None
    return float((Decimal(teachers) * 100 / Decimal(fte_hundredths)).quantize(_CENT, ROUND_HALF_EVEN))


def posts_missing(teachers: int | None, fte_hundredths: int | None, norm: float | None) -> float | None:
    """Full-time posts missing to reach the norm: max(0, teachers / norm - posts), rounded up to 0.01 of a post.

    None without a norm or a count of teachers. Unknown posts count as none.
    """
    if teachers is None or norm is None or norm <= 0:
        return None
    missing = Decimal(teachers) / Decimal(str(norm)) - Decimal(fte_hundredths or 0) / 100
    return float(max(missing, Decimal(0)).quantize(_CENT, ROUND_CEILING))


class LoadParams(Params):
    """`by` decides the rows: one per region, municipality, methodist or school subject."""

    territory: TerritoryId = Field(
        description="Territory whose methodists and teachers are counted, with all that lies in it."
    )
    by: LoadBy = Field(LoadBy.REGION, description="What a row stands for.")


class LoadRow(Row):
    """Counts as of the day: the latest of each organisation and each methodist.

    `fte_hundredths`: full-time equivalent in hundredths of a post, so that sums are exact. `norm`: the bound in force
    for the row's territory: of its period rather than an ended one, the latest begun, the nearest, the strictest.
    """

    territory_id: Id
    territory_name: str
    territory_kind: TerritoryKind
    methodist: str | None
    subject_area: str | None
    teachers: int | None
    fte_hundredths: int
    norm: float | None
    norm_clause: str | None
    norm_clause_id: Id | None
    norm_order: Id | None
    norm_number: str | None
    norm_order_date: date | None
    norm_date: date | None
    invented: bool

    def public(self, lang: Lang) -> dict[str, Any]:
        """The row of `interfaces.md`; `norm_date` is the day from which the norm holds (else the act's own day)."""
        flat = self.model_dump(mode="json")
        order = None
        if self.norm_order:
            order = {"id": self.norm_order, "number": self.norm_number, "date": flat["norm_order_date"]}
        return {
            "territory": {name: flat[f"territory_{name}"] for name in ("id", "name", "kind")},
            "methodist": self.methodist,
            "subject_area": self.subject_area,
            "teachers": self.teachers,
            "fte": self.fte_hundredths / 100,
            "per_methodist": per_post(self.teachers, self.fte_hundredths),
            "norm": self.norm,
            "norm_clause": self.norm_clause,
            "norm_order": order,
            "norm_date": flat["norm_date"],
            "posts_missing": posts_missing(self.teachers, self.fte_hundredths, self.norm),
            "invented": self.invented,
        }


LOAD = Question(
    name="load",
    summary_ru="Сколько учителей на ставку регионального методиста, какова норма и скольких ставок не хватает.",
    summary_en="How many teachers there are per full-time regional methodist, against which norm, and posts missing.",
    params=LoadParams,
    row=LoadRow,
    folder=Path(__file__).parent,
)
