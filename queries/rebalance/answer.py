"""Who supports which school so that nobody is over the norm: moves, loads before and after, or the posts missing."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from pydantic import BaseModel, ConfigDict

from queries.questions.load import per_post


class Frozen(BaseModel):
    """A part of the answer."""

    model_config = ConfigDict(frozen=True)


class Move(Frozen):
    """Teachers of a school and school subject who get another methodist. `source` none: nobody supported them.

    `teachers` of `of`: fewer where the school had to be divided among methodists.
    """

    school: dict[str, Any]
    territory: dict[str, Any]
    subject_area: str | None
    source: str | None
    target: str
    teachers: int
    of: int


class MethodistLoad(Frozen):
    """A methodist before and after. `most`: teachers the norm allows his post, those of schools elsewhere included."""

    methodist: str
    subject_area: str | None
    territory: dict[str, Any]
    fte: float
    most: int
    before: int
    after: int

    def public(self) -> dict[str, Any]:
        """With teachers per full post."""
        hundredths = round(self.fte * 100)
        return self.model_dump(mode="json") | {
            "per_methodist_before": per_post(self.before, hundredths),
            "per_methodist_after": per_post(self.after, hundredths),
        }


class Left(Frozen):
    """Teachers of a school subject in a territory whom nobody can take."""

    territory: dict[str, Any]
    subject_area: str | None
    teachers: int


class Post(Frozen):
    """Posts of a school subject that are missing for the whole territory, in quarters of a post."""

    subject_area: str | None
    fte: float


class Rebalance(Frozen):
    """`possible`: everybody can be supported within the norm. Where some school subject cannot, its methodists stay as
    they are: `left` says where the shortage is, `posts` which posts make it possible, `posts_proven` that fewer do not.

    `moved_schools`: school subjects of schools that go to another methodist as a whole or in part; `divided`: those
    that go to several; `proven`: fewer can neither be divided nor move. `norm`: the one in force, by which clause.
    """

    territory: dict[str, Any]
    as_of: Day
    bound: float
    norm: dict[str, Any] | None
    possible: bool
    moves: tuple[Move, ...]
    methodists: tuple[MethodistLoad, ...]
    left: tuple[Left, ...]
    posts: tuple[Post, ...]
    posts_total: float
    posts_proven: bool
    moved_schools: int
    moved_teachers: int
    new_schools: int
    divided: int
    proven: bool
    summary: str
    notes: tuple[str, ...]
    invented: bool

    def public(self) -> dict[str, Any]:
        """As JSON."""
        return self.model_dump(mode="json") | {"methodists": [m.public() for m in self.methodists]}
