"""A scenario: steps that change the graph for the time of one answer. Names are in words, codes or ids."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from ontology.entities.vocabulary import Level
from ontology.labels import words_by_label

MOST_STEPS = 200


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | int | float) else value


def _number(value: Any) -> Any:
    return (
        value.replace(",", ".").replace(" ", "").replace("\N{NO-BREAK SPACE}", "") if isinstance(value, str) else value
    )


def _truth(value: Any) -> Any:
    return {"да": True, "нет": False}.get(value.strip().lower(), value) if isinstance(value, str) else value


def _level(value: Any) -> Any:
    return words_by_label(Level).get(value.strip().lower(), value) if isinstance(value, str) else value


def _none(value: Any) -> Any:
    return None if isinstance(value, str) and value.strip().lower() in {"нет", "none", "no"} else value


def _day(value: Any) -> Any:
    parts = value.strip().split(".") if isinstance(value, str) else ()
    return "-".join(reversed(parts)) if len(parts) == 3 else value


Words = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Several = Annotated[tuple[Words, ...], BeforeValidator(_listed)]
Number = Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]
Truth = Annotated[bool, BeforeValidator(_truth)]


class Part(BaseModel):
    """What is common to the parts of a scenario."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, populate_by_name=True)


class About(Part):
    """A step about one subject; it may be given by its name alone. `territory`: which of several called so."""

    subject: Words
    territory: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        return {"subject": value} if isinstance(value, str) else value


class Remove(About):
    """The subject is closed, with the bodies that are a part of it when `with_parts`."""

    with_parts: Truth = False


class Vacate(About):
    """Nobody works there any more: the post or body stays."""


class Merge(Part):
    """Several subjects become one: an existing one or one that is made with this name."""

    subjects: Annotated[Several, Field(min_length=2, max_length=50)]
    into: Words
    territory: Words | None = None


class Half(Part):
    """One of the subjects that another is split into, and the functions that go there."""

    name: Words
    functions: Several = ()


class Split(About):
    """The functions that no part names go to the part without a list, else to the first; so does all the rest."""

    into: Annotated[tuple[Half, ...], Field(min_length=2, max_length=20)]


class Move(About):
    """Another territory, another body it is a part of (none: of no body), another level."""

    to: Words | None = None
    part_of: Annotated[Words | None, BeforeValidator(_none)] = None
    level: Annotated[Level | None, BeforeValidator(_level)] = None

    @model_validator(mode="after")
    def _said(self) -> Move:
        if not self.model_fields_set & {"to", "part_of", "level"}:
            raise ValueError("to, part_of or level")
        return self


class Transfer(Part):
    """Functions go from one subject to another; all when none is named."""

    source: Words = Field(alias="from")
    target: Words = Field(alias="to")
    functions: Several = ()
    territory: Words | None = None


class AddMethodists(Part):
    """`fte`: of each, in posts; no `subject_area`: of all school subjects."""

    territory: Words
    subject_area: Words | None = None
    fte: Annotated[Number, Field(gt=0, le=2)] = 1.0
    count: Annotated[int, Field(ge=1, le=1000)] = 1


class RemoveMethodists(Part):
    """By code, or so many of a territory and school subject (the last by code)."""

    codes: Several = ()
    territory: Words | None = None
    subject_area: Words | None = None
    count: Annotated[int, Field(ge=1, le=1000)] | None = None

    @model_validator(mode="after")
    def _said(self) -> RemoveMethodists:
        if bool(self.codes) == (self.count is not None) or (self.count is not None and self.territory is None):
            raise ValueError("codes, or territory and count")
        return self


class SetNorm(Part):
    """Another bound for a territory; `since`: from which day (the day of the answer when absent)."""

    territory: Words
    value: Annotated[Number, Field(gt=0, le=1_000_000)]
    metric: Words = "teachers-per-methodist"
    since: Annotated[Day | None, BeforeValidator(_day)] = None


class Conclude(Part):
    """An agreement of these parties is concluded."""

    between: Annotated[Several, Field(min_length=2, max_length=50)]
    about: Annotated[str, StringConstraints(max_length=2000)] | None = None
    territory: Words | None = None


class Cancel(Part):
    """The agreements that all these are parties of hold no longer."""

    between: Annotated[Several, Field(min_length=2, max_length=50)]
    territory: Words | None = None


class Fill(About):
    """An actual organisation (existing or new) fills a generic subject; without `by` a vacant one works again."""

    by: Words | None = None


class Rebalance(Part):
    """Schools go to other methodists so that nobody is over the norm (teachers per post; else the one in force)."""

    territory: Words
    norm: Annotated[Number, Field(gt=0, le=1_000_000)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        return {"territory": value} if isinstance(value, str) else value


class Step(Part):
    """One change: exactly one of these."""

    remove: Remove | None = None
    merge: Merge | None = None
    split: Split | None = None
    move: Move | None = None
    transfer: Transfer | None = None
    add_methodists: AddMethodists | None = None
    remove_methodists: RemoveMethodists | None = None
    set_norm: SetNorm | None = None
    conclude: Conclude | None = None
    cancel: Cancel | None = None
    vacate: Vacate | None = None
    fill: Fill | None = None
    rebalance: Rebalance | None = None

    @model_validator(mode="after")
    def _one(self) -> Step:
        if len([name for name in type(self).model_fields if getattr(self, name) is not None]) != 1:
            raise ValueError("one action")
        return self

    @property
    def action(self) -> str:
        """The name of what is done."""
        return next(name for name in type(self).model_fields if getattr(self, name) is not None)

    @property
    def detail(self) -> Part:
        """With what it is done."""
        part: Part = getattr(self, self.action)
        return part


class Scenario(Part):
    """`territory`: where the subjects that are named lie, when several are called alike."""

    title: Annotated[str, StringConstraints(max_length=300)] = ""
    territory: Words | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]
