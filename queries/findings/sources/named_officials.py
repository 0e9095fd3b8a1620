"""Officials named in acts."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.findings.declared import source
from queries.findings.fact import Fact


class NamedOfficial(Fact):
    """An official by a clause; `note`: which writings of the name the reader took for one person."""

    official: Id
    name: str
    post: str | None
    note: str | None


NAMED_OFFICIALS = source(
    "named_officials",
    "Должностные лица, названные в действующих актах.",
    "Officials that acts in force name.",
    NamedOfficial,
)
